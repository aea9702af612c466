import type { EventType } from '@order-ledger/domain/events';
import type { Scope } from '@order-ledger/domain/sight';
import type { Owner, Status, System } from '@order-ledger/domain/status';
import type { PriorityRank } from '../rows.ts';
import { createParameters, type Reader } from './reader.ts';
import { scopeCondition } from './scope.ts';

export interface RecordedActor {
  id: string;
  kind: string;
  roles: string[];
  partner_id?: string;
  on_behalf_of?: string;
}

/** Where an event stands in `$all`; as decimal text, because it may pass 2⁵³. */
export interface Position {
  commit: string;
  prepare: string;
}

export interface TimelineEntry {
  order_id: string;
  event_version: number;
  event_id: string;
  type: EventType;
  status_version: number;
  from_status: Status | null;
  to_status: Status | null;
  actor: RecordedActor;
  system: System;
  reason: string | null;
  data: Record<string, unknown>;
  changed: string[];
  occurred_at: Date;
  recorded_at: Date;
  correlation_id: string;
  causation_id: string;
  trace_id: string | null;
  position_commit: string;
  position_prepare: string;
  /** The order after the event. */
  status: Status;
  stage: Status;
  stage_entered_at: Date;
  frozen_since: Date | null;
  frozen_ms: number;
  claim_operator: string | null;
  priority: PriorityRank;
  due_at: Date | null;
}

export const TIMELINE_COLUMNS = `t.order_id, t.event_version, t.event_id, t.type, t.status_version, t.from_status,
  t.to_status, t.actor, t.system, t.reason, t.data, t.changed, t.occurred_at, t.recorded_at, t.correlation_id,
  t.causation_id, t.trace_id, t.position_commit::text as position_commit, t.position_prepare::text as position_prepare,
  t.status, t.stage, t.stage_entered_at, t.frozen_since, t.frozen_ms::float8 as frozen_ms, t.claim_operator, t.priority,
  nullif(t.due_at, 'infinity') as due_at`;

export interface TimelineRequest {
  /** Only events after this version; 0 for all. */
  after: number;
  /** Only events recorded by then. */
  at?: Date;
  limit: number;
}

/** An order's events in their order; empty where there is no such order in the caller's scope. */
export const readTimeline = async (
  { pool, schema }: Reader,
  scope: Scope,
  orderId: string,
  { after, at, limit }: TimelineRequest,
): Promise<TimelineEntry[]> => {
  const parameters = createParameters();
  const id = parameters.add(orderId);
  const until = at === undefined ? '' : `and t.recorded_at <= ${parameters.add(at)}`;
  const { rows } = await pool.query<TimelineEntry>({
    text: `select ${TIMELINE_COLUMNS}
           from ${schema}.order_row o join ${schema}.order_timeline t on t.order_id = o.order_id
           where o.order_id = ${id} and ${scopeCondition(scope, 'o', parameters)}
             and t.event_version > ${parameters.add(after)} ${until}
           order by t.event_version limit ${parameters.add(limit)}`,
    values: parameters.values,
  });
  return rows;
};

/** An event with what filters and scopes ask of its order; these never change. */
export interface StreamedEntry extends TimelineEntry {
  partner_id: string | null;
  carriers: string[];
  customer_ref: string;
  external_ref: string | null;
  /** Of the order now: who is accountable while it is held or in error. */
  row_owner: Owner;
}

/** What follows on a position in `$all`, in its order: one writer appends, so nothing comes in between later. */
export const readTimelineAfter = async (
  { pool, schema }: Reader,
  { commit, prepare }: Position,
  limit: number,
): Promise<StreamedEntry[]> => {
  const { rows } = await pool.query<StreamedEntry>({
    name: `timeline-after-${schema}`,
    // The index is on the commit position; events of one commit are told apart by the second condition.
    text: `select ${TIMELINE_COLUMNS}, o.partner_id, o.carriers, o.customer_ref, o.external_ref, o.owner as row_owner
           from ${schema}.order_timeline t join ${schema}.order_row o on o.order_id = t.order_id
           where t.position_commit >= $1::bigint
             and (t.position_commit, t.position_prepare) > ($1::bigint, $2::bigint)
           order by t.position_commit, t.position_prepare limit $3`,
    values: [commit, prepare, limit],
  });
  return rows;
};

/** Where the timeline ends now; null while it is empty. */
export const readLastPosition = async ({ pool, schema }: Reader): Promise<Position | null> => {
  const { rows } = await pool.query<Position>({
    name: `timeline-end-${schema}`,
    text: `select position_commit::text as commit, position_prepare::text as prepare from ${schema}.order_timeline
           order by position_commit desc, position_prepare desc limit 1`,
  });
  return rows[0] ?? null;
};
