import { orAborted } from '@order-ledger/platform/aborted';
import type { Log } from '@order-ledger/platform/log';
import { LedgerUnavailableError } from '../errors.ts';
import type { CheckpointState } from '../follow/checkpoint.ts';
import type { Ledger } from '../ledger.ts';
import { metrics } from '../metrics.ts';
import { assertStandsInLedger, LedgerDivergedError } from './divergence.ts';

interface SameLedgerOptions {
  /** How far all instances of this process have read. */
  readonly checkpoints: () => Promise<readonly CheckpointState[]>;
  readonly eventStandsAt: Ledger['eventStandsAt'];
  readonly log: Log;
}

/** Whether the ledger is still the one that this process has read. */
export interface SameLedger {
  /**
   * Resolves if the ledger held what was read, as of a moment ago at most. Throws LedgerDivergedError (after the first
   * time without asking), LedgerUnavailableError, or the error of reading the checkpoints.
   */
  assert(): Promise<void>;
  /** Whether it held it as of a moment ago, so that there is nothing to wait for. */
  stands(): boolean;
  /** After this the ledger may be another one: it is asked again before the next answer. */
  doubt(): void;
  /** A reader has found out that it is another one. */
  found(error: LedgerDivergedError): void;
}

/** So long an answer counts, milliseconds: the ledger is asked a few times a second, however many commands come. */
const COUNTS_MS = 250;
/** How long to wait for Postgres before its last answer is used, milliseconds. */
const POSTGRES_PATIENCE_MS = 1_000;
/** How long a caller waits for the ledger, milliseconds; the question goes on. */
const LEDGER_PATIENCE_MS = 10_000;

/**
 * Nothing is decided on, or appended to, a ledger that does not hold what was read of it: the answers would belong to
 * another history. This is checked here too and not by the followers alone, because another instance may follow, or
 * none yet, or none since the ledger was exchanged.
 */
export const createSameLedger = ({ checkpoints, eventStandsAt, log }: SameLedgerOptions): SameLedger => {
  let diverged: LedgerDivergedError | undefined;
  let known: readonly CheckpointState[] | undefined;
  let counts = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;
  metrics.diverged.set({}, 0);

  const found = (error: LedgerDivergedError): void => {
    if (diverged !== undefined) return;
    diverged = error;
    metrics.diverged.set({}, 1);
    log.error('the ledger diverged from what was read; refusing commands until an operator decides', { error });
  };

  /** While Postgres is away commands do not need it: the ledger must hold what was read until then. */
  const newest = async (): Promise<readonly CheckpointState[]> => {
    if (known === undefined) return checkpoints();
    try {
      return (await orAborted(checkpoints(), AbortSignal.timeout(POSTGRES_PATIENCE_MS))) ?? known;
    } catch (error) {
      log.warn('could not read the checkpoints; will retry', { error });
      return known;
    }
  };

  const ask = async (): Promise<void> => {
    const began = performance.now();
    known = await newest();
    try {
      await Promise.all(known.map((state) => assertStandsInLedger({ eventStandsAt }, 'of this process', state)));
    } catch (error) {
      if (error instanceof LedgerDivergedError) found(error);
      throw error;
    }
    counts = began + COUNTS_MS;
  };

  const asked = (): Promise<void> => {
    if (asking !== undefined) return asking;
    const mine = ask().finally(() => {
      if (asking === mine) asking = undefined;
      // An answer from before the doubt does not count.
      else counts = Number.NEGATIVE_INFINITY;
    });
    asking = mine;
    return mine;
  };

  const stands = (): boolean => diverged === undefined && performance.now() < counts;

  return {
    stands,
    assert: async () => {
      if (diverged !== undefined) throw diverged;
      if (stands()) return;
      const answer = asked().then(() => 'same');
      if ((await orAborted(answer, AbortSignal.timeout(LEDGER_PATIENCE_MS))) === undefined)
        throw new LedgerUnavailableError('the ledger is not verified yet');
    },
    doubt: () => {
      counts = Number.NEGATIVE_INFINITY;
      asking = undefined;
    },
    found,
  };
};
