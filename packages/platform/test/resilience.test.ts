import { afterEach, expect, it, jest } from '@jest/globals';
import { until } from '@order-ledger/testing/waiting';
import { BrokenCircuitError, TaskCancelledError } from 'cockatiel';
import { toProblem } from '../src/http/problem.ts';
import { registry } from '../src/metrics.ts';
import { createOutbound } from '../src/resilience.ts';

afterEach(() => void jest.restoreAllMocks());

const quick = { initialDelayMs: 1, maxDelayMs: 2 };

it('repeats a failed call up to its attempts [K8]', async () => {
  const call = createOutbound({ name: 'repeats', timeoutMs: 1_000, attempts: 3, ...quick });
  let calls = 0;
  const answer = await call(async () => {
    calls += 1;
    if (calls < 3) throw new Error('not yet');
    return 'done';
  });
  expect([answer, calls]).toEqual(['done', 3]);
  expect(await registry.metrics()).toContain('outbound_retries_total{target="repeats"} 2');
});

it('does not repeat what is not the other side’s trouble', async () => {
  const call = createOutbound({
    name: 'final',
    timeoutMs: 1_000,
    isTransient: (error) => error.message !== 'refused',
    ...quick,
  });
  let calls = 0;
  const refused = call(async () => {
    calls += 1;
    throw new Error('refused');
  });
  await expect(refused).rejects.toThrow('refused');
  expect(calls).toBe(1);
});

it('gives up an attempt that does not answer, aborts it and says 503 [K8]', async () => {
  const call = createOutbound({ name: 'silent', timeoutMs: 20, attempts: 1 });
  let aborted = false;
  const silent = call(
    (signal) => new Promise<void>(() => signal.addEventListener('abort', () => (aborted = true))),
  ).catch((error: unknown) => error);
  const error = await silent;
  expect(error).toBeInstanceOf(TaskCancelledError);
  expect(aborted).toBe(true);
  expect(toProblem(error)).toMatchObject({ status: 503, headers: { 'Retry-After': '5' } });
  expect(await registry.metrics()).toContain('outbound_attempt_failures_total{target="silent",cause="timeout"} 1');
});

it('stops calling after failures in a row, shows it, and tries again later [K8]', async () => {
  // The breaker's clock stands still, so that it cannot be half open before it was asked.
  const opened = Date.now();
  const clock = jest.spyOn(Date, 'now').mockReturnValue(opened);
  const call = createOutbound({ name: 'broken', timeoutMs: 1_000, attempts: 1, breakAfter: 2, halfOpenAfterMs: 50 });
  let calls = 0;
  const failing = () =>
    call(async () => {
      calls += 1;
      throw new Error('down');
    }).catch((error: unknown) => error);
  await failing();
  await failing();
  const refused = await failing();
  expect(refused).toBeInstanceOf(BrokenCircuitError);
  expect(calls).toBe(2);
  expect(await registry.metrics()).toContain('outbound_breaker_state{target="broken"} 2');
  clock.mockReturnValue(opened + 49);
  expect(await failing()).toBeInstanceOf(BrokenCircuitError);
  clock.mockReturnValue(opened + 50);
  expect(await call(async () => 'up')).toBe('up');
  expect(await registry.metrics()).toContain('outbound_breaker_state{target="broken"} 0');
});

it('tries again as soon when the clock of this machine goes back by an hour, and stops at the next failure', async () => {
  const call = createOutbound({ name: 'back', timeoutMs: 1_000, attempts: 1, breakAfter: 2, halfOpenAfterMs: 2_000 });
  let calls = 0;
  const failing = () =>
    call(async () => {
      calls += 1;
      throw new Error('down');
    }).catch((error: unknown) => error);
  await failing();
  await failing();
  const now = Date.now;
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() - 3_600_000);
  try {
    await until('another try', async () => !((await failing()) instanceof BrokenCircuitError), 30_000);
    expect(calls).toBe(3);
    expect(await failing()).toBeInstanceOf(BrokenCircuitError);
    expect(await until('an answer', () => call(async () => 'up').catch(() => undefined), 30_000)).toBe('up');
  } finally {
    clock.mockRestore();
  }
});
