import type { ClientBase, Pool } from 'pg';
import type { ParkedOrder } from '../rows.ts';

/** Leaves the orders out from now on; their rows, where they have one, show that they are stale. */
export const parkOrders = (schema: string) => async (client: ClientBase, orders: readonly ParkedOrder[]) => {
  if (orders.length === 0) return;
  await client.query({
    name: `park-orders-${schema}`,
    text: `with parked as (
        insert into ${schema}.order_parked (order_id, event_version, reason, detail)
        select * from unnest($1::uuid[], $2::integer[], $3::text[], $4::text[])
        on conflict (order_id) do nothing
        returning order_id
      )
      update ${schema}.order_row set is_stale = true where order_id in (select order_id from parked)`,
    values: [
      orders.map(({ order_id }) => order_id),
      orders.map(({ event_version }) => event_version),
      orders.map(({ reason }) => reason),
      orders.map(({ detail }) => detail),
    ],
  });
};

export const parkedOrders = async (pool: Pool, schema: string): Promise<Set<string>> => {
  const { rows } = await pool.query<{ order_id: string }>(`select order_id from ${schema}.order_parked`);
  return new Set(rows.map(({ order_id }) => order_id));
};

/** Orders of which somebody asked that they be tried again, the first asked first. */
export const ordersToRetry = async (pool: Pool, schema: string): Promise<string[]> => {
  const { rows } = await pool.query<{ order_id: string }>({
    name: `orders-to-retry-${schema}`,
    text: `select order_id from ${schema}.order_parked where retry_requested_at is not null
      order by retry_requested_at limit 100`,
  });
  return rows.map(({ order_id }) => order_id);
};

/** The order's row holds all its events again. */
export const unparkOrder = (schema: string) => async (client: ClientBase, order_id: string) => {
  await client.query(`update ${schema}.order_row set is_stale = false where order_id = $1 and is_stale`, [order_id]);
  await client.query(`delete from ${schema}.order_parked where order_id = $1`, [order_id]);
};

/** The trial failed, for this reason. */
export const keepParked =
  (schema: string) =>
  async (client: ClientBase, { order_id, event_version, reason, detail }: ParkedOrder) => {
    await client.query(
      `update ${schema}.order_parked
       set event_version = $2, reason = $3, detail = $4, retry_requested_at = null where order_id = $1`,
      [order_id, event_version, reason, detail],
    );
  };
