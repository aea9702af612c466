import type { Lifecycle } from '@order-ledger/domain/lifecycle';
import type { EventMark } from '@order-ledger/domain/parcel';
import type { SettlementState } from '@order-ledger/domain/settlement';
import type { Owner, Status } from '@order-ledger/domain/status';
import type { ParkReason, PriorityRank } from '../rows.ts';

// Amounts and lengths are read as double precision: they are integers below 2⁵³, and pg gives bigint as text.
// Due dates are `infinity` where there is none, so that they sort last.

/** What a list shows of an order, `o` being the row. */
export const LISTED_COLUMNS = `o.order_id, o.sort_key::float8 as sort_key, o.status, o.stage, o.owner,
  o.status_entered_at, o.stage_entered_at, o.frozen_since, o.frozen_ms::float8 as frozen_ms, o.is_active,
  o.claim_operator, o.claim_fence_token, o.claimed_at, o.partner_id, o.customer_ref, o.external_ref, o.channel,
  o.delivery_method, o.material, o.process, o.finishing, o.quantity, o.price_amount::float8 as price_amount, o.currency,
  o.paid::float8 as paid, o.refund_due::float8 as refund_due, o.settlement,
  o.settlement_amount::float8 as settlement_amount, o.needs_person, o.priority, nullif(o.due_at, 'infinity') as due_at,
  o.manufacturing_attempt, o.price_attempt, o.planned_finish_at, o.event_version, o.status_version,
  o.last_recorded_at, o.is_stale, o.stale_reason`;

export interface ListedOrder {
  order_id: string;
  /** Microseconds of the epoch. */
  sort_key: number;
  status: Status;
  stage: Status;
  owner: Owner;
  status_entered_at: Date;
  stage_entered_at: Date;
  frozen_since: Date | null;
  frozen_ms: number;
  is_active: boolean;
  claim_operator: string | null;
  claim_fence_token: number | null;
  claimed_at: Date | null;
  partner_id: string | null;
  customer_ref: string;
  external_ref: string | null;
  channel: string;
  delivery_method: string | null;
  material: string | null;
  process: string | null;
  finishing: string | null;
  quantity: number | null;
  price_amount: number | null;
  currency: string;
  paid: number;
  refund_due: number | null;
  /** null as long as it is not folded yet for an order that was there before; so are the next two. */
  settlement: SettlementState | null;
  settlement_amount: number | null;
  needs_person: readonly EventMark[] | null;
  priority: PriorityRank;
  due_at: Date | null;
  manufacturing_attempt: number;
  price_attempt: number;
  planned_finish_at: Date | null;
  event_version: number;
  status_version: number;
  last_recorded_at: Date;
  is_stale: boolean;
  /** null also on pages that an earlier build has kept. */
  stale_reason: ParkReason | null;
}

/** What a single order shows beside that. */
export const DETAIL_COLUMNS = `${LISTED_COLUMNS}, o.held_ms::float8 as held_ms, o.errored_ms::float8 as errored_ms,
  o.held_from, o.error_from, o.return_from, o.carriers, o.quote_version, o.valid_until,
  o.due_before_production::float8 as due_before_production, o.work_centre, o.planned_start_at, o.price, o.rejection,
  o.last_event_type, o.last_occurred_at, o.correlation_id, o.lifecycle`;

export interface OrderDetail extends ListedOrder {
  held_ms: number;
  errored_ms: number;
  held_from: Status | null;
  error_from: Status | null;
  return_from: Status | null;
  carriers: string[];
  quote_version: number | null;
  valid_until: Date | null;
  due_before_production: number | null;
  work_centre: string | null;
  planned_start_at: Date | null;
  /** Data of the last PriceCalculated. */
  price: Record<string, unknown> | null;
  /** Data of the OrderRejected. */
  rejection: Record<string, unknown> | null;
  last_event_type: string;
  last_occurred_at: Date;
  correlation_id: string;
  lifecycle: Lifecycle;
}
