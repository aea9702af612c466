import type pg from 'pg';
import { type MeasureInput, measureKeyOf } from '../calculating/measure-key.ts';
import type { Lane } from './lanes.ts';
import { laneOf, predict } from './lanes.ts';

type JobState = 'QUEUED' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'DEAD';

/** A measure's present run. */
export interface Job {
  measure_key: string;
  /** Another with each run. */
  job_id: string;
  run: number;
  state: JobState;
  engine_version: string;
  lane: Lane;
  predicted_p50_s: number;
  predicted_p95_s: number;
  dead_code: string | null;
  dead_detail: string | null;
  dead_trace_id: string | null;
}

const COLUMNS = [
  'measure_key',
  'job_id',
  'run',
  'state',
  'engine_version',
  'lane',
  'predicted_p50_s',
  'predicted_p95_s',
  'dead_code',
  'dead_detail',
  'dead_trace_id',
] as const satisfies readonly (keyof Job)[];

/** What makes a `Job`, for a select list. `of`: the table's name in the statement. */
export const jobColumns = (of = 'price_job'): string => COLUMNS.map((column) => `${of}.${column}`).join(', ');

// A conflicting row is locked even where the condition lets it be: from here to the end of the transaction nobody else
// finishes, cancels or revives this job.
const UPSERT = {
  name: 'upsert-job',
  text: `
    insert into price_job as j (measure_key, tenant, sha256, unit, orientation, process, engine_version, triangles, bytes,
                                lane, predicted_p50_s, predicted_p95_s)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    on conflict (measure_key) do update
      set run = j.run + 1, job_id = gen_random_uuid(), state = 'QUEUED',
          lane = excluded.lane, predicted_p50_s = excluded.predicted_p50_s, predicted_p95_s = excluded.predicted_p95_s,
          queued_at = now(), not_before = now(), timed_at = now(), taken_at = null, worker_id = null, lease_id = null,
          lease_expires_at = null, phase = null, percent = null, deaths = 0, infra_failures = 0, restart_reason = null,
          measured_at = null, finished_at = null,
          dead_until = null, dead_code = null, dead_detail = null, dead_trace_id = null
      where not exists (select from measure where measure_key = $1)
        and (j.state in ('CANCELLED', 'DONE') or (j.state = 'DEAD' and (j.dead_until < now() or j.job_id = $13)))
    returning ${jobColumns('j')}`,
};
const READ = { name: 'read-job', text: `select ${jobColumns()} from price_job where measure_key = $1` };

/**
 * The job of a measure, shared by all who need it, and locked until the end of the transaction. A new run follows one
 * that was cancelled, that is dead and expired, or whose result is lost.
 *
 * @param revive the dead run whose error was resolved, which need not expire first
 */
export const shareJob = async (client: pg.ClientBase, input: MeasureInput, revive: string | null): Promise<Job> => {
  const key = measureKeyOf(input);
  const prediction = await predict(client, input);
  const { tenant, sha256, unit, orientation, process, engine_version, triangles, bytes } = input;
  const { rows } = await client.query<Job>({
    ...UPSERT,
    values: [
      ...[key, tenant, sha256, unit, orientation, process, engine_version, triangles, bytes],
      ...[laneOf(prediction), prediction.p50, prediction.p95, revive],
    ],
  });
  const job = rows[0] ?? (await client.query<Job>({ ...READ, values: [key] })).rows[0];
  if (job === undefined) throw new Error('a job that was there is gone');
  return job;
};

/** By a statement of its own: the next one sees what whoever held the lock before has written. */
export const LOCK_JOB = { name: 'lock-job', text: 'select 1 from price_job where measure_key = $1 for update' };
const CANCEL_UNWANTED = {
  name: 'cancel-unwanted-job',
  text: `
    update price_job set state = 'CANCELLED', finished_at = now()
    where measure_key = $1 and state in ('QUEUED', 'RUNNING') and measured_at is null
      and not exists (select from waiter where measure_key = $1 and state in ('QUEUED', 'STARTED', 'PARKED'))`,
};

/** Cancels a job that no order waits for any more; whether it was cancelled. */
export const cancelUnwanted = async (client: pg.ClientBase, measureKey: string): Promise<boolean> => {
  await client.query({ ...LOCK_JOB, values: [measureKey] });
  const { rowCount } = await client.query({ ...CANCEL_UNWANTED, values: [measureKey] });
  return rowCount === 1;
};
