import { aborted, onAbort } from '@order-ledger/platform/aborted';
import { watchSteps } from '@order-ledger/platform/clock-steps';
import type { Log } from '@order-ledger/platform/log';
import { isOutage } from '@order-ledger/platform/transient';
import type pg from 'pg';
import { metrics } from '../metrics.ts';
import type { CalculateJob, RunningJob } from './calculate-job.ts';
import { createLaneWatch } from './lane-watch.ts';
import { type Lane, lanesFor } from './lanes.ts';
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
  /** Seconds that only grow: how long jobs have run. This machine's unless told. */
  clock?: () => number;
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

/** A job at work here; its lane may change while it runs. */
interface AtWork {
  job: TakenJob;
  calculating: RunningJob;
}

/** Takes jobs and calculates them, one in each slot. Where there are several, one is always kept to short jobs. */
export const runSlots = async (options: SlotsOptions): Promise<Slots> => {
  const { pool, calculateJob, log, workerId, engineVersion, slots, leaseMs, heartbeatMs, drainMs, signal } = options;
  const running = new Map<string, AtWork>();
  /** Slots that are about to take a job of any lane. */
  let takingAny = 0;
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

  const wakeAll = (): void => {
    const called = wakers;
    wakers = [];
    for (const wake of called) wake();
  };

  const take = async (): Promise<TakenJob | null> => {
    const mayTakeOver = performance.now() - options.lastOutage() > leaseMs;
    const others: Lane[] = [...running.values()].map(({ job }) => job.lane);
    for (let slot = 0; slot < takingAny; slot += 1) others.push('LONG');
    const lanes = lanesFor(others, slots);
    const any = lanes.length > 1 ? 1 : 0;
    takingAny += any;
    try {
      const job = await takeJob(pool, {
        ...{ workerId, engineVersion, leaseMs, lanes, mayTakeOver, steps },
        running: [...running.keys()],
      });
      if (job !== null) begin(job);
      // Another slot has looked for short jobs alone meanwhile, and need not have.
      if (any === 1 && job?.lane === 'SHORT') wakeAll();
      return job;
    } finally {
      takingAny -= any;
    }
  };

  const begin = (job: TakenJob): void => {
    running.set(job.job_id, { job, calculating: calculateJob(job) });
    watch.begins(job);
    showSlots();
  };

  const work = async (): Promise<void> => {
    while (!signal.aborted) {
      let job: TakenJob | null;
      try {
        job = await take();
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
      const outcome = await running.get(job.job_id)?.calculating.done;
      running.delete(job.job_id);
      watch.ends(job);
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

  const watch = createLaneWatch({
    ...{ pool, log, engineVersion },
    clock: options.clock ?? (() => performance.now() / 1_000),
    isFull: () => slots > 1 && running.size === slots && [...running.values()].every(({ job }) => job.lane !== 'SHORT'),
    giveBack: ({ job_id }) => running.get(job_id)?.calculating.stop('outgrown'),
  });
  await announce();
  showSlots();
  const announcing = setInterval(() => {
    announce().catch((error: unknown) => log.warn('could not announce this worker; will retry', { error }));
  }, heartbeatMs);
  const watching = setInterval(() => void watch.look(), heartbeatMs);
  const loops = Array.from({ length: slots }, () => work());

  const end = async (): Promise<void> => {
    await aborted(signal);
    const timer = setTimeout(() => {
      for (const { calculating } of running.values()) calculating.stop('stopping');
    }, drainMs);
    await Promise.all(loops);
    clearTimeout(timer);
    clearInterval(announcing);
    clearInterval(watching);
    await leave().catch((error: unknown) => log.warn('could not sign this worker off', { error }));
  };

  return {
    wake: wakeAll,
    drop: (jobId) => running.get(jobId)?.calculating.stop('cancelled'),
    done: end(),
  };
};
