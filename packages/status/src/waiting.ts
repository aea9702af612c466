import { READ_MODEL_VERSION, versionSchema } from '@order-ledger/read-model/schema';
import type pg from 'pg';

export interface Lane {
  readonly lane: string;
  readonly queued: number;
  readonly running: number;
  readonly oldest_s: number | null;
}

/** Calculations of prices, by lane. */
export const readLanes = async (pool: pg.Pool): Promise<Lane[]> => {
  const { rows } = await pool.query<Lane>(
    `select lane, queued::integer, running::integer,
       round(extract(epoch from now() - oldest_queued_at))::integer as oldest_s
     from pricing.lane_view order by lane desc`,
  );
  return rows;
};

/** Orders in a status in which a worker should know of them, and none does. */
export interface Unheard {
  readonly status: string;
  /** Who should know of them: its reconciler looks for what a message has not told. */
  readonly worker: string;
  readonly count: number;
  /** Some of them, the oldest first. */
  readonly orders: readonly string[];
}

/** A message takes less, seconds; the reconcilers look as late as this (OVERLOOKED_AFTER_MS). */
export const UNHEARD_AFTER_S = 60;

const UNHEARD = `
  with unheard as (
    select status, 'pricing-worker' as worker, order_id, status_entered_at
    from ${versionSchema(READ_MODEL_VERSION)}.order_row o
    where status = 'SUBMITTED' and not exists (
      select from pricing.waiter w where w.order_id = o.order_id and w.state in ('QUEUED', 'STARTED', 'PARKED'))
    union all
    select status, 'manufacturing-worker', order_id, status_entered_at
    from ${versionSchema(READ_MODEL_VERSION)}.order_row o
    where status = 'MANUFACTURING_APPROVED' and not exists (
      select from production.plan p where p.order_id = o.order_id)
  )
  select status, worker, count(*)::integer as count,
    (array_agg(order_id::text order by status_entered_at))[1:3] as orders
  from unheard where status_entered_at < now() - make_interval(secs => ${UNHEARD_AFTER_S})
  group by status, worker order by status`;

export const readUnheard = async (pool: pg.Pool): Promise<Unheard[]> => (await pool.query<Unheard>(UNHEARD)).rows;
