import type pg from 'pg';

/** What is calculated and what waits for it, as the pricing worker publishes it. */
export interface PricingWork {
  lanes: { lane: string; queued: number; running: number; queued_s: number; oldest_queued_at: Date | null }[];
  slots: { workers: number; slots: number; max_running: number | null };
  shares: { orders: number; known: number; shared: number };
  /** Running ones first, then those that wait, as each lane takes them. */
  jobs: WorkingJob[];
  /** The latest first. */
  dead: DeadJob[];
}

interface WorkingJob {
  job_id: string;
  state: string;
  lane: string;
  queue_position: number | null;
  predicted_p50_s: number;
  predicted_p95_s: number;
  queued_at: Date;
  taken_at: Date | null;
  phase: string | null;
  percent: number | null;
  deaths: number;
  infra_failures: number;
  not_before: Date | null;
  lease_expires_at: Date | null;
  renewed_at: Date | null;
  orders: string[];
}

interface DeadJob {
  job_id: string;
  lane: string;
  code: string;
  detail: string | null;
  deaths: number;
  finished_at: Date | null;
  orders: string[];
}

/** One row each, with the orders that wait for it, the one that waits longest first. */
const jobsIn = (state: 'RUNNING' | 'QUEUED'): string => `
  select job_id, job_state as state, lane, queue_position::integer, predicted_p50_s, predicted_p95_s, queued_at, taken_at,
    phase, percent, deaths, infra_failures, not_before, lease_expires_at, renewed_at,
    array_agg(order_id::text order by since, order_id) as orders
  from pricing.job_view
  where job_state = '${state}' and waiter_state in ('QUEUED', 'STARTED', 'PARKED')
  group by job_id, job_state, lane, queue_position, predicted_p50_s, predicted_p95_s, queued_at, taken_at, phase, percent,
    deaths, infra_failures, not_before, lease_expires_at, renewed_at`;

// Each state for itself: for each there is an index of the few that are in it.
const JOBS = `
  select * from (${jobsIn('RUNNING')} union all ${jobsIn('QUEUED')}) jobs
  order by state = 'RUNNING' desc, case when state = 'RUNNING' then taken_at end, queue_position, lane desc, job_id
  limit $1`;

/** Calculations that are not tried any more, as long as their orders are in error for it. */
const DEAD = `
  select job_id, lane, dead_code as code, dead_detail as detail, deaths, finished_at,
    array_agg(order_id::text order by since, order_id) as orders
  from pricing.job_view
  where job_state = 'DEAD' and waiter_state = 'ERRORED'
  group by job_id, lane, dead_code, dead_detail, deaths, finished_at
  order by finished_at desc nulls last, job_id
  limit $1`;

export const readPricingWork = async (pool: pg.Pool, limit: number): Promise<PricingWork> => {
  const [lanes, slots, shares, jobs, dead] = await Promise.all([
    pool.query<PricingWork['lanes'][number]>({
      name: 'pricing-lanes',
      text: `select lane, queued::integer, running::integer, queued_s, oldest_queued_at from pricing.lane_view
             order by array_position(array['SHORT', 'MEDIUM', 'LONG'], lane)`,
    }),
    pool.query<PricingWork['slots']>({
      name: 'pricing-slots',
      text: 'select workers, slots, max_running from pricing.slot_view',
    }),
    pool.query<PricingWork['shares']>({
      name: 'pricing-shares',
      text: 'select orders, known, shared from pricing.share_view',
    }),
    pool.query<WorkingJob>({ name: 'pricing-work', text: JOBS, values: [limit] }),
    pool.query<DeadJob>({ name: 'pricing-dead', text: DEAD, values: [limit] }),
  ]);
  const [slot] = slots.rows;
  const [share] = shares.rows;
  return {
    lanes: lanes.rows,
    slots: slot ?? { workers: 0, slots: 0, max_running: null },
    shares: share ?? { orders: 0, known: 0, shared: 0 },
    jobs: jobs.rows,
    dead: dead.rows,
  };
};
