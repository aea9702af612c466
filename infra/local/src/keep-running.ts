import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceProblem } from './problem.ts';

export interface Running {
  readonly name: string;
  /** Of the one that runs now, or ran last. */
  readonly pid: number;
  /** Resolves when it is gone, expected or not. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
  lastLines(): string;
}

/** The wait before the next attempt doubles from the first to the second, in milliseconds. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** What lived this long begins with a short wait again. */
const LIVED_MS = 60_000;

/**
 * Starts it, and again whenever it ends by itself. A first start that fails is the caller's.
 *
 * @param start resolves when it is ready; called again on the same ports and data
 */
export const keepRunning = async <R extends Running>(
  start: () => Promise<R>,
  report: (line: string) => void,
): Promise<R> => {
  const first = await start();
  let running: Running = first;
  const stopping = new AbortController();
  const watch = async (): Promise<void> => {
    let wait = FIRST_WAIT_MS;
    let began = Date.now();
    for (;;) {
      await running.exited;
      if (stopping.signal.aborted) return;
      wait = Date.now() - began > LIVED_MS ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS);
      report(
        `${first.name} ended unexpectedly; it starts again in ${wait / 1000} s. Its last lines:\n${running.lastLines()}`,
      );
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      began = Date.now();
      try {
        running = await start();
        if (stopping.signal.aborted) return running.stop();
        report(`${first.name} is ready again`);
      } catch (error) {
        // Nobody awaits this loop: whatever it is, it is told and tried again, and the rest of the system goes on.
        report(error instanceof ServiceProblem ? error.message : `${first.name} could not be started: ${error}`);
      }
    }
  };
  const watching = watch();
  return {
    ...first,
    get pid() {
      return running.pid;
    },
    stop: async () => {
      stopping.abort();
      await running.stop();
      await watching;
    },
  };
};
