import { aborted, onAbort } from '@order-ledger/platform/aborted';
import { watchSteps } from '@order-ledger/platform/clock-steps';
import type { Log } from '@order-ledger/platform/log';
import { isOutage } from '@order-ledger/platform/transient';
import type pg from 'pg';
import { metrics } from '../metrics.ts';
import type { CalculateJob, RunningJob } from './calculate-job.ts';
import { LANES, type Lane } from './lanes.ts';
import { type TakenJob, takeJob } from './take-job.ts';

interface SlotsOptions {
  pool: pg.Pool;
  calculateJob: CalculateJob;
  log: Log;
  workerId: string;
  engineVersion: string;
  slots: number;
  leaseMs: number;
  heartbeatMs: number;
  /** How long running calculations may go on once the process stops. */
  drainMs: number;
  /** Milliseconds between two looks for work where nobody calls. */
  pollMs: number;
  /** When Postgres was last not to be reached, as `performance.now()`. */
  lastOutage: () => number;
  onOutage: () => void;
  signal: AbortSignal;
}

export interface Slots {
  /** There may be work: look at once. */
  wake(): void;
  /** Ends the calculation of a job, if it runs here, because nobody wants it. */
  drop(jobId: string): void;
  /** Resolves after the signal, when nothing runs here any more. */
  done: Promise<void>;
}

const ANNOUNCE = {
  name: 'announce-worker',
  text: `insert into worker (worker_id, slots, engine_version) values ($1, $2, $3)
         on conflict (worker_id) do update set seen_at = now()`,
};

/** After a failure of a job or of Postgres the slot waits a random time up to this. */
const AFTER_TROUBLE_MS = 5_000;
const WHILE_AWAY_MS = 1_000;

/**
 * Takes jobs and calculates them, one in each slot. Where there are several slots, the first takes only short ones: a
 * customer with a small part does not wait behind half an hour of others.
 */
export const runSlots = async (options: SlotsOptions): Promise<Slots> => {
  const { pool, calculateJob, log, workerId, engineVersion, slots, leaseMs, heartbeatMs, drainMs, signal } = options;
  const running = new Map<string, RunningJob>();
  const steps = watchSteps();
  let wakers: (() => void)[] = [];

  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(wake, ms);
      let leave = () => {};
      function wake() {
        clearTimeout(timer);
        leave();
        resolve();
      }
      wakers.push(wake);
      leave = onAbort(signal, wake);
    });

  const take = async (lanes: readonly Lane[]): Promise<TakenJob | null> => {
    const mayTakeOver = performance.now() - options.lastOutage() > leaseMs;
    return takeJob(pool, {
      ...{ workerId, engineVersion, leaseMs, lanes, mayTakeOver, steps },
      running: [...running.keys()],
    });
  };

  const work = async (lanes: readonly Lane[]): Promise<void> => {
    while (!signal.aborted) {
      let job: TakenJob | null;
      try {
        job = await take(lanes);
      } catch (error) {
        if (isOutage(error)) options.onOutage();
        log.warn('could not take a job; will retry', { error });
        await rest(Math.random() * AFTER_TROUBLE_MS);
        continue;
      }
      if (job === null) {
        await rest(options.pollMs);
        continue;
      }
      const calculating = calculateJob(job);
      running.set(job.job_id, calculating);
      showSlots();
      const outcome = await calculating.done;
      running.delete(job.job_id);
      showSlots();
      if (outcome === 'failed') await rest(Math.random() * AFTER_TROUBLE_MS);
      // The job waits by itself; this only keeps a long queue from being tried all at once.
      if (outcome === 'away') await rest(Math.random() * WHILE_AWAY_MS);
    }
  };

  const showSlots = () => {
    metrics.slots.set({ state: 'busy' }, running.size);
    metrics.slots.set({ state: 'free' }, slots - running.size);
  };

  const announce = () => pool.query({ ...ANNOUNCE, values: [workerId, slots, engineVersion] });
  const leave = () => pool.query('delete from worker where worker_id = $1', [workerId]);

  await announce();
  showSlots();
  const announcing = setInterval(() => {
    announce().catch((error: unknown) => log.warn('could not announce this worker; will retry', { error }));
  }, heartbeatMs);
  const loops = Array.from({ length: slots }, (_, slot) => work(slot === 0 && slots > 1 ? ['SHORT'] : LANES));

  const end = async (): Promise<void> => {
    await aborted(signal);
    const timer = setTimeout(() => {
      for (const job of running.values()) job.stop('stopping');
    }, drainMs);
    await Promise.all(loops);
    clearTimeout(timer);
    clearInterval(announcing);
    await leave().catch((error: unknown) => log.warn('could not sign this worker off', { error }));
  };

  return {
    wake: () => {
      const called = wakers;
      wakers = [];
      for (const wake of called) wake();
    },
    drop: (jobId) => running.get(jobId)?.stop('cancelled'),
    done: end(),
  };
};
