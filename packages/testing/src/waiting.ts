import { setTimeout as delay } from 'node:timers/promises';

const WITHIN_MS = 60_000;
const AGAIN_AFTER_MS = 10;

type Answer<Value> = Value | undefined | null | false;

/**
 * What `ask` answers once that is more than undefined, null or false; fails with `what` when it takes too long. The limit
 * is for what hangs: machines differ in speed.
 */
export const until = async <Value extends NonNullable<unknown>>(
  what: string,
  ask: () => Promise<Answer<Value>> | Answer<Value>,
  withinMs = WITHIN_MS,
): Promise<Value> => {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (performance.now() > deadline) throw new Error(`not within ${withinMs / 1_000} s: ${what}`);
    await delay(AGAIN_AFTER_MS);
  }
};

/** Repeats a call for as long as it fails with what passes; what it answers in the end, or its last error. */
export const untilDone = async <Value>(
  call: () => Promise<Value>,
  passes: (error: unknown) => boolean,
): Promise<Value> => {
  const deadline = performance.now() + WITHIN_MS;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!passes(error) || performance.now() > deadline) throw error;
    }
    await delay(AGAIN_AFTER_MS);
  }
};

export { until as eventually };
