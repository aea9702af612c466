import type { Exchange } from '@order-ledger/domain/events';
import { advanceAll, FencedError, fenced, type OwnedCheckpoint } from '@order-ledger/ledger/follow/checkpoint';
import { inTransaction } from '@order-ledger/platform/postgres';
import type { Pool } from 'pg';
import type { Progress } from './finished-prefix.ts';
import { metrics } from './metrics.ts';
import { park } from './parked-orders.ts';

export interface Commit {
  readonly exchange: Exchange;
  readonly checkpoint: OwnedCheckpoint;
  readonly progress: Progress;
}

/** The transactions of all exchanges that this instance relays. */
export interface Commits {
  /**
   * Resolves when it is time for the next one: at once after a quiet time and where there is much to commit, else together
   * with those of the other exchanges.
   */
  due(isMuch: boolean): Promise<void>;
  /** There is much to commit now: whoever waits waits no longer. */
  hurry(): void;
  /** Moves the checkpoint, with the orders that were parked on the way, in one transaction with what is given meanwhile. */
  commit(one: Commit): Promise<void>;
}

/**
 * Between the beginnings of two transactions, milliseconds, while there is little to commit: what was confirmed meanwhile
 * is published again after a crash.
 */
const EVERY_MS = 100;

export const createCommits = (pool: Pool): Commits => {
  let began = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let waiting: (() => void)[] = [];
  let gathered: { readonly one: Commit; readonly resolve: () => void; readonly reject: (error: unknown) => void }[] =
    [];

  const begin = (): void => {
    clearTimeout(timer);
    timer = undefined;
    began = performance.now();
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };

  const transaction = async (all: readonly Commit[]): Promise<void> => {
    const from = performance.now();
    await inTransaction(pool, async (client) => {
      for (const { exchange, progress } of all)
        for (const order of progress.parked) await park(client, exchange, order);
      const moves = all.map(({ checkpoint, progress }) => ({ checkpoint, to: progress.to }));
      const moved = await advanceAll(client, moves);
      for (const { checkpoint } of moves) if (!moved.has(checkpoint.name)) throw fenced(checkpoint);
    });
    for (const { exchange } of all) metrics.commitSeconds.observe({ exchange }, (performance.now() - from) / 1_000);
  };

  const flush = async (): Promise<void> => {
    const batch = gathered;
    gathered = [];
    try {
      await transaction(batch.map(({ one }) => one));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      // Who lost its ownership takes nobody else's commit with it.
      if (error instanceof FencedError && batch.length > 1)
        for (const { one, resolve, reject } of batch) await transaction([one]).then(resolve, reject);
      else for (const { reject } of batch) reject(error);
    }
  };

  return {
    due: (isMuch) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        const leftMs = began + EVERY_MS - performance.now();
        if (isMuch || leftMs <= 0) begin();
        else timer ??= setTimeout(begin, leftMs);
      }),
    hurry: () => {
      if (waiting.length > 0) begin();
    },
    commit: (one) =>
      new Promise((resolve, reject) => {
        if (gathered.push({ one, resolve, reject }) === 1) setImmediate(() => void flush());
      }),
  };
};
