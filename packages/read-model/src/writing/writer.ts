import type { ClientBase, Pool } from 'pg';
import type { Changes } from '../folding/fold-batch.ts';
import type { OrderRow, OutlinedOrder, ParkedOrder } from '../rows.ts';
import { addFlow } from './add-flow.ts';
import { fillBalances, ordersWithoutBalance } from './balances.ts';
import { beat } from './beat.ts';
import { beginCursors } from './begin-cursors.ts';
import { markDirty, sweepDirty } from './dirty-lists.ts';
import { insertSpans } from './insert-spans.ts';
import { insertTimeline } from './insert-timeline.ts';
import { loadOrderRows } from './load-order-rows.ts';
import { mergeMarks } from './merge-marks.ts';
import { outlineOrders, removeOutline } from './outline-orders.ts';
import {
  askForRetry,
  askForRowless,
  countOpen,
  keepParked,
  ordersToRetry,
  parkedOrders,
  parkOrders,
  type Retried,
  type StillParked,
  unparkOrder,
} from './park-orders.ts';
import { part, together, write } from './statement.ts';
import { upsertIntervals } from './upsert-intervals.ts';
import { upsertOrderRows } from './upsert-order-rows.ts';

/** A row was newer than the batch that was folded onto it: another instance writes here, so nothing may be kept. */
class StaleRowsError extends Error {
  override readonly name = 'StaleRowsError';
}

export interface Writer {
  readonly schema: string;
  /** The rows of these orders, by order_id. */
  load(pool: Pool, orderIds: readonly string[]): Promise<Map<string, OrderRow>>;
  /** To be called by a new owner in a transaction that holds his checkpoint, before his first event. */
  beginCursors(client: ClientBase): Promise<void>;
  /** At most four statements, whatever the size of the batch; inside the caller's transaction. Throws StaleRowsError. */
  store(client: ClientBase, changes: Changes): Promise<void>;
  park(client: ClientBase, orders: readonly ParkedOrder[]): Promise<void>;
  /** Rows for those of them that have none. */
  outline(client: ClientBase, orders: readonly OutlinedOrder[]): Promise<void>;
  removeOutline(client: ClientBase, orderId: string): Promise<void>;
  parked(pool: Pool): Promise<Set<string>>;
  /** Parked orders that are not closed. */
  countOpen(pool: Pool): Promise<number>;
  toRetry(pool: Pool): Promise<Retried[]>;
  askForRetry(client: ClientBase | Pool, orderIds: readonly string[]): Promise<void>;
  askForRowless(pool: Pool): Promise<void>;
  unpark(client: ClientBase, orderId: string): Promise<void>;
  keepParked(client: ClientBase, order: StillParked): Promise<void>;
  /** Orders behind `after` whose rows do not say how their money stands, by order_id. */
  withoutBalance(pool: Pool, after: string | null, most: number): Promise<string[]>;
  /** Says so in rows as they were loaded. */
  fillBalances(client: ClientBase, rows: readonly OrderRow[]): Promise<number>;
  markDirty(client: ClientBase, lists: readonly string[], position: bigint): Promise<void>;
  sweepDirty(pool: Pool, list: string, mark: string): Promise<void>;
  beat(pool: Pool, position: { commit: bigint; prepare: bigint } | null, askedMsAgo: number): Promise<void>;
}

/** Everything that writes into one version's schema. */
export const createWriter = (schema: string): Writer => {
  const orderRows = upsertOrderRows(schema);
  const { text, values } = together<Changes>(
    part(insertTimeline(schema), ({ timeline }) => timeline),
    part(insertSpans(schema), ({ spans }) => spans),
    part(upsertIntervals(schema), ({ intervals }) => intervals),
  );
  const name = `store-history-${schema}`;
  const flow = addFlow(schema);
  const marks = mergeMarks(schema);
  return {
    schema,
    load: loadOrderRows(schema),
    beginCursors: beginCursors(schema),
    store: async (client, changes) => {
      if (changes.rows.length === 0) return;
      // First and alone: what another instance has written must not look like rows that the other tables refuse.
      const written = await write(client, orderRows, changes.rows);
      if (written !== changes.rows.length)
        throw new StaleRowsError(
          `${changes.rows.length - written} rows of ${schema}.order_row are newer than the batch`,
        );
      await client.query({ name, text, values: values(changes) });
      await write(client, flow, changes.flow);
      await write(client, marks, changes.marks);
    },
    park: parkOrders(schema),
    outline: outlineOrders(schema),
    removeOutline: removeOutline(schema),
    parked: (pool) => parkedOrders(pool, schema),
    countOpen: (pool) => countOpen(pool, schema),
    toRetry: (pool) => ordersToRetry(pool, schema),
    askForRetry: askForRetry(schema),
    askForRowless: (pool) => askForRowless(pool, schema),
    unpark: unparkOrder(schema),
    keepParked: keepParked(schema),
    withoutBalance: ordersWithoutBalance(schema),
    fillBalances: fillBalances(schema),
    markDirty: markDirty(schema),
    sweepDirty: sweepDirty(schema),
    beat: beat(schema),
  };
};
