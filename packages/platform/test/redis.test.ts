import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import { type OwnRedis, startOwnRedis } from '@order-ledger/testing/services/own-redis';
import { proxyTo, type Way } from '@order-ledger/testing/services/proxy';
import { until } from '@order-ledger/testing/waiting';
import { Redis } from 'ioredis';
import { rateLimit } from '../src/http/rate-limit.ts';
import { registry } from '../src/metrics.ts';
import { connectRedis, refusalWord } from '../src/redis.ts';

jest.setTimeout(120_000);

let first: OwnRedis;
let second: OwnRedis;
let way: Way;
const clients: Redis[] = [];

/** A look at a server past our own code. */
const look = (server: OwnRedis): Redis => {
  const client = new Redis(server.url);
  client.on('error', () => undefined);
  clients.push(client);
  return client;
};
const connect = (log = keepingLog().log): Redis => {
  const client = connectRedis({ url: way.url, log, commandTimeoutMs: 500, meanwhile: 'nobody counts' });
  clients.push(client);
  return client;
};
const works = (client: Redis) => () =>
  client.set('key', 'value').then(
    () => true,
    () => false,
  );
/** Who asks may have given up before the answer came; that the connection heard it, is counted. */
const refused = (ask: () => Promise<unknown>, code: string) =>
  until(`the answer ${code}`, async () => {
    await ask().catch(() => undefined);
    return (await registry.metrics()).includes(`redis_connections_replaced_total{code="${code}"}`);
  });

beforeEach(async () => {
  [first, second] = await Promise.all([startOwnRedis(), startOwnRedis()]);
  way = await proxyTo(first.url);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  await way.close();
  await Promise.all([first.stop(), second.stop()]);
});

describe('after a failover, when the address leads to another server', () => {
  it.each<[string, (redis: Redis) => Promise<unknown>, (client: Redis) => Promise<unknown>]>([
    ['READONLY', (redis) => redis.replicaof('127.0.0.1', 1), (client) => client.set('key', 'value')],
    [
      'MASTERDOWN',
      async (redis) => {
        await redis.config('SET', 'replica-serve-stale-data', 'no');
        await redis.replicaof('127.0.0.1', 1);
      },
      (client) => client.get('key'),
    ],
    [
      'LOADING',
      async (redis) => {
        const master = look(second);
        await until('the other', works(master));
        // A server that loads looks at its connections every 1,024 bytes: compressed, that would be 25 keys, half a second.
        await master.config('SET', 'rdbcompression', 'no');
        await master.mset(Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`key-${n}`, 'x'.repeat(1_000)])));
        await redis.config('SET', 'key-load-delay', '20000');
        await redis.config('SET', 'loading-process-events-interval-bytes', '1024');
        await redis.replicaof('127.0.0.1', Number(new URL(second.url).port));
      },
      (client) => client.get('key'),
    ],
  ])('a connection that was answered %s gives way to one that works [E7]', async (code, demote, ask) => {
    const redis = connect();
    await until('it works', works(redis));
    await demote(look(first));
    await refused(() => ask(redis), code);
    way.leadTo(second.url);
    await until('it works again', async () => {
      await ask(redis).catch(() => undefined);
      return works(redis)();
    });
    expect(await look(second).get('key')).toBe('value');
  });
});

it('asks a server that stays a replica by few connections, and works once it is a master again', async () => {
  const { log, lines } = keepingLog();
  const redis = connect(log);
  await until('it works', works(redis));
  const aside = look(first);
  await aside.replicaof('127.0.0.1', 1);
  const connections = async () => Number(/total_connections_received:(\d+)/.exec(await aside.info('stats'))?.[1]);
  const before = await connections();
  let asked = 0;
  const end = performance.now() + 3_000;
  while (performance.now() < end) {
    await works(redis)();
    asked += 1;
  }
  expect(asked).toBeGreaterThan(100);
  // One a second; the last may be under way.
  expect((await connections()) - before).toBeLessThanOrEqual(5);
  await aside.replicaof('NO', 'ONE');
  await until('it works again', works(redis));
  // One line for all of it.
  expect(lines().filter(({ message }) => message === 'Redis is unavailable: nobody counts')).toHaveLength(1);
});

it('gives up a connection that packets are dropped on, and has another soon after [E7]', async () => {
  const redis = connect();
  await until('it works', works(redis));
  way.hold();
  await until('the silent connection is given up', async () => {
    await works(redis)();
    return redis.status !== 'ready';
  });
  // No longer a wait for each question.
  const began = performance.now();
  expect(await works(redis)()).toBe(false);
  expect(performance.now() - began).toBeLessThan(400);
  way.cut();
  way.open();
  await until('it works again', works(redis));
});

it('holds no caller back for as long as the clock of Redis went back', async () => {
  const redis = connect();
  await until('it works', works(redis));
  const limit = rateLimit({ name: 'clock', points: 2, seconds: 60, key: () => 'caller', redis });
  const answer = (): Promise<number> =>
    new Promise((resolve) => {
      const answered = limit({} as never, { appendHeader: () => undefined } as never, () => resolve(200));
      Promise.resolve(answered).catch((error: { status: number }) => resolve(error.status));
    });
  expect([await answer(), await answer(), await answer()]).toEqual([200, 200, 429]);
  // A window ends at a time of the clock: set back by an hour it ends an hour later.
  await look(first).pexpire('rate:clock:caller', 3_660_000);
  expect([await answer(), await answer(), await answer()]).toEqual([200, 200, 429]);
  expect(await look(first).pttl('rate:clock:caller')).toBeLessThanOrEqual(60_000);
});

it('comes back after a restart, with scripts that the server has forgotten', async () => {
  const redis = connect();
  await until('it works', works(redis));
  redis.defineCommand('one', { numberOfKeys: 0, lua: 'return 1' });
  const one = () => (redis as Redis & { one(): Promise<number> }).one().catch(() => 0);
  expect(await one()).toBe(1);
  await look(first).script('FLUSH');
  expect(await one()).toBe(1);
  await first.kill();
  expect(await one()).toBe(0);
  await first.start();
  await until('it works again', async () => (await one()) === 1);
});

it.each([
  ["READONLY You can't write against a read only replica.", 'READONLY'],
  ["READONLY You can't write against a read only replica. script: 6f1f, on @user_script:1.", 'READONLY'],
  ['ERR Error running script (call to f_6f1f): @user_script:1: -READONLY You can’t write', 'READONLY'],
  ['LOADING Redis is loading the dataset in memory', 'LOADING'],
  ["MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.", 'MASTERDOWN'],
  ['CLUSTERDOWN The cluster is down', 'CLUSTERDOWN'],
  ['NOREPLICAS Not enough good replicas to write.', 'NOREPLICAS'],
  ['NOAUTH Authentication required.', 'NOAUTH'],
  ['WRONGTYPE Operation against a key holding the wrong kind of value', undefined],
  ['NOSCRIPT No matching script. Please use EVAL.', undefined],
  ["ERR unknown command 'nonsense'", undefined],
])('knows from an answer whether the server serves us: %s', (message, word) => {
  expect(refusalWord(new Error(message))).toBe(word);
});
