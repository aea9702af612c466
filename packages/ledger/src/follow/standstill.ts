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

/** Whether anybody follows could not be asked for so long that nothing is known of it. */
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
   * Called when the limit is over, and again after twice the time. Where nothing is known it is called as well: who
   * cannot ask does not keep from following who can.
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
/** Where something is wrong or not known, so that its end is seen soon. */
const LOOK_AGAIN_MS = 1_000;
const LONGEST_PATIENCE_MS = 600_000;

/**
 * Sees from outside of the loop that should move it whether a checkpoint stands behind the ledger: it asks the ledger and
 * the checkpoint's row by itself, in an instance that stands by as well as in the owner.
 */
export const watchStandstill = (options: StandstillOptions): StandstillWatch => {
  const { follower, where, tail, lag, log, signal, limitMs = LIMIT_MS, onStandstill } = options;
  const everyMs = Math.min(LOOK_EVERY_MS, limitMs / 6);
  let mark: string | undefined;
  /** How long it has stood behind the ledger, as far as is known: what could not be asked is left out. */
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
      // A process that was stopped, or a machine that slept, has seen nothing of the time.
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
      // What stood until now has stood at least until the question: else one that fails now and then would hide it.
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
