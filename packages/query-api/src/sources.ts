import { readStanding, type Standing } from '@order-ledger/read-model/reading/live-version';
import type { Reader } from '@order-ledger/read-model/reading/reader';
import type pg from 'pg';

/** Where a request reads, and how fresh that is. */
export interface Source extends Reader {
  version: number;
  /** Everything that the ledger held so many milliseconds ago is there; null where that was never so. */
  lagMs: number | null;
  /** Lists whose first page in Redis may be older than the tables. */
  dirtyLists: readonly string[];
}

/** `reports` read for long and have a pool of their own, so that they cannot take every connection from the lists. */
interface Pools {
  primary: pg.Pool;
  reports: pg.Pool;
  replica?: pg.Pool;
  replicaReports?: pg.Pool;
}

export interface Sources {
  /** Single orders and the stream: what was written a moment ago must be there. */
  primary(): Promise<Source>;
  /** Lists, timelines, boards: the replica where there is one that is fresh enough. */
  lists(): Promise<Source>;
  reports(): Promise<Source>;
}

/** How long the pointer and the heartbeat count as current. */
const BELIEVED_MS = 250;

type Known = Standing & { readAt: number };

/** Asks at most once at a time, and not again while the answer is young. */
const keptStanding = (pool: pg.Pool): (() => Promise<Known>) => {
  let known: Known | undefined;
  let asking: Promise<Known> | undefined;
  const ask = async (): Promise<Known> => {
    try {
      known = { ...(await readStanding(pool)), readAt: performance.now() };
      return known;
    } finally {
      asking = undefined;
    }
  };
  return async () => {
    if (known !== undefined && performance.now() - known.readAt < BELIEVED_MS) return known;
    asking ??= ask();
    return asking;
  };
};

const sourceOf = (pool: pg.Pool, { schema, version, lag_ms, dirty_lists, readAt }: Known): Source => ({
  pool,
  schema,
  version,
  dirtyLists: dirty_lists,
  lagMs: lag_ms === null ? null : Math.max(0, Math.round(lag_ms + performance.now() - readAt)),
});

/** @param replicaLagLimitMs a replica that is further behind (or does not answer) is not read */
export const createSources = (pools: Pools, replicaLagLimitMs: number): Sources => {
  const { primary, reports, replica, replicaReports } = pools;
  const ofPrimary = keptStanding(primary);
  const ofReplica = replica === undefined ? undefined : keptStanding(replica);
  const freshReplica = async (): Promise<Known | undefined> => {
    const standing = await ofReplica?.().catch(() => undefined);
    // Below zero its clock is behind the primary's, which has written the heartbeat: then the figure is meaningless.
    if (standing?.lag_ms == null || Math.abs(standing.lag_ms) <= replicaLagLimitMs) return standing;
    // Where the projector itself is behind, the replica is as good as the primary.
    const main = await ofPrimary();
    const behindMain = (main.tail_reached_at?.getTime() ?? 0) - (standing.tail_reached_at?.getTime() ?? 0);
    return behindMain <= replicaLagLimitMs ? standing : undefined;
  };
  const preferring = async (far: pg.Pool | undefined, near: pg.Pool): Promise<Source> => {
    const standing = far === undefined ? undefined : await freshReplica();
    return far !== undefined && standing !== undefined ? sourceOf(far, standing) : sourceOf(near, await ofPrimary());
  };
  return {
    primary: async () => sourceOf(primary, await ofPrimary()),
    lists: () => preferring(replica, primary),
    reports: () => preferring(replicaReports, reports),
  };
};
