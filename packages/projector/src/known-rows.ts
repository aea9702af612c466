import type { OrderRow, ParkedOrder } from '@order-ledger/read-model/rows';
import type { Writer } from '@order-ledger/read-model/writing/writer';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { metrics } from './metrics.ts';

/**
 * The rows of the orders that were written last, as they stand in the table: mostly the next event is of such an order, and
 * its row need not be read. Only this run writes the table, as its fence proves; if it does not, the table refuses a row
 * that is older than its own, and the run ends. What is written by other means than a batch is forgotten.
 */
export interface KnownRows {
  /** The rows of these orders; one without a row is absent. */
  load(orderIds: readonly string[]): Promise<Map<string, OrderRow>>;
  /** They are about to be written; the function that is returned says that they are committed. */
  writing(rows: readonly OrderRow[], parking: readonly ParkedOrder[]): () => void;
  clear(): void;
  size(): number;
}

/** Some three kilobytes each. */
const MOST_ROWS = 2_000;

export const createKnownRows = (pool: pg.Pool, writer: Pick<Writer, 'load'>): KnownRows => {
  const known = new LRUCache<string, OrderRow>({ max: MOST_ROWS });
  return {
    load: async (orderIds) => {
      const unknown = orderIds.filter((order_id) => !known.has(order_id));
      metrics.knownRows.inc({ result: 'hit' }, orderIds.length - unknown.length);
      metrics.knownRows.inc({ result: 'miss' }, unknown.length);
      const rows = unknown.length === 0 ? new Map<string, OrderRow>() : await writer.load(pool, unknown);
      for (const order_id of orderIds) {
        const row = known.get(order_id);
        if (row !== undefined) rows.set(order_id, row);
      }
      return rows;
    },
    writing: (rows, parking) => {
      for (const { order_id } of [...rows, ...parking]) known.delete(order_id);
      const marked = new Set(parking.map(({ order_id }) => order_id));
      return () => {
        // The row of a parked order is marked stale beside what was folded.
        for (const row of rows) if (!marked.has(row.order_id)) known.set(row.order_id, row);
      };
    },
    clear: () => known.clear(),
    size: () => known.size,
  };
};
