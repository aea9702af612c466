import { setTimeout as delay } from 'node:timers/promises';
import { orAborted } from '@order-ledger/platform/aborted';
import { inTransaction } from '@order-ledger/platform/postgres';
import type { ClientBase, Pool } from 'pg';
import { metrics } from '../metrics.ts';
import type { CheckpointState, OwnedCheckpoint } from './checkpoint.ts';

/**
 * Moves a checkpoint. Where a reader keeps something, both are in one transaction; where it keeps nothing, the checkpoint
 * follows with the next transaction or a little later. Whatever was done up to the checkpoint is done; what lies behind it
 * after a crash was of no concern, and is read again.
 */
export interface LateCheckpoint {
  /** Where the reader is: at the checkpoint, or further by what it has passed. */
  current(): CheckpointState;
  /** Resolves when all that is written, and the checkpoint, are committed. Throws FencedError. */
  keep(to: CheckpointState, write: (client: ClientBase) => Promise<unknown>): Promise<void>;
  /** Nothing up to there is to be kept. */
  pass(to: CheckpointState): void;
  /** For the tasks beside the reading: commits what was passed, until the signal. */
  readonly settling: (until: AbortSignal) => Promise<void>;
  /**
   * For the end of a run: a follower that is stopped in order is not behind. Never rejects: what cannot be written now, or
   * is another owner's by now, is read again and leaves nothing then either.
   */
  readonly drain: () => Promise<void>;
}

/** Milliseconds by which the checkpoint is late at most: this is what a crash lets be read twice. */
const LATE_MS = 1_000;

/** @param follower label of the metrics */
export const lateCheckpoint = (
  pool: Pool,
  checkpoint: OwnedCheckpoint,
  follower: string,
  lateMs = LATE_MS,
): LateCheckpoint => {
  let reached = checkpoint.current();
  let wake = (): void => undefined;
  let last: Promise<unknown> = Promise.resolve();
  /** The checkpoint moves from where it is: two transactions at once would fence each other off. */
  const alone = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };

  const commit = async (to: CheckpointState, write?: (client: ClientBase) => Promise<unknown>): Promise<void> => {
    await inTransaction(pool, async (client) => {
      // First, so that a replaced owner waits for no lock and writes nothing.
      await checkpoint.advance(client, to);
      await write?.(client);
    });
    checkpoint.committed(to);
    metrics.followerCommits.inc({ follower, kept: write === undefined ? 'position' : 'effects' });
  };

  const somethingPassed = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  const settle = async (): Promise<void> => {
    if (reached !== checkpoint.current()) await commit(reached);
  };

  return {
    current: () => reached,
    keep: (to, write) =>
      alone(async () => {
        const before = reached;
        await commit(to, write);
        if (reached === before) reached = to;
      }),
    pass: (to) => {
      const { position } = reached;
      if (to.position?.commit === position?.commit && to.position?.prepare === position?.prepare) return;
      reached = to;
      wake();
    },
    settling: async (until) => {
      while (!until.aborted) {
        if (reached === checkpoint.current()) await orAborted(somethingPassed(), until);
        await delay(lateMs, undefined, { signal: until }).catch(() => undefined);
        if (!until.aborted) await alone(settle);
      }
    },
    drain: () => alone(settle).catch(() => undefined),
  };
};
