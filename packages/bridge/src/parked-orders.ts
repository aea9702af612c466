import { answered, REQUEST, TRIAL_ASKED } from '@order-ledger/platform/parked-table';
import type { ClientBase, Pool } from 'pg';

/** An order of which nothing more is published on an exchange, from this event on. */
export interface ParkedOrder {
  readonly orderId: string;
  readonly eventVersion: bigint;
  readonly eventId: string;
  readonly reason: 'unreadable' | 'unpublishable';
  /** A `faultText`. */
  readonly detail: string;
}

/** By order: the first event that is not published. */
export const parkedOrders = async (pool: Pool, exchange: string): Promise<Map<string, bigint>> => {
  const { rows } = await pool.query<{ order_id: string; event_version: string }>(
    'select order_id, event_version from parked_order where exchange = $1',
    [exchange],
  );
  return new Map(rows.map(({ order_id, event_version }) => [order_id, BigInt(event_version)]));
};

/**
 * In the transaction that moves the checkpoint past the event, so that the event is either published or shown here. An
 * order that was just being published again is parked from the same event as before; `looks` tells whoever publishes
 * it.
 */
export const park = async (client: ClientBase, exchange: string, order: ParkedOrder): Promise<void> => {
  await client.query({
    name: 'park-order',
    text: `insert into parked_order as p (exchange, order_id, event_version, event_id, reason, detail)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (exchange, order_id) do update set looks = p.looks + 1`,
    values: [exchange, order.orderId, order.eventVersion, order.eventId, order.reason, order.detail],
  });
};

/** A parked order that an operator has asked to be published again. */
export interface ReleasedOrder {
  readonly orderId: string;
  /** The first that was not published. */
  readonly eventVersion: number;
  readonly looks: number;
  /** Which request it is. */
  readonly asked: string;
}

export const releasedOrders = async (pool: Pool, exchange: string): Promise<ReleasedOrder[]> => {
  const { rows } = await pool.query<{ order_id: string; event_version: string; looks: number; asked: string }>(
    `select order_id, event_version, looks, ${REQUEST} from parked_order
     where exchange = $1 and ${TRIAL_ASKED} order by parked_at`,
    [exchange],
  );
  return rows.map(({ order_id, event_version, looks, asked }) => ({
    ...{ orderId: order_id, eventVersion: Number(event_version), looks, asked },
  }));
};

/** False if another event of the order was parked since: that row must stay. */
export const unpark = async (pool: Pool, exchange: string, { orderId, looks }: ReleasedOrder): Promise<boolean> => {
  const { rowCount } = await pool.query(
    'delete from parked_order where exchange = $1 and order_id = $2 and looks = $3',
    [exchange, orderId, looks],
  );
  return rowCount === 1;
};

/** It was released and failed again: it is not retried until it is released once more. */
export const keepParked = async (
  pool: Pool,
  exchange: string,
  { orderId, asked }: ReleasedOrder,
  detail: string | null,
): Promise<void> => {
  await pool.query(
    `update parked_order set ${answered('$3')}, looks = looks + 1, detail = coalesce($4, detail)
     where exchange = $1 and order_id = $2`,
    [exchange, orderId, asked, detail],
  );
};
