import type { Lifecycle, RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { EventMark } from '@order-ledger/domain/parcel';
import type { Balance, SettlementState } from '@order-ledger/domain/settlement';
import type { Owner, Status } from '@order-ledger/domain/status';
import type { Visit } from '@order-ledger/domain/visits';
import type { MarkColumn } from './schema.ts';

// Rows as the writer makes them. Times are `YYYY-MM-DDTHH:MM:SS.sssZ`, lengths milliseconds, amounts minor units.
// Read through pg without parsers of one's own, times come as Date (`infinity` as the number) and bigint as string.

/** LOW 0 … URGENT 3. */
export const PRIORITY_RANK = { LOW: 0, NORMAL: 1, HIGH: 2, URGENT: 3 } as const;
export type PriorityRank = (typeof PRIORITY_RANK)[keyof typeof PRIORITY_RANK];

/** The visits that are open, and how many of each status there have been: what the next one is folded on. */
export interface Visiting {
  readonly open: readonly Visit[];
  readonly counts: Readonly<Partial<Record<Status, number>>>;
}

export interface OrderRow {
  order_id: string;
  /** Microseconds of the epoch of the first event's recorded_at; never changes. */
  sort_key: number;
  status: Status;
  stage: Status;
  owner: Owner;
  status_entered_at: string;
  stage_entered_at: string;
  /** When the present hold or error began. */
  frozen_since: string | null;
  /** Finished holds and errors since the stage began. */
  frozen_ms: number;
  held_ms: number;
  errored_ms: number;
  /** Neither CLOSED, CANCELLED nor REJECTED. */
  is_active: boolean;
  held_from: Status | null;
  error_from: Status | null;
  return_from: Status | null;
  claim_operator: string | null;
  claim_fence_token: number | null;
  claimed_at: string | null;
  partner_id: string | null;
  customer_ref: string;
  external_ref: string | null;
  channel: string;
  /** Every carrier that was asked for a shipment. */
  carriers: readonly string[];
  delivery_method: string | null;
  material: string | null;
  process: string | null;
  finishing: string | null;
  quantity: number | null;
  price_amount: number | null;
  currency: string;
  /** event_version of the last PriceCalculated; null again once the order is revised. */
  quote_version: number | null;
  valid_until: string | null;
  /** Payments less refunds. */
  paid: number;
  due_before_production: number | null;
  cancel_charge: number | null;
  /** What the customer is still to get back; null where no refund is in question. */
  refund_due: number | null;
  /** What the next event's balance is folded on. */
  balance: Balance;
  /** The event_version that the balance is of: that of the row, but where an earlier build wrote it. */
  balance_version: number;
  settlement: SettlementState;
  settlement_amount: number;
  /** The two events that contradict each other until a person has decided. */
  needs_person: readonly EventMark[] | null;
  priority: PriorityRank;
  /** null is `infinity` in the table. */
  due_at: string | null;
  manufacturing_attempt: number;
  price_attempt: number;
  work_centre: string | null;
  planned_start_at: string | null;
  planned_finish_at: string | null;
  /** Data of the last PriceCalculated. */
  price: object | null;
  /** Data of the OrderRejected. */
  rejection: object | null;
  event_version: number;
  status_version: number;
  last_event_type: string;
  last_event_id: string;
  last_occurred_at: string;
  last_recorded_at: string;
  correlation_id: string;
  /** The order is parked: later events are not in the row. */
  is_stale: boolean;
  stale_reason: ParkReason | null;
  lifecycle: Lifecycle;
  visiting: Visiting;
  position_commit: bigint;
  position_prepare: bigint;
}

export interface TimelineRow {
  order_id: string;
  event_version: number;
  event_id: string;
  type: string;
  status_version: number;
  /** The status before the event; null for the first. */
  from_status: Status | null;
  /** null for facts. */
  to_status: Status | null;
  actor: object;
  system: string;
  /** The code that says why, whatever the event calls it. */
  reason: string | null;
  data: object;
  /** Names of the data's fields. */
  changed: readonly string[];
  occurred_at: string;
  recorded_at: string;
  correlation_id: string;
  causation_id: string;
  trace_id: string | null;
  position_commit: bigint;
  position_prepare: bigint;
  status: Status;
  stage: Status;
  stage_entered_at: string;
  frozen_since: string | null;
  frozen_ms: number;
  claim_operator: string | null;
  priority: PriorityRank;
  due_at: string | null;
}

/** A state that has ended. */
export interface SpanRow {
  order_id: string;
  /** Of the event that began it. */
  event_version: number;
  status: Status;
  stage: Status;
  owner: Owner;
  claim_operator: string | null;
  partner_id: string | null;
  priority: PriorityRank;
  due_at: string | null;
  sort_key: number;
  material: string | null;
  process: string | null;
  quantity: number | null;
  stage_entered_at: string;
  frozen_since: string | null;
  frozen_ms: number;
  /** `during` = [from, until) by recorded_at. */
  from: string;
  until: string;
}

/** What a batch adds to a bucket. */
export interface FlowCount {
  bucket: string;
  grain: 'hour' | 'day';
  /** `NONE` for the creation. */
  from_status: string;
  to_status: Status;
  count: number;
  dwell_ms: number;
}

export interface IntervalRow {
  order_id: string;
  status: Status;
  visit: number;
  entered_at: string;
  left_at: string | null;
  next_status: Status | null;
  wall_ms: number | null;
  held_ms: number | null;
  errored_ms: number | null;
  held_before_ms: number;
  errored_before_ms: number;
  entered_version: number;
  left_version: number | null;
  /** The last attempt of a calculation or a manufacturing. */
  attempt: number | null;
  /** Who held the claim when it ended; while it is open, when it began. */
  operator: string | null;
  partner_id: string | null;
  material: string | null;
  priority: PriorityRank;
  /** Of the event that last changed the row. */
  event_version: number;
}

/** Entries of statuses in a batch: columns of `order_mark`; what is absent stays as it is. */
export type MarkRow = { order_id: string; event_version: number } & { [Column in MarkColumn]?: string | number };

export interface ParkedOrder {
  order_id: string;
  /** The first event that is left out. */
  event_version: number;
  reason: ParkReason;
  detail: string;
}

/**
 * What is known of an order of which not even the first event can be shown: enough for whoever it belongs to to find it.
 * Its row has event_version 0 and nothing in any other table.
 */
export interface OutlinedOrder {
  order_id: string;
  reason: ParkReason;
  /** When the first event was recorded, or came. */
  recorded_at: string;
  /** Of the first event, where it can be read. */
  first: Extract<RecordedEvent, { type: 'OrderInitiated' }> | null;
}
export const PARK_REASONS = ['unreadable', 'gap', 'not-foldable', 'not-storable'] as const;
export type ParkReason = (typeof PARK_REASONS)[number];
