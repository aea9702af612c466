import { NewerWriterError } from '@order-ledger/domain/recorded-event';
import { backOff, jittered } from '@order-ledger/platform/back-off';
import type { Log } from '@order-ledger/platform/log';
import { metrics } from '../metrics.ts';
import { LedgerDivergedError } from '../restored/divergence.ts';
import { FencedError } from './checkpoint.ts';
import { LeftBehindError } from './left-behind.ts';
import { NobodyFollowsError, type StandstillOptions, watchStandstill } from './standstill.ts';

/** How far a run has come. */
export type RunState = 'standing-by' | 'taking-over' | 'following';

export interface KeptFollower {
  /** Resolves after the signal; rejects with what stopped it for good. */
  readonly done: Promise<void>;
  state(): RunState | 'waiting-to-retry' | 'stopped';
  /**
   * For readiness, in every state: throws what stopped it for good, the error that keeps coming back, and
   * NobodyFollowsError while no instance follows.
   */
  check(): void;
}

interface KeepFollowingOptions extends Pick<StandstillOptions, 'follower' | 'where' | 'tail' | 'lag' | 'limitMs'> {
  readonly log: Log;
  readonly signal: AbortSignal;
  /** One run until its signal. It always returns: work in it that hangs is left behind. */
  readonly run: (until: AbortSignal, enters: (state: RunState) => void) => Promise<void>;
  /**
   * True for errors that no retry can help, besides a newer writer and a diverged ledger: the follower stops,
   * unhealthy.
   */
  readonly isFinal?: ((error: unknown) => boolean) | undefined;
  /** A cheap question to all that a run depends on; rejects while that cannot be reached. */
  readonly ask: () => Promise<unknown>;
}

/** Failures in a row from which on the follower is unhealthy: one or two may be a restart of a server. */
const UNHEALTHY_AFTER = 3;
/** After a run of so many milliseconds earlier failures no longer count. */
const RECOVERED_AFTER_MS = 10_000;
const BACK_OFF = { firstMs: 250, maxMs: 15_000 };

/** Runs again and again until the signal: after a failure, after an end, and where a run stands still. */
export const keepFollowing = (options: KeepFollowingOptions): KeptFollower => {
  const { follower, log, signal, run, ask, where, tail, lag, limitMs, isFinal = () => false } = options;
  let state: ReturnType<KeptFollower['state']> = 'taking-over';
  let since = performance.now();
  let failures = 0;
  let fault: unknown;
  let current = new AbortController();
  const enter = (next: typeof state): void => {
    state = next;
    since = performance.now();
  };

  const over = new AbortController();
  const watch = watchStandstill({
    ...{ follower, where, tail, lag, log, limitMs },
    signal: AbortSignal.any([signal, over.signal]),
    onStandstill: (error) => {
      const found =
        error instanceof NobodyFollowsError
          ? 'no instance follows the ledger'
          : 'the progress of the followers is unknown';
      log.error(`${found}; restarting the follower here`, { name: follower, state, error });
      current.abort(error);
    },
  });

  /** Why the run ended. Throws errors that no retry can help. */
  const endOf = async (begun: AbortController): Promise<{ cause: string; error?: unknown }> => {
    const until = AbortSignal.any([signal, begun.signal]);
    const began = performance.now();
    try {
      await run(until, (next) => {
        if (!until.aborted) enter(next);
      });
    } catch (error) {
      if (signal.aborted) return { cause: 'stopped' };
      if (error instanceof LedgerDivergedError || error instanceof NewerWriterError || isFinal(error)) throw error;
      if (error instanceof LeftBehindError) return { cause: 'left-behind', error };
      if (begun.signal.aborted) return { cause: begun.signal.reason.code, error };
      fault = error;
      // After a minute of work it is a new failure; being fenced is no failure.
      failures = performance.now() - began > 60_000 || error instanceof FencedError ? 1 : failures + 1;
      return { cause: 'failed', error };
    }
    if (begun.signal.aborted) return { cause: begun.signal.reason.code };
    failures = 0;
    return { cause: 'ended' };
  };

  const keep = async (): Promise<void> => {
    while (!signal.aborted) {
      current = new AbortController();
      const { cause, error } = await endOf(current);
      if (signal.aborted) return;
      metrics.followingsBegunAnew.inc({ follower, cause });
      enter('waiting-to-retry');
      const waitMs = jittered(failures, BACK_OFF);
      log.warn('follower stopped; restarting from its checkpoint', {
        ...{ name: follower, reason: cause, delay_ms: Math.round(waitMs), error },
      });
      // What failed because something was away is not this follower's fault.
      if ((await backOff({ waitMs, ask, signal })) === 'back') failures = 0;
    }
  };

  let ended: { readonly error: unknown } | undefined;
  const kept = keep().then(
    () => enter('stopped'),
    (error: unknown) => {
      enter('stopped');
      ended = { error };
      log.error('follower failed and is not restarted', { name: follower, error });
      throw error;
    },
  );
  const done = kept.finally(() => {
    over.abort();
    return watch.done;
  });
  // A caller that does not await it sees it in its health.
  done.catch(() => undefined);

  return {
    done,
    state: () => state,
    check: () => {
      if (ended !== undefined) throw ended.error;
      const recovered = state === 'following' && performance.now() - since > RECOVERED_AFTER_MS;
      if (failures >= UNHEALTHY_AFTER && !recovered) throw fault;
      watch.check();
    },
  };
};
