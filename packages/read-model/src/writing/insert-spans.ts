import type { SpanRow } from '../rows.ts';
import { type Columns, unnested } from './columns.ts';
import type { Statement } from './statement.ts';

type StoredSpan = Omit<SpanRow, 'from' | 'until'> & { during: string };

const COLUMNS: Columns<StoredSpan> = {
  order_id: 'uuid',
  event_version: 'integer',
  status: 'text',
  stage: 'text',
  owner: 'text',
  claim_operator: 'text',
  partner_id: 'text',
  priority: 'smallint',
  due_at: 'open timestamptz',
  sort_key: 'bigint',
  material: 'text',
  process: 'text',
  quantity: 'integer',
  stage_entered_at: 'timestamptz',
  frozen_since: 'timestamptz',
  frozen_ms: 'bigint',
  during: 'tstzrange',
};

/** Insert-only, like the timeline. */
export const insertSpans = (schema: string): Statement<SpanRow> => {
  const { list, select, values } = unnested(COLUMNS);
  return {
    name: `insert-spans-${schema}`,
    text: `insert into ${schema}.order_span (${list}) ${select}`,
    values: (rows) => values(rows.map(({ from, until, ...row }) => ({ ...row, during: `[${from},${until})` }))),
  };
};
