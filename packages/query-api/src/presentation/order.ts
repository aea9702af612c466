import { isFinal, recordOf, type Status } from '@order-ledger/domain/status';
import type { PastOrder } from '@order-ledger/read-model/reading/list-orders-as-of';
import type { ListedOrder } from '@order-ledger/read-model/reading/order-columns';
import type { Audience } from '../audience.ts';
import { type OrderAnswer, PRIORITY_NAMES } from './answers.ts';

const iso = (time: Date | null): string | null => time?.toISOString() ?? null;

export const displayStatus = (status: Status): string => recordOf(status).display ?? status;

/** Net milliseconds in the present stage; null once nothing goes on any more. */
export const currentStageDuration = (
  {
    status,
    stage_entered_at,
    frozen_since,
    frozen_ms,
  }: Pick<ListedOrder, 'status' | 'stage_entered_at' | 'frozen_since' | 'frozen_ms'>,
  now: Date,
): number | null =>
  isFinal(status)
    ? null
    : // Never below zero, although the database's clock and ours differ.
      Math.max(0, (frozen_since ?? now).getTime() - stage_entered_at.getTime() - frozen_ms);

const core = (order: PastOrder, now: Date) => ({
  order_id: order.order_id,
  status: order.status,
  display_status: displayStatus(order.status),
  status_entered_at: order.status_entered_at.toISOString(),
  is_active: order.is_active,
  created_at: new Date(Math.floor(order.sort_key / 1_000)).toISOString(),
  updated_at: order.last_recorded_at.toISOString(),
  event_version: order.event_version,
  status_version: order.status_version,
  sort_key: order.sort_key,
  stage: order.stage,
  stage_entered_at: order.stage_entered_at.toISOString(),
  current_stage_duration_ms: currentStageDuration(order, now),
  frozen_since: iso(order.frozen_since),
  owner: order.owner ?? recordOf(order.status).owner,
  partner_id: order.partner_id,
  customer_ref: order.customer_ref,
  external_ref: order.external_ref,
  channel: order.channel,
  material: order.material,
  process: order.process,
  quantity: order.quantity,
  priority: PRIORITY_NAMES[order.priority] as OrderAnswer['priority'],
  due_at: iso(order.due_at),
  overdue: order.is_active && order.due_at !== null && order.due_at < now,
  stale: order.is_stale,
  stale_reason: order.is_stale ? (order.stale_reason ?? null) : null,
});

/** Pages that an earlier build keeps in Redis do not have it. */
const settled = ({ settlement, settlement_amount, needs_person, currency }: ListedOrder) => ({
  settlement: settlement ?? null,
  settlement_amount: settlement_amount == null ? null : { amount: settlement_amount, currency },
  needs_person:
    needs_person == null ? null : { reason: 'PARCEL_OF_CANCELLED_ORDER' as const, events: [...needs_person] },
});

const whole = (order: ListedOrder, now: Date): OrderAnswer => {
  const money = (amount: number) => ({ amount, currency: order.currency });
  return {
    ...core(order, now),
    claim:
      order.claim_operator === null
        ? null
        : {
            operator: order.claim_operator,
            ...(order.claim_fence_token === null ? {} : { fence_token: order.claim_fence_token }),
            ...(order.claimed_at === null ? {} : { claimed_at: order.claimed_at.toISOString() }),
          },
    delivery_method: order.delivery_method,
    finishing: order.finishing,
    price: order.price_amount === null ? null : money(order.price_amount),
    paid: money(order.paid),
    refund_due: order.refund_due === null ? null : money(order.refund_due),
    ...settled(order),
    manufacturing_attempt: order.manufacturing_attempt,
    price_attempt: order.price_attempt,
    planned_finish_at: iso(order.planned_finish_at),
  };
};

/** What every answer about an order has. */
const BASICS: readonly (keyof OrderAnswer)[] = [
  'order_id',
  'status',
  'display_status',
  'status_entered_at',
  'is_active',
  'created_at',
  'updated_at',
  'event_version',
  'status_version',
];

/** What strangers are shown of an order; a field that is not here is the house's own. */
const SHOWN: Readonly<Record<Exclude<Audience, 'staff'>, readonly (keyof OrderAnswer)[]>> = {
  partner: [
    ...BASICS,
    'stage',
    'stage_entered_at',
    'current_stage_duration_ms',
    'partner_id',
    'customer_ref',
    'external_ref',
    'channel',
    'delivery_method',
    'material',
    'process',
    'finishing',
    'quantity',
    'price',
    'paid',
    'refund_due',
    'settlement',
    'settlement_amount',
    'priority',
    'due_at',
    'overdue',
    'price_attempt',
    'planned_finish_at',
    'stale',
  ],
  carrier: [...BASICS, 'delivery_method'],
};

/** What is known of an order of which no event can be shown yet; fields that it has no value for are left out. */
const OUTLINED: readonly (keyof OrderAnswer)[] = [
  ...BASICS,
  'sort_key',
  'partner_id',
  'customer_ref',
  'external_ref',
  'channel',
  'stale',
  'stale_reason',
];

/** Nothing of the order is shown: its row is an outline. */
export const isOutline = ({ event_version }: Pick<ListedOrder, 'event_version'>): boolean => event_version === 0;

const known = (order: ListedOrder, answer: OrderAnswer): OrderAnswer =>
  isOutline(order)
    ? (Object.fromEntries(
        OUTLINED.map((field) => [field, answer[field]]).filter(([, value]) => value !== ''),
      ) as OrderAnswer)
    : answer;

const shownTo = (audience: Audience, answer: OrderAnswer): OrderAnswer => {
  if (audience === 'staff') return answer;
  const shown: readonly string[] = SHOWN[audience];
  return Object.fromEntries(Object.entries(answer).filter(([field]) => shown.includes(field))) as OrderAnswer;
};

/** An order of a list as its reader may see it. */
export const presentOrder = (order: ListedOrder, audience: Audience, now: Date): OrderAnswer =>
  shownTo(audience, known(order, whole(order, now)));

/** An order of a list as it was at `at`: without what only its whole history would tell. */
export const presentPastOrder = (order: PastOrder, audience: Audience, at: Date): OrderAnswer =>
  shownTo(audience, {
    ...core(order, at),
    claim: order.claim_operator === null ? null : { operator: order.claim_operator },
  });
