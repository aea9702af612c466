import { AWAITING_PRICE } from '@order-ledger/domain/status';
import { inSql, type Reader } from './reader.ts';

/** How many orders of a partner wait for their price; it is not counted further than `limit`. */
export const waitingForPrice = async ({ pool, schema }: Reader, partnerId: string, limit: number): Promise<number> => {
  const { rows } = await pool.query<{ waiting: number }>({
    name: `waiting-for-price-${schema}`,
    text: `select count(*)::integer as waiting from (
             select from ${schema}.order_row
             where status in (${inSql(AWAITING_PRICE)}) and partner_id = $1 limit $2
           ) of_partner`,
    values: [partnerId, limit],
  });
  return rows[0]?.waiting ?? 0;
};
