import type { Log } from '@order-ledger/platform/log';
import type pg from 'pg';
import { metrics } from '../metrics.ts';
import { outgrown } from './lanes.ts';
import { moveJob } from './lease.ts';
import { shortJobWaits, type TakenJob } from './take-job.ts';

interface LaneWatchOptions {
  pool: pg.Pool;
  log: Log;
  engineVersion: string;
  /** Every slot here is at work on a job that is not short. */
  isFull: () => boolean;
  /** Ends the calculation of a job, which then waits in its new lane. */
  giveBack: (job: TakenJob) => void;
  /** Seconds that only grow. */
  clock: () => number;
}

/**
 * Moves jobs that run longer than their lane. A prediction can be wrong, and a job of half an hour must neither be counted
 * as a short one nor hold the slot that is kept to these: where nothing else is free and short ones wait, it is given
 * back and begins again in its new lane, once.
 */
export const createLaneWatch = ({ pool, log, engineVersion, isFull, giveBack, clock }: LaneWatchOptions) => {
  const began = new Map<TakenJob, number>();

  const lookAt = async (job: TakenJob, seconds: number): Promise<void> => {
    const { lane } = job;
    const to = outgrown(lane, seconds);
    if (to === null || !(await moveJob(pool, job, to))) return;
    job.lane = to;
    metrics.leases.inc({ event: 'moved' });
    log.info('a job has outgrown its lane', { job_id: job.job_id, lane: to, duration_ms: Math.round(seconds * 1_000) });
    if (lane === 'SHORT' && began.has(job) && isFull() && (await shortJobWaits(pool, engineVersion))) giveBack(job);
  };

  return {
    begins: (job: TakenJob): void => void began.set(job, clock()),
    ends: (job: TakenJob): void => void began.delete(job),
    look: async (): Promise<void> => {
      for (const [job, since] of began) {
        try {
          await lookAt(job, clock() - since);
        } catch (error) {
          log.warn('could not move a job to its lane; will retry', { job_id: job.job_id, error });
        }
      }
    },
  };
};
