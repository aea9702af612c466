import { FINAL_STATUSES, FROZEN_STATUSES, type Status } from '@order-ledger/domain/status';
import { spansAt } from '../span-index.ts';
import { UNSETTLED, type Unsettled } from './list-filters.ts';
import { inSql, type Reader } from './reader.ts';

export interface BoardEntry {
  status: Status;
  count: number;
  /** Of active statuses: since when the oldest order stands there, and which it is. */
  oldest_since: Date | null;
  oldest_order_id: string | null;
}

// A hold or an error keeps its stage, so its own age runs from the freezing.
const SINCE = `case when status in (${inSql(FROZEN_STATUSES)}) then coalesce(frozen_since, stage_entered_at)
  else stage_entered_at end`;
const COUNTED = `status, count(*)::integer as count, min(since) as oldest_since,
  (array_agg(order_id order by since, order_id))[1] as oldest_order_id`;

const activeNow = async ({ pool, schema }: Reader): Promise<BoardEntry[]> => {
  const { rows } = await pool.query<BoardEntry>({
    name: `board-${schema}`,
    text: `select ${COUNTED} from (
             select status, order_id, ${SINCE} as since from ${schema}.order_row where is_active
           ) active group by status`,
  });
  return rows;
};

const activeAsOf = async ({ pool, schema }: Reader, at: Date): Promise<BoardEntry[]> => {
  const { rows } = await pool.query<BoardEntry>({
    name: `board-as-of-${schema}`,
    text: `select ${COUNTED} from (
             ${spansAt(schema, `status, order_id, ${SINCE} as since`, '$1::timestamptz')}
             union all
             select status, order_id, ${SINCE} as since from ${schema}.order_row
             where is_active and last_recorded_at <= $1
           ) active group by status`,
    values: [at],
  });
  return rows;
};

/** Final statuses are millions of orders: how many stand there is what went in less what came out. */
const finalCounts = async ({ pool, schema }: Reader, at: Date | undefined): Promise<BoardEntry[]> => {
  const flows =
    at === undefined
      ? `select from_status, to_status, count from ${schema}.status_flow where grain = 'day'`
      : `select from_status, to_status, count from ${schema}.status_flow
           where grain = 'day' and bucket < date_trunc('day', $2::timestamptz, 'UTC')
         union all
         select from_status, to_status, count from ${schema}.status_flow
           where grain = 'hour' and bucket >= date_trunc('day', $2::timestamptz, 'UTC')
             and bucket < date_trunc('hour', $2::timestamptz, 'UTC')
         union all
         select from_status, to_status, 1 from ${schema}.order_timeline
           where recorded_at >= date_trunc('hour', $2::timestamptz, 'UTC') and recorded_at <= $2
             and to_status is not null`;
  const { rows } = await pool.query<{ status: Status; count: number }>({
    text: `with flow as (
             select from_status, to_status, sum(count) as count from (${flows}) flow group by from_status, to_status
           )
           select status,
             (coalesce(sum(count) filter (where to_status = status), 0)
               - coalesce(sum(count) filter (where from_status = status), 0))::integer as count
           from unnest($1::text[]) as final (status) cross join flow group by status`,
    values: at === undefined ? [FINAL_STATUSES] : [FINAL_STATUSES, at],
  });
  return rows.map((row) => ({ ...row, oldest_since: null, oldest_order_id: null }));
};

/** How many orders stand in each status, now or as of a time; statuses without orders are left out. */
export const readBoard = async (reader: Reader, at?: Date): Promise<BoardEntry[]> => {
  const [active, final] = await Promise.all([
    at === undefined ? activeNow(reader) : activeAsOf(reader, at),
    finalCounts(reader, at),
  ]);
  return [...active, ...final.filter(({ count }) => count > 0)];
};

interface Misfits {
  settlement: Record<Unsettled, number>;
  needs_person: number;
}

/** How many orders there are now whose money does not fit, and that need a person. */
export const readMisfits = async ({ pool, schema }: Reader): Promise<Misfits> => {
  const { rows } = await pool.query<{ what: string; count: number }>({
    name: `misfits-${schema}`,
    text: `select settlement as what, count(*)::integer as count from ${schema}.order_row
             where settlement <> 'settled' group by settlement
           union all
           select 'needs_person', count(*)::integer from ${schema}.order_row where needs_person is not null`,
  });
  const counts = new Map(rows.map(({ what, count }) => [what, count]));
  const settlement = Object.fromEntries(UNSETTLED.map((state) => [state, counts.get(state) ?? 0]));
  return { settlement: settlement as Misfits['settlement'], needs_person: counts.get('needs_person') ?? 0 };
};
