import { frozenMs, type Lifecycle, ownerOf, type RecordedEvent } from '@order-ledger/domain/lifecycle';
import { contradiction } from '@order-ledger/domain/parcel';
import { refundDue, settlementOf } from '@order-ledger/domain/settlement';
import { isFinal } from '@order-ledger/domain/status';
import { type MoneyColumn, PRIORITY_RANK } from '../order-columns.ts';
import type { OrderRow } from '../rows.ts';
import type { ReadEvent } from './read-event.ts';

/** What the row takes from the domain's own fold. */
export const standing = (lifecycle: Lifecycle) => ({
  status: lifecycle.status,
  stage: lifecycle.stage,
  owner: ownerOf(lifecycle),
  status_entered_at: lifecycle.last_status_at,
  stage_entered_at: lifecycle.stage_entered_at,
  frozen_since: lifecycle.frozen_since,
  frozen_ms: frozenMs(lifecycle),
  held_ms: lifecycle.held_ms,
  errored_ms: lifecycle.errored_ms,
  is_active: !isFinal(lifecycle.status),
  held_from: lifecycle.held_from,
  error_from: lifecycle.error_from,
  return_from: lifecycle.return_from,
  claim_operator: lifecycle.claim?.operator ?? null,
  claim_fence_token: lifecycle.claim?.fence_token ?? null,
  event_version: lifecycle.event_version,
  status_version: lifecycle.status_version,
});

/** What the row says of the last event. */
export const lastEvent = ({ event, id, position }: ReadEvent) => ({
  last_event_type: event.type,
  last_event_id: id,
  last_occurred_at: event.metadata.occurred_at,
  last_recorded_at: event.metadata.recorded_at,
  correlation_id: event.metadata.correlation_id,
  position_commit: position.commit,
  position_prepare: position.prepare,
});

/** The fields that neither another part of the row nor the folding itself fills. */
type Content = Omit<
  OrderRow,
  | keyof (ReturnType<typeof standing> & ReturnType<typeof lastEvent> & Money)
  | 'order_id'
  | 'sort_key'
  | 'claimed_at'
  | 'is_stale'
  | 'stale_reason'
  | 'lifecycle'
  | 'visiting'
>;

/** What a new order's row holds beside its standing. */
export const contentOf = ({ data }: Extract<RecordedEvent, { type: 'OrderInitiated' }>): Content => ({
  partner_id: data.partner_id ?? null,
  customer_ref: data.customer_ref,
  external_ref: data.external_ref ?? null,
  channel: data.channel,
  carriers: [],
  delivery_method: null,
  material: null,
  process: null,
  finishing: null,
  quantity: null,
  price_amount: null,
  currency: data.terms.currency,
  quote_version: null,
  valid_until: null,
  paid: 0,
  due_before_production: null,
  cancel_charge: null,
  priority: PRIORITY_RANK[data.priority],
  due_at: data.due_at ?? null,
  manufacturing_attempt: 0,
  price_attempt: 0,
  work_centre: null,
  planned_start_at: null,
  planned_finish_at: null,
  price: null,
  rejection: null,
});

const NO_QUOTE = {
  price_amount: null,
  quote_version: null,
  valid_until: null,
  due_before_production: null,
  price: null,
};

const specified = (data: Extract<RecordedEvent, { type: 'OrderSubmitted' | 'OrderRevised' }>['data']) => ({
  material: data.material,
  process: data.process,
  finishing: data.finishing ?? null,
  quantity: data.quantity,
  delivery_method: data.delivery.method,
});

/** What each event type changes in the row beside the order's standing. */
export const contentChanges = (before: Content, { type, data, metadata }: RecordedEvent): Partial<Content> => {
  switch (type) {
    case 'OrderSubmitted':
      return specified(data);
    case 'OrderRevised':
      return { ...specified(data), ...NO_QUOTE };
    case 'PriceCalculationStarted':
    case 'PriceCalculationRestarted':
      return { price_attempt: data.attempt };
    case 'PriceCalculated':
      return {
        price_amount: data.price.amount,
        quote_version: metadata.event_version,
        valid_until: data.valid_until,
        due_before_production: data.due_before_production.amount,
        price: data,
      };
    case 'OrderRejected':
      return { rejection: data };
    case 'PaymentRecorded':
    case 'PaymentRefunded':
      return { paid: data.paid.amount };
    case 'ProductionPlanned':
      return { work_centre: data.work_centre, planned_start_at: data.start_at, planned_finish_at: data.finish_at };
    case 'ManufacturingStarted':
      return { manufacturing_attempt: data.attempt };
    case 'ShipmentRequested':
      return before.carriers.includes(data.carrier) ? {} : { carriers: [...before.carriers, data.carrier] };
    case 'OrderCancelled':
      return { cancel_charge: data.charge?.amount ?? 0 };
    case 'DueDateChanged':
      return { due_at: data.due_at };
    case 'PriorityChanged':
      return { priority: PRIORITY_RANK[data.priority] };
    default:
      return {};
  }
};

type Money = Pick<OrderRow, MoneyColumn | 'balance_version'>;

/** What the row says of its money, from the balance at its last event. */
export const moneyOf = ({
  balance,
  stage,
  event_version,
}: Pick<OrderRow, 'balance' | 'stage' | 'event_version'>): Money => {
  const { state, amount } = settlementOf(balance, stage);
  return {
    balance,
    balance_version: event_version,
    settlement: state,
    settlement_amount: amount,
    refund_due: refundDue(balance, stage),
    needs_person: contradiction(balance.parcel),
  };
};
