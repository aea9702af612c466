import { OF_EVENTS, typesOf } from '../order-columns.ts';
import type { TimelineRow } from '../rows.ts';
import { cursorSequence } from '../schema.ts';
import { type Columns, unnested } from './columns.ts';
import type { Statement } from './statement.ts';

const COLUMNS: Columns<TimelineRow> = {
  order_id: 'uuid',
  event_id: 'uuid',
  type: 'text',
  from_status: 'text',
  to_status: 'text',
  actor: 'jsonb',
  system: 'text',
  reason: 'text',
  data: 'jsonb',
  changed: 'text list',
  occurred_at: 'timestamptz',
  recorded_at: 'timestamptz',
  correlation_id: 'text',
  causation_id: 'text',
  trace_id: 'text',
  position_commit: 'bigint',
  position_prepare: 'bigint',
  ...typesOf(OF_EVENTS),
};

/**
 * Insert-only: the same event twice is a fault of the caller and an error. Cursors are given in the order of the rows;
 * stored are the events of an order together, because together they are read.
 */
export const insertTimeline = (schema: string): Statement<TimelineRow> => {
  const { list, select, values } = unnested(COLUMNS);
  return {
    name: `insert-timeline-${schema}`,
    text: `insert into ${schema}.order_timeline (${list}, cursor)
      select * from (
        select ${list}, nextval('${cursorSequence(schema)}') from (${select}) in_order
      ) numbered order by order_id, event_version`,
    values,
  };
};
