import type { EventType } from '@order-ledger/domain/events';
import type { Scope } from '@order-ledger/domain/sight';
import { createParameters, inSql, type Reader } from './reader.ts';
import { scopeCondition } from './scope.ts';

/** The events that may give an order another model. */
const WITH_MODEL: readonly EventType[] = ['ModelFileUploaded', 'ModelFileReplaced', 'OrderRevised'];

/** The content of the model that an order has now, null where it has none; undefined: no such order in the caller's scope. */
export const readModelOf = async (
  { pool, schema }: Reader,
  scope: Scope,
  orderId: string,
): Promise<{ sha256: string | null } | undefined> => {
  const parameters = createParameters();
  const id = parameters.add(orderId);
  const { rows } = await pool.query<{ sha256: string | null }>({
    text: `select m.sha256 from ${schema}.order_row o
           left join lateral (
             select t.data->>'sha256' as sha256 from ${schema}.order_timeline t
             where t.order_id = o.order_id and t.type in (${inSql(WITH_MODEL)}) and t.data->>'sha256' is not null
             order by t.event_version desc limit 1
           ) m on true
           where o.order_id = ${id} and ${scopeCondition(scope, 'o', parameters)}`,
    values: parameters.values,
  });
  return rows[0];
};
