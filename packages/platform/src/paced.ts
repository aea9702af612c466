import { setTimeout as delay } from 'node:timers/promises';

/**
 * `work`, once for all who ask while it waits or runs, and not again before `restMs` have passed: what it costs does not
 * grow with how many ask.
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
