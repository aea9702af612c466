import type { Status } from '@order-ledger/domain/status';
import type { Reader } from './reader.ts';

export interface FlowEdge {
  /** `NONE` for the creation. */
  from: string;
  to: Status;
  count: number;
  /** Mean milliseconds in `from` before this edge was taken; null for the creation. */
  mean_dwell_ms: number | null;
  /** Median of the same for edges that end the visit of a stage (a hold or an error only interrupts it). */
  median_dwell_ms: number | null;
}

/**
 * The edges that orders took between two times (both on the grain's boundaries). Counts and means come from the
 * buckets, by time of record; medians from the visits, by time of fact.
 */
export const readFlow = async (
  { pool, schema }: Reader,
  grain: 'hour' | 'day',
  since: Date,
  until: Date,
): Promise<FlowEdge[]> => {
  const { rows } = await pool.query<FlowEdge>({
    text: `with edge as (
             select from_status, to_status, sum(count) as count, sum(dwell_ms) as dwell_ms from ${schema}.status_flow
             where grain = $1 and bucket >= $2 and bucket < $3 group by from_status, to_status
           ), median as (
             select status, next_status, percentile_cont(0.5) within group (order by wall_ms) as ms
             from ${schema}.stage_interval
             where left_at >= $2 and left_at < $3 and next_status is not null group by status, next_status
           )
           select from_status as "from", to_status as "to", count::float8 as count,
             case when from_status <> 'NONE' then round(dwell_ms / count)::float8 end as mean_dwell_ms,
             median.ms as median_dwell_ms
           from edge left join median on status = from_status and next_status = to_status
           order by from_status, to_status`,
    values: [grain, since, until],
  });
  return rows;
};
