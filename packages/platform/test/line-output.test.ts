import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { endChildren, startChild } from './support/child-process.ts';

afterEach(endChildren);

type Child = ReturnType<typeof startChild>;

/** The process may have ended before it is answered. */
const talk = async (child: Child, lines: number, then = ''): Promise<void> => {
  const url = `${await child.url()}/act/talk?lines=${lines}&then=${then}`;
  await fetch(url, { method: 'POST' }).catch(() => undefined);
};
const said = (child: Child): number[] =>
  child.lines.filter(({ message }) => message === 'said').map(({ count }) => Number(count));
const upTo = (last: number): number[] => Array.from({ length: last }, (_, before) => before + 1);

it.each([
  ['process.exit', 'exit', 3],
  ['an uncaught error', 'throw', 1],
  ['an unhandled rejection', 'reject', 1],
  ['SIGTERM', 'SIGTERM', 0],
  ['SIGINT', 'SIGINT', 0],
])('every line before %s is read, in its order', async (_what, then, code) => {
  const child = startChild({ SHUTDOWN_WAIT_MS: '0' });
  await talk(child, 3_000, then);
  expect(await child.ended).toBe(code);
  expect(said(child)).toEqual(upTo(3_000));
  if (then.startsWith('SIG')) expect(child.messages().at(-1)).toBe('stopped');
});

it('every line is in a file that takes the log, also of a process that ends by itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'log-'));
  const file = await open(join(folder, 'log'), 'w');
  const program = join(import.meta.dirname, 'support/talking.mjs');
  const child = spawn(process.execPath, [program, '5000'], { stdio: ['ignore', file.fd, 'inherit'] });
  expect(await once(child, 'exit')).toEqual([0, null]);
  const lines = (await readFile(join(folder, 'log'), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).count)).toEqual(upTo(5_000));
  await file.close();
  await rm(folder, { recursive: true });
});

it('goes on while nobody reads its log, holds a bounded part of it, and says in its place how much it has dropped', async () => {
  const child = startChild();
  const [url, adminUrl] = [await child.url(), await child.adminUrl()];
  await child.line('ready');
  child.read(false);
  const rounds = 40;
  for (let round = 0; round < rounds; round += 1) await talk(child, 1_000);
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  const metrics = await (await fetch(`${adminUrl}/metrics`)).text();
  const dropped = Number(/^log_lines_dropped_total\{[^}]*\} (\d+)/m.exec(metrics)?.[1]);
  expect(dropped).toBeGreaterThan(rounds * 500);
  child.read(true);
  await talk(child, 1, 'SIGTERM');
  expect(await child.ended).toBe(0);
  const told = child.lines.filter(({ message }) => String(message).startsWith('lines were dropped here'));
  expect(told.length).toBeGreaterThan(0);
  const missing = told.reduce((sum, { count }) => sum + Number(count), 0);
  const requests = child.messages().filter((message) => message === 'request').length;
  // Those of the requests themselves may be among what is missing.
  expect(said(child).length + requests + missing).toBeGreaterThanOrEqual(rounds * 1_000 + 1);
  expect(said(child).length + requests + missing).toBeLessThanOrEqual(rounds * 1_001 + 10);
});

it('ends in time when nobody reads its log, and says beside it how many lines are lost', async () => {
  const child = startChild({ SHUTDOWN_WAIT_MS: '0' });
  await child.line('ready');
  child.read(false);
  await talk(child, 3_000, 'SIGTERM');
  expect(await child.exited).toBe(0);
  expect(await child.stderr).toMatch(/^\d+ lines of the log were lost: nobody reads them$/m);
});

it('hands the first line after a pause over at once, and a warning with all that waits', async () => {
  const child = startChild({ HANG_UNTIL: '/nowhere' });
  await child.line('ready');
  // The loop hangs for good after this line, so no timer hands it over.
  await fetch(`${await child.url()}/act/hang`, { method: 'POST' });
  await child.line('hung');
});
