import { afterAll, afterEach, expect, it } from '@jest/globals';
import { connectRedis } from '@order-ledger/platform/redis';
import { keepingLog } from '@order-ledger/testing/lines';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { startOwnRedis } from '@order-ledger/testing/services/own-redis';
import { proxyTo } from '@order-ledger/testing/services/proxy';
import { testService } from '@order-ledger/testing/services/shared';
import { until } from '@order-ledger/testing/waiting';
import { Redis } from 'ioredis';
import { seedPartners } from '../src/partners/seed.ts';

const apis: RunningApi[] = [];
const clients: Redis[] = [];
const start = async (changes: Parameters<typeof startApi>[0]): Promise<RunningApi> => {
  const api = await startApi(changes);
  apis.push(api);
  return api;
};
afterEach(() => Promise.all(apis.splice(0).map((api) => api.close())));
afterAll(() => {
  for (const client of clients) client.disconnect();
});

const many = (n: number, ask: () => Promise<{ status: number }>) => Promise.all(Array.from({ length: n }, ask));
const refused = (answers: { status: number }[]): number => answers.filter(({ status }) => status === 429).length;

it('limits an address before its credential is looked at [E12]', async () => {
  const api = await start({ addressLimit: { points: 5, seconds: 60 } });
  const answers = await many(8, () => api.post('/v1/orders', { credential: 'nonsense' }));
  expect([refused(answers), answers.filter(({ status }) => status === 401).length]).toEqual([3, 5]);
  const { status, headers, body } = await api.post('/v1/orders', { credential: 'nonsense' });
  expect([status, body.code]).toEqual([429, 'rate-limited']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(headers.get('ratelimit')).toContain('"address";r=0');
  expect(headers.get('ratelimit-policy')).toBe('"address";q=5;w=60');
});

it('limits each token by itself', async () => {
  const api = await start({ tokenLimit: { points: 3, seconds: 60 } });
  const one = await api.tokens.token({ sub: 'one' });
  const other = await api.tokens.token({ sub: 'other' });
  expect(refused(await many(5, () => api.post('/v1/orders', { credential: one })))).toBe(2);
  expect(refused(await many(3, () => api.post('/v1/orders', { credential: other })))).toBe(0);
});

it('limits a partner by its plan, all its keys together, and no other partner with it [O2]', async () => {
  const api = await start({});
  const [first, second] = await seedPartners(api.pool);
  await api.pool.query(`update plan set sustained_per_minute = 4 where plan = 'prepaid'`);
  const body = { customer_ref: 'c-1', channel: 'API' };
  const answers = await many(6, () => api.post('/v1/orders', { credential: first?.api_key, body }));
  expect(refused(answers)).toBe(2);
  const { headers } = await api.post('/v1/orders', { credential: first?.api_key, body });
  expect(headers.get('ratelimit-policy')).toContain('"prepaid-sustained";q=4;w=60');
  expect(refused(await many(6, () => api.post('/v1/orders', { credential: second?.api_key, body })))).toBe(0);
});

/** Four requests to each of them in one caller's name. */
const refusedByBoth = async (instances: RunningApi[]): Promise<number> => {
  const sub = `shared-${crypto.randomUUID()}`;
  const answers = await Promise.all(
    instances.map(async (api) => {
      const credential = await api.tokens.token({ sub });
      return many(4, () => api.post('/v1/orders', { credential }));
    }),
  );
  return refused(answers.flat());
};

it('counts over all instances where there is a Redis', async () => {
  const redis = new Redis(testService('redis'));
  clients.push(redis);
  const limit = { redis, tokenLimit: { points: 4, seconds: 60 } };
  expect(await refusedByBoth([await start(limit), await start(limit)])).toBe(4);
});

it('counts by instance while Redis is a replica, and over all again once the address leads to the new master [E7]', async () => {
  const [first, second] = [await startOwnRedis(), await startOwnRedis()];
  const way = await proxyTo(first.url);
  try {
    const instance = async () => {
      const { log } = keepingLog();
      const redis = connectRedis({ url: way.url, log, commandTimeoutMs: 5_000, meanwhile: 'each counts by itself' });
      clients.push(redis);
      return start({ redis, tokenLimit: { points: 4, seconds: 60 } });
    };
    const instances = [await instance(), await instance()];
    await until('one count', async () => (await refusedByBoth(instances)) === 4);
    const master = new Redis(first.url);
    clients.push(master);
    await master.replicaof('127.0.0.1', 1);
    expect(await refusedByBoth(instances)).toBe(0);
    way.leadTo(second.url);
    await until('one count again', async () => (await refusedByBoth(instances)) === 4);
  } finally {
    await way.close();
    await Promise.all([first.stop(), second.stop()]);
  }
});
