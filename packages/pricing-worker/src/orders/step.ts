import type { MeasureResult } from '../calculating/result.ts';
import type { Job } from '../jobs/jobs.ts';
import type { Need } from './need.ts';
import type { RestartReason, Waiter } from './waiters.ts';

/** What the ledger should be told next about an order that wants a price. */
export type NextStep =
  | { step: 'none' }
  /** The job is queued or runs, and the ledger knows of it: nothing to tell. */
  | { step: 'wait' }
  | { step: 'start' }
  | { step: 'start-with-result' }
  | { step: 'restart'; reason: RestartReason }
  | { step: 'result' }
  | { step: 'report-death' };

/** An order with what Postgres says of its job, read after the order was noted. */
export interface Situation {
  need: Need;
  waiter: Waiter | null;
  job: Job | null;
  measured: MeasureResult | null;
}

/** A run that a worker takes after another one lost it: the ledger counts it as another attempt. */
export interface Again {
  job_id: string;
  reason: 'LEASE_LOST' | 'WORKER_CRASHED';
}

/**
 * A calculation begins for an order when a worker takes the job, not when it is queued; so a queued job tells nothing.
 */
export const nextStep = ({ need, waiter, job, measured }: Situation, again: Again | null = null): NextStep => {
  if (need.kind === 'none' || need.kind === 'frozen') return { step: 'none' };
  // The note was skipped because a newer one was there: its writer continues.
  if (waiter === null || job === null || waiter.job_id !== job.job_id) return { step: 'wait' };

  const begun = measured !== null || job.state === 'RUNNING' || job.state === 'DEAD';
  if (!begun) return { step: 'wait' };
  if (need.kind === 'start') return { step: measured === null ? 'start' : 'start-with-result' };
  if (need.job_id !== job.job_id) return { step: 'restart', reason: waiter.restart_reason ?? 'WORKER_CRASHED' };
  if (measured !== null) return { step: 'result' };
  if (job.state === 'DEAD') return { step: 'report-death' };
  return again?.job_id === job.job_id ? { step: 'restart', reason: again.reason } : { step: 'wait' };
};
