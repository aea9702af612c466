import { setTimeout as delay } from 'node:timers/promises';
import { orAborted } from '@order-ledger/platform/aborted';
import type { Log } from '@order-ledger/platform/log';
import type { Ledger } from '../ledger.ts';
import { metrics } from '../metrics.ts';
import type { CheckpointMark, CheckpointState } from './checkpoint.ts';

/** The checkpoint stands behind the ledger, and no instance moves it. */
export class NobodyFollowsError extends Error {
  override readonly name = 'NobodyFollowsError';
  readonly code = 'nobody-follows';
}

/** For so long it could not be asked whether anybody follows that nothing is known. */
class ProgressUnknownError extends Error {
  override readonly name = 'ProgressUnknownError';
  readonly code = 'progress-unknown';
}

export interface StandstillOptions {
  /** Label of the metrics. */
  readonly follower: string;
  /** Where the checkpoint stands, whoever moves it. */
  readonly where: () => Promise<CheckpointMark>;
  readonly tail: Ledger['tail'];
  /** For how long a checkpoint has been behind, milliseconds; untold if absent. */
  readonly lag?: ((at: CheckpointState) => Promise<number>) | undefined;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Milliseconds; 30,000 if absent. */
  readonly limitMs?: number | undefined;
  /**
   * Called after the limit, and again after twice the time. It is also called when nothing is known: an instance that
   * cannot ask must not keep one that can from following.
   */
  readonly onStandstill: (error: NobodyFollowsError | ProgressUnknownError) => void;
}

interface StandstillWatch {
  /** Resolves after the signal. */
  readonly done: Promise<void>;
  /** Throws NobodyFollowsError, ProgressUnknownError. */
  check(): void;
}

const LIMIT_MS = 30_000;
const LOOK_EVERY_MS = 5_000;
/** Used while something is wrong or unknown, so that its end is seen soon. */
const LOOK_AGAIN_MS = 1_000;
const LONGEST_PATIENCE_MS = 600_000;

/**
 * Watches, from outside the loop that should move it, whether a checkpoint is behind the ledger. It asks the ledger and
 * the checkpoint's row itself, in the owner and in instances that stand by.
 */
export const watchStandstill = (options: StandstillOptions): StandstillWatch => {
  const { follower, where, tail, lag, log, signal, limitMs = LIMIT_MS, onStandstill } = options;
  const everyMs = Math.min(LOOK_EVERY_MS, limitMs / 6);
  let mark: string | undefined;
  /** How long it has been behind the ledger; times in which nothing could be asked do not count. */
  let standsMs = 0;
  let patienceMs = limitMs;
  let last = { at: performance.now(), answered: false };
  let answeredAt = performance.now();
  let unknownPatienceMs = 2 * limitMs;

  const tell = (ms: number): void => {
    standsMs = ms;
    metrics.followerStands.set({ follower }, ms / 1_000);
  };
  const fault = () =>
    new NobodyFollowsError(
      `the checkpoint of ${follower} has been behind the ledger for ${Math.round(standsMs)} ms and no instance moves it`,
    );
  const unknown = () =>
    new ProgressUnknownError(`the checkpoint could not be read for ${Math.round(performance.now() - answeredAt)} ms`);

  const look = async (): Promise<void> => {
    const at = await where();
    const unread = await tail(at.position);
    if (lag !== undefined) metrics.followerLag.set({ follower }, unread === null ? 0 : (await lag(at)) / 1_000);
    answeredAt = performance.now();
    unknownPatienceMs = 2 * limitMs;
    if (unread === null || at.mark !== mark) {
      tell(0);
      patienceMs = limitMs;
      // While the process was stopped, or the machine asleep, nothing was watched.
    } else if (last.answered) tell(standsMs + Math.min(2 * everyMs, answeredAt - last.at));
    mark = at.mark;
    last = { at: answeredAt, answered: true };
    if (standsMs <= patienceMs) return;
    patienceMs = standsMs + Math.min(standsMs, LONGEST_PATIENCE_MS);
    onStandstill(fault());
  };

  const lookOrNot = async (): Promise<void> => {
    try {
      await orAborted(look(), signal);
    } catch (error) {
      // It has stood still at least until the last question: otherwise a question that fails now and then would hide
      // it.
      if (last.answered && standsMs > 0) tell(standsMs + Math.min(everyMs, performance.now() - last.at));
      last = { at: performance.now(), answered: false };
      log.warn('could not read the checkpoint of the follower; will retry', { name: follower, error });
      const unknownMs = performance.now() - answeredAt;
      if (unknownMs <= unknownPatienceMs) return;
      unknownPatienceMs = unknownMs + Math.min(unknownMs, LONGEST_PATIENCE_MS);
      onStandstill(unknown());
    }
  };

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      await lookOrNot();
      const soon = !last.answered || standsMs > limitMs;
      const waitMs = soon ? Math.min(everyMs, LOOK_AGAIN_MS) : everyMs;
      await delay(waitMs, undefined, { signal }).catch(() => undefined);
    }
    metrics.followerStands.remove({ follower });
    metrics.followerLag.remove({ follower });
  };

  return {
    done: run(),
    check: () => {
      if (standsMs > limitMs) throw fault();
      if (performance.now() - answeredAt > 2 * limitMs) throw unknown();
    },
  };
};
