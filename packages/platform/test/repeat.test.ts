import { expect, it } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import { repeat } from '../src/repeat.ts';

const MINUTE_MS = 60_000;

it('runs again and again, one run at a time', async () => {
  const stop = new AbortController();
  let runs = 0;
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    // Longer than the time between two runs.
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    runs += 1;
    if (runs === 3) stop.abort();
  };
  await repeat('rounds', 1, work, { log: keepingLog().log, signal: stop.signal });
  expect([runs, most]).toEqual([3, 1]);
});

it('tells of a run that failed, and tries again', async () => {
  const stop = new AbortController();
  const { log, lines } = keepingLog();
  let runs = 0;
  const work = async () => {
    runs += 1;
    if (runs === 1) throw new Error('the database is away');
    stop.abort();
  };
  await repeat('claims', 1, work, { log, signal: stop.signal });
  expect(runs).toBe(2);
  expect(lines()).toEqual([expect.objectContaining({ level: 'warn', name: 'claims' })]);
});

it('ends at once where it waits for the next run, and with the run where one is under way', async () => {
  const { log } = keepingLog();
  const waiting = new AbortController();
  await repeat('waits', MINUTE_MS, async () => void setTimeout(() => waiting.abort(), 1), {
    log,
    signal: waiting.signal,
  });

  const working = new AbortController();
  let ended = false;
  const work = async () => {
    working.abort();
    await new Promise((resolve) => setTimeout(resolve, 5));
    ended = true;
  };
  await repeat('works', MINUTE_MS, work, { log, signal: working.signal });
  expect(ended).toBe(true);

  const never = async () => Promise.reject(new Error('ran after the end'));
  const told = keepingLog();
  await repeat('over', MINUTE_MS, never, { log: told.log, signal: AbortSignal.abort() });
  expect(told.lines()).toEqual([]);
});
