import { inTransaction } from '@order-ledger/platform/postgres';
import type pg from 'pg';
import { LOCK_JOB } from './jobs.ts';

const WAITING = {
  name: 'waiting-orders',
  text: `select order_id from waiter where measure_key = $1 and state = any($2) order by since`,
};

/** The orders that wait for a measure, the first one first. */
export const ordersWaiting = async (
  pool: pg.Pool,
  measureKey: string,
  states: readonly ('QUEUED' | 'STARTED')[] = ['QUEUED', 'STARTED'],
): Promise<string[]> => {
  const { rows } = await pool.query<{ order_id: string }>({ ...WAITING, values: [measureKey, states] });
  return rows.map(({ order_id }) => order_id);
};

const FINISH = {
  name: 'finish-job',
  text: `
    update price_job set state = 'DONE', finished_at = now(), lease_id = null, lease_expires_at = null, worker_id = null
    where measure_key = $1 and job_id = $2 and state = 'RUNNING' and measured_at is not null
      and not exists (select from waiter where measure_key = $1 and state in ('QUEUED', 'STARTED'))`,
};

/** DONE, once every order that waited has its result; those that are held get theirs when they go on. */
export const finishJob = (pool: pg.Pool, { measure_key, job_id }: { measure_key: string; job_id: string }) =>
  inTransaction(pool, async (client) => {
    await client.query({ ...LOCK_JOB, values: [measure_key] });
    return (await client.query({ ...FINISH, values: [measure_key, job_id] })).rowCount === 1;
  });
