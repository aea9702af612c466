import { setTimeout as delay } from 'node:timers/promises';

const WITHIN_MS = 60_000;
/** Soon at first, and then less often: whole systems are asked, on the cores that they work on. */
const AGAIN_AFTER_MS = { first: 10, most: 60 };
const afterwards = (waitMs: number): number => Math.min(waitMs * 1.3, AGAIN_AFTER_MS.most);
/** Of the time that a question took: one that asks every process is not put to them without pause. */
const PAUSE_PART = 2;
const MOST_PAUSE_MS = 1_000;
/** The machine's own clock, also where a test has set `performance` to another. */
const now = performance.now.bind(performance);

type Answer<Value> = Value | undefined | null | false;

/**
 * What `ask` answers once that is something: neither undefined nor null nor false. Fails with `what` when it takes too
 * long. The limit is for what hangs: machines differ in speed.
 */
export const until = async <Value extends NonNullable<unknown>>(
  what: string | (() => string),
  ask: () => Promise<Answer<Value>> | Answer<Value>,
  withinMs = WITHIN_MS,
): Promise<Value> => {
  const deadline = now() + withinMs;
  for (let waitMs = AGAIN_AFTER_MS.first; ; waitMs = afterwards(waitMs)) {
    const asked = now();
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    const tookMs = now() - asked;
    if (asked + tookMs > deadline)
      throw new Error(`not within ${withinMs / 1_000} s: ${typeof what === 'string' ? what : what()}`);
    await delay(Math.max(waitMs, Math.min(PAUSE_PART * tookMs, MOST_PAUSE_MS)));
  }
};

/** Repeats a call while it fails with what passes, any error if not said; resolves to its answer, or fails as it last did. */
export const untilDone = async <Value>(
  call: () => Promise<Value> | Value,
  passes: (error: unknown) => boolean = () => true,
  withinMs = WITHIN_MS,
): Promise<Value> => {
  const deadline = now() + withinMs;
  for (let waitMs = AGAIN_AFTER_MS.first; ; waitMs = afterwards(waitMs)) {
    try {
      return await call();
    } catch (error) {
      if (!passes(error) || now() > deadline) throw error;
    }
    await delay(waitMs);
  }
};
