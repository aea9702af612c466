import type { Scope } from '@order-ledger/domain/sight';
import type { Log } from '@order-ledger/platform/log';
import { defineMetrics } from '@order-ledger/platform/metrics';
import { getFirstPage } from '@order-ledger/read-model/first-pages/cache';
import { FIRST_PAGE_LENGTH, type FirstPageList, firstPageOf, keysOf } from '@order-ledger/read-model/first-pages/lists';
import { type Page, pageOf } from '@order-ledger/read-model/reading/keyset';
import type { ListRequest } from '@order-ledger/read-model/reading/list-form';
import type { ListedKey } from '@order-ledger/read-model/reading/list-keys';
import type { Redis } from 'ioredis';
import type { Source } from './sources.ts';

/**
 * First pages as the projector keeps them in Redis, for lists that begin with the newest and leave nobody out: which
 * orders, in which versions of their rows on the primary.
 */
export interface FirstPages {
  /** undefined where the tables have to be asked. */
  read(
    source: Pick<Source, 'version' | 'dirtyLists'>,
    scope: Scope,
    request: ListRequest,
  ): Promise<Page<ListedKey> | undefined>;
}

const metrics = defineMetrics({
  asked: {
    type: 'counter',
    name: 'first_page_cache_total',
    help: 'First pages of lists that Redis may hold, by result: hit, absent, dirty, failed',
    labels: ['result'],
  },
});

/** The cached list that a request begins, if there is one. A partner's list is never cached. */
const listOf = (scope: Scope, { filters, sort, place, limit }: ListRequest): FirstPageList | undefined => {
  if (scope !== 'everything' || sort !== 'newest' || place !== null || limit >= FIRST_PAGE_LENGTH) return undefined;
  return firstPageOf(filters);
};

/** Reads a list's page only where it is not the one of the last time: most requests find it as it was. */
const readPages = () => {
  const last = new Map<FirstPageList, { page: string; keys: readonly ListedKey[] }>();
  return (list: FirstPageList, page: string): readonly ListedKey[] => {
    const known = last.get(list);
    if (known?.page === page) return known.keys;
    const keys = keysOf(page);
    last.set(list, { page, keys });
    return keys;
  };
};

/** A page is used unless its list is marked dirty; whatever Redis does, the tables can answer. */
export const createFirstPages = (redis: Redis, log: Log): FirstPages => {
  const keysIn = readPages();
  return {
    read: async (source, scope, request) => {
      const list = listOf(scope, request);
      if (list === undefined) return undefined;
      if (source.dirtyLists.includes(list)) {
        metrics.asked.inc({ result: 'dirty' });
        return undefined;
      }
      try {
        const kept = await getFirstPage(redis, list, source.version);
        metrics.asked.inc({ result: kept === null ? 'absent' : 'hit' });
        return kept === null
          ? undefined
          : pageOf(keysIn(list, kept.page).slice(0, request.limit + 1), request.limit, null);
      } catch (error) {
        metrics.asked.inc({ result: 'failed' });
        log.debug('could not read a first page from Redis', { error });
        return undefined;
      }
    },
  };
};
