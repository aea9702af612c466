import type { IntervalRow } from '../rows.ts';
import { type Columns, unnested } from './columns.ts';
import type { Statement } from './statement.ts';

const COLUMNS: Columns<IntervalRow> = {
  order_id: 'uuid',
  status: 'text',
  visit: 'integer',
  entered_at: 'timestamptz',
  left_at: 'timestamptz',
  next_status: 'text',
  wall_ms: 'bigint',
  held_ms: 'bigint',
  errored_ms: 'bigint',
  held_before_ms: 'bigint',
  errored_before_ms: 'bigint',
  entered_version: 'integer',
  left_version: 'integer',
  attempt: 'integer',
  operator: 'text',
  partner_id: 'text',
  material: 'text',
  priority: 'smallint',
  event_version: 'integer',
};

/** What a visit's beginning says stays; what its end says is written over it. */
const CHANGING = [
  'left_at',
  'next_status',
  'wall_ms',
  'held_ms',
  'errored_ms',
  'left_version',
  'attempt',
  'partner_id',
  'material',
  'priority',
  'event_version',
] as const satisfies readonly (keyof IntervalRow)[];

export const upsertIntervals = (schema: string): Statement<IntervalRow> => {
  const { list, select, values } = unnested(COLUMNS);
  return {
    name: `upsert-intervals-${schema}`,
    text: `insert into ${schema}.stage_interval as t (${list})
      ${select}
      on conflict (order_id, status, visit) do update
        set ${CHANGING.map((name) => `${name} = excluded.${name}`).join(', ')},
          operator = coalesce(excluded.operator, t.operator)
      where excluded.event_version > t.event_version`,
    values,
  };
};
