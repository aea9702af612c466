import { inTransaction } from '@order-ledger/platform/postgres';
import type { Changes } from '@order-ledger/read-model/folding/fold-batch';
import type { Batch } from './batcher.ts';
import { createBatchCommit } from './commit-batch.ts';
import type { Committed, Parked, TablesOptions } from './committed.ts';
import { type Filled, fillBalances } from './fill-balances.ts';
import { createKnownRows } from './known-rows.ts';
import { retryParkedOrders } from './retry-parked.ts';

/** All that touches rows and checkpoint in a run; one piece of work waits for the one before it. */
export interface Committer {
  /** Rejects when nothing of the batch was kept: it is to be read again from the checkpoint. */
  commit(batch: Batch): Promise<Committed>;
  /** Retries parked orders for which an operator has asked. */
  retryParked(): Promise<Committed>;
  /** Fills in how the money of orders after this one stands whose rows do not say it; some of them at a time. */
  fillBalances(after: string | null): Promise<Filled>;
  /** Those that are not closed. */
  parkedOrders(): number;
  /** Rows that need not be read for their next event. */
  knownRows(): number;
}

export const createCommitter = async (
  options: TablesOptions,
  onCommitted: (changes: Changes) => void = () => undefined,
): Promise<Committer> => {
  const { pool, writer, checkpoint } = options;
  await inTransaction(pool, async (client) => {
    await checkpoint.advance(client, checkpoint.current());
    await writer.beginCursors(client);
  });
  const parked: Parked = { orders: await writer.parked(pool), open: await writer.countOpen(pool) };
  await writer.askForRowless(pool);
  const known = createKnownRows(pool, writer);
  const commit = createBatchCommit(options, parked, known, onCommitted);

  let last: Promise<unknown> = Promise.resolve();
  const alone = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  return {
    commit: (batch) => alone(() => commit(batch)),
    retryParked: () => alone(() => retryParkedOrders(options, parked)),
    fillBalances: (after) => alone(() => fillBalances(options, after).finally(known.clear)),
    parkedOrders: () => parked.open,
    knownRows: known.size,
  };
};
