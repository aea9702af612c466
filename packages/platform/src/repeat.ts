import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from './log.ts';

/**
 * Runs `work` every `everyMs` milliseconds, one run at a time, until the signal aborts; resolves when the last run has
 * ended. A run that fails is logged and the next one tries again.
 */
export const repeat = async (
  name: string,
  everyMs: number,
  work: () => Promise<unknown>,
  { log, signal }: { log: Log; signal: AbortSignal },
): Promise<void> => {
  while (!signal.aborted) {
    try {
      await work();
    } catch (error) {
      log.warn('a periodic task failed; will retry', { name, error });
    }
    // The wait ends early, and rejects, by the signal alone.
    await delay(everyMs, undefined, { signal }).catch(() => undefined);
  }
};
