import { setTimeout as delay } from 'node:timers/promises';
import type { OwnedCheckpoint } from '@order-ledger/ledger/follow/checkpoint';
import { followAsOwner, type OwnedFollower } from '@order-ledger/ledger/follow/owned-follower';
import { createRuns, GATHER_MS, type Work } from '@order-ledger/ledger/follow/runs';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { EVENT_STORE } from '@order-ledger/ledger/server/server-clock';
import { clock } from '@order-ledger/platform/clock';
import type { Log } from '@order-ledger/platform/log';
import { checkpointName, READ_MODEL_VERSION, versionSchema } from '@order-ledger/read-model/schema';
import { createWriter, type Writer } from '@order-ledger/read-model/writing/writer';
import type { Redis } from 'ioredis';
import type pg from 'pg';
import { type Batch, createBatcher } from './batcher.ts';
import { type Committer, createCommitter } from './committer.ts';
import { createFirstPages } from './first-pages.ts';
import { createLag, type Lag } from './lag.ts';
import { metrics } from './metrics.ts';
import { createOrderTimes } from './order-times.ts';
import { isSystemic } from './poison.ts';

export interface ProjectionOptions {
  readonly connectionString: string;
  /** Its search path is the schema of the checkpoints. */
  readonly pool: pg.Pool;
  readonly ledger: Ledger;
  /** Without it no first pages are kept. */
  readonly redis?: Redis | undefined;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly maxEvents?: number;
  readonly lingerMs?: number;
  readonly lagLimitMs?: number;
  /** Milliseconds between two looks at the ledger's tail; 250 if absent. */
  readonly tailEveryMs?: number;
  /** Milliseconds behind the ledger, moved by no instance, that are a standstill; 30,000 if absent. */
  readonly standstillMs?: number;
}

interface ProjectionStatus {
  readonly projection: string;
  readonly state: ReturnType<OwnedFollower['state']>;
  /** null while another instance writes. */
  readonly epoch: string | null;
  readonly position: string | null;
  readonly lag_ms: number | null;
  readonly lag_bytes: number | null;
  readonly progress_age_ms: number | null;
  readonly parked_orders: number | null;
}

export interface Projection {
  /** Resolves after the signal; rejects with what stopped it for good. */
  readonly done: Promise<void>;
  status(): ProjectionStatus;
  /** For readiness: throws what stopped it or what it fails on, and LaggingError. An instance that stands by is well. */
  check(): void;
}

class LaggingError extends Error {
  override readonly name = 'LaggingError';
  readonly code = 'projection-lagging';
}

/** A quiet system's checkpoint moves over the events of others at this pace, milliseconds. */
const TICK_MS = 1_000;
/** Milliseconds between two looks for parked orders to be retried. */
const RETRY_PARKED_MS = 2_000;

interface Projecting extends Work {
  readonly checkpoint: OwnedCheckpoint;
  readonly committer: Committer;
  readonly lag: Lag;
}

/** Follows the ledger into the tables of the present version, as long as this instance is the one that owns them. */
export const startProjection = (options: ProjectionOptions): Projection => {
  const { connectionString, pool, ledger, log, signal, lagLimitMs = 10_000 } = options;
  const name = checkpointName(READ_MODEL_VERSION);
  const writer = createWriter(versionSchema(READ_MODEL_VERSION));
  const runs = createRuns({
    ...{ name: 'projector', ledger, log, gatherMs: GATHER_MS },
    begin: (checkpoint: OwnedCheckpoint, until, { verified }): Promise<Projecting> =>
      projectFrom({ ...options, writer }, checkpoint, until, verified),
  });

  const follower = followAsOwner({
    name,
    process: 'projector',
    connectionString,
    pool,
    ledger,
    log,
    signal,
    follow: runs.follow,
    isFinal: isSystemic,
    standstillMs: options.standstillMs,
  });

  const { ownerEpoch, lagSeconds, lagBytes, progressAge, parkedOrders, rowsKept } = metrics;
  ownerEpoch.onCollect(() => ownerEpoch.set({}, Number(follower.epoch() ?? 0)));
  lagSeconds.onCollect(() => lagSeconds.set({}, (runs.current()?.lag.lagMs() ?? 0) / 1000));
  lagBytes.onCollect(() => lagBytes.set({}, runs.current()?.lag.lagBytes() ?? 0));
  progressAge.onCollect(() => progressAge.set({}, (runs.current()?.lag.progressAgeMs() ?? 0) / 1000));
  rowsKept.onCollect(() => rowsKept.set({}, runs.current()?.committer.knownRows() ?? 0));
  parkedOrders.onCollect(() => parkedOrders.set({}, runs.current()?.committer.parkedOrders() ?? 0));

  return {
    done: follower.done,
    status: () => {
      const now = runs.current();
      const commit = now?.checkpoint.current().position?.commit;
      return {
        projection: name,
        state: follower.state(),
        epoch: follower.epoch()?.toString() ?? null,
        position: commit?.toString() ?? null,
        lag_ms: now === null ? null : Math.round(now.lag.lagMs()),
        lag_bytes: now?.lag.lagBytes() ?? null,
        progress_age_ms: now === null ? null : Math.round(now.lag.progressAgeMs()),
        parked_orders: now?.committer.parkedOrders() ?? null,
      };
    },
    check: () => {
      // In every state; while this process writes, its own figures show it sooner.
      follower.check();
      const now = runs.current();
      if (now === null) return;
      const [lagMs, ageMs] = [now.lag.lagMs(), now.lag.progressAgeMs()];
      if (lagMs > lagLimitMs && ageMs > lagLimitMs)
        throw new LaggingError(`behind by ${Math.round(lagMs)} ms and no progress for ${Math.round(ageMs)} ms`);
    },
  };
};

