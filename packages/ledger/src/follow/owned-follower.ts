import type { Log } from '@order-ledger/platform/log';
import { assertWritable } from '@order-ledger/platform/postgres';
import type { Pool } from 'pg';
import type { Ledger } from '../ledger.ts';
import { type OwnedCheckpoint, openCheckpoint, readMark } from './checkpoint.ts';
import { followVerified } from './follow-verified.ts';
import { type KeptFollower, keepFollowing, type RunState } from './keep-following.ts';
import { lagOf } from './lag.ts';
import { orLeftBehind } from './left-behind.ts';
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
   * Follows the ledger from the checkpoint until the signal. It is called again, with a checkpoint of a new epoch,
   * after the ownership was lost, after a standstill, or after any error that is no reason to stop for good. A call
   * that does not return is left behind: what it does then must be refused by the checkpoint's fence, or be harmless
   * when done twice.
   */
  readonly follow: (checkpoint: OwnedCheckpoint, signal: AbortSignal) => Promise<void>;
  /** True while `follow` waits for something outside and reports that in its own health: this is no standstill. */
  readonly waits?: () => boolean;
  /**
   * True for errors that no retry can help, besides a newer writer and a diverged ledger: the follower stops,
   * unhealthy.
   */
  readonly isFinal?: (error: unknown) => boolean;
  /** Milliseconds between two looks at whether the ledger still holds the last event; 60,000 if absent. */
  readonly verifyEveryMs?: number | undefined;
  /** Milliseconds behind the ledger, moved by no instance, that are a standstill; 30,000 if absent. */
  readonly standstillMs?: number | undefined;
  /** Milliseconds that `follow` may take to come back after its signal; 15,000 if absent. */
  readonly graceMs?: number | undefined;
}

export interface OwnedFollower extends KeptFollower {
  /** Null while another instance owns it. */
  epoch(): bigint | null;
}

/** One owner at a time follows the ledger from a fenced checkpoint; other instances stand by and take over. */
export const followAsOwner = (options: OwnedFollowerOptions): OwnedFollower => {
  const { name, process, connectionString, pool, ledger, log, signal, follow } = options;
  let owned: OwnedCheckpoint | null = null;

  const followOnce = async (held: AbortSignal, enters: (state: RunState) => void): Promise<void> => {
    const checkpoint = await openCheckpoint(pool, name);
    await followVerified({
      ...{ name, ledger, log, signal: held, current: checkpoint.current, everyMs: options.verifyEveryMs },
      follow: (until) => {
        owned = checkpoint;
        enters('following');
        return follow(checkpoint, until);
      },
    });
  };

  const run = async (until: AbortSignal, enters: (state: RunState) => void): Promise<void> => {
    enters('standing-by');
    const ownership = await becomeOwner({ connectionString, name: `${process} ${name}`, log, signal: until });
    if (ownership === null) return;
    const held = AbortSignal.any([until, ownership.lost]);
    try {
      enters('taking-over');
      await orLeftBehind(followOnce(held, enters), held, options.graceMs ?? 15_000);
    } finally {
      owned = null;
      await ownership.release();
    }
  };

  const follower = keepFollowing({
    follower: `${process} ${name}`,
    ...{ log, signal, run, isFinal: options.isFinal, limitMs: options.standstillMs },
    ...{ tail: ledger.tail, lag: (at) => lagOf(ledger, at) },
    ask: () => Promise.all([ledger.ready(), assertWritable(pool)]),
    where: async () => {
      if (owned !== null && options.waits?.() === true) await owned.touch(pool);
      return readMark(pool, name);
    },
  });
  return { ...follower, epoch: () => owned?.epoch ?? null };
};
