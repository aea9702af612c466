import type { Status } from '@order-ledger/domain/status';
import type { Reader } from '@order-ledger/read-model/reading/reader';
import { LIMITED, type StageStatistics } from '../stage-limits.ts';

/** What is usual lately: of each status the last visits that have ended, within so many days. */
const LAST_VISITS = 2_000;
const LAST_DAYS = 30;

/** How long orders have stayed in each status, less holds and errors; statuses that nobody has left are left out. */
export const readStageStatistics = async ({ pool, schema }: Reader): Promise<StageStatistics[]> => {
  const { rows } = await pool.query<{ status: Status; visits: number; p95_s: number }>({
    name: `stage-statistics-${schema}`,
    text: `select s.status, count(*)::integer as visits,
             percentile_cont(0.95) within group (order by v.ms)::float8 / 1000 as p95_s
           from unnest($1::text[]) as s (status)
           cross join lateral (
             select (i.wall_ms - i.held_ms - i.errored_ms)::float8 as ms from ${schema}.stage_interval i
             where i.status = s.status and i.left_at >= now() - make_interval(days => ${LAST_DAYS})
             order by i.left_at desc limit ${LAST_VISITS}
           ) v group by s.status`,
    values: [LIMITED],
  });
  return rows;
};
