import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startUntilReady } from '@order-ledger/local/keep-running';
import { startOwnProcess } from '@order-ledger/local/own-process';
import { freePort } from '@order-ledger/local/ports';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'order-ledger-own-process-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Answers operators as our processes do: not ready before the file `mended` is there. Ends at once without `begun`. */
const PROGRAM = `
  const { createServer } = require('node:http');
  const { existsSync } = require('node:fs');
  if (!existsSync(process.env.BEGUN)) throw new Error('no such file');
  createServer((request, response) => {
    if (!existsSync(process.env.TURNS)) for (;;);
    const ok = existsSync(process.env.MENDED);
    response.statusCode = ok ? 200 : 503;
    const checks = [{ name: 'postgres', ok: true }, { name: 'ledger', ok, ...(ok ? {} : { code: 'ledger-diverged' }) }];
    response.end(JSON.stringify({ status: ok ? 'ready' : 'not-ready', checks }));
  }).listen(process.env.ADMIN_PORT, '127.0.0.1');`;

const prepare = async () => {
  const program = join(folder, 'program.cjs');
  writeFileSync(program, PROGRAM);
  const [begun, mended, turns] = [join(folder, 'begun'), join(folder, 'mended'), join(folder, 'turns')];
  writeFileSync(turns, '');
  const unwanted = new AbortController();
  const reasons: string[] = [];
  const adminPort = await freePort();
  const start = (onUnready: (reason: string) => void) =>
    startOwnProcess({
      name: 'a process',
      adminPort,
      env: { BEGUN: begun, MENDED: mended, TURNS: turns },
      program,
      logFile: join(folder, 'log'),
      patience: { limitMs: 0, onUnready, signal: unwanted.signal },
    });
  return { begun, mended, turns, unwanted, reasons, start };
};

it('waits for a process that is not ready, and tells which of its checks fails', async () => {
  const { begun, mended, reasons, start } = await prepare();
  writeFileSync(begun, '');
  const running = await start((reason) => {
    reasons.push(reason);
    if (reason.includes('ledger-diverged')) writeFileSync(mended, '');
  });
  expect(reasons.at(-1)).toBe('ledger: ledger-diverged');
  await running.stop();
});

it('starts a process again that ends before it is ready, and tells of it', async () => {
  const { begun, mended, unwanted, start } = await prepare();
  const failures: string[] = [];
  const running = await startUntilReady(
    () => start(() => undefined),
    (error) => {
      failures.push(String(error));
      writeFileSync(begun, '');
      writeFileSync(mended, '');
    },
    unwanted.signal,
  );
  expect(failures).toEqual([
    expect.stringMatching(/a process ended \(exit code 1\) before it was ready.*no such file/s),
  ]);
  await running.stop();
});

it('ends what it waits for when nobody wants it any more', async () => {
  const { begun, unwanted, start } = await prepare();
  writeFileSync(begun, '');
  const waiting = startUntilReady(
    () => start(() => unwanted.abort()),
    () => undefined,
    unwanted.signal,
  );
  await expect(waiting).rejects.toThrow('a process was stopped before it was ready');
  expect(existsSync(join(folder, 'log'))).toBe(true);
});

it('ends a process that hangs before it is ready, and starts it again', async () => {
  const { begun, mended, turns, unwanted, start } = await prepare();
  for (const file of [begun, mended]) writeFileSync(file, '');
  rmSync(turns);
  const failures: string[] = [];
  const running = await startUntilReady(
    () => start(() => undefined),
    (error) => {
      failures.push(String(error));
      writeFileSync(turns, '');
    },
    unwanted.signal,
  );
  expect(failures).toEqual([expect.stringContaining('a process hung before it was ready: it answered nothing')]);
  await running.stop();
}, 90_000);
