import { beforeAll, expect, it, jest } from '@jest/globals';
import { EXCHANGES } from '@order-ledger/domain/events';
import { openLedger } from '@order-ledger/ledger/ledger';
import { PROCESSES } from '@order-ledger/local/processes';
import { createLog } from '@order-ledger/platform/log';
import { connectRedis } from '@order-ledger/platform/redis';
import { initiate } from '@order-ledger/testing/ledger/requests';
import pg from 'pg';
import type { PrivateSystem } from '../src/private-system.ts';
import { attemptsOf } from './support/attempts.ts';
import { sharedSystem, toldTo } from './support/shared-system.ts';

jest.setTimeout(120_000);

const log = createLog({ service: 'rights-test', level: 'error' });
const toldOf = (name: string, variable: string): string => toldTo.get(name)?.[variable] ?? '';
let system: PrivateSystem;
beforeAll(async () => {
  system = await sharedSystem();
}, 240_000);

const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string; message: string; type?: string }) => error.type ?? error.code ?? error.message,
  );

const VARIABLES = ['DATABASE_URL', 'EVENTSTORE_URL', 'REDIS_URL', 'AMQP_URL'];

it('no two processes have a password in common, nor one process two, nor any that of an administrator', () => {
  const passwordOf = (url: string): string => new URL(url).password;
  const all = [...toldTo.values()].flatMap((env) =>
    VARIABLES.flatMap((variable) => (env[variable] === undefined ? [] : [passwordOf(env[variable])])),
  );
  const administrators = Object.values(system.services.running).map(({ url }) => passwordOf(url));
  expect(all).toHaveLength(8 + 6 + 3 + 3);
  expect(new Set([...all, ...administrators]).size).toBe(all.length + administrators.length);
});

/** By role: the schemas of others in which it may read something. */
const READS: Readonly<Record<string, readonly string[]>> = {
  command_api: ['messaging', 'pricing', 'process_manager', 'read_model', 'upload'],
  query_api: ['command_api', 'messaging', 'pricing', 'process_manager', 'production', 'read_model', 'upload'],
  upload: ['command_api'],
  read_model: [],
  messaging: [],
  process_manager: ['read_model'],
  pricing: [],
  production: [],
};

it('each role of PostgreSQL reads its own schema and what is published to it, and writes nothing of others', async () => {
  const { rows: relations } = await system.database.query<{ schema: string; name: string; owner: string }>(
    `select n.nspname as schema, c.relname as name, pg_get_userbyid(c.relowner) as owner
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`,
  );
  expect(relations.length).toBeGreaterThan(30);
  const found: Record<string, string[]> = {};
  for (const { name, schema: role } of PROCESSES) {
    const client = new pg.Client({ connectionString: toldOf(name, 'DATABASE_URL') });
    await client.connect();
    try {
      const read = new Set<string>();
      for (const relation of relations) {
        const table = `${pg.escapeIdentifier(relation.schema)}.${pg.escapeIdentifier(relation.name)}`;
        const own = relation.owner === role;
        const reading = await outcomeOf(client.query(`select from ${table} limit 0`));
        if (!own && reading === 'done') read.add(relation.owner);
        else expect([role, table, reading]).toEqual([role, table, own ? 'done' : '42501']);
        if (own) continue;
        for (const change of [`delete from ${table} where false`, `truncate ${table}`, `drop table ${table}`])
          expect([role, change, await outcomeOf(client.query(change))]).toEqual([
            role,
            change,
            expect.stringMatching(/^(42501|42809|55000)$/),
          ]);
      }
      found[role] = [...read].sort();
      for (const { schema } of PROCESSES.filter((other) => other.schema !== role)) {
        expect([role, await outcomeOf(client.query(`create table ${schema}.mine ()`))]).toEqual([role, '42501']);
        expect([role, await outcomeOf(client.query(`set role ${schema}`))]).toEqual([role, '42501']);
      }
      for (const statement of ['create role mine', 'select passwd from pg_shadow', 'create database mine'])
        expect([role, statement, await outcomeOf(client.query(statement))]).toEqual([role, statement, '42501']);
    } finally {
      await client.end();
    }
    for (const other of PROCESSES.filter((one) => one.name !== name)) {
      const url = new URL(toldOf(name, 'DATABASE_URL'));
      url.username = other.schema;
      const stranger = new pg.Client({ connectionString: url.href });
      expect([name, other.name, await outcomeOf(stranger.connect())]).toEqual([name, other.name, '28P01']);
    }
  }
  expect(found).toEqual(READS);
});

/** Where orders are parked, and whose schema that is. */
const RETRIES = {
  messaging: 'messaging',
  process_manager: 'process_manager',
  pricing: 'pricing',
  read_model_1: 'read_model',
};

it('who reads what a process publishes may ask it to retry an order that it has parked, and nobody else', async () => {
  for (const { name, schema: role } of PROCESSES) {
    const client = new pg.Client({ connectionString: toldOf(name, 'DATABASE_URL') });
    await client.connect();
    try {
      for (const [schema, owner] of Object.entries(RETRIES)) {
        const outcome = await outcomeOf(client.query(`select ${schema}.ask_for_trial(gen_random_uuid())`));
        const may = role === owner || READS[role]?.includes(owner) === true;
        expect([role, schema, outcome]).toEqual([role, schema, may ? 'done' : '42501']);
      }
    } finally {
      await client.end();
    }
  }
});

