import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { alsoLogged } from '@order-ledger/local/own-log';

it('what npm start tells the terminal is in a log too, a line of JSON each, and a disk that takes none ends nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'own-log-'));
  const told: string[] = [];
  const report = alsoLogged(join(folder, 'logs'), (line) => told.push(line));
  report('bridge ended unexpectedly; restarting in 1 s. Its last lines:\n{"level":"error"}');
  report('\norder-ledger keeps running until Ctrl-C.');
  const lines = readFileSync(join(folder, 'logs', 'npm-start.log'), 'utf8')
    .trim()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 'info', service: 'npm-start', message: told[0] }),
    expect.objectContaining({ message: 'order-ledger keeps running until Ctrl-C.' }),
  ]);
  rmSync(folder, { recursive: true });
  report('on');
  expect(told.slice(2)).toEqual(['on', expect.stringMatching(/^That could not be logged: /)]);
});
