import { QUEUED_STATUSES, type Status } from '@order-ledger/domain/status';
import { inSql, type Reader } from './reader.ts';

/** What `order_row_ready` holds: most of the queue, in its order. */
const INDEXED: readonly Status[] = ['MANUFACTURING_APPROVED', 'MANUFACTURING_FAILED', 'REWORK_REQUIRED'];

const isIndexed = (status: Status): boolean => INDEXED.includes(status);

const COLUMNS = 'order_id, event_version, status_version, urgency, due_at, sort_key';
const ORDER = 'order by urgency, due_at, sort_key, order_id limit $1';

/** What stands in the queue beside that index, as work that lost its operator does, is found by its stage and sorted. */
const arms = (schema: string): string[] => [
  `select ${COLUMNS} from ${schema}.order_row
      where claim_operator is null and status in (${inSql(QUEUED_STATUSES.filter(isIndexed))}) ${ORDER}`,
  ...QUEUED_STATUSES.filter((status) => !isIndexed(status)).map(
    (status) => `select ${COLUMNS} from ${schema}.order_row
      where is_active and stage = '${status}' and status = '${status}' and claim_operator is null ${ORDER}`,
  ),
];

interface ReadyOrder {
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
    text: `select order_id, event_version, status_version from (
             ${arms(schema)
               .map((arm) => `(${arm})`)
               .join('\n union all ')}
           ) ready ${ORDER}`,
    values: [limit],
  });
  return rows;
};
