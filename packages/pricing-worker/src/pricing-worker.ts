import { randomUUID } from 'node:crypto';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Messaging } from '@order-ledger/messaging/connection';
import type { Log } from '@order-ledger/platform/log';
import { assertWritable } from '@order-ledger/platform/postgres';
import { repeat } from '@order-ledger/platform/repeat';
import { ENGINE_VERSION } from '@order-ledger/pricing/engine-version';
import type pg from 'pg';
import { createModels } from './calculating/models.ts';
import { createCalculateJob } from './jobs/calculate-job.ts';
import { createCausesOfJob } from './jobs/causes-of-job.ts';
import { runSlots } from './jobs/slots.ts';
import { createAdvance } from './orders/advance.ts';
import { createIntake } from './orders/intake.ts';
import { followLedger } from './orders/ledger-follower.ts';
import { rememberHistories } from './orders/order-history.ts';
import { createOwed } from './orders/owed.ts';
import { createReconciler } from './orders/reconciler.ts';
import { createWaiters } from './orders/waiters.ts';
import type { Settings } from './settings.ts';

interface PricingWorkerOptions {
  /** Its search path is the schema of this process. */
  pool: pg.Pool;
  ledger: Ledger;
  messaging: Messaging;
  log: Log;
  modelToken: () => Promise<string>;
  config: Pick<
    Settings,
    | 'DATABASE_URL'
    | 'UPLOAD_API_URL'
    | 'SLOTS'
    | 'CALCULATION_MEMORY_MB'
    | 'CALCULATION_LIMIT_S'
    | 'LEASE_MS'
    | 'HEARTBEAT_MS'
    | 'RECONCILE_MS'
    | 'OVERLOOKED_AFTER_MS'
    | 'INFRA_RETRY_MS'
    | 'DRAIN_MS'
    | 'STANDSTILL_LIMIT_MS'
  >;
}

interface PricingWorker {
  /** For readiness: throws while messages are not consumed, the ledger is not followed, or models cannot be fetched. */
  check(): void;
  /** Takes no more messages and jobs, lets calculations end for the drain's time, gives the others back. */
  stop(): Promise<void>;
}

const POLL_MS = 1_000;
const DAY_MS = 86_400_000;

/** Puts the parts together and runs them. */
export const startPricingWorker = async (options: PricingWorkerOptions): Promise<PricingWorker> => {
  const { pool, ledger, messaging, log, config } = options;
  const stopping = new AbortController();
  let lastOutage = Number.NEGATIVE_INFINITY;
  const onOutage = () => {
    lastOutage = performance.now();
  };

  const waiters = createWaiters(pool, ENGINE_VERSION);
  const memory = rememberHistories(ledger);
  const advance = createAdvance({ pool, ledger, memory, waiters, log, onCancelled: (jobId) => slots.drop(jobId) });
  const { signal } = stopping;
  const owed = createOwed({
    ...{ advance, log, signal },
    ask: () => Promise.all([ledger.ready(), assertWritable(pool)]),
    onDone: () => slots.wake(),
  });
  const models = createModels({ url: config.UPLOAD_API_URL, token: options.modelToken });
  const calculateJob = createCalculateJob({
    ...{ pool, advance, owed, models, log },
    causesOf: createCausesOfJob({ pool, memory, log }),
    leaseMs: config.LEASE_MS,
    heartbeatMs: config.HEARTBEAT_MS,
    memoryMb: config.CALCULATION_MEMORY_MB,
    limitMs: config.CALCULATION_LIMIT_S * 1_000,
    failureLimits: {
      maxDeaths: 3,
      maxInfraFailures: 5,
      deadForMs: DAY_MS,
      firstDelayMs: config.INFRA_RETRY_MS,
    },
    onOutage,
  });
  const slots = await runSlots({
    ...{ pool, calculateJob, log },
    workerId: randomUUID(),
    engineVersion: ENGINE_VERSION,
    slots: config.SLOTS,
    leaseMs: config.LEASE_MS,
    heartbeatMs: config.HEARTBEAT_MS,
    drainMs: config.DRAIN_MS,
    pollMs: POLL_MS,
    lastOutage: () => lastOutage,
    onOutage,
    signal,
  });
  const follower = followLedger({
    ...{ pool, ledger, log, signal },
    connectionString: config.DATABASE_URL,
    standstillMs: config.STANDSTILL_LIMIT_MS,
  });
  const reconcile = createReconciler({
    ...{ pool, advance, log },
    engineVersion: ENGINE_VERSION,
    overlookedAfterMs: config.OVERLOOKED_AFTER_MS,
    onRepair: slots.wake,
  });
  const rounds = repeat('reconciler', config.RECONCILE_MS, reconcile, { log, signal });
  const intake = createIntake({
    ...{ memory, waiters, advance, owed, log },
    onCancelled: slots.drop,
    onNoted: slots.wake,
  });
  const consumer = await messaging.consume('pricing.intake.v1', { handler: intake.handle });

  return {
    check: () => {
      consumer.check();
      follower.check();
      models.check();
    },
    stop: async () => {
      stopping.abort(new Error('the pricing worker stops'));
      await consumer.close();
      await intake.idle();
      await Promise.all([slots.done, owed.idle(), rounds, follower.done]);
    },
  };
};
