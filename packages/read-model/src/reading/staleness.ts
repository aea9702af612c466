import type { Scope } from '@order-ledger/domain/sight';
import type { ReadAs } from '../order-columns.ts';
import { createParameters, type Reader } from './reader.ts';
import { scopeCondition } from './scope.ts';

/** Whether all of an order is shown; event_version is of the last event that is, 0 where none is. */
export interface Staleness extends ReadAs<'event_version' | 'is_stale' | 'stale_reason'> {
  created_at: Date;
}

/** undefined where there is no such order in the caller's scope. */
export const readStaleness = async (
  { pool, schema }: Reader,
  scope: Scope,
  orderId: string,
): Promise<Staleness | undefined> => {
  const parameters = createParameters();
  const id = parameters.add(orderId);
  const { rows } = await pool.query<Staleness>({
    text: `select o.event_version, o.is_stale, o.stale_reason, to_timestamp(o.sort_key / 1e6) as created_at
           from ${schema}.order_row o where o.order_id = ${id} and ${scopeCondition(scope, 'o', parameters)}`,
    values: parameters.values,
  });
  return rows[0];
};

/** Orders whose later events are left out, the longest parked first. */
export const readStaleOrders = async ({ pool, schema }: Reader, most: number): Promise<string[]> => {
  const { rows } = await pool.query<{ order_id: string }>({
    name: `stale-orders-${schema}`,
    text: `select order_id from ${schema}.order_parked order by parked_at limit $1`,
    values: [most],
  });
  return rows.map(({ order_id }) => order_id);
};
