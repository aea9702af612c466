import type pg from 'pg';
import { moneyOf } from '../folding/row-changes.ts';
import { ALL } from '../order-columns.ts';
import type { OrderRow } from '../rows.ts';
import { foldBalances } from './balances.ts';
import { readTypes } from './read-types.ts';

/** The rows of these orders, by order_id; an order without a row, or with an outline alone, is absent. */
export const loadOrderRows = (schema: string) => {
  const name = `load-order-rows-${schema}`;
  const text = `select ${ALL.join(', ')} from ${schema}.order_row
    where order_id = any($1::uuid[]) and event_version > 0`;
  const balancesOf = foldBalances(schema);
  return async (pool: pg.Pool, orderIds: readonly string[]): Promise<Map<string, OrderRow>> => {
    const { rows } = await pool.query<OrderRow>({ name, text, values: [orderIds], types: readTypes });
    const behind = rows.filter(({ balance_version, event_version }) => balance_version !== event_version);
    const balances = await balancesOf(pool, new Map(behind.map((row) => [row.order_id, row.event_version])));
    for (const row of behind) {
      const balance = balances.get(row.order_id);
      // Without its first event it is this order's fault, which its next event meets.
      if (balance !== undefined) Object.assign(row, moneyOf({ ...row, balance }));
    }
    return new Map(
      rows.map((row) => [
        row.order_id,
        { ...row, position_commit: BigInt(row.position_commit), position_prepare: BigInt(row.position_prepare) },
      ]),
    );
  };
};
