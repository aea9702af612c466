import { isFinal, recordOf, type Status } from '@order-ledger/domain/status';
import type { PastOrder } from '@order-ledger/read-model/reading/list-orders-as-of';
import type { ListedOrder } from '@order-ledger/read-model/reading/order-columns';
import type { Audience } from '../audience.ts';
import type { OrderAnswer } from './answers.ts';
import { outlined, type PastField, PRIORITY_NAMES, type ShownOrder, shownTo } from './order-fields.ts';

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

export const isOverdue = ({ is_active, due_at }: Pick<ListedOrder, 'is_active' | 'due_at'>, now: Date): boolean =>
  is_active && due_at !== null && due_at < now;

type Answered = Required<OrderAnswer>;

const core = (order: PastOrder, now: Date): Pick<Answered, PastField> => ({
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
  owner: order.owner,
  partner_id: order.partner_id,
  customer_ref: order.customer_ref,
  external_ref: order.external_ref,
  channel: order.channel,
  material: order.material,
  process: order.process,
  quantity: order.quantity,
  priority: PRIORITY_NAMES[order.priority] as Answered['priority'],
  due_at: iso(order.due_at),
  overdue: isOverdue(order, now),
  stale: order.is_stale,
  stale_reason: order.is_stale ? (order.stale_reason ?? null) : null,
});

const claimOf = ({ claim_operator, claim_fence_token, claimed_at }: ShownOrder): Answered['claim'] =>
  claim_operator === null
    ? null
    : {
        operator: claim_operator,
        ...(claim_fence_token === null ? {} : { fence_token: claim_fence_token }),
        ...(claimed_at === null ? {} : { claimed_at: claimed_at.toISOString() }),
      };

const whole = (order: ShownOrder, now: Date): Answered => {
  const { currency, needs_person } = order;
  // Pages that an earlier build keeps in Redis have neither a value nor null for what came later.
  const money = (amount: number | null | undefined) => (amount == null ? null : { amount, currency });
  // No spread with more behind it: that made each of a page's orders a slow object, at a hundred times the cost.
  return Object.assign(core(order, now), {
    claim: claimOf(order),
    delivery_method: order.delivery_method,
    finishing: order.finishing,
    price: money(order.price_amount),
    paid: { amount: order.paid, currency },
    refund_due: money(order.refund_due),
    settlement: order.settlement ?? null,
    settlement_amount: money(order.settlement_amount),
    needs_person:
      needs_person == null ? null : { reason: 'PARCEL_OF_CANCELLED_ORDER' as const, events: [...needs_person] },
    manufacturing_attempt: order.manufacturing_attempt,
    price_attempt: order.price_attempt,
    planned_finish_at: iso(order.planned_finish_at),
  });
};

/** Nothing of the order is shown: its row is an outline. */
export const isOutline = ({ event_version }: Pick<ListedOrder, 'event_version'>): boolean => event_version === 0;

/** An order of a list as its reader may see it. */
export const presentOrder = (order: ListedOrder, audience: Audience, now: Date): OrderAnswer => {
  const answer = whole(order, now);
  return shownTo(audience, isOutline(order) ? outlined(answer) : answer);
};

/** An order of a list as it was at `at`: without what only its whole history would tell. */
export const presentPastOrder = (order: PastOrder, audience: Audience, at: Date): OrderAnswer =>
  shownTo(audience, {
    ...core(order, at),
    claim: order.claim_operator === null ? null : { operator: order.claim_operator },
  });
