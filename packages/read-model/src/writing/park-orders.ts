import { ASK_FOR_TRIAL, answered, REQUEST, TRIAL_ASKED } from '@order-ledger/platform/parked-table';
import type { ClientBase, Pool } from 'pg';
import type { ParkReason } from '../order-columns.ts';
import type { ParkedOrder } from '../rows.ts';

/** Parks the orders; their rows, where they have one, show that they are stale, and why. */
export const parkOrders = (schema: string) => async (client: ClientBase, orders: readonly ParkedOrder[]) => {
  if (orders.length === 0) return;
  await client.query({
    name: `park-orders-${schema}`,
    text: `with parked as (
        insert into ${schema}.order_parked (order_id, event_version, reason, detail)
        select * from unnest($1::uuid[], $2::integer[], $3::text[], $4::text[])
        on conflict (order_id) do nothing
        returning order_id, reason
      )
      update ${schema}.order_row o set is_stale = true, stale_reason = parked.reason
      from parked where parked.order_id = o.order_id`,
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

/** Parked orders that are not closed. */
export const countOpen = async (pool: Pool, schema: string): Promise<number> => {
  const { rows } = await pool.query<{ count: number }>({
    name: `count-open-${schema}`,
    text: `select count(*)::integer as count from ${schema}.order_parked where closed_at is null`,
  });
  return rows[0]?.count ?? 0;
};

/** A parked order to be retried. */
export interface Retried {
  readonly order_id: string;
  readonly parked_at: Date;
  /** Which request it is. */
  readonly asked: string;
  /** An operator has asked to close it if it still cannot be shown. */
  readonly close_asked: boolean;
  /** It has no row, not even an outline. */
  readonly is_rowless: boolean;
}

/** Orders for which a retry was requested, the first request first. */
export const ordersToRetry = async (pool: Pool, schema: string): Promise<Retried[]> => {
  const { rows } = await pool.query<Retried>({
    name: `orders-to-retry-${schema}`,
    text: `select order_id, parked_at, ${REQUEST}, close_asked_by is not null as close_asked,
        not exists (select from ${schema}.order_row o where o.order_id = p.order_id) as is_rowless
      from ${schema}.order_parked p where ${TRIAL_ASKED}
      order by retry_requested_at limit 100`,
  });
  return rows;
};

/** Requests a retry of parked orders. */
export const askForRetry = (schema: string) => async (client: ClientBase | Pool, orderIds: readonly string[]) => {
  if (orderIds.length === 0) return;
  await client.query({
    name: `ask-for-retry-${schema}`,
    text: `update ${schema}.order_parked set ${ASK_FOR_TRIAL} where order_id = any($1::uuid[])`,
    values: [orderIds],
  });
};

/** The same for orders that an earlier build has parked and that nobody can see. */
export const askForRowless = async (pool: Pool, schema: string): Promise<void> => {
  await pool.query(
    `update ${schema}.order_parked p set ${ASK_FOR_TRIAL} where not (${TRIAL_ASKED})
       and not exists (select from ${schema}.order_row o where o.order_id = p.order_id)`,
  );
};

/** The order's row holds all its events again. */
export const unparkOrder = (schema: string) => async (client: ClientBase, order_id: string) => {
  await client.query(
    `update ${schema}.order_row set is_stale = false, stale_reason = null where order_id = $1 and is_stale`,
    [order_id],
  );
  await client.query(`delete from ${schema}.order_parked where order_id = $1`, [order_id]);
};

/**
 * What becomes of an order that still cannot be shown: `closed` if an operator has decided so, with the deciding event
 * if there is one.
 */
export type StillParked = ParkedOrder &
  Pick<Retried, 'asked'> & { readonly closed: { readonly version: number | null } | null };

/** The retry failed, for this reason. A closed order is no longer in lists of active orders. */
export const keepParked =
  (schema: string) =>
  async (client: ClientBase, { order_id, event_version, reason, detail, asked, closed }: StillParked) => {
    await client.query(
      `update ${schema}.order_parked
       set event_version = $2, reason = $3, detail = $4, ${answered('$7')},
         closed_at = case when $5 then coalesce(closed_at, now()) end, closed_version = $6
       where order_id = $1`,
      [order_id, event_version, reason, detail, closed !== null, closed?.version ?? null, asked],
    );
    await client.query(
      `update ${schema}.order_row set stale_reason = $2, is_active = is_active and not $3 where order_id = $1`,
      [order_id, reason satisfies ParkReason, closed !== null],
    );
  };
