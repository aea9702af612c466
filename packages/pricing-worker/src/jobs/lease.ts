import { inTransaction } from '@order-ledger/platform/postgres';
import type pg from 'pg';
import type { MeasureResult } from '../calculating/result.ts';
import type { Lane } from './lanes.ts';
import type { Lease, TakenJob } from './take-job.ts';

/** Every statement under a lease touches its row or nothing: a stale holder changes nothing. */
const HELD = `measure_key = $1 and job_id = $2 and lease_token = $3 and lease_id = $4 and state = 'RUNNING'`;
const of = ({ measure_key, job_id, lease_token, lease_id }: Lease) => [measure_key, job_id, lease_token, lease_id];

export interface Progress {
  phase: string;
  percent: number;
}

// Not asked whether it has expired: a lease that ran out and that nobody took goes on.
const RENEW = {
  name: 'renew-lease',
  text: `update price_job set lease_expires_at = now() + make_interval(secs => $5), timed_at = now(),
           phase = coalesce($6, phase), percent = coalesce($7, percent)
         where ${HELD}`,
};

/** False: the lease is another's by now, or the job was cancelled. */
export const renewLease = async (
  pool: pg.Pool,
  lease: Lease,
  leaseMs: number,
  progress: Progress | null,
): Promise<boolean> => {
  const values = [...of(lease), leaseMs / 1_000, progress?.phase ?? null, progress?.percent ?? null];
  return (await pool.query({ ...RENEW, values })).rowCount === 1;
};

// May be repeated by the holder: a commit whose answer was lost is found done.
const SAVE = {
  name: 'save-measured',
  text: `update price_job set measured_at = coalesce(measured_at, now()), phase = null, percent = 100 where ${HELD}`,
};
const KEEP = {
  name: 'keep-measure',
  text: `insert into measure (measure_key, result, triangles, orientation, process, seconds)
         values ($1, $2, $3, $4, $5, $6) on conflict (measure_key) do nothing`,
};

/** Keeps the result for good. False, and nothing is kept: the lease is no longer ours. */
export const saveMeasure = (pool: pg.Pool, job: TakenJob, result: MeasureResult, seconds: number): Promise<boolean> =>
  inTransaction(pool, async (client) => {
    const { rowCount } = await client.query({ ...SAVE, values: of(job) });
    if (rowCount === 0) return false;
    const { measure_key, triangles, orientation, process } = job;
    await client.query({
      ...KEEP,
      values: [measure_key, JSON.stringify(result), triangles, orientation, process, seconds],
    });
    return true;
  });

const MOVE = { name: 'move-job', text: `update price_job set lane = $5 where ${HELD} and measured_at is null` };

/** Puts a job that runs longer than its lane into another one. False: it is no longer ours, or measured by now. */
export const moveJob = async (pool: pg.Pool, lease: Lease, lane: Lane): Promise<boolean> =>
  (await pool.query({ ...MOVE, values: [...of(lease), lane] })).rowCount === 1;

const RELEASE = {
  name: 'release-lease',
  text: `update price_job set state = 'QUEUED', lease_id = null, lease_expires_at = null, worker_id = null,
           phase = null, percent = null, not_before = now() + make_interval(secs => $5), timed_at = now()
         where ${HELD} and measured_at is null`,
};

/** Gives the job back as it was, to be taken after the delay; nothing is counted. */
export const releaseLease = async (pool: pg.Pool, lease: Lease, delayMs = 0): Promise<boolean> =>
  (await pool.query({ ...RELEASE, values: [...of(lease), delayMs / 1_000] })).rowCount === 1;

export interface Failure {
  /**
   * Three deaths of the child itself are final, five failures around it, and one hard limit. An outage is not counted:
   * the job is given back.
   */
  kind: 'death' | 'infrastructure' | 'hard-limit';
  code: 'PRICING_DEAD' | 'MODEL_UNREADABLE' | 'INTEGRATION_FAILED';
  detail: string;
  traceId: string;
}

export interface FailureLimits {
  maxDeaths: number;
  maxInfraFailures: number;
  /** How long a dead job holds for its measure where nobody resolves it. */
  deadForMs: number;
  /**
   * The least first wait after a failure around a job. It doubles each time, and up to as much again is added at
   * random.
   */
  firstDelayMs: number;
}

const DIES = `($5 = 'hard-limit' or ($5 = 'death' and deaths + 1 >= $9)
  or ($5 = 'infrastructure' and infra_failures + 1 >= $12))`;
const FAIL = {
  name: 'fail-job',
  text: `
    update price_job set
      deaths = deaths + ($5 = 'death')::integer,
      infra_failures = infra_failures + ($5 = 'infrastructure')::integer,
      restart_reason = case when $5 = 'death' then 'WORKER_CRASHED' else restart_reason end,
      lease_id = null, lease_expires_at = null, worker_id = null, phase = null, percent = null,
      not_before = case when $5 = 'infrastructure'
        then now() + make_interval(secs => $11) * power(2, infra_failures) * (1 + random())
        else now() end,
      timed_at = now(),
      state = case when ${DIES} then 'DEAD' else 'QUEUED' end,
      finished_at = case when ${DIES} then now() end,
      dead_until = case when ${DIES} then now() + make_interval(secs => $10) end,
      dead_code = case when ${DIES} then $6 end,
      dead_detail = case when ${DIES} then $7 end,
      dead_trace_id = case when ${DIES} then $8 end
    where ${HELD} and measured_at is null
    returning state`,
};

/** What became of the job: queued again, or dead; null where the lease is no longer ours. */
export const failJob = async (
  pool: pg.Pool,
  lease: Lease,
  { kind, code, detail, traceId }: Failure,
  limits: FailureLimits,
): Promise<'QUEUED' | 'DEAD' | null> => {
  const { maxDeaths, maxInfraFailures, deadForMs, firstDelayMs } = limits;
  const { rows } = await pool.query<{ state: 'QUEUED' | 'DEAD' }>({
    ...FAIL,
    values: [
      ...[...of(lease), kind, code, detail, traceId, maxDeaths],
      ...[deadForMs / 1_000, firstDelayMs / 1_000, maxInfraFailures],
    ],
  });
  return rows[0]?.state ?? null;
};
