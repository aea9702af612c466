import type { FlowCount } from '../rows.ts';
import { type Columns, unnested } from './columns.ts';
import type { Statement } from './statement.ts';

const COLUMNS: Columns<FlowCount> = {
  bucket: 'timestamptz',
  grain: 'text',
  from_status: 'text',
  to_status: 'text',
  count: 'bigint',
  dwell_ms: 'bigint',
};

/** Adds to the buckets: the fence of the batch's transaction is what keeps an event from being counted twice. */
export const addFlow = (schema: string): Statement<FlowCount> => {
  const { list, select, values } = unnested(COLUMNS);
  return {
    name: `add-flow-${schema}`,
    text: `insert into ${schema}.status_flow as t (${list})
      ${select}
      on conflict (bucket, grain, from_status, to_status) do update
        set count = t.count + excluded.count, dwell_ms = t.dwell_ms + excluded.dwell_ms`,
    values,
  };
};
