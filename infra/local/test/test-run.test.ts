import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { runTests } from '@order-ledger/local/test-run';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'order-ledger-run-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** In place of jest: a program that starts another and dies with what a test left running. */
const LEAVES_ONE = `
  const { spawn } = require('node:child_process');
  const left = spawn(process.execPath, ['-e', 'console.log("runs"); setInterval(() => {}, 1000)'], {
    detached: true, stdio: ['ignore', 'pipe', 'ignore'],
  });
  left.stdout.once('data', () => {
    require('node:fs').writeFileSync('PID', String(left.pid));
    process.kill(process.pid, 'SIGKILL');
  });`;

it('ends what its tests have left running when it is killed, and says so', async () => {
  const folder = join(root, 'node_modules', 'jest', 'bin');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'jest.js'), LEAVES_ONE);
  const told: string[] = [];
  const resultFile = join(root, 'results.json');
  expect(await runTests({ root, args: [], resultFile, inMemory: false, report: (line) => told.push(line) })).toBe(1);
  expect(told).toEqual(['Ended 1 processes that tests left behind.']);
  // It has ended, whether somebody has heard of that or not.
  const pid = readFileSync(join(root, 'PID'), 'utf8');
  const state = existsSync(`/proc/${pid}`) ? readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.charAt(0) : 'Z';
  expect(state).toBe('Z');
});
