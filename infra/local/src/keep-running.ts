import { once } from 'node:events';
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

export interface Kept extends Running {
  /**
   * Ends it, in its own orderly way or with SIGKILL to all that belongs to it, and keeps it down.
   * @returns what brings it back; resolves when it is ready again
   */
  takeDown(how: 'in-order' | 'killed'): Promise<() => Promise<void>>;
}

/** The wait before the next attempt doubles from the first to the second, in milliseconds. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** What lived this long begins with a short wait again. */
const LIVED_MS = 60_000;

export const failedStart = (name: string, error: unknown): string =>
  error instanceof ServiceProblem ? error.message : `${name} could not be started: ${error}`;

/**
 * Starts it again until it is ready.
 * @throws what the last start threw, once it is not wanted any more
 */
export const startUntilReady = async <R>(
  start: () => Promise<R>,
  onFailure: (error: unknown) => void,
  unwanted: AbortSignal,
): Promise<R> => {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await start();
    } catch (error) {
      if (!unwanted.aborted) onFailure(error);
      await sleep(wait, undefined, { signal: unwanted }).catch(() => undefined);
      if (unwanted.aborted) throw error;
    }
  }
};

/**
 * Starts it, and again whenever it ends by itself. A first start that fails is the caller's.
 *
 * @param start resolves when it is ready; called again on the same ports and data
 */
export const keepRunning = async <R extends Running>(
  start: () => Promise<R>,
  report: (line: string) => void,
): Promise<R & Kept> => {
  const first = await start();
  let running: Running = first;
  const stopping = new AbortController();
  /** Somebody keeps it down, until this resolves. */
  let down: Promise<void> | null = null;
  let returned = (): void => undefined;
  const watch = async (): Promise<void> => {
    let wait = FIRST_WAIT_MS;
    let began = performance.now();
    for (;;) {
      await running.exited;
      if (stopping.signal.aborted) return;
      wait = performance.now() - began > LIVED_MS ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS);
      if (down === null) {
        report(
          `${first.name} ended unexpectedly; restarting in ${wait / 1000} s. Its last lines:\n${running.lastLines()}`,
        );
        await sleep(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      } else await Promise.race([down, once(stopping.signal, 'abort')]);
      if (stopping.signal.aborted) return;
      began = performance.now();
      try {
        running = await start();
        if (stopping.signal.aborted) return running.stop();
        report(`${first.name} is ready again`);
        returned();
      } catch (error) {
        if (stopping.signal.aborted) return;
        // Nobody awaits this loop: whatever it is, it is told and tried again, and the rest of the system goes on.
        report(failedStart(first.name, error));
      }
    }
  };
  const watching = watch();
  return {
    ...first,
    get pid() {
      return running.pid;
    },
    takeDown: async (how) => {
      let release = (): void => undefined;
      down = new Promise((resolve) => {
        release = resolve;
      });
      if (how === 'killed') process.kill(-running.pid, 'SIGKILL');
      else await running.stop();
      await running.exited;
      return () =>
        new Promise((resolve) => {
          returned = resolve;
          down = null;
          release();
        });
    },
    stop: async () => {
      stopping.abort();
      await running.stop();
      await watching;
    },
  };
};
