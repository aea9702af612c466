import type { FileHandle } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { jittered } from '@order-ledger/platform/back-off';
import { withContext } from '@order-ledger/platform/context';
import type { Log } from '@order-ledger/platform/log';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { CALL, currentTraceparent, inSpan, traceIdOf } from '@order-ledger/platform/telemetry';
import { isOutage, transientFault } from '@order-ledger/platform/transient';
import type pg from 'pg';
import { calculate } from '../calculating/calculation.ts';
import { type Models, ModelsAwayError, ModelUnreadableError } from '../calculating/models.ts';
import { metrics } from '../metrics.ts';
import type { Advance } from '../orders/advance.ts';
import type { Owed } from '../orders/owed.ts';
import type { CausesOfJob } from './causes-of-job.ts';
import { finishJob, ordersWaiting } from './finish.ts';
import {
  type Failure,
  type FailureLimits,
  failJob,
  type Progress,
  releaseLease,
  renewLease,
  saveMeasure,
} from './lease.ts';
import type { TakenJob } from './take-job.ts';

/** While models cannot be fetched, or a job fails for a reason that nobody knows: bounds of its random wait, milliseconds. */
const LEAST_WAIT_MS = 1_000;
const MOST_WAIT_MS = 60_000;

interface CalculateJobOptions {
  pool: pg.Pool;
  advance: Advance;
  owed: Pick<Owed, 'add'>;
  models: Models;
  causesOf: CausesOfJob;
  log: Log;
  leaseMs: number;
  heartbeatMs: number;
  memoryMb: number;
  limitMs: number;
  failureLimits: FailureLimits;
  /** Postgres was not to be reached. */
  onOutage: () => void;
}

/**
 * Why a calculation is ended from outside: the job belongs to another worker or is cancelled, this process stops, or the
 * job has outgrown its lane and short ones wait behind it.
 */
type StopReason = 'lost' | 'cancelled' | 'stopping' | 'outgrown';

export interface RunningJob {
  job_id: string;
  stop(reason: StopReason): void;
  /** Resolves when the job is finished, given back or lost, with what became of it; never rejects. */
  done: Promise<string>;
}

/**
 * A job that was taken, from its start in the ledger to its result there. The heartbeat for the lease runs here, so
 * that a busy calculation does not lose it. An outage of Postgres ends nothing; only a lease that is known to be lost
 * does.
 */
