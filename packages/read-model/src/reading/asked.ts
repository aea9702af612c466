import type { Reader } from './reader.ts';

/** That a carrier was asked to take the parcel: whose business it is from this event until the next one. */
export interface Asked {
  carrier: string;
  from_version: number;
}

const requests = (schema: string, row: string): string =>
  `from ${schema}.order_timeline a where a.order_id = ${row}.order_id and a.type = 'ShipmentRequested'`;

/** Who was asked of an order, in the order of the asking. Most orders have no carrier, or only one. */
export const askedColumn = (schema: string, row: string): string =>
  `case when cardinality(${row}.carriers) = 0 then '[]'::jsonb else (
     select coalesce(jsonb_agg(
       jsonb_build_object('carrier', a.data ->> 'carrier', 'from_version', a.event_version) order by a.event_version),
       '[]') ${requests(schema, row)}) end`;

/** Who was asked last, until a time if there is one; null before anybody was. */
export const lastAsked = (schema: string, row: string, at?: string): string =>
  `(select a.data ->> 'carrier' ${requests(schema, row)}${at === undefined ? '' : ` and a.recorded_at <= ${at}`}
    order by a.event_version desc limit 1)`;

export const readAsked = async ({ pool, schema }: Reader, orderId: string): Promise<Asked[]> => {
  const { rows } = await pool.query<{ asked: Asked[] }>({
    name: `asked-${schema}`,
    text: `select ${askedColumn(schema, 'o')} as asked from ${schema}.order_row o where o.order_id = $1`,
    values: [orderId],
  });
  return rows[0]?.asked ?? [];
};
