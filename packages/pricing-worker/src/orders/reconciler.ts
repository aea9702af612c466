import type { Log } from '@order-ledger/platform/log';
import type pg from 'pg';
import { finishJob, ordersWaiting } from '../jobs/finish.ts';
import { CLOCK_WENT_BACK, seenWithin } from '../jobs/take-job.ts';
import { metrics } from '../metrics.ts';
import type { Advance } from './advance.ts';
import { answerRequest, countParked, parkedToTry } from './parked-orders.ts';

export interface ReconcilerOptions {
  pool: pg.Pool;
  advance: Advance;
  log: Log;
  engineVersion: string;
  /** How long a message may be on its way until its order is looked at without it. */
  overlookedAfterMs: number;
  /** There may be work for the slots. */
  onRepair: () => void;
}

/** Orders in one round; more are for the next. */
const BATCH = 200;

// The result is kept, but the worker that should have told the ledger is gone. The ledger decides about each order.
const UNFINISHED = `
  select measure_key, job_id from price_job
  where state = 'RUNNING' and measured_at is not null and (lease_expires_at < now() or ${CLOCK_WENT_BACK}) limit ${BATCH}`;

interface Check {
  kind: string;
  /** Gives order_ids. */
  text: string;
  values: (options: Pick<ReconcilerOptions, 'engineVersion' | 'overlookedAfterMs'>) => unknown[];
}

const CHECKS: readonly Check[] = [
  {
    // A message was lost with the broker, or stands in a queue for very long.
    kind: 'overlooked',
    text: `select order_id from known_order
           where looked_version < seen_version
             and (seen_at < now() - make_interval(secs => $1) or seen_at > clock_timestamp())
             and not exists (select from parked_order p where p.order_id = known_order.order_id)`,
    values: ({ overlookedAfterMs }) => [overlookedAfterMs / 1_000],
  },
  {
    // The ledger was away when this should have been told, or a worker ended between.
    kind: 'untold',
    text: `select order_id from waiter w join price_job j using (measure_key)
           where w.state in ('QUEUED', 'STARTED')
             and (j.state in ('DONE', 'CANCELLED', 'DEAD') or j.job_id <> w.job_id)`,
    values: () => [],
  },
  {
    // No worker of this engine is left: the order is measured by the present one.
    kind: 'outdated-engine',
    text: `select order_id from waiter w join price_job j using (measure_key)
           where w.state in ('QUEUED', 'STARTED') and j.state = 'QUEUED' and j.engine_version <> $1
             and not exists (select from worker k where k.engine_version = j.engine_version and ${seenWithin('2 minutes')})`,
    values: ({ engineVersion }) => [engineVersion],
  },
];

const CLEAN = [
  `delete from inbox where received_at < now() - interval '14 days'`,
  `delete from worker where seen_at < now() - interval '1 day'`,
];

const COUNT_JOBS = `
  select lane, state, count(j.measure_key)::integer as jobs
  from unnest(array['SHORT', 'MEDIUM', 'LONG']) as lanes (lane)
  cross join unnest(array['QUEUED', 'RUNNING', 'DEAD']) as states (state)
  left join price_job j using (lane, state) group by lane, state`;

/**
 * Finds what a crash, a lost message or an outage of the ledger has left undone, and does it. Any number of workers may
 * look at once: each step may be repeated.
 */
export const createReconciler = (options: ReconcilerOptions) => {
  const { pool, advance, log, onRepair } = options;

  const repaired = (kind: string) => {
    metrics.repairs.inc({ kind });
    onRepair();
  };

  const tell = async (kind: string, orderId: string): Promise<boolean> => {
    try {
      const { parked } = await advance(orderId);
      if (parked === undefined) repaired(kind);
      return true;
    } catch (error) {
      log.warn('could not advance an order; will retry', { order_id: orderId, kind, error });
      return false;
    }
  };

  const finish = async (): Promise<void> => {
    const { rows } = await pool.query<{ measure_key: string; job_id: string }>(UNFINISHED);
    for (const job of rows) {
      for (const orderId of await ordersWaiting(pool, job.measure_key)) await tell('unfinished', orderId);
      await finishJob(pool, job);
    }
  };

  /** Why it was parked may be over: a fault of ours is mended, an operator has helped. */
  const tryParked = async (): Promise<void> => {
    for (const order of await parkedToTry(pool, BATCH))
      if (await tell('parked', order.order_id)) await answerRequest(pool, order);
  };

  const countJobs = async (): Promise<void> => {
    const { rows } = await pool.query<{ lane: string; state: string; jobs: number }>(COUNT_JOBS);
    for (const { lane, state, jobs } of rows) metrics.queued.set({ lane, state }, jobs);
  };

  return async (): Promise<void> => {
    await finish();
    for (const { kind, text, values } of CHECKS) {
      const { rows } = await pool.query<{ order_id: string }>(`${text} limit ${BATCH}`, values(options));
      for (const { order_id } of rows) await tell(kind, order_id);
    }
    await tryParked();
    for (const statement of CLEAN) await pool.query(statement);
    await countJobs();
    metrics.parked.set({}, await countParked(pool));
  };
};