const tellVisible = ({ received }: Batch): void => {
  const now = clock.now();
  for (const { created } of received) {
    if (created === null) continue;
    metrics.visibleSeconds.observe({}, Math.max(0, now - clock.when(EVENT_STORE, created.getTime())) / 1_000);
  }
};

/** One run: the tables follow the subscription, batch by batch, and what is to be done beside them is. */
const projectFrom = async (
  options: ProjectionOptions & { readonly writer: Writer },
  checkpoint: OwnedCheckpoint,
  until: AbortSignal,
  verified: () => boolean,
): Promise<Projecting> => {
  const { pool, writer, ledger, redis, log } = options;
  const keepsFirstPages = redis !== undefined;
  const times = createOrderTimes({ pool, schema: versionSchema(READ_MODEL_VERSION), log });
  // Tables that are made anew tell of all the past at once: nothing of it happens now.
  let isNow = checkpoint.current().position !== null;
  const committer = await createCommitter({ pool, writer, ledger, checkpoint, log, keepsFirstPages }, (changes) => {
    if (isNow) times.committed(changes);
  });
  const lag = createLag({ ledger, pool, writer, checkpoint, log, everyMs: options.tailEveryMs ?? 250 });
  const pages = redis && createFirstPages({ pool, redis, writer, checkpoint, log });
  const batcher = createBatcher({
    maxEvents: options.maxEvents ?? 2_000,
    lingerMs: options.lingerMs ?? 25,
    tickMs: TICK_MS,
    signal: until,
  });

  const commitAll = async (): Promise<void> => {
    for (let batch = await batcher.next(); batch !== null; batch = await batcher.next()) {
      const { lists, follows } = await committer.commit(batch);
      if (isNow) tellVisible(batch);
      isNow ||= batch.reason === 'tail' || batch.reason === 'tick';
      lag.committed(batch.received.at(-1)?.created ?? null);
      pages?.changed(lists, follows);
    }
  };
  const retryParked = async (): Promise<void> => {
    const retried = await committer.retryParked().catch((error: unknown) => {
      log.warn('could not retry parked orders; will retry', { error });
    });
    pages?.changed(retried?.lists ?? []);
  };
  const retryAsAsked = async (): Promise<void> => {
    while (!until.aborted) {
      if (verified()) await retryParked();
      await delay(RETRY_PARKED_MS, undefined, { signal: until }).catch(() => undefined);
    }
  };
  /** Once each time this instance becomes the owner: the owner before may have been an earlier build. */
  const fillBalances = async (): Promise<void> => {
    let count = 0;
    for (let after: string | null | undefined; after !== null && !until.aborted; ) {
      const filled = await committer.fillBalances(after ?? null).catch((error: unknown) => {
        log.warn('could not fill in the balances of earlier orders; will retry', { error });
      });
      if (filled === undefined) {
        await delay(RETRY_PARKED_MS, undefined, { signal: until }).catch(() => undefined);
        continue;
      }
      count += filled.orders;
      after = filled.last;
      pages?.changed(filled.lists);
    }
    if (count > 0) log.info('filled in the balances of earlier orders', { count });
  };

  let committed: Promise<void> = Promise.resolve();
  const committing = (): Promise<void> => {
    committed = commitAll();
    return committed;
  };
  return {
    ...{ checkpoint, committer, lag },
    take: batcher.offer,
    beside: [committing, retryAsAsked, fillBalances, lag.run, times.run, ...(pages === undefined ? [] : [pages.run])],
    // What came before the end of the reading is committed: of a newer writer's events those that are understood.
    drain: () => {
      batcher.close();
      return committed.catch(() => undefined);
    },
  };
};
