import { recordOf } from '@order-ledger/domain/status';
import { isRefusedData } from '@order-ledger/platform/sqlstate';
import type { ClientBase } from 'pg';
import { OUTLINE } from '../first-pages/lists.ts';
import { type OutlinedOrder, PRIORITY_RANK } from '../rows.ts';

/** Where every order begins: all that is known of the status of one whose events cannot be shown. */
const BEGINNING = OUTLINE.status;
/** ISO 4217: no currency. */
const NO_CURRENCY = 'XXX';
const NO_ID = '00000000-0000-0000-0000-000000000000';

const statement = (schema: string) => `
  insert into ${schema}.order_row (order_id, sort_key, status, stage, owner, status_entered_at, stage_entered_at,
    frozen_ms, held_ms, errored_ms, is_active, partner_id, customer_ref, external_ref, channel, currency, paid, priority,
    manufacturing_attempt, price_attempt, event_version, status_version, balance_version, last_event_type, last_event_id,
    last_occurred_at, last_recorded_at, correlation_id, is_stale, stale_reason, lifecycle, visiting, position_commit,
    position_prepare)
  values ($1, $2, '${BEGINNING}', '${BEGINNING}', '${recordOf(BEGINNING).owner}', $3, $3,
    0, 0, 0, true, $4, $5, $6, $7, $8, 0, $9,
    0, 0, 0, 0, 0, '', '${NO_ID}', $3, $3, $10, true, $11, '{}', '{}', 0, 0)
  on conflict (order_id) do nothing`;

/** No partner's, and not of the house either, whose orders have none. */
const NOBODY_KNOWS = '';

/** Without a first event, and where what it says cannot be stored, only whose the order is and when it came. */
const valuesOf = ({ order_id, reason, recorded_at, first }: OutlinedOrder, whole: boolean): unknown[] => {
  const data = whole ? first?.data : undefined;
  return [
    ...[order_id, Date.parse(recorded_at) * 1000, recorded_at],
    first === null ? NOBODY_KNOWS : (first.data.partner_id ?? null),
    ...[data?.customer_ref ?? '', data?.external_ref ?? null, data?.channel ?? '', data?.terms.currency ?? NO_CURRENCY],
    ...[PRIORITY_RANK[data?.priority ?? 'NORMAL'], first?.metadata.correlation_id ?? '', reason],
  ];
};

/**
 * Rows for parked orders that have none. What the first event failed on may be what the outline is made of: then less of
 * it is written, and nothing where Postgres refuses that too; the order is parked all the same.
 */
export const outlineOrders = (schema: string) => {
  const text = statement(schema);
  return async (client: ClientBase, orders: readonly OutlinedOrder[]): Promise<void> => {
    for (const order of orders) {
      for (const whole of order.first === null ? [false] : [true, false]) {
        await client.query('savepoint outline');
        try {
          await client.query({ name: `outline-order-${schema}`, text, values: valuesOf(order, whole) });
          await client.query('release savepoint outline');
          break;
        } catch (error) {
          if (!isRefusedData(error)) throw error;
          await client.query('rollback to savepoint outline');
        }
      }
    }
  };
};

/** What the order really is takes the outline's place. */
export const removeOutline = (schema: string) => async (client: ClientBase, order_id: string) => {
  await client.query(`delete from ${schema}.order_row where order_id = $1 and event_version = 0`, [order_id]);
};
