import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import { createTestDatabase, type TestDatabase } from '@order-ledger/testing/services/database';
import { until } from '@order-ledger/testing/waiting';
import type { Knex } from 'knex';
import pg from 'pg';
import type { Readers } from '../src/grants.ts';
import { registry } from '../src/metrics.ts';
import { type Migration, migrate } from '../src/migrate.ts';
import { createPool, inTransaction } from '../src/postgres.ts';
import { isUniqueViolation } from '../src/sqlstate.ts';
import { isOutage } from '../src/transient.ts';

const { log, lines } = keepingLog();
let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({ connectionString: database.url, applicationName: 'platform-test', name: 'primary', log, max: 4 });
  await pool.query('create table account (id int primary key, balance int not null)');
});

afterEach(() => pool.query('truncate account'));

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const balance = async (id: number) =>
  (await pool.query('select balance from account where id = $1', [id])).rows[0]?.balance;

it('names itself to the server and limits what a statement may take [K8]', async () => {
  const { rows } = await pool.query(
    "select current_setting('application_name') as name, current_setting('statement_timeout') as limit",
  );
  expect(rows[0]).toEqual({ name: 'platform-test', limit: '5s' });
});

it('shows the pool’s connections by state', async () => {
  const client = await pool.connect();
  const shown = await registry.metrics();
  client.release();
  expect(shown).toContain('postgres_pool_connections{pool="primary",state="busy"} 1');
  expect(shown).toContain('postgres_pool_connections_max{pool="primary"} 4');
});

