import type { Exchange } from '@order-ledger/domain/events';
import type { OwnedCheckpoint } from '@order-ledger/ledger/follow/checkpoint';
import { inTransaction } from '@order-ledger/platform/postgres';
import type { Pool } from 'pg';
import { metrics } from './metrics.ts';
import { park } from './parked-orders.ts';
import type { Sending } from './sending.ts';

interface Committing {
  /** Moves the checkpoint over what is finished, until the signal; rejects at the first transaction that fails. */
  asFinished(until: AbortSignal): Promise<void>;
  /** Commits what was finished since; nothing after a failed transaction, whose places are lost to this run. */
  rest(): Promise<void>;
}

export const createCommitting = (options: {
  readonly exchange: Exchange;
  readonly pool: Pool;
  readonly checkpoint: OwnedCheckpoint;
  readonly sending: Pick<Sending, 'progress' | 'finished' | 'committed'>;
}): Committing => {
  const { exchange, pool, checkpoint, sending } = options;
  let failed = false;

  const commit = async (): Promise<boolean> => {
    const progress = sending.progress();
    if (progress === null) return false;
    const began = performance.now();
    failed = true;
    await inTransaction(pool, async (client) => {
      for (const order of progress.parked) await park(client, exchange, order);
      await checkpoint.advance(client, progress.to);
    });
    failed = false;
    checkpoint.committed(progress.to);
    metrics.commitSeconds.observe({ exchange }, (performance.now() - began) / 1_000);
    sending.committed();
    return true;
  };

  return {
    asFinished: async (until) => {
      while (!until.aborted) if (!(await commit())) await sending.finished();
    },
    rest: async () => {
      if (!failed) await commit();
    },
  };
};
