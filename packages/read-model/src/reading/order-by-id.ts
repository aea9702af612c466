import type { Scope } from '@order-ledger/domain/sight';
import { DETAIL_COLUMNS, type OrderDetail } from './order-columns.ts';
import { createParameters, type Reader } from './reader.ts';
import { scopeCondition } from './scope.ts';

/** The order as it is now; undefined where there is none in the caller's scope. */
export const readOrderRow = async (
  { pool, schema }: Reader,
  scope: Scope,
  orderId: string,
): Promise<OrderDetail | undefined> => {
  const parameters = createParameters();
  const id = parameters.add(orderId);
  const { rows } = await pool.query<OrderDetail>({
    text: `select ${DETAIL_COLUMNS} from ${schema}.order_row o
           where o.order_id = ${id} and ${scopeCondition(scope, 'o', parameters)}`,
    values: parameters.values,
  });
  return rows[0];
};
