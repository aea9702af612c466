import type { Reader } from './reader.ts';

export interface ReadyOrder {
  order_id: string;
  event_version: number;
  status_version: number;
}

/**
 * The orders that the shop floor should take next: nobody holds them and they are neither held nor in error (their
 * status would say so). Best first: priority, then due date, then age. What is read may be taken by then: who takes one
 * goes through the ledger, and on a loss tries the next.
 */
export const readyOrders = async ({ pool, schema }: Reader, limit: number): Promise<ReadyOrder[]> => {
  const { rows } = await pool.query<ReadyOrder>({
    name: `ready-orders-${schema}`,
    // Two arms, because the work that is waiting and the work that lost its operator have indexes of their own.
    text: `select order_id, event_version, status_version from (
             (select order_id, event_version, status_version, urgency, due_at, sort_key from ${schema}.order_row
              where claim_operator is null
                and status in ('MANUFACTURING_APPROVED', 'MANUFACTURING_FAILED', 'REWORK_REQUIRED')
              order by urgency, due_at, sort_key, order_id limit $1)
             union all
             (select order_id, event_version, status_version, urgency, due_at, sort_key from ${schema}.order_row
              where is_active and stage = 'MANUFACTURING_STARTED' and status = 'MANUFACTURING_STARTED'
                and claim_operator is null
              order by urgency, due_at, sort_key, order_id limit $1)
           ) ready order by urgency, due_at, sort_key, order_id limit $1`,
    values: [limit],
  });
  return rows;
};
