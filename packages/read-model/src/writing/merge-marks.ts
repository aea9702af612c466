import { STATUSES } from '@order-ledger/domain/status';
import type { MarkRow } from '../rows.ts';
import { MARK_SUFFIXES, markColumn } from '../schema.ts';
import type { Statement } from './statement.ts';

// A first entry is kept once it stands; a last entry gives way to a later one.
const ASSIGNMENTS = STATUSES.flatMap((status) => {
  const known = `t.${markColumn(status, 'first_at')} is null`;
  const again = `excluded.${markColumn(status, 'last_at')} is null`;
  return MARK_SUFFIXES.map((suffix) => {
    const column = markColumn(status, suffix);
    const [condition, one, other] = suffix.startsWith('first') ? [known, 'excluded', 't'] : [again, 't', 'excluded'];
    return `${column} = case when ${condition} then ${one}.${column} else ${other}.${column} end`;
  });
});

/** One JSON document for all rows: 140 arrays, most of them empty, would cost more than it. */
export const mergeMarks = (schema: string): Statement<MarkRow> => ({
  name: `merge-marks-${schema}`,
  text: `insert into ${schema}.order_mark as t
    select * from jsonb_populate_recordset(null::${schema}.order_mark, $1::jsonb)
    on conflict (order_id) do update set event_version = excluded.event_version, ${ASSIGNMENTS.join(', ')}
    where excluded.event_version > t.event_version`,
  values: (rows) => [JSON.stringify(rows)],
});
