import { expect, it } from '@jest/globals';
import type { ListedOrder } from '@order-ledger/read-model/reading/order-columns';
import { presentOrder } from '../src/presentation/order.ts';
import { type FieldName, ORDER_FIELDS } from '../src/presentation/order-fields.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 8, minute));
const NOW = at(30);
const mark = (event_version: number) =>
  ({ event_version, type: 'OrderCancelled', code: 'x', occurred_at: 'then', recorded_at: 'then' }) as const;

/** Two values of each column, and a third where the fields that are made of it tell some of them alike. */
const VALUES: { readonly [Column in keyof ListedOrder]-?: readonly ListedOrder[Column][] } = {
  order_id: ['a', 'b'],
  sort_key: [1_772_438_460_000_000, 1_772_438_461_000_000],
  status: ['MANUFACTURING_STARTED', 'CLOSED'],
  stage: ['MANUFACTURING_STARTED', 'SUBMITTED'],
  owner: ['MES', 'CRM'],
  status_entered_at: [at(1), at(2)],
  stage_entered_at: [at(1), at(2)],
  frozen_since: [at(20), at(21), null],
  frozen_ms: [0, 1_000],
  is_active: [true, false],
  claim_operator: ['sub:oleg', 'sub:olga', null],
  claim_fence_token: [1, 2, null],
  claimed_at: [at(3), at(4), null],
  partner_id: ['acme', null],
  customer_ref: ['c-1', 'c-2'],
  external_ref: ['e-1', null],
  channel: ['API', 'ONLINE_STORE'],
  delivery_method: ['CARRIER', null],
  material: ['PLA', null],
  process: ['FDM', null],
  finishing: ['POLISHED', null],
  quantity: [1, null],
  price_amount: [100, null],
  currency: ['RUB', 'EUR'],
  paid: [100, 0],
  refund_due: [1, null],
  settlement: ['settled', 'overpaid', null],
  settlement_amount: [1, null],
  needs_person: [[mark(1), mark(2)], null],
  priority: [1, 3],
  due_at: [at(10), at(50), null],
  manufacturing_attempt: [1, 2],
  price_attempt: [1, 2],
  planned_finish_at: [at(40), null],
  event_version: [7, 8],
  status_version: [5, 6],
  last_recorded_at: [at(5), at(6)],
  is_stale: [true, false],
  stale_reason: ['gap', 'unreadable', null],
};
const COLUMNS = Object.keys(VALUES) as (keyof ListedOrder)[];
const FIELDS = Object.keys(ORDER_FIELDS) as FieldName[];
const ORDER = Object.fromEntries(COLUMNS.map((column) => [column, VALUES[column][0]])) as unknown as ListedOrder;

const shown = (order: ListedOrder) => presentOrder(order, 'staff', NOW);

it('shows each order with every field of the table, in no other form than it says', () => {
  for (const [name, value] of Object.entries(shown(ORDER))) {
    if (name !== 'order_id')
      expect(ORDER_FIELDS[name as FieldName].schema.safeParse(value)).toMatchObject({ success: true });
  }
  expect(Object.keys(shown(ORDER)).sort()).toEqual([...FIELDS].sort());
});

it.each(COLUMNS)('tells of %s in the fields that are made of it, and in no other ones', (column) => {
  const before = shown(ORDER);
  const others = VALUES[column].slice(1).map((value) => shown({ ...ORDER, [column]: value }));
  const told = FIELDS.filter((name) =>
    others.some((after) => JSON.stringify(after[name]) !== JSON.stringify(before[name])),
  );
  const madeOfIt = FIELDS.filter((name) => (ORDER_FIELDS[name].of as readonly string[]).includes(column));
  expect(told).toEqual(madeOfIt);
});
