import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { firstPageKey, getFirstPage, putFirstPage } from '@order-ledger/read-model/first-pages/cache';
import { listsShowing } from '@order-ledger/read-model/first-pages/lists';
import { testService } from '@order-ledger/testing/services/shared';
import { Redis } from 'ioredis';

let redis: Redis;
beforeEach(async () => {
  // A database of its own: it is emptied, and other tests that run beside this one count and keep things in theirs.
  redis = new Redis(testService('redis'), { db: 6 });
  await redis.flushdb();
});
afterEach(async () => {
  await redis.quit();
});

it('keeps the newest page, in whatever order pages come, and the one of a new owner above all [I5]', async () => {
  const put = (epoch: bigint, position: bigint) =>
    putFirstPage(redis, 'newest', { epoch, position, page: `["${epoch}-${position}"]` });
  expect(await getFirstPage(redis, 'newest')).toBeNull();
  expect(await put(1n, 99n)).toBe(true);
  expect(await put(1n, 1_000n)).toBe(true);
  expect(await put(1n, 100n)).toBe(false);
  expect(await getFirstPage(redis, 'newest')).toEqual({ position: 1_000n, page: '["1-1000"]' });
  expect(await put(2n, 500n)).toBe(true);
  expect(await put(1n, 2_000n)).toBe(false);
  expect(await getFirstPage(redis, 'newest')).toEqual({ position: 500n, page: '["2-500"]' });
  expect(await redis.ttl(firstPageKey('newest'))).toBeGreaterThan(0);
});

it('takes no page that an earlier build has set since, and leaves it none that it would take for its own [I5]', async () => {
  const put = (epoch: bigint) => putFirstPage(redis, 'newest', { epoch, position: 1n, page: '[]' });
  const rows = '[{"order_id":"whole rows, as they were kept before"}]';
  await put(1n);
  await redis.hset(firstPageKey('newest'), { version: '00000000000000000002:00000000000000000001', page: rows });
  expect(await getFirstPage(redis, 'newest')).toBeNull();
  await put(3n);
  expect(await redis.hget(firstPageKey('newest'), 'page')).toBeNull();
  expect(await getFirstPage(redis, 'newest')).toEqual({ position: 1n, page: '[]' });
});

it('renews the lists that showed an order before a change and those that show it after', () => {
  expect(
    listsShowing({ status: 'CANCELLED', is_active: false }, { status: 'SUBMITTED', is_active: true }).sort(),
  ).toEqual(['active-newest', 'newest', 'status-newest:CANCELLED', 'status-newest:SUBMITTED']);
  expect(listsShowing({ status: 'CLOSED', is_active: false })).toEqual(['newest', 'status-newest:CLOSED']);
});