export const createCalculateJob = (options: CalculateJobOptions) => {
  const { pool, advance, owed, models, causesOf, log, leaseMs, heartbeatMs, onOutage } = options;

  /** Until it aborts the lease is ours, as far as we can know. */
  const keepLease = (job: TakenJob, stop: (reason: StopReason) => void, progress: () => Progress | null) => {
    let beating = false;
    const beat = async () => {
      if (beating) return;
      beating = true;
      try {
        if (!(await renewLease(pool, job, leaseMs, progress()))) stop('lost');
      } catch (error) {
        if (isOutage(error)) onOutage();
        log.warn('could not renew a lease; will retry', { error });
      } finally {
        beating = false;
      }
    };
    const timer = setInterval(() => void beat(), heartbeatMs);
    return () => clearInterval(timer);
  };

  /** Tells the ledger that the calculation begins; whether any order awaits its result. */
  const begin = async (job: TakenJob): Promise<boolean> => {
    const reason = job.restart_reason;
    const again = reason === null ? null : { job_id: job.job_id, reason };
    let awaited = false;
    let trouble: unknown;
    for (const orderId of await ordersWaiting(pool, job.measure_key)) {
      try {
        const { awaits } = await advance(orderId, again);
        awaited ||= awaits === job.job_id;
      } catch (error) {
        log.warn('could not record on an order that its calculation began; will retry', { order_id: orderId, error });
        trouble = error;
      }
    }
    // One order's trouble does not keep the others from their price.
    if (!awaited && trouble !== undefined) throw trouble;
    if (reason !== null)
      await pool.query('update price_job set restart_reason = null where job_id = $1 and lease_id = $2', [
        job.job_id,
        job.lease_id,
      ]);
    return awaited;
  };

  const fail = async (job: TakenJob, failure: Omit<Failure, 'traceId'>): Promise<void> => {
    const traceId = traceIdOf(currentTraceparent()) ?? job.job_id;
    const state = await untilReached(() => failJob(pool, job, { ...failure, traceId }, options.failureLimits));
    log.warn('a calculation failed', {
      kind: failure.kind,
      code: failure.code,
      state,
      reason: failure.detail,
    });
    if (state === 'DEAD') await tellAll(job);
  };

  /** If the ledger cannot be told about an order now, that happens after the outage, or by the reconciler. */
  const tellAll = async (job: TakenJob): Promise<void> => {
    for (const orderId of await untilReached(() => ordersWaiting(pool, job.measure_key))) {
      try {
        await advance(orderId);
      } catch (error) {
        log.warn('could not record the result of a calculation on an order; will retry', {
          order_id: orderId,
          error,
        });
        if (isOutage(error)) owed.add(orderId);
      }
    }
  };

  /**
   * Writes that are worth waiting for Postgres: a result may have cost half an hour, and a job that is not given back
   * is held until its lease runs out.
   */
  const untilReached = async <T>(ask: () => Promise<T>, giveUp?: AbortSignal): Promise<T> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await ask();
      } catch (error) {
        if (!isOutage(error) || giveUp?.aborted === true) throw error;
        onOutage();
        log.warn('Postgres does not answer; will retry until it does', { attempt, error });
        const waitMs = jittered(attempt, { firstMs: 200, maxMs: 10_000 });
        await delay(waitMs, undefined, { signal: giveUp }).catch(() => undefined);
      }
    }
  };

  /** Nothing is counted. A wait is no longer than the outage has been, and never longer than a minute. */
  const waitForModels = async (job: TakenJob, error: unknown, giveUp: AbortSignal): Promise<void> => {
    const delayMs = Math.random() * Math.min(MOST_WAIT_MS, LEAST_WAIT_MS + models.awayForMs());
    metrics.outages.inc({ dependency: 'upload-api' });
    log.warn('a job waits until models can be fetched', { delay_ms: Math.round(delayMs), error });
    await untilReached(() => releaseLease(pool, job, delayMs), giveUp);
  };

  const modelOf = async (
    job: TakenJob,
    signal: AbortSignal,
  ): Promise<FileHandle | StopReason | 'away' | 'infrastructure'> => {
    try {
      return await inSpan('fetch model', {}, () => models.fetch(job.sha256, signal), CALL);
    } catch (error) {
      const reason = endedBy(signal);
      if (reason !== null) return reason;
      if (error instanceof ModelsAwayError) {
        await waitForModels(job, error, signal);
        return 'away';
      }
      const unreadable = error instanceof ModelUnreadableError;
      metrics.infraFailures.inc({ cause: unreadable ? 'model' : 'upload-api' });
      log.warn('could not fetch a model', { error });
      const code = unreadable ? 'MODEL_UNREADABLE' : 'INTEGRATION_FAILED';
      const detail = unreadable ? error.message : 'the model could not be fetched from upload-api';
      await fail(job, { kind: 'infrastructure', code, detail });
      return 'infrastructure';
    }
  };

  const run = async (job: TakenJob, stop: AbortController): Promise<string> => {
    const { signal } = stop;
    let progress: Progress | null = null;
    const letGo = keepLease(
      job,
      (reason) => stop.abort(reason),
      () => progress,
    );
    try {
      if (!(await begin(job))) {
        await releaseLease(pool, job);
        return 'unwanted';
      }
      const model = await modelOf(job, signal);
      if (typeof model === 'string') return model;
      const began = performance.now();
      const { unit, orientation } = job;
      const calculated = await inSpan('measure model', {}, async (span) => {
        const measured = await calculate({
          model,
          ...{ unit, orientation, process: job.process as 'FDM' | 'SLS' | 'SLA' },
          ...{ memoryMb: options.memoryMb, limitMs: options.limitMs, log, signal },
          onProgress: (now) => {
            if (now.phase !== progress?.phase) span.addEvent(now.phase);
            progress = now;
          },
        });
        span.setAttribute(attribute.outcome, measured.outcome);
        return measured;
      });
      switch (calculated.outcome) {
        case 'measured': {
          const seconds = (performance.now() - began) / 1_000;
          if (!(await untilReached(() => saveMeasure(pool, job, calculated.result, seconds)))) return 'lost';
          await tellAll(job);
          await untilReached(() => finishJob(pool, job));
          return calculated.result.ok ? 'measured' : 'refused';
        }
        case 'died':
          metrics.deaths.inc({ cause: calculated.cause });
          await fail(job, {
            kind: 'death',
            code: 'PRICING_DEAD',
            detail: `the calculation died: ${calculated.detail}`,
          });
          return 'died';
        case 'over-limit':
          metrics.deaths.inc({ cause: 'over-limit' });
          await fail(job, {
            kind: 'hard-limit',
            code: 'PRICING_DEAD',
            detail: `the calculation took more than ${options.limitMs / 1_000} s`,
          });
          return 'over-limit';
        case 'stopped':
          return endedBy(signal) ?? 'failed';
      }
    } finally {
      letGo();
    }
  };

  const runToTheEnd = async (job: TakenJob, stop: AbortController): Promise<string> => {
    const began = performance.now();
    let outcome = 'failed';
    let delayMs = 0;
    try {
      outcome = await run(job, stop);
    } catch (error) {
      const dependency = transientFault(error)?.dependency;
      if (dependency !== undefined) metrics.outages.inc({ dependency });
      // An unknown error may be this job's own: the job must not come before the others again at once.
      else delayMs = LEAST_WAIT_MS + Math.random() * (MOST_WAIT_MS - LEAST_WAIT_MS);
      log.warn('released a job after a failure', {
        dependency,
        delay_ms: Math.round(delayMs),
        error,
      });
    }
    if (outcome === 'lost') metrics.leases.inc({ event: 'lost' });
    if (outcome === 'stopping' || outcome === 'outgrown' || outcome === 'failed') {
      metrics.leases.inc({ event: 'released' });
      // If even this fails the lease runs out by itself.
      await untilReached(() => releaseLease(pool, job, delayMs), stop.signal).catch((error: unknown) =>
        log.warn('could not release a lease; it expires by itself', { error }),
      );
    }
    const seconds = (performance.now() - began) / 1_000;
    metrics.duration.observe({ lane: job.lane, outcome }, seconds);
    if (outcome === 'measured' || outcome === 'refused')
      metrics.answer.observe({ lane: job.lane }, job.queued_for_s + seconds);
    log.info('job ends', { outcome, lane: job.lane, duration_ms: Math.round(performance.now() - began) });
    return outcome;
  };

  return (job: TakenJob): RunningJob => {
    const stop = new AbortController();
    metrics.leases.inc({ event: job.taken_over ? 'taken-over' : 'taken' });
    if (job.queue_wait_s !== null) metrics.queueWait.observe({ lane: job.lane }, job.queue_wait_s);
    const done = withContext({ job_id: job.job_id }, async () => {
      const links = await causesOf(job);
      const attributes = { [attribute.jobId]: job.job_id, [attribute.lane]: job.lane };
      return inSpan(
        'price job',
        attributes,
        async (span) => {
          log.info('job taken', { lane: job.lane, fence_token: job.lease_token, reason: job.restart_reason });
          const outcome = await runToTheEnd(job, stop);
          span.setAttribute(attribute.outcome, outcome);
          return outcome;
        },
        { parent: null, links },
      );
    });
    return { job_id: job.job_id, stop: (reason) => stop.abort(reason), done };
  };
};
export type CalculateJob = ReturnType<typeof createCalculateJob>;

const endedBy = (signal: AbortSignal): StopReason | null => (signal.aborted ? (signal.reason as StopReason) : null);
