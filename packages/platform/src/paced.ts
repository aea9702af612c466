import { setTimeout as delay } from 'node:timers/promises';

/**
 * Runs `work` once for all who ask while it waits or runs, and not again before `restMs` have passed: its cost does not
 * grow with the number of callers.
 */
export const paced = <Result>(work: () => Promise<Result>, restMs: number): (() => Promise<Result>) => {
  let running: Promise<Result> | undefined;
  let endedAt = -Infinity;
  const run = async (): Promise<Result> => {
    const rest = endedAt + restMs - performance.now();
    if (rest > 0) await delay(rest);
    try {
      return await work();
    } finally {
      endedAt = performance.now();
      running = undefined;
    }
  };
  return () => {
    running ??= run();
    return running;
  };
};
