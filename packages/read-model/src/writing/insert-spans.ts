import { SPAN_COLUMNS, typesOf } from '../order-columns.ts';
import type { SpanRow } from '../rows.ts';
import { type Columns, unnested } from './columns.ts';
import type { Statement } from './statement.ts';

type StoredSpan = Omit<SpanRow, 'from' | 'until'> & { during: string };

const COLUMNS: Columns<StoredSpan> = {
  ...typesOf(SPAN_COLUMNS),
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
