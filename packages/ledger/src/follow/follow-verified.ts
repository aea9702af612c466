import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '@order-ledger/platform/log';
import type { Ledger } from '../ledger.ts';
import { assertStandsInLedger, LedgerDivergedError } from '../restored/divergence.ts';
import type { CheckpointState } from './checkpoint.ts';

interface VerifiedOptions {
  /** The checkpoint's name, for what is said of it. */
  readonly name: string;
  readonly ledger: Pick<Ledger, 'eventStandsAt'>;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** What is committed by now. */
  readonly current: () => CheckpointState;
  /** Milliseconds between two looks; 60,000 if absent. */
  readonly everyMs?: number | undefined;
  /** Follows until the signal. */
  readonly follow: (signal: AbortSignal) => Promise<void>;
}

/**
 * Follows a ledger that holds what the checkpoint stands on: it is asked before, and now and then meanwhile. Rejects with
 * LedgerDivergedError where it does not.
 */
export const followVerified = async (options: VerifiedOptions): Promise<void> => {
  const { name, ledger, log, signal, current, everyMs = 60_000 } = options;
  const verify = async (until: AbortSignal): Promise<void> => {
    for (;;) {
      await delay(everyMs, undefined, { signal: until }).catch(() => undefined);
      if (until.aborted) return;
      try {
        await assertStandsInLedger(ledger, name, current());
      } catch (error) {
        if (error instanceof LedgerDivergedError) throw error;
        log.warn('could not verify the checkpoint; will retry', { name, error });
      }
    }
  };
  await assertStandsInLedger(ledger, name, current());
  if (signal.aborted) return;
  const over = new AbortController();
  const until = AbortSignal.any([signal, over.signal]);
  const following = (async () => options.follow(until))();
  const verifying = verify(until);
  try {
    await Promise.race([following, verifying]);
  } finally {
    over.abort(new Error('no longer followed'));
    await Promise.allSettled([following, verifying]);
  }
};
