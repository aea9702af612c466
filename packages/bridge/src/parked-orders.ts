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

/** In the transaction that moves the checkpoint past the event: it is either published or shown here. */
export const park = async (client: ClientBase, exchange: string, order: ParkedOrder): Promise<void> => {
  await client.query({
    name: 'park-order',
    text: `insert into parked_order (exchange, order_id, event_version, event_id, reason, detail)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (exchange, order_id) do nothing`,
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

/** Only as it was released: an instance that has lost its ownership must not take away what was parked since. */
export const unpark = async (pool: Pool, exchange: string, { orderId, eventVersion }: ReleasedOrder): Promise<void> => {
  await pool.query('delete from parked_order where exchange = $1 and order_id = $2 and event_version = $3', [
    exchange,
    orderId,
    eventVersion,
  ]);
};
