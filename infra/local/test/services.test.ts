import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createDatabase } from '@order-ledger/local/databases';
import { type Services, startServices } from '@order-ledger/local/services';
import { until } from '@order-ledger/testing/waiting';
import { Redis } from 'ioredis';
import pg from 'pg';

let folder: string;
let services: Services;
const reports: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'order-ledger-services-'));
  chmodSync(folder, 0o711);
  services = await startServices({
    folder,
    unpacked: join(process.cwd(), '.data', 'packages'),
    services: ['postgres', 'redis'],
    secured: true,
    keep: true,
    report: (line) => reports.push(line),
  });
}, 60_000);
afterAll(async () => {
  await services.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const urlOf = (name: 'postgres' | 'redis'): string => services.running[name]?.url ?? '';
const withPassword = (url: string, password: string): string => {
  const other = new URL(url);
  other.password = password;
  return other.href;
};
const query = async (connectionString: string, statement: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
};
const redisAnswer = async (url: string): Promise<string> => {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await redis.ping();
  } finally {
    redis.disconnect();
  }
};

it('lets nobody in without the generated passwords', async () => {
  expect(await query(urlOf('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
  await expect(query(withPassword(urlOf('postgres'), 'guess'), 'select 1')).rejects.toThrow(/password/);
  expect(await redisAnswer(urlOf('redis'))).toBe('PONG');
  await expect(redisAnswer(withPassword(urlOf('redis'), ''))).rejects.toThrow();
});

it('keeps secrets and data for their owner alone', () => {
  for (const file of ['secrets.json', 'redis/redis.conf']) expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
  expect(statSync(join(folder, 'postgres')).mode & 0o077).toBe(0);
  expect(existsSync(join(folder, 'postgres', 'password'))).toBe(false);
});

it('gives each process a role that cannot read what another owns', async () => {
  const addresses = await createDatabase(
    urlOf('postgres'),
    'roles',
    [{ schema: 'one' }, { schema: 'two' }],
    (schema) => `secret ${schema}`,
  );
  const { one = '', two = '' } = addresses;
  await query(one, 'create table one.kept (value text)');
  await expect(query(two, 'select * from one.kept')).rejects.toThrow(/permission denied/);
  await query(one, 'grant usage on schema one to two; grant select on one.kept to two');
  expect(await query(two, 'select * from one.kept')).toEqual([]);
  expect(
    await createDatabase(
      urlOf('postgres'),
      'roles',
      [{ schema: 'one' }, { schema: 'two' }],
      (schema) => `secret ${schema}`,
    ),
  ).toEqual(addresses);
});

it('starts a service that was killed again on its port and its data', async () => {
  const url = urlOf('postgres');
  await query(url, "create table survivor as select 'here' as value");
  process.kill(services.running.postgres?.pid ?? 0, 'SIGKILL');
  const told = () => `PostgreSQL is ready again; told is:\n${reports.join('\n')}`;
  await until(told, () => reports.includes('PostgreSQL is ready again'), 30_000);
  expect(await query(url, 'select value from survivor')).toEqual([{ value: 'here' }]);
}, 40_000);

it.each(['in-order', 'killed'] as const)(
  'takes a service down (%s) and keeps it down until it is brought back',
  async (how) => {
    const redis = services.running.redis;
    const [before, told] = [redis?.pid, reports.length];
    const bringBack = await redis?.takeDown?.(how);
    await expect(redisAnswer(urlOf('redis'))).rejects.toThrow();
    expect(redis?.pid).toBe(before);
    await bringBack?.();
    expect(await redisAnswer(urlOf('redis'))).toBe('PONG');
    expect(redis?.pid).not.toBe(before);
    // Nobody is told of an end that was wanted.
    expect(reports.slice(told)).toEqual(['Redis is ready again']);
  },
);

it.each(['postgres', 'redis'] as const)(
  'tells that %s hangs, what continues it, and when that is over',
  async (name) => {
    const service = services.running[name];
    const [pid, before] = [service?.pid ?? 0, reports.length];
    const isTold = (text: string) =>
      until(
        () => `${text}; told is:\n${reports.slice(before).join('\n')}`,
        () => reports.slice(before).some((line) => line.startsWith(`${service?.name} (process ${pid}) ${text}`)),
        30_000,
      );
    process.kill(pid, 'SIGSTOP');
    try {
      await isTold('takes connections and says nothing');
      expect(reports.at(-1)).toContain(`it is stopped by a signal: kill -CONT ${pid} resumes it`);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await isTold('answers again');
    expect(reports.slice(before)).toHaveLength(2);
  },
  70_000,
);