/** By account: may it append to the stream of an order, and to that of a choice. */
const APPENDS: Readonly<Record<string, readonly [order: boolean, next: boolean]>> = {
  'command-api': [true, true],
  projector: [false, false],
  bridge: [false, false],
  'process-manager': [true, false],
  'pricing-worker': [true, false],
  'manufacturing-worker': [true, false],
  reader: [false, false],
};

it.each(Object.entries(APPENDS))(
  '%s reads the ledger and appends what it may, no more [K7]',
  async (name, [order, next]) => {
    const url = name === 'reader' ? system.credentials.addresses.event_store : toldOf(name, 'EVENTSTORE_URL');
    expect(new URL(url).username).toBe(name);
    const ledger = openLedger({ connectionString: url, log, appendTimeoutMs: 1_000, resolveForMs: 1_500 });
    try {
      await ledger.ready();
      const request = initiate();
      expect(await outcomeOf(ledger.execute(request))).toBe(order ? 'done' : 'outcome-unknown');
      expect((await ledger.load(request.order_id)) !== null).toBe(order);
      const choice = { order_id: request.order_id, claim_command_id: request.command_id, operator: 'oleg' };
      const id = crypto.randomUUID();
      expect(await outcomeOf(ledger.chooseNext(id, choice, 'c'))).toBe(next ? 'done' : 'outcome-unknown');
      expect((await ledger.readNext(id)) !== null).toBe(next);
    } finally {
      await ledger.close();
    }
  },
);

const PAGE = 'order-ledger:read-model:1:first-page:of-a-test';
/** By user: what of a rate, of a first page and of any other key it may get and set. */
const KEYS: Readonly<Record<string, Readonly<Record<string, readonly [get: boolean, set: boolean]>>>> = {
  'command-api': { 'rate:of-a-test': [true, true], [PAGE]: [false, false], other: [false, false] },
  'query-api': { 'rate:of-a-test': [true, true], [PAGE]: [true, false], other: [false, false] },
  projector: { 'rate:of-a-test': [false, false], [PAGE]: [true, true], other: [false, false] },
};

it.each(Object.entries(KEYS))(
  '%s reaches the keys of Redis that are its business, and runs nothing for operators',
  async (name, keys) => {
    const redis = connectRedis({ url: toldOf(name, 'REDIS_URL'), log, commandTimeoutMs: 5_000, meanwhile: 'nothing' });
    try {
      await new Promise<void>((resolve) => redis.once('ready', () => resolve()));
      const allowed = (work: Promise<unknown>): Promise<boolean> =>
        work.then(
          () => true,
          (error: Error) => {
            expect(error.message).toMatch(/NOPERM|No permissions|can't access/i);
            return false;
          },
        );
      for (const [key, [get, set]] of Object.entries(keys)) {
        expect([key, await allowed(redis.get(key)), await allowed(redis.set(key, '1', 'PX', 1))]).toEqual([
          key,
          get,
          set,
        ]);
        expect([key, await allowed(redis.eval("return redis.call('set', KEYS[1], 'x', 'PX', 1)", 1, key))]).toEqual([
          key,
          set,
        ]);
      }
      for (const [command, ...args] of [
        ['flushall'],
        ['keys', '*'],
        ['scan', '0'],
        ['acl', 'list'],
        ['config', 'get', '*'],
        ['shutdown'],
      ])
        expect([command, await allowed(redis.call(command as string, ...args))]).toEqual([command, false]);
    } finally {
      redis.disconnect();
    }
  },
);

const QUEUES = ['pricing.intake.v1', 'manufacturing.plan.v1'];
const OWN: Readonly<Record<string, readonly string[]>> = {
  bridge: QUEUES,
  'pricing-worker': ['pricing.intake.v1'],
  'manufacturing-worker': ['manufacturing.plan.v1'],
};

it.each(Object.entries(OWN))('%s publishes and reads at the broker what is its business', async (name, own) => {
  const attempts = await attemptsOf(toldOf(name, 'AMQP_URL'));
  const said = (may: boolean): string => (may ? 'done' : 'refused');
  try {
    for (const exchange of EXCHANGES)
      expect([exchange, await attempts.publish(exchange)]).toEqual([exchange, said(name === 'bridge')]);
    for (const queue of QUEUES) {
      const mine = own.includes(queue);
      for (const one of [queue, `${queue}.dlq`, `${queue}.retry.1s`]) {
        expect([one, await attempts.read(one)]).toEqual([one, said(mine)]);
        expect([one, await attempts.purge(one)]).toEqual([one, said(mine)]);
      }
    }
    expect(await attempts.publish('', 'of-nobody')).toBe(said(name !== 'bridge'));
    for (const other of ['mine', 'amq.topic']) expect(await attempts.make(other)).toBe('refused');
    expect(await attempts.publish('amq.topic')).toBe('refused');
  } finally {
    await attempts.close();
  }
});

it('nobody comes in as another', async () => {
  for (const [name, other] of [
    ['pricing-worker', 'bridge'],
    ['bridge', 'order_ledger'],
  ] as const) {
    const url = new URL(toldOf(name, 'AMQP_URL'));
    url.username = other;
    expect([name, other, await outcomeOf(attemptsOf(url.href))]).not.toContain('done');
  }
});
