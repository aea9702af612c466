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

export const parkedOrders = async (pool: Pool, exchange: string): Promise<Set<string>> => {
  const { rows } = await pool.query<{ order_id: string }>('select order_id from parked_order where exchange = $1', [
    exchange,
  ]);
  return new Set(rows.map(({ order_id }) => order_id));
};

/**
 * In the transaction that moves the checkpoint past the event: it is either published or shown here. An order that was
 * just being published again is parked from where it was before.
 */
export const park = async (client: ClientBase, exchange: string, order: ParkedOrder): Promise<void> => {
  await client.query({
    name: 'park-order',
    text: `insert into parked_order (exchange, order_id, event_version, event_id, reason, detail)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (exchange, order_id) do update set released_at = null`,
    values: [exchange, order.orderId, order.eventVersion, order.eventId, order.reason, order.detail],
  });
};

export interface ReleasedOrder {
  readonly orderId: string;
  /** The first that was not published. */
  readonly eventVersion: number;
}

export const releasedOrders = async (pool: Pool, exchange: string): Promise<ReleasedOrder[]> => {
  const { rows } = await pool.query<{ order_id: string; event_version: string }>(
    `select order_id, event_version from parked_order
     where exchange = $1 and released_at is not null
     order by parked_at`,
    [exchange],
  );
  return rows.map(({ order_id, event_version }) => ({ orderId: order_id, eventVersion: Number(event_version) }));
};

/** False where it is released no more: what was parked since must not be taken away. */
export const unpark = async (
  pool: Pool,
  exchange: string,
  { orderId, eventVersion }: ReleasedOrder,
): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `delete from parked_order
     where exchange = $1 and order_id = $2 and event_version = $3 and released_at is not null`,
    [exchange, orderId, eventVersion],
  );
  return rowCount === 1;
};

/** It was released, and failed again: nobody tries it until it is released once more. */
export const keepParked = async (
  pool: Pool,
  exchange: string,
  { orderId, eventVersion }: ReleasedOrder,
  detail: string,
): Promise<void> => {
  await pool.query(
    `update parked_order set released_at = null, detail = $4
     where exchange = $1 and order_id = $2 and event_version = $3`,
    [exchange, orderId, eventVersion, detail],
  );
};
