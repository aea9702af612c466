import { setTimeout as delay } from 'node:timers/promises';
import { NewerWriterError } from '@order-ledger/domain/recorded-event';
import { jittered } from '@order-ledger/platform/back-off';
import type { Log } from '@order-ledger/platform/log';
import type { Pool } from 'pg';
import { FencedError, type OwnedCheckpoint, openCheckpoint } from './checkpoint.ts';
import { assertStandsInLedger, LedgerDivergedError } from './divergence.ts';
import type { Ledger } from './ledger.ts';
import { becomeOwner } from './ownership.ts';

export interface OwnedFollowerOptions {
  /** The checkpoint's name, such as `orders@1`; with the pool's database and schema it names what is owned. */
  readonly name: string;
  /** The process's name; together with `name` it is the lock's. */
  readonly process: string;
  readonly connectionString: string;
  /** Looks up names in the schema that holds the checkpoint. */
  readonly pool: Pool;
  readonly ledger: Ledger;
  readonly log: Log;
  readonly signal: AbortSignal;
  /**
   * Follows the ledger from the checkpoint until the signal; called again, with a checkpoint of a new epoch, after the
   * ownership was lost or after it threw anything but a reason to stop for good.
   */
  readonly follow: (checkpoint: OwnedCheckpoint, signal: AbortSignal) => Promise<void>;
  /** True for what no repetition mends, beside a newer writer and a diverged ledger: the follower stops, unhealthy. */
  readonly isFinal?: (error: unknown) => boolean;
  /** Milliseconds between two looks at whether the ledger still holds the last event; 60,000 if absent. */
  readonly verifyEveryMs?: number;
}

export interface OwnedFollower {
  /** Resolves after the signal; rejects with what stopped it for good. */
  readonly done: Promise<void>;
  state(): 'standing-by' | 'following' | 'waiting-to-retry' | 'stopped';
  /** Null while another instance owns it. */
  epoch(): bigint | null;
  /** For health: throws what stopped it for good, or what it fails on again and again. */
  check(): void;
}

/** Failures in a row from which on the follower is unhealthy: one or two may be a restart of a server. */
const UNHEALTHY_AFTER = 3;
/** What has followed for so long has got over its failures, milliseconds. */
const RECOVERED_AFTER_MS = 10_000;

/** One owner at a time follows the ledger from a fenced checkpoint; other instances stand by and take over. */
export const followAsOwner = (options: OwnedFollowerOptions): OwnedFollower => {
  const { name, process, connectionString, pool, ledger, log, signal, follow, isFinal = () => false } = options;
  let state: ReturnType<OwnedFollower['state']> = 'standing-by';
  let epoch: bigint | null = null;
  let failures = 0;
  let fault: unknown;
  let followingSince = 0;

  const verifyUntil = async (checkpoint: OwnedCheckpoint, until: AbortSignal): Promise<void> => {
    for (;;) {
      await delay(options.verifyEveryMs ?? 60_000, undefined, { signal: until });
      try {
        await assertStandsInLedger(ledger, name, checkpoint.current());
      } catch (error) {
        if (error instanceof LedgerDivergedError) throw error;
        log.warn('whether the ledger still holds the last event cannot be asked now', { name, error });
      }
    }
  };

  const followOnce = async (lost: AbortSignal): Promise<void> => {
    const checkpoint = await openCheckpoint(pool, name);
    epoch = checkpoint.epoch;
    await assertStandsInLedger(ledger, name, checkpoint.current());
    const over = new AbortController();
    const until = AbortSignal.any([signal, lost, over.signal]);
    const stopped = new Promise<void>((resolve) => until.addEventListener('abort', () => resolve(), { once: true }));
    const diverged = verifyUntil(checkpoint, until).catch((error: unknown) => {
      if (error instanceof LedgerDivergedError) throw error;
      return stopped;
    });
    state = 'following';
    followingSince = performance.now();
    const following = follow(checkpoint, until);
    try {
      await Promise.race([following, diverged]);
    } finally {
      over.abort(new Error('no longer followed'));
      await Promise.allSettled([following, diverged]);
    }
  };

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      state = 'standing-by';
      epoch = null;
      const ownership = await becomeOwner({ connectionString, name: `${process} ${name}`, log, signal });
      if (ownership === null) return;
      const began = performance.now();
      try {
        await followOnce(ownership.lost);
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        fault = error;
        if (error instanceof LedgerDivergedError || error instanceof NewerWriterError || isFinal(error)) throw error;
        // One that worked for a minute failed anew; one that was fenced has nothing to be blamed for.
        failures = performance.now() - began > 60_000 || error instanceof FencedError ? 1 : failures + 1;
      } finally {
        await ownership.release();
      }
      if (signal.aborted || failures === 0) continue;
      state = 'waiting-to-retry';
      const waitMs = jittered(failures, { firstMs: 250, maxMs: 15_000 });
      log.warn('following the ledger failed and begins again from its checkpoint', {
        name,
        delay_ms: Math.round(waitMs),
        error: fault,
      });
      await delay(waitMs, undefined, { signal }).catch(() => undefined);
    }
  };

  let ended: { readonly error: unknown } | undefined;
  const done = run().then(
    () => {
      state = 'stopped';
    },
    (error: unknown) => {
      state = 'stopped';
      ended = { error };
      log.error('the ledger is no longer followed', { name, error });
      throw error;
    },
  );
  // Who does not await it hears of it by its health.
  done.catch(() => undefined);

  return {
    done,
    state: () => state,
    epoch: () => epoch,
    check: () => {
      if (ended !== undefined) throw ended.error;
      const recovered = state === 'following' && performance.now() - followingSince > RECOVERED_AFTER_MS;
      if (failures >= UNHEALTHY_AFTER && !recovered) throw fault;
    },
  };
};
