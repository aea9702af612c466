import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import { setOwnClock } from '@order-ledger/testing/processes/shifted-clock';
import { clock } from '../src/clock.ts';
import { type Shown, watchClocks } from '../src/clock-watch.ts';
import { createHealth, type Health } from '../src/health.ts';
import { registry } from '../src/metrics.ts';

const HOUR = 3_600_000;
const realNow = Date.now;

let abort: AbortController;
beforeEach(() => {
  abort = new AbortController();
});
afterEach(() => {
  abort.abort();
  setOwnClock(0);
});

const right = async (): Promise<Shown> => ({ from: realNow(), to: realNow() });
const watch = async (others: Record<string, () => Promise<Shown>>, needed = false) => {
  const { log, lines } = keepingLog();
  const health = createHealth();
  health.become('ready');
  await watchClocks({ others, limitMs: 2_000, health, log, signal: abort.signal, needed });
  return { health, lines };
};
const checkOf = async (health: Health) => {
  const { ready, checks } = await health.readiness();
  return [ready, ...checks];
};
const metric = async (line: string) => (await registry.metrics()).split('\n').find((each) => each.startsWith(line));

it('warns of clocks that are apart by a check, a metric and a line of the log, and keeps the process ready', async () => {
  const { health, lines } = await watch({
    postgres: async () => ({ from: realNow() + HOUR, to: realNow() + HOUR }),
    'event-store': right,
    away: () => Promise.reject(new Error('nobody answers')),
  });
  const warning = { name: 'clock', ok: false, code: 'clock-skew', warning: true };
  expect(await checkOf(health)).toEqual([true, warning]);
  expect(lines().filter(({ message }) => String(message).includes('differs'))).toEqual([
    expect.objectContaining({ level: 'warn', dependency: 'postgres', limit_ms: 2_000 }),
  ]);
  expect(Number((await metric('clock_ahead_seconds{of="postgres"'))?.split(' ')[1])).toBeGreaterThan(3_590);
  // Clocks of whole milliseconds are read at different moments of one.
  expect(Number((await metric('clock_ahead_seconds{of="event-store"'))?.split(' ')[1])).toBeCloseTo(0, 1);
  expect(await metric('clock_ahead_seconds{of="away"')).toBeUndefined();
});

it('takes a process out that must not go on with clocks that are apart', async () => {
  const late = async () => ({ from: realNow() - HOUR, to: realNow() - HOUR });
  const { health } = await watch({ postgres: late }, true);
  expect(await checkOf(health)).toEqual([false, { name: 'clock', ok: false, code: 'clock-skew' }]);
});

it("warns at once when this machine's clock is set, and goes on with the time as it was", async () => {
  const { health } = await watch({ postgres: right, 'event-store': right });
  expect(await checkOf(health)).toEqual([true, { name: 'clock', ok: true }]);
  setOwnClock(-HOUR);
  expect((await checkOf(health))[1]).toMatchObject({ ok: false, code: 'clock-skew' });
  expect(Math.abs(clock.now() - realNow())).toBeLessThan(2_500);
  setOwnClock(0);
  expect(await checkOf(health)).toEqual([true, { name: 'clock', ok: true }]);
});
