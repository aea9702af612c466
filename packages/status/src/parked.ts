import { PARKED_PLACES } from '@order-ledger/repairs/parked-places';
import type pg from 'pg';

/** Orders that a process has put aside, and that nobody has closed: `by`, `order_id`, `reason`, `parked_at`. */
export const PARKED_ORDERS = PARKED_PLACES.map(
  ({ process, table, reason, closed }) =>
    `select '${process}' as by, order_id, ${reason} as reason, parked_at from ${table} where not (${closed})`,
).join(' union all ');

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
