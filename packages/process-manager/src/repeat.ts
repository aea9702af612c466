import type { Log } from '@order-ledger/platform/log';

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
      log.warn('a round failed, the next one tries again', { name, error });
    }
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, everyMs);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
  }
};
