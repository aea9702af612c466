import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Status } from '@order-ledger/domain/status';
import type { OrderColumn, ParkReason, PastBy, PriorityRank, SpanColumn, WrittenAs } from './order-columns.ts';
import type { MarkColumn } from './schema.ts';

// Rows as the writer makes them. Times are `YYYY-MM-DDTHH:MM:SS.sssZ`, lengths milliseconds, amounts minor units.
// Read through pg without parsers of one's own, times come as Date (`infinity` as the number) and bigint as string.

export type OrderRow = WrittenAs<OrderColumn>;

/** An event, with the order's state after it. */
export interface TimelineRow extends Pick<OrderRow, PastBy<'event'>> {
  order_id: string;
  event_id: string;
  type: string;
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
}

/** A state that has ended, with the event_version of the event that began it. */
export interface SpanRow extends Pick<OrderRow, SpanColumn> {
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
