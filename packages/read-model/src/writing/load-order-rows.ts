import pg from 'pg';
import type { OrderRow } from '../rows.ts';
import { ORDER_ROW_COLUMNS } from './upsert-order-rows.ts';

const INT8 = 20;
const TIMESTAMPTZ = 1184;

/** The forms of the fold: numbers for bigint (all are below 2⁵³), the stored form of times, null for `infinity`. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: Number,
  [TIMESTAMPTZ]: (text) => {
    const time: unknown = pg.types.getTypeParser(TIMESTAMPTZ, 'text')(text);
    return time instanceof Date ? time.toISOString() : null;
  },
};
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? (format === 'binary' ? pg.types.getTypeParser(oid, format) : pg.types.getTypeParser(oid, 'text')),
} as pg.CustomTypesConfig;

/** The rows of these orders, by order_id; an order without a row is absent. */
export const loadOrderRows = (schema: string) => {
  const name = `load-order-rows-${schema}`;
  const text = `select ${Object.keys(ORDER_ROW_COLUMNS).join(', ')} from ${schema}.order_row where order_id = any($1::uuid[])`;
  return async (pool: pg.Pool, orderIds: readonly string[]): Promise<Map<string, OrderRow>> => {
    const { rows } = await pool.query<OrderRow>({ name, text, values: [orderIds], types });
    return new Map(
      rows.map((row) => [
        row.order_id,
        { ...row, position_commit: BigInt(row.position_commit), position_prepare: BigInt(row.position_prepare) },
      ]),
    );
  };
};
