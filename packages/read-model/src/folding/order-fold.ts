import { type RecordedEvent, statusAfter } from '@order-ledger/domain/lifecycle';
import { balanceChanges, openBalance } from '@order-ledger/domain/settlement';
import { isFinal, type Status } from '@order-ledger/domain/status';
import { millisecondsBetween } from '@order-ledger/domain/time';
import { type History, recordVisit, type Visit } from '@order-ledger/domain/visits';
import { traceIdOf } from '@order-ledger/platform/telemetry';
import type { IntervalRow, OrderRow, SpanRow, TimelineRow } from '../rows.ts';
import { FLOW_START } from '../schema.ts';
import type { ReadEvent } from './read-event.ts';
import { contentChanges, contentOf, lastEvent, moneyOf, standing } from './row-changes.ts';
import { historyFrom } from './visiting.ts';

/** An order while events are folded into it. `row.lifecycle` and `row.visiting` follow from `history` at the end. */
export interface Folding {
  readonly row: OrderRow;
  readonly history: History;
}

/** What one event adds to the tables beside the order's row. */
export interface Effects {
  readonly timeline: TimelineRow;
  readonly span: SpanRow | null;
  readonly passage: { from_status: string; to_status: Status; dwell_ms: number; recorded_at: string } | null;
  /** The visits that began, ended or got another attempt. */
  readonly intervals: readonly IntervalRow[];
  /** The visit that began. */
  readonly entered: Visit | null;
}

export const resume = (row: OrderRow): Folding => ({ row, history: historyFrom(row.lifecycle, row.visiting) });

const begun = (history: History, { event, id, position }: ReadEvent): OrderRow => {
  const { type, metadata } = event;
  if (type !== 'OrderInitiated') throw new Error(`an order begins with OrderInitiated, not with ${type}`);
  return {
    order_id: metadata.order_id,
    sort_key: Date.parse(metadata.recorded_at) * 1000,
    ...standing(history.lifecycle),
    ...contentOf(event),
    ...lastEvent({ event, id, position }),
    ...moneyOf({ ...history.lifecycle, balance: openBalance(event.data.terms) }),
    claimed_at: null,
    is_stale: false,
    stale_reason: null,
    lifecycle: history.lifecycle,
    visiting: { open: [], counts: {} },
  };
};

const gone = (before: OrderRow, history: History, read: ReadEvent): OrderRow => {
  if (before.balance_version !== before.event_version) throw new Error('the order has a row and no whole timeline');
  // One copy of the sixty columns an event: this is the hottest line of a rebuild.
  const row: OrderRow = {
    ...before,
    ...standing(history.lifecycle),
    ...contentChanges(before, read.event),
    ...moneyOf({ ...history.lifecycle, balance: { ...before.balance, ...balanceChanges(before.balance, read.event) } }),
    ...lastEvent(read),
    // The caller has put the order's missing events in.
    is_stale: false,
    stale_reason: null,
  };
  if (row.claim_operator === null) row.claimed_at = null;
  else if (row.claim_fence_token !== before.claim_fence_token) row.claimed_at = read.event.metadata.occurred_at;
  return row;
};

/**
 * Folds the order's next event. Pure.
 * @throws Error where the event is not one that this order's graph allows; the caller has checked its version
 */
export const foldEvent = (before: Folding | null, read: ReadEvent): { after: Folding; effects: Effects } => {
  const { event } = read;
  const history = recordVisit(before?.history ?? null, event);
  const row = before === null ? begun(history, read) : gone(before.row, history, read);
  return { after: { row, history }, effects: effectsOf(before, { row, history }, read) };
};

