import { setTimeout as delay } from 'node:timers/promises';
import type { OwnedCheckpoint } from '@order-ledger/ledger/follow/checkpoint';
import { onAbort } from '@order-ledger/platform/aborted';
import type { Log } from '@order-ledger/platform/log';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { CALL, inSpan } from '@order-ledger/platform/telemetry';
import { putFirstPage } from '@order-ledger/read-model/first-pages/cache';
import { FIRST_PAGE_LISTS, type FirstPageList, firstPageStatement } from '@order-ledger/read-model/first-pages/lists';
import type { Writer } from '@order-ledger/read-model/writing/writer';
import type { Redis } from 'ioredis';
import type pg from 'pg';
import { metrics } from './metrics.ts';

interface FirstPagesOptions {
  readonly pool: pg.Pool;
  readonly redis: Redis;
  readonly writer: Pick<Writer, 'schema' | 'sweepDirty'>;
  readonly checkpoint: Pick<OwnedCheckpoint, 'epoch' | 'name'>;
  readonly log: Log;
}

export interface FirstPages {
  /** The tables show something new in these lists, by what a traceparent leads to. */
  changed(lists: readonly FirstPageList[], follows?: string): void;
  run(signal: AbortSignal): Promise<void>;
}

/**
 * A list that changes all the time is read no more often than this, milliseconds. Its page is no good before the next
 * change anyway, and a reader takes a list that is marked dirty from the tables.
 */
const EVERY_MS = 1_000;
/** All pages are written again this often, so that none that is still true expires. */
const ALL_EVERY_MS = 30_000;
const RETRY_MS = 1_000;
/** What OpenTelemetry keeps of a span's links. */
const MOST_LINKS = 128;
const WRITE_ATTRIBUTES = { [attribute.dbSystemName]: 'redis', [attribute.dbOperationName]: 'SET' };

/**
 * Keeps the first pages in Redis up to the tables, beside the batches and never in their way. It begins with all pages,
 * and retries what Redis does not take.
 */
export const createFirstPages = ({ pool, redis, writer, checkpoint, log }: FirstPagesOptions): FirstPages => {
  let dirty = new Set<FirstPageList>(FIRST_PAGE_LISTS);
  let wake = (): void => undefined;
  let failing = false;
  /** traceparents of the batches that the next round follows from. */
  let followed: string[] = [];

  const refresh = async (list: FirstPageList): Promise<void> => {
    const { rows } = await pool.query<{ position: string | null; mark: string | null; page: string }>(
      firstPageStatement(writer.schema, list, checkpoint.name),
    );
    const [row] = rows;
    if (row === undefined) return;
    const position = BigInt(row.position ?? 0);
    const set = await putFirstPage(redis, list, { epoch: checkpoint.epoch, position, page: row.page });
    metrics.firstPages.inc({ outcome: set ? 'set' : 'older' });
    // If it was not set, a newer owner's page is there, and that owner clears the mark.
    if (set && row.mark !== null) await writer.sweepDirty(pool, list, row.mark);
  };

  const refreshAll = async (): Promise<void> => {
    const lists = [...dirty];
    const links = followed;
    dirty = new Set();
    followed = [];
    // The rounds over everything follow from nothing, and tell nobody anything.
    const options = { ...CALL, parent: null, links, unrecorded: links.length === 0 };
    await inSpan('write first pages', WRITE_ATTRIBUTES, () => refreshLists(lists), options);
  };

  const refreshLists = async (lists: readonly FirstPageList[]): Promise<void> => {
    for (const [index, list] of lists.entries()) {
      try {
        await refresh(list);
      } catch (error) {
        for (const left of lists.slice(index)) dirty.add(left);
        throw error;
      }
    }
  };

  const changeOrTimeout = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      let leave = () => {};
      const done = (): void => {
        clearTimeout(timer);
        leave();
        resolve();
      };
      const timer = setTimeout(done, ms);
      wake = done;
      leave = onAbort(signal, done);
    });

  const changed = (lists: readonly FirstPageList[], follows?: string): void => {
    for (const list of lists) dirty.add(list);
    if (follows !== undefined && lists.length > 0 && followed.length < MOST_LINKS) followed.push(follows);
    wake();
  };

  const keepAll = async (signal: AbortSignal): Promise<void> => {
    for (let allAt = performance.now() + ALL_EVERY_MS; !signal.aborted; ) {
      let waitMs = EVERY_MS;
      try {
        await refreshAll();
        if (failing) log.info('first pages are kept in Redis again');
        failing = false;
      } catch (error) {
        metrics.firstPages.inc({ outcome: 'failed' });
        if (!failing) log.warn('could not keep first pages in Redis; readers use Postgres', { error });
        failing = true;
        waitMs = RETRY_MS;
      }
      await delay(waitMs, undefined, { signal }).catch(() => undefined);
      if (dirty.size === 0 && !signal.aborted) await changeOrTimeout(allAt - performance.now(), signal);
      if (performance.now() < allAt) continue;
      for (const list of FIRST_PAGE_LISTS) dirty.add(list);
      allAt = performance.now() + ALL_EVERY_MS;
    }
  };

  return {
    changed,
    run: async (signal) => {
      // After a failover it is another server, which may lack what the one before it was given last.
      const anew = (): void => changed(FIRST_PAGE_LISTS);
      redis.on('ready', anew);
      try {
        await keepAll(signal);
      } finally {
        redis.off('ready', anew);
      }
    },
  };
};
