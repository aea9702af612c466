import { setTimeout as delay } from 'node:timers/promises';

/** Asks until the answer is a value other than undefined or false; fails with `what` after the time, milliseconds. */
export const eventually = async <Value>(
  what: string,
  ask: () => Promise<Value | undefined | false> | Value | undefined | false,
  withinMs = 60_000,
): Promise<Value> => {
  const until = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > until) throw new Error(`not within ${withinMs} ms: ${what}`);
    await delay(25);
  }
};