it('outlives a server that cuts its idle connections', async () => {
  await pool.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
    ['platform-test'],
  );
  const victim = await pool.connect();
  const { rows } = await victim.query('select pg_backend_pid() as pid');
  victim.release();
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  await other.query('select pg_terminate_backend($1)', [rows[0].pid]);
  await other.end();
  await until('it is said', () => lines().some(({ message }) => message === 'lost an idle connection to Postgres'));
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

it.each([
  ['idle', ''],
  ['within a transaction', 'begin'],
])('outlives a server that cuts a connection that somebody has: %s [E7]', async (_what, statement) => {
  const client = await pool.connect();
  const ended = new Promise((resolve) => client.once('end', resolve));
  const { rows } = await client.query('select pg_backend_pid() as pid');
  if (statement !== '') await client.query(statement);
  await pool.query('select pg_terminate_backend($1)', [rows[0].pid]);
  await ended;
  await expect(client.query('select 1')).rejects.toThrow();
  client.release(true);
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

it('makes the pools of all processes, and every connection of ours is listened to for errors', () => {
  const packages = join(import.meta.dirname, '../..');
  const files = readdirSync(packages)
    .filter((name) => !['system-tests', 'testing'].includes(name))
    .map((name) => join(name, 'src'))
    .flatMap((folder) =>
      readdirSync(join(packages, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join(folder, file)),
    );
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const texts = files.map((file) => [file, readFileSync(join(packages, file), 'utf8')] as const);
  const MAKES = /new (pg\.)?(Pool|Client)\(/g;
  expect(texts.filter(([, text]) => /new (pg\.)?Pool\(/.test(text)).map(([file]) => file)).toEqual([
    'platform/src/postgres.ts',
    // Looks from outside at what may be frozen, with limits of its own side.
    'status/src/database.ts',
  ]);
  const makers = texts.filter(([, text]) => text.search(MAKES) >= 0);
  expect(makers.length).toBeGreaterThan(2);
  const deaf = makers.filter(([, text]) => count(text, /\.on\('error'/g) < count(text, MAKES)).map(([file]) => file);
  expect(deaf).toEqual([]);
});

it('commits what the function did, and nothing of it where it throws', async () => {
  await inTransaction(pool, (client) => client.query('insert into account values (1, 10)'));
  expect(await balance(1)).toBe(10);
  const failing = inTransaction(pool, async (client) => {
    await client.query('update account set balance = 99 where id = 1');
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await balance(1)).toBe(10);
  expect(pool.idleCount).toBe(pool.totalCount);
});

it('says that nothing was committed where the function kept back a statement’s error', async () => {
  const hiding = inTransaction(pool, async (client) => {
    await client.query('insert into account values (2, 1)');
    await client.query('select 1 / 0').catch(() => undefined);
  });
  await expect(hiding).rejects.toThrow('nothing was committed');
  expect(await balance(2)).toBeUndefined();
});

it('runs both of two transactions that cannot be serialised', async () => {
  await pool.query('insert into account values (1, 0)');
  let arrived = 0;
  let bothHaveRead = () => undefined as unknown;
  const barrier = new Promise<void>((resolve) => (bothHaveRead = resolve as () => unknown));
  const addOne = () =>
    inTransaction(
      pool,
      async (client) => {
        const { rows } = await client.query('select balance from account where id = 1');
        arrived += 1;
        if (arrived === 2) bothHaveRead();
        await barrier;
        await client.query('update account set balance = $1 where id = 1', [rows[0].balance + 1]);
      },
      { isolation: 'serializable' },
    );
  await Promise.all([addOne(), addOne()]);
  expect(await balance(1)).toBe(2);
  expect(arrived).toBe(3);
  expect(await registry.metrics()).toContain('postgres_transaction_retries_total{sqlstate="40001"} 1');
});

it('runs a transaction again whose connection was lost before COMMIT', async () => {
  let runs = 0;
  await inTransaction(pool, async (client) => {
    runs += 1;
    await client.query('insert into account values (3, 1)');
    if (runs === 1) await client.query('select pg_terminate_backend(pg_backend_pid())');
  });
  expect([runs, await balance(3)]).toEqual([2, 1]);
});

const pidOf = async (client: pg.ClientBase | pg.Pool): Promise<number> =>
  (await client.query('select pg_backend_pid() as pid')).rows[0].pid;

describe('a server that is read-only for a while', () => {
  const poolOf = () =>
    createPool({ connectionString: database.url, applicationName: 'stale', name: 'stale', log, max: 1 });

  it('has its transactions run again on another connection, though it is over for new ones only', async () => {
    await database.becomeReadOnly();
    const stale = poolOf();
    const before = await pidOf(stale);
    await database.becomeWritable();
    await inTransaction(stale, (client) => client.query('insert into account values (5, 1)'));
    expect(await balance(5)).toBe(1);
    expect(await pidOf(stale)).not.toBe(before);
    await stale.end();
  });

  it('costs one statement without a transaction, and its connection is thrown away', async () => {
    await database.becomeReadOnly();
    const stale = poolOf();
    await pidOf(stale);
    await database.becomeWritable();
    const refused = await stale.query('insert into account values (6, 1)').catch((thrown: unknown) => thrown);
    expect(isOutage(refused)).toBe(true);
    await stale.query('insert into account values (6, 2)');
    expect(await balance(6)).toBe(2);
    await stale.end();
  });
});

it('gives up after its attempts, and never repeats what would fail again', async () => {
  let runs = 0;
  const deadlocked = inTransaction(
    pool,
    async (client) => {
      runs += 1;
      await client.query("do $$ begin raise exception 'x' using errcode = '40P01'; end $$");
    },
    { attempts: 2 },
  );
  await expect(deadlocked).rejects.toMatchObject({ code: '40P01' });
  expect(runs).toBe(2);
  await pool.query('insert into account values (4, 0)');
  const duplicate = await inTransaction(pool, (client) => client.query('insert into account values (4, 0)')).catch(
    (error: unknown) => error,
  );
  expect([duplicate, new Error('23505')].map(isUniqueViolation)).toEqual([true, false]);
});

it('knows a server that is not there', async () => {
  const nowhere = createPool({
    connectionString: 'postgres://u:p@127.0.0.1:1/x',
    applicationName: 'x',
    name: 'nowhere',
    log,
  });
  const error = await nowhere.query('select 1').catch((thrown: unknown) => thrown);
  await nowhere.end();
  expect(isOutage(error)).toBe(true);
});

const migrations: Migration[] = [
  {
    name: '001-partner',
    up: (knex) => knex.schema.createTable('partner', (table) => void table.text('partner_id').primary()),
  },
  {
    name: '002-plan',
    up: (knex) =>
      knex.schema.alterTable('partner', (table) => void table.text('plan').notNullable().defaultTo('basic')),
  },
];
const options = () => ({ connectionString: database.url, schema: 'command_api', migrations, log });

it('brings its schema to the newest step, once, whoever calls and however many at once', async () => {
  const ran = await Promise.all([1, 2, 3].map(() => migrate(options())));
  expect(ran.flat().sort()).toEqual(['001-partner', '002-plan']);
  await pool.query("insert into command_api.partner (partner_id) values ('acme')");
  expect(await migrate(options())).toEqual([]);
  expect((await pool.query('select * from command_api.partner')).rows).toEqual([{ partner_id: 'acme', plan: 'basic' }]);
});

it('leaves nothing of a step that fails, and goes on from there when it is mended', async () => {
  const broken = async (knex: Knex) => {
    await knex.schema.createTable('half', (table) => void table.increments());
    await knex.raw('select 1 / 0');
  };
  const with3 = (up: Migration['up']) => ({ ...options(), migrations: [...migrations, { name: '003-half', up }] });
  await expect(migrate(with3(broken))).rejects.toThrow('division by zero');
  expect((await pool.query("select to_regclass('command_api.half') as half")).rows[0].half).toBeNull();
  expect(await migrate(with3((knex) => knex.schema.createTable('half', (table) => void table.increments())))).toEqual([
    '003-half',
  ]);
});

it('is not stopped by the mark that a process left which died while it migrated', async () => {
  await pool.query('update command_api.migration_lock set is_locked = 1');
  const next = {
    name: '004-more',
    up: (knex: Knex) => knex.schema.createTable('more', (table) => void table.increments()),
  };
  const third = { name: '003-half', up: async () => undefined };
  expect(await migrate({ ...options(), migrations: [...migrations, third, next] })).toEqual(['004-more']);
});

it('needs no right to create schemas where its schema exists', async () => {
  await pool.query("create role limited login password 'limited'");
  await pool.query('create schema own authorization limited');
  const url = new URL(database.url);
  url.username = 'limited';
  url.password = 'limited';
  const ran = await migrate({ ...options(), connectionString: url.href, schema: 'own' });
  expect(ran).toHaveLength(2);
  await pool.query('drop owned by limited');
  await pool.query('drop role limited');
});

it('says who is in the way when another holds the lock too long', async () => {
  const holder = await pool.connect();
  await holder.query("select pg_advisory_lock(hashtextextended('order-ledger migrate command_api', 0))");
  await expect(migrate({ ...options(), lockTimeoutMs: 50 })).rejects.toThrow(
    'another process has been migrating the schema command_api',
  );
  await holder.query('select pg_advisory_unlock_all()');
  holder.release();
});

it('refuses a schema’s name that would need quoting', async () => {
  await expect(migrate({ ...options(), schema: 'x"; drop' })).rejects.toThrow('is no name of a schema');
});

it('lets named roles read what is published and nothing else, however many processes say so at once [N3]', async () => {
  const role = `reader "of" ${crypto.randomUUID()}`;
  const published = (relations: Readers['relations']) => ({
    ...options(),
    schema: 'published',
    readers: { roles: [role], relations },
  });
  await expect(migrate(published(['partner']))).rejects.toThrow(`no such role in Postgres: ${role}; create it`);
  const quoted = pg.escapeIdentifier(role);
  await pool.query(`create role ${quoted}`);
  await Promise.all([1, 2, 3].map(() => migrate(published(['partner']))));
  await pool.query('create table published.secret ()');
  const read = (relation: string) =>
    inTransaction(pool, async (client) => {
      await client.query(`set local role ${quoted}`);
      return (await client.query(`select * from published.${relation}`)).rows;
    });
  expect(await read('partner')).toEqual([]);
  await expect(read('secret')).rejects.toThrow('permission denied');
  await migrate(published('all'));
  expect(await read('secret')).toEqual([]);
  await pool.query(`drop owned by ${quoted}`);
  await pool.query(`drop role ${quoted}`);
});
