import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { STATUSES } from '@order-ledger/domain/status';
import { registry } from '@order-ledger/platform/metrics';
import { putFirstPage } from '@order-ledger/read-model/first-pages/cache';
import { type FirstPageList, firstPageStatement } from '@order-ledger/read-model/first-pages/lists';
import { keepingLog } from '@order-ledger/testing/lines';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { type RunningApi, startApi, startApiOver } from '@order-ledger/testing/running/query-api';
import { lifeInto } from '@order-ledger/testing/running/read-model';
import { testService } from '@order-ledger/testing/services/shared';
import { until } from '@order-ledger/testing/waiting';
import { Redis } from 'ioredis';
import { createFirstPages } from '../src/first-pages.ts';

let api: RunningApi;
let redis: Redis;
let lead: string;
const LIVES = STATUSES.map((status, n) => lifeInto(status, n, n % 2 === 0 ? null : 'acme'));
const LISTS: readonly FirstPageList[] = ['newest', 'active-newest', 'status-newest:SUBMITTED'];

beforeAll(async () => {
  // A database of its own: the keys are the same for every test that runs beside this one.
  redis = new Redis(testService('redis'), { db: 7 });
  await redis.flushdb();
  api = await startApi(LIVES.flat(), { firstPages: createFirstPages(redis, keepingLog().log) });
  lead = await api.tokenOf(ACTORS.lead);
  await api.model.pool.query('alter table read_model.checkpoint add column if not exists commit_position numeric');
});
afterAll(async () => {
  await api.close();
  await redis.flushdb();
  redis.disconnect();
});

/** As the projector does after a commit. */
const keep = async (position: bigint): Promise<void> => {
  for (const list of LISTS) {
    const { rows } = await api.model.pool.query<{ page: string }>(
      firstPageStatement(api.model.schema, list, 'orders@1'),
    );
    await putFirstPage(redis, list, { epoch: 1n, position, page: rows[0]?.page ?? '' });
  }
};
const results = async (): Promise<Record<string, number>> => {
  const metric = await registry.getSingleMetric('first_page_cache_total')?.get();
  return Object.fromEntries((metric?.values ?? []).map(({ labels, value }) => [String(labels.result), value]));
};
const PATHS = ['/v1/orders', '/v1/orders?active=true&limit=10', '/v1/orders?status=SUBMITTED'];
/** Everything but what the clock changes and what is sealed anew. */
const read = async (path: string, credential = lead) => {
  const { body } = await api.get(path, { credential });
  return { ...body, orders: body.orders.map((order: object) => ({ ...order, current_stage_duration_ms: 0 })) };
};

it('gives the same answers from Redis as from the tables, and goes on behind them [I9]', async () => {
  const fromTables = await Promise.all(PATHS.map((path) => read(path)));
  await keep(1n);
  const before = (await results()).hit ?? 0;
  const fromRedis = await Promise.all(PATHS.map((path) => read(path)));
  expect((await results()).hit).toBe(before + PATHS.length);
  expect(fromRedis).toEqual(fromTables);
  const next = await read(`/v1/orders?cursor=${fromRedis[1]?.next_cursor}&limit=10`);
  expect(next.orders.length).toBeGreaterThan(0);
});

it('reads the tables for lists that are marked dirty, and for whoever does not see all orders [I9]', async () => {
  await keep(2n);
  const known = await results();
  const acme = await api.keyOf('acme');
  expect((await read('/v1/orders', acme)).orders.length).toBeLessThan(LIVES.length);
  await read('/v1/orders?partner_id=acme');
  await read('/v1/orders?sort=oldest');
  expect(await results()).toEqual(known);
  // A commit marks the list in its own transaction; the page in Redis is not new yet.
  await api.model.store(lifeInto('INITIATED', 950, null));
  await api.model.pool.query(`insert into ${api.model.schema}.dirty_list (list, position_commit) values ('newest', 3)`);
  await until('the new order', async () => (await read('/v1/orders?limit=90')).orders.length > LIVES.length);
  expect((await results()).dirty ?? 0).toBeGreaterThan(0);
});

it('mixes no rows of two moments: if an order has gone on since, the whole page comes from the tables [I9]', async () => {
  const events = lifeInto('SUBMITTED', 960, null);
  await api.model.store(events.slice(0, -1));
  await api.model.pool.query(`delete from ${api.model.schema}.dirty_list`);
  await keep(3n);
  await api.model.store(events.slice(-1));
  // This instance has nobody's rows yet.
  const other = await startApiOver(
    { ...api.model, drop: async () => undefined },
    { firstPages: createFirstPages(redis, keepingLog().log) },
  );
  try {
    const hits = (await results()).hit ?? 0;
    const { body } = await other.get('/v1/orders', { credential: await other.tokenOf(ACTORS.lead) });
    expect((await results()).hit).toBe(hits + 1);
    expect(body.orders[0]).toMatchObject({ order_id: events[0]?.metadata.order_id, event_version: events.length });
  } finally {
    await other.close();
  }
});

it('answers although Redis is away [I9]', async () => {
  const away = new Redis('redis://127.0.0.1:1', {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  away.on('error', () => undefined);
  const other = await startApi(LIVES.flat(), { firstPages: createFirstPages(away, keepingLog().log) });
  const reply = await other.get('/v1/orders', { credential: await other.tokenOf(ACTORS.lead) });
  expect([reply.status, reply.body.orders.length]).toEqual([200, LIVES.length]);
  await other.close();
  away.disconnect();
});
