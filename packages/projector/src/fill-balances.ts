import { inTransaction } from '@order-ledger/platform/postgres';
import { type FirstPageList, listsShowing } from '@order-ledger/read-model/first-pages/lists';
import type { TablesOptions } from './committed.ts';

/** Orders in a piece: few enough to hold up no batch for long. */
const PIECE = 200;

export interface Filled {
  readonly lists: readonly FirstPageList[];
  readonly orders: number;
  /** Where the next piece begins; null at the end. */
  readonly last: string | null;
}

/**
 * Fills in how the money stands of orders that are older than these columns, or that an earlier build has written: some
 * of those after `after`. It folds what the tables hold, so only their rows change.
 */
export const fillBalances = async (options: TablesOptions, after: string | null): Promise<Filled> => {
  const { pool, writer, checkpoint, keepsFirstPages } = options;
  const orderIds = await writer.withoutBalance(pool, after, PIECE);
  if (orderIds.length === 0) return { lists: [], orders: 0, last: null };
  const loaded = [...(await writer.load(pool, orderIds)).values()];
  const rows = loaded.filter(({ balance_version, event_version }) => balance_version === event_version);
  const lists = listsShowing(...rows);
  const state = checkpoint.current();
  await inTransaction(pool, async (client) => {
    // Moves nothing, but fails where another instance owns the tables by now.
    await checkpoint.advance(client, state);
    await writer.fillBalances(client, rows);
    if (keepsFirstPages && state.position !== null) await writer.markDirty(client, lists, state.position.commit);
  });
  return { lists, orders: rows.length, last: orderIds.at(-1) ?? null };
};
