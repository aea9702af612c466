import { LEAD_TIMES, leadTimeMs } from '@order-ledger/domain/durations';
import { fold } from '@order-ledger/domain/evolve';
import { ownerOf, type RecordedEvent } from '@order-ledger/domain/lifecycle';
import { settlementOf } from '@order-ledger/domain/settlement';
import { sortedForm } from '@order-ledger/domain/sorted-form';
import type { OrderState } from '@order-ledger/domain/state';
import { isFinal } from '@order-ledger/domain/status';
import { FREE_TEXT_FIELDS } from '@order-ledger/domain/values';
import { visitsOf } from '@order-ledger/domain/visits';
import { eventId } from '@order-ledger/ledger/identity';
import { finder, type Mismatch } from './mismatch.ts';
import type { Order, TimelineEvent } from './read-side.ts';

/** What the query API shows of an order now, as the fold of its events says it. */
const expectedOrder = (state: OrderState): Record<string, unknown> => {
  const { specification, terms, claim } = state;
  const money = (amount: number) => ({ amount, currency: terms.currency });
  const settlement = settlementOf(state, state.stage);
  return {
    status: state.status,
    event_version: state.event_version,
    status_version: state.status_version,
    stage: state.stage,
    stage_entered_at: state.stage_entered_at,
    frozen_since: state.frozen_since,
    is_active: !isFinal(state.status),
    owner: ownerOf(state),
    partner_id: state.partner_id,
    customer_ref: state.customer_ref,
    external_ref: state.external_ref,
    material: specification?.material ?? null,
    process: specification?.process ?? null,
    finishing: specification?.finishing ?? null,
    quantity: specification?.quantity ?? null,
    price: state.quote === null ? null : state.quote.price,
    paid: money(state.paid),
    settlement: settlement.state,
    settlement_amount: money(settlement.amount),
    priority: state.priority,
    due_at: state.due_at,
    manufacturing_attempt: state.manufacturing_attempt,
    price_attempt: state.price_attempt,
    held_from: state.held_from,
    error_from: state.error_from,
    return_from: state.return_from,
    held_ms: state.held_ms,
    errored_ms: state.errored_ms,
    claim: claim === null ? null : { operator: claim.operator, fence_token: claim.fence_token },
    stale: false,
  };
};

/** When the claim was taken is not compared: the fold of the domain does not keep it. */
const claimWithoutTime = (claim: unknown): unknown => {
  if (claim === null || typeof claim !== 'object') return claim;
  const { operator, fence_token } = claim as Record<string, unknown>;
  return { operator, fence_token };
};

/** Free texts stand elsewhere; the timeline says only which there are. */
const withoutTexts = (data: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).filter(([field]) => !(FREE_TEXT_FIELDS as readonly string[]).includes(field)),
  );

const asShown = ({ type, data, metadata }: RecordedEvent, from: string | null, status: string): object => ({
  type,
  event_id: eventId(metadata.hash),
  event_version: metadata.event_version,
  status_version: metadata.status_version,
  from,
  status,
  occurred_at: metadata.occurred_at,
  recorded_at: metadata.recorded_at,
  data: withoutTexts(data),
});

const shown = ({ type, event_id, event_version, status_version, from, status, ...rest }: TimelineEvent): object => ({
  type,
  event_id,
  event_version,
  status_version,
  from,
  status,
  occurred_at: rest.occurred_at,
  recorded_at: rest.recorded_at,
  data: rest.data,
});

/**
 * Compares what the query API shows of one order with the fold of its events: the row field by field, its lead times,
 * and the timeline event by event.
 */
export const compareWithReadSide = (
  life: string,
  events: readonly RecordedEvent[],
  order: Order | null,
  timeline: readonly TimelineEvent[],
): Mismatch[] => {
  const state = fold(events);
  if (state === null) return [];
  const { found, add } = finder({ order_id: state.order_id, life }, 'ledger and read side');
  if (order === null) {
    add('the order', `${state.status} at event ${state.event_version}`, 'unknown to the read side');
    return found;
  }
  for (const [field, expected] of Object.entries(expectedOrder(state))) {
    const actual = field === 'claim' ? claimWithoutTime(order.claim) : order[field];
    if (sortedForm(actual ?? null) !== sortedForm(expected ?? null)) add(field, expected, actual);
  }

  const history = visitsOf(events);
  const leadTimes = order.lead_times as Record<string, number | null> | undefined;
  for (const [name, leadTime] of Object.entries(LEAD_TIMES)) {
    const expected = history === null ? null : leadTimeMs(leadTime, history);
    const actual = leadTimes?.[name] ?? null;
    if (actual !== expected) add(`lead time ${name}`, expected, actual);
  }

  let before: OrderState | null = null;
  for (const [index, event] of events.entries()) {
    const after: OrderState = fold([event], before) as OrderState;
    const actual = timeline[index];
    const expected = asShown(event, before?.status ?? null, after.status);
    if (actual === undefined) add(`event ${index + 1} of the timeline`, event.type, 'nothing');
    else if (sortedForm(shown(actual)) !== sortedForm(expected)) add(`event ${index + 1}`, expected, shown(actual));
    before = after;
  }
  for (const extra of timeline.slice(events.length))
    add(`event ${extra.event_version} of the timeline`, 'nothing', extra.type);
  return found;
};
