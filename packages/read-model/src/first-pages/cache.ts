import type { Redis } from 'ioredis';
import { READ_MODEL_VERSION } from '../schema.ts';
import type { FirstPageList } from './lists.ts';

/** Seconds that a page lives without being set again: pages of an owner that is gone must not be shown for long. */
const LIFETIME_S = 120;

/** Of each version of the read model its own. */
export const firstPageKey = (list: FirstPageList, version = READ_MODEL_VERSION): string =>
  `order-ledger:read-model:${version}:first-page:${list}`;

/**
 * Pages are set from several places after several commits: only a newer one may replace the present one. An earlier build
 * sets `version` and whole rows as `page`. It must not find a page of ours, nor we take ours for one of its versions.
 */
const SET_IF_NOT_OLDER = `
  local known = redis.call('hget', KEYS[1], 'version')
  if known and known > ARGV[1] then return 0 end
  redis.call('hset', KEYS[1], 'version', ARGV[1], 'keys_version', ARGV[1], 'keys', ARGV[2])
  redis.call('hdel', KEYS[1], 'page')
  redis.call('expire', KEYS[1], ARGV[3])
  return 1`;

/** Sorts as text: the owner's epoch before the position, because a new owner is always right. */
const versionText = (epoch: bigint, position: bigint): string =>
  `${String(epoch).padStart(20, '0')}:${String(position).padStart(20, '0')}`;

/** @returns false when a newer page is there */
export const putFirstPage = async (
  redis: Redis,
  list: FirstPageList,
  { epoch, position, page }: { epoch: bigint; position: bigint; page: string },
): Promise<boolean> =>
  (await redis.eval(SET_IF_NOT_OLDER, 1, firstPageKey(list), versionText(epoch, position), page, LIFETIME_S)) === 1;

/** The page as JSON text (an array of keys) and the `$all` commit position that it shows; null where none is kept. */
export const getFirstPage = async (
  redis: Redis,
  list: FirstPageList,
  version = READ_MODEL_VERSION,
): Promise<{ position: bigint; page: string } | null> => {
  const [of, keysOf, page] = await redis.hmget(firstPageKey(list, version), 'version', 'keys_version', 'keys');
  return of && of === keysOf && page ? { position: BigInt(of.slice(of.indexOf(':') + 1)), page } : null;
};
