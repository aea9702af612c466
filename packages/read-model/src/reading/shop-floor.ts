import { LISTED_COLUMNS, type ListedOrder } from './order-columns.ts';
import type { Reader } from './reader.ts';
import { readyOrders } from './ready-orders.ts';

export interface ShopFloor {
  /** Best first, as "next for me" would take them. */
  ready: ListedOrder[];
  /** Longest held first. */
  claimed: ListedOrder[];
  operators: { operator: string; orders: number; oldest_claim_at: Date }[];
}

/** The queue of the shop floor: at most `limit` orders that wait for somebody and as many that somebody holds. */
export const readShopFloor = async (reader: Reader, limit: number): Promise<ShopFloor> => {
  const { pool, schema } = reader;
  const queue = (await readyOrders(reader, limit)).map(({ order_id }) => order_id);
  const [ready, claimed, operators] = await Promise.all([
    pool.query<ListedOrder>({
      name: `shop-floor-ready-${schema}`,
      // Who was taken since the queue was read is left out.
      text: `select ${LISTED_COLUMNS} from unnest($1::uuid[]) with ordinality as q (order_id, place)
             join ${schema}.order_row o on o.order_id = q.order_id and o.claim_operator is null order by q.place`,
      values: [queue],
    }),
    pool.query<ListedOrder>({
      name: `shop-floor-claimed-${schema}`,
      text: `select ${LISTED_COLUMNS} from ${schema}.order_row o where o.claim_operator is not null
             order by o.claimed_at, o.order_id limit $1`,
      values: [limit],
    }),
    pool.query<ShopFloor['operators'][number]>({
      name: `shop-floor-operators-${schema}`,
      text: `select claim_operator as operator, count(*)::integer as orders, min(claimed_at) as oldest_claim_at
             from ${schema}.order_row where claim_operator is not null group by claim_operator order by claim_operator`,
    }),
  ]);
  return { ready: ready.rows, claimed: claimed.rows, operators: operators.rows };
};