const effectsOf = (before: Folding | null, after: Folding, read: ReadEvent): Effects => {
  const { metadata } = read.event;
  const to = before === null ? after.row.status : statusAfter(before.history.lifecycle, read.event.type);
  const earlier = before?.history.visits ?? [];
  const changed = after.history.visits.filter((visit, index) => visit !== earlier[index]);
  return {
    timeline: timelineRow(before?.row ?? null, after.row, read, to),
    span: before === null ? null : spanEnded(before.row, metadata.recorded_at),
    passage:
      to === null
        ? null
        : {
            from_status: before?.row.status ?? FLOW_START,
            to_status: to,
            dwell_ms: before === null ? 0 : millisecondsBetween(before.row.status_entered_at, metadata.occurred_at),
            recorded_at: metadata.recorded_at,
          },
    intervals: changed.map((visit) => intervalRow(visit, before?.row ?? null, after.row)),
    entered: after.history.visits.length > earlier.length ? (after.history.visits.at(-1) ?? null) : null,
  };
};

const REASON_FIELDS = ['reason', 'code', 'defect', 'no_refund', 'condition', 'decline_reason'] as const;

const reasonOf = (data: object): string | null => {
  const fields = data as Readonly<Record<string, unknown>>;
  const given = REASON_FIELDS.map((field) => fields[field]).find((value) => typeof value === 'string');
  return typeof given === 'string' ? given : null;
};

const timelineRow = (
  before: OrderRow | null,
  after: OrderRow,
  { event, id, position }: ReadEvent,
  to_status: Status | null,
): TimelineRow => {
  const { type, data, metadata }: RecordedEvent = event;
  return {
    order_id: after.order_id,
    event_version: metadata.event_version,
    event_id: id,
    type,
    status_version: metadata.status_version,
    from_status: before?.status ?? null,
    to_status,
    actor: metadata.actor,
    system: metadata.system,
    reason: reasonOf(data),
    data,
    changed: Object.keys(data),
    occurred_at: metadata.occurred_at,
    recorded_at: metadata.recorded_at,
    correlation_id: metadata.correlation_id,
    causation_id: metadata.causation_id,
    trace_id: traceIdOf(metadata.traceparent) ?? null,
    position_commit: position.commit,
    position_prepare: position.prepare,
    status: after.status,
    stage: after.stage,
    stage_entered_at: after.stage_entered_at,
    frozen_since: after.frozen_since,
    frozen_ms: after.frozen_ms,
    claim_operator: after.claim_operator,
    priority: after.priority,
    due_at: after.due_at,
  };
};

/** Null for what no list of active orders shows: a final status, or a state that lasted no time. */
const spanEnded = (row: OrderRow, until: string): SpanRow | null =>
  isFinal(row.status) || row.last_recorded_at === until
    ? null
    : {
        order_id: row.order_id,
        event_version: row.event_version,
        status: row.status,
        stage: row.stage,
        owner: row.owner,
        claim_operator: row.claim_operator,
        partner_id: row.partner_id,
        priority: row.priority,
        due_at: row.due_at,
        sort_key: row.sort_key,
        material: row.material,
        process: row.process,
        quantity: row.quantity,
        stage_entered_at: row.stage_entered_at,
        frozen_since: row.frozen_since,
        frozen_ms: row.frozen_ms,
        from: row.last_recorded_at,
        until,
      };

/** The event that ends a visit may release the claim, so its holder is the one before it. */
const intervalRow = (visit: Visit, before: OrderRow | null, after: OrderRow): IntervalRow => ({
  order_id: after.order_id,
  status: visit.status,
  visit: visit.visit,
  entered_at: visit.entered_at,
  left_at: visit.left_at,
  next_status: visit.next,
  wall_ms: visit.wall_ms,
  held_ms: visit.held_ms,
  errored_ms: visit.errored_ms,
  held_before_ms: visit.held_before_ms,
  errored_before_ms: visit.errored_before_ms,
  entered_version: visit.entered_version,
  left_version: visit.left_version,
  attempt: visit.attempts.at(-1)?.attempt ?? null,
  operator: visit.left_at === null ? after.claim_operator : (before?.claim_operator ?? null),
  partner_id: after.partner_id,
  material: after.material,
  priority: after.priority,
  event_version: after.event_version,
});
