import type { ClockSteps } from '@order-ledger/platform/clock-steps';
import { POSTGRES_CLOCK_MS } from '@order-ledger/platform/clock-watch';
import { inTransaction } from '@order-ledger/platform/postgres';
import type pg from 'pg';
import { type Job, jobColumns } from './jobs.ts';
import type { Lane } from './lanes.ts';

/** A job under a lease: both the token and the random id must match, because a restored database may give a token twice. */
export interface Lease {
  measure_key: string;
  job_id: string;
  lease_token: string;
  lease_id: string;
}

export interface TakenJob extends Job, Lease {
  tenant: string;
  sha256: string;
  unit: 'MM' | 'CM' | 'INCH' | 'M';
  orientation: 'AS_IS' | 'BEST';
  process: string;
  triangles: string;
  restart_reason: 'LEASE_LOST' | 'WORKER_CRASHED' | null;
  /** Another worker held it, and its lease ran out. */
  taken_over: boolean;
  /** Seconds since this run was queued; null when the run is taken again. */
  queue_wait_s: number | null;
  /** Seconds since this run was queued, however often it was taken. */
  queued_for_s: number;
}

export interface TakeOptions {
  workerId: string;
  engineVersion: string;
  leaseMs: number;
  lanes: readonly Lane[];
  /** False for one lease period after an outage of our own: others may have been cut off likewise and be at work. */
  mayTakeOver: boolean;
  /** Where Postgres's clock was set, all leases seem to be over, or none: nobody takes over before they are renewed by it. */
  steps?: ClockSteps;
  /** Jobs that run in this process. */
  running: readonly string[];
}

/**
 * For a statement: a wait that was begun in the future. The clock was set back since, by more than has passed of the
 * wait; what is left of it is unknown, so it is over: no wait takes longer than twice its time. Compared with the
 * actual clock, because another transaction may have begun after ours.
 */
export const CLOCK_WENT_BACK = 'timed_at > clock_timestamp()';
/**
 * For a statement: a worker that has been seen lately. A time in the future does not count: no live worker was last
 * seen then.
 */
export const seenWithin = (interval: string): string =>
  `seen_at > now() - interval '${interval}' and seen_at <= clock_timestamp()`;

// A limit by count(*) holds only while nobody else counts: with skip locked alone, 16 clients pass a limit of 2.
const LOCK = {
  name: 'lock-takes',
  // The lock keeps its name: workers of an earlier build take jobs beside this one.
  text: `select pg_advisory_xact_lock(hashtextextended('pricing claims', 0)), ${POSTGRES_CLOCK_MS} as ms`,
};

// This process never takes over a job that it runs: its holder renews the lease, however late. It does take over a job
// that it holds and does not run, because the answer to its taking was lost. Within what may run the tenant with the
// fewest running jobs goes first; five minutes in which a tenant with waiting jobs was given nothing outweigh one of
// them. Counted from the job's own queueing alone, thousands of one tenant's jobs would all be older than the first of
// another.
const TAKE = {
  name: 'take-job',
  text: `
    with running as (
      select tenant, lane from price_job
      where state = 'RUNNING' and measured_at is null and lease_expires_at > now()
        and not coalesce($5 and ${CLOCK_WENT_BACK}, false)
    ), tenants as (
      select tenant, (select max(taken_at) from price_job served where served.tenant = waiting.tenant) as served_at
      from (select distinct tenant from price_job where state in ('QUEUED', 'RUNNING')) waiting
    ), slots as (
      select coalesce((select max_running from limits), sum(slots), 1) as total
      from worker where ${seenWithin('1 minute')}
    ), chosen as (
      select j.measure_key, j.state as old_state from price_job j join tenants t using (tenant)
      where (
          (j.state = 'QUEUED' and (j.not_before <= now() or j.${CLOCK_WENT_BACK}))
          or (j.state = 'RUNNING' and j.measured_at is null and (j.lease_expires_at < now() or j.${CLOCK_WENT_BACK})
              and not (j.job_id = any($6::uuid[])) and $5
              and (pg_postmaster_start_time() < now() - make_interval(secs => $3) or pg_postmaster_start_time() > now()))
        )
        and j.engine_version = $2
        and j.lane = any($4)
        and exists (select from waiter w where w.measure_key = j.measure_key and w.state in ('QUEUED', 'STARTED'))
        and (select count(*) from running) < (select total from slots)
        and (j.lane <> 'LONG'
             or (select count(*) from running where lane = 'LONG') < greatest(1, (select total from slots) / 2))
      order by (select count(*) from running r where r.tenant = j.tenant)
                 - extract(epoch from now() - least(now(), greatest(j.queued_at, t.served_at))) / 300,
               t.served_at nulls first, j.queued_at
      limit 1
      for update of j skip locked
    )
    update price_job j
    set state = 'RUNNING', worker_id = $1, lease_token = j.lease_token + 1, lease_id = gen_random_uuid(),
        lease_expires_at = now() + make_interval(secs => $3), timed_at = now(), taken_at = coalesce(j.taken_at, now()),
        phase = null, percent = null,
        restart_reason = case when chosen.old_state = 'RUNNING' then 'LEASE_LOST' else j.restart_reason end
    from chosen where j.measure_key = chosen.measure_key
    returning ${jobColumns('j')}, j.tenant, j.sha256, j.unit, j.orientation, j.process, j.triangles,
      j.lease_token, j.lease_id, j.restart_reason, chosen.old_state = 'RUNNING' as taken_over,
      case when j.taken_at = now() then greatest(0, extract(epoch from now() - j.queued_at)::double precision) end as queue_wait_s,
      greatest(0, extract(epoch from now() - j.queued_at)::double precision) as queued_for_s`,
};

const SHORT_WAITS = {
  name: 'short-job-waits',
  text: `select exists (select from price_job j where state = 'QUEUED' and lane = 'SHORT' and not_before <= now()
           and engine_version = $1
           and exists (select from waiter w where w.measure_key = j.measure_key and w.state in ('QUEUED', 'STARTED'))) as waits`,
};

/** Whether a short job waits that could run now. */
export const shortJobWaits = async (pool: pg.Pool, engineVersion: string): Promise<boolean> =>
  (await pool.query<{ waits: boolean }>({ ...SHORT_WAITS, values: [engineVersion] })).rows[0]?.waits === true;

/** Takes the next job, or one whose worker is gone, under a new lease; null where nothing may run now. */
export const takeJob = (pool: pg.Pool, options: TakeOptions): Promise<TakenJob | null> =>
  inTransaction(pool, async (client) => {
    const { workerId, engineVersion, leaseMs, lanes, running, steps } = options;
    const asked = performance.now();
    const locked = await client.query<{ ms: number }>(LOCK);
    steps?.saw(locked.rows[0]?.ms ?? Number.NaN, asked, performance.now());
    const mayTakeOver = options.mayTakeOver && (steps === undefined || steps.sinceMs() > leaseMs);
    const { rows } = await client.query<TakenJob>({
      ...TAKE,
      values: [workerId, engineVersion, leaseMs / 1_000, lanes, mayTakeOver, running],
    });
    return rows[0] ?? null;
  });
