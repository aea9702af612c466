import { READ_MODEL_VERSION, versionSchema } from '@order-ledger/read-model/schema';
import type pg from 'pg';

/** Orders that a process has put aside and not taken up again: `by`, `order_id`, `reason`, `parked_at`. */
export const PARKED_ORDERS = `
  select 'projector' as by, order_id, reason, parked_at from ${versionSchema(READ_MODEL_VERSION)}.order_parked where closed_at is null
  union all select 'bridge', order_id, reason, parked_at from messaging.parked_order where released_at is null
  union all select 'process-manager', order_id, reason, parked_at from process_manager.parked_order
  union all select 'pricing-worker', order_id, reason, parked_at from pricing.parked_order
  union all select 'command-api', order_id, type || ': ' || detail, parked_at from command_api.parked_event`;

export interface Parked {
  readonly by: string;
  readonly count: number;
  /** Some of them, the newest first. */
  readonly orders: readonly string[];
}

export const readParked = async (pool: pg.Pool): Promise<Parked[]> => {
  const { rows } = await pool.query<Parked>(
    `select by, count(*)::integer as count, (array_agg(order_id::text order by parked_at desc))[1:3] as orders
     from (${PARKED_ORDERS}) parked group by by order by by`,
  );
  return rows;
};
