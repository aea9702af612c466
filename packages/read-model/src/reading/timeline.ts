import type { EventType } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Scope } from '@order-ledger/domain/sight';
import type { Status, System } from '@order-ledger/domain/status';
import { OF_EVENTS, type PastBy, type ReadAs } from '../order-columns.ts';
import { selected } from './order-columns.ts';
import { createParameters, type Reader } from './reader.ts';
import { scopeCondition } from './scope.ts';

interface RecordedActor {
  id: string;
  kind: string;
  roles: string[];
  partner_id?: string;
  on_behalf_of?: string;
}

/** An event, with the order's state after it. */
export interface TimelineEntry extends ReadAs<PastBy<'event'>> {
  order_id: string;
  event_id: string;
  type: EventType;
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
  /** Where the reading of the ledger stood when the event came into the tables; as decimal text, it may pass 2⁵³. */
  position_commit: string;
  position_prepare: string;
}

export const TIMELINE_COLUMNS = `t.order_id, t.event_id, t.type, t.from_status, t.to_status, t.actor, t.system, t.reason,
  t.data, t.changed, t.occurred_at, t.recorded_at, t.correlation_id, t.causation_id, t.trace_id,
  t.position_commit::text as position_commit, t.position_prepare::text as position_prepare,
  ${selected(OF_EVENTS, (column) => `t.${column}`)}`;

/** An event of the timeline with all that folds of it look at: neither its hash nor its id is among that. */
export const eventOf = (entry: TimelineEntry): RecordedEvent => {
  const { type, data, order_id, event_version, status_version, actor, system, correlation_id, causation_id } = entry;
  const times = { occurred_at: entry.occurred_at.toISOString(), recorded_at: entry.recorded_at.toISOString() };
  const ids = { order_id, event_version, status_version, correlation_id, causation_id };
  return { type, data, metadata: { ...ids, actor, system, ...times } } as RecordedEvent;
};

interface TimelineRequest {
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
