import type { Reader } from './reader.ts';

interface ProjectionState {
  /** Of the last event in the tables, in `$all`; null while there is none. */
  position_commit: string | null;
  position_prepare: string | null;
  last_event_recorded_at: Date | null;
  /** Of the ledger's end when the tables last held everything. */
  tail_position_commit: string | null;
  tail_reached_at: Date | null;
  /** Orders whose later events are left out until somebody retries or closes them. */
  parked_orders: number;
}

/** How far the tables of a version are. */
export const readProjectionState = async ({ pool, schema }: Reader): Promise<ProjectionState> => {
  const { rows } = await pool.query<ProjectionState>({
    name: `projection-state-${schema}`,
    text: `select last.position_commit::text as position_commit, last.position_prepare::text as position_prepare,
             last.recorded_at as last_event_recorded_at, h.position_commit::text as tail_position_commit,
             h.tail_reached_at, (select count(*) from ${schema}.order_parked where closed_at is null)::integer as parked_orders
           from (select 1) one
           left join lateral (
             select position_commit, position_prepare, recorded_at from ${schema}.order_timeline
             order by position_commit desc, recorded_at desc limit 1
           ) last on true
           left join ${schema}.heartbeat h on true`,
  });
  return rows[0] as ProjectionState;
};
