import type { Lifecycle } from '@order-ledger/domain/lifecycle';
import { STATUS } from '@order-ledger/domain/status-table';
import { isRefusedData } from '@order-ledger/platform/sqlstate';
import type { ClientBase } from 'pg';
import { OUTLINE } from '../first-pages/lists.ts';
import {
  NEVER_NULL,
  type OrderColumn,
  PRIORITY_RANK,
  typesOf,
  type Visiting,
  type WrittenAs,
} from '../order-columns.ts';
import type { OutlinedOrder } from '../rows.ts';
import { unnested } from './columns.ts';

/** Where every order begins: all that is known of the status of one whose events cannot be shown. */
const BEGINNING = OUTLINE.status;
/** ISO 4217: no currency. */
const NO_CURRENCY = 'XXX';
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** No partner's, and not of the house either, whose orders have none. */
const NOBODY_KNOWS = '';

/** What the table demands of every row, and what is known all the same. */
const COLUMNS = [
  ...NEVER_NULL,
  'partner_id',
  'external_ref',
  'balance_version',
  'stale_reason',
] as const satisfies readonly OrderColumn[];
type Outline = WrittenAs<(typeof COLUMNS)[number]>;

/** Without a first event, and where what it says cannot be stored, only whose the order is and when it came. */
const outlineOf = ({ order_id, reason, recorded_at, first }: OutlinedOrder, whole: boolean): Outline => {
  const data = whole ? first?.data : undefined;
  return {
    order_id,
    sort_key: Date.parse(recorded_at) * 1000,
    status: BEGINNING,
    stage: BEGINNING,
    owner: STATUS[BEGINNING].owner,
    status_entered_at: recorded_at,
    stage_entered_at: recorded_at,
    frozen_ms: 0,
    held_ms: 0,
    errored_ms: 0,
    is_active: OUTLINE.is_active,
    partner_id: first === null ? NOBODY_KNOWS : (first.data.partner_id ?? null),
    customer_ref: data?.customer_ref ?? '',
    external_ref: data?.external_ref ?? null,
    channel: data?.channel ?? '',
    carriers: [],
    currency: data?.terms.currency ?? NO_CURRENCY,
    paid: 0,
    priority: PRIORITY_RANK[data?.priority ?? 'NORMAL'],
    manufacturing_attempt: 0,
    price_attempt: 0,
    event_version: 0,
    status_version: 0,
    balance_version: 0,
    last_event_type: '',
    last_event_id: NO_ID,
    last_occurred_at: recorded_at,
    last_recorded_at: recorded_at,
    correlation_id: first?.metadata.correlation_id ?? '',
    is_stale: true,
    stale_reason: reason,
    // Nothing is ever folded on it.
    lifecycle: {} as Lifecycle,
    visiting: {} as Visiting,
    position_commit: 0n,
    position_prepare: 0n,
  };
};

/**
 * Rows for parked orders that have none. The outline may hold the very values that the first event failed on: then less
 * of it is written, and nothing if Postgres refuses that too; the order is parked all the same.
 */
export const outlineOrders = (schema: string) => {
  const { list, select, values } = unnested<Outline>(typesOf(COLUMNS));
  const text = `insert into ${schema}.order_row (${list}) ${select} on conflict (order_id) do nothing`;
  return async (client: ClientBase, orders: readonly OutlinedOrder[]): Promise<void> => {
    for (const order of orders) {
      for (const whole of order.first === null ? [false] : [true, false]) {
        await client.query('savepoint outline');
        try {
          await client.query({ name: `outline-order-${schema}`, text, values: values([outlineOf(order, whole)]) });
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

/** The order's real row replaces the outline. */
export const removeOutline = (schema: string) => async (client: ClientBase, order_id: string) => {
  await client.query(`delete from ${schema}.order_row where order_id = $1 and event_version = 0`, [order_id]);
};
