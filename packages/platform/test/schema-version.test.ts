import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { until } from '@order-ledger/testing/waiting';
import pg from 'pg';
import { createHealth } from '../src/health.ts';
import { registry } from '../src/metrics.ts';
import { type MigrateOptions, type Migration, migrate } from '../src/migrate.ts';
import { createPool } from '../src/postgres.ts';
import { schemaCheck } from '../src/schema-version.ts';
import { assertSession, holdsLock } from '../src/session.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;
const { log: quiet } = keepingLog();

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({ connectionString: database.url, applicationName: 'versions', name: 'versions', log: quiet });
});
afterEach(async () => void (await pool.query('drop schema if exists shop cascade')));
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const step = (name: string, statement: string, needs?: string): Migration => ({
  name,
  up: async (knex) => void (await knex.raw(statement)),
  ...(needs === undefined ? {} : { needs }),
});
const first = step('001-article', 'create table article (name text primary key)');
const expand = step(
  '002-title',
  'alter table article add column title text; create view shelf as select title from article',
);
const contract = step('003-no-name', 'alter table article drop column name', '002-title');
/** Releases, in their order. */
const OLD = [first];
const MIDDLE = [first, expand];
const NEW = [first, expand, contract];

const run = (migrations: readonly Migration[], more: Partial<MigrateOptions> = {}) =>
  migrate({ connectionString: database.url, schema: 'shop', migrations, log: quiet, ...more });

it('an older build starts on a schema that a newer one has expanded, and names what it does not know [K7]', async () => {
  await run(MIDDLE);
  const { log, lines } = keepingLog();
  expect(await run(OLD, { log })).toEqual([]);
  await pool.query("insert into shop.article values ('chair')");
  expect(lines()).toEqual([
    expect.objectContaining({
      level: 'warn',
      message: expect.stringContaining('a newer build has migrated the schema'),
      schema: 'shop',
      migration: ['002-title'],
    }),
  ]);
  expect(await registry.metrics()).toContain('schema_unknown_migrations{schema="shop"} 1');
  await run(MIDDLE);
  expect(await registry.metrics()).toContain('schema_unknown_migrations{schema="shop"} 0');
});

it('a build that is too old for a contracted schema is refused at its start with what to deploy', async () => {
  await run(NEW);
  await expect(run(OLD)).rejects.toMatchObject({
    code: 'schema-contracted',
    message:
      'the schema shop was contracted by 003-no-name, and this build is too old for it: deploy a build that has the migration 002-title, or a newer one',
  });
  expect(await run(MIDDLE)).toEqual([]);
  expect(await run(NEW)).toEqual([]);
});

it('a build at work says once that a newer one has migrated, and is not ready once what it uses is gone', async () => {
  await run(OLD);
  const { log, lines } = keepingLog();
  const health = createHealth();
  health.addCheck('schema', schemaCheck({ pool, schema: 'shop', migrations: OLD, log }));
  health.become('ready');
  expect([(await health.readiness()).ready, lines()]).toEqual([true, []]);
  await run(MIDDLE);
  expect((await health.readiness()).ready).toBe(true);
  expect((await health.readiness()).ready).toBe(true);
  expect(lines()).toEqual([expect.objectContaining({ level: 'warn', migration: ['002-title'] })]);
  await run(NEW);
  expect((await health.readiness()).checks).toEqual([{ name: 'schema', ok: false, code: 'schema-contracted' }]);
});

it('a build that reads waits where the owner of the schema has not migrated it yet', async () => {
  await run(OLD);
  const behind = schemaCheck({ pool, schema: 'shop', migrations: MIDDLE, log: quiet });
  await expect(behind(AbortSignal.timeout(60_000))).rejects.toMatchObject({ code: 'schema-behind' });
  await run(MIDDLE);
  await behind(AbortSignal.timeout(60_000));
});

it('a contract that fails leaves no word of itself, and older builds go on', async () => {
  await run(MIDDLE);
  await expect(run([...MIDDLE, step('003-bad', 'select 1 / 0', '002-title')])).rejects.toThrow('division by zero');
  expect(await run(OLD)).toEqual([]);
});

it('builds of several releases migrate one schema at once, in whatever order they come', async () => {
  for (let round = 0; round < 4; round += 1) {
    const ran = await Promise.all([OLD, MIDDLE, OLD, MIDDLE].map((migrations) => run(migrations)));
    expect(ran.flat().sort()).toEqual(['001-article', '002-title']);
    await pool.query('drop schema shop cascade');
  }
});

it('an older build takes no right away that a newer one has given [N3]', async () => {
  const role = `reader_${crypto.randomUUID().slice(0, 8)}`;
  await pool.query(`create role ${role}`);
  await run(MIDDLE, { readers: { roles: [role], relations: ['article', 'shelf'] } });
  await run(OLD, { readers: { roles: [], relations: ['article'] } });
  await run(OLD, { readers: { roles: [role], relations: ['article'] } });
  const { rows } = await pool.query(`select has_table_privilege($1, 'shop.shelf', 'select') as may`, [role]);
  expect(rows).toEqual([{ may: true }]);
  await pool.query(`drop owned by ${role}; drop role ${role}`);
});

it('a step that waits for a table lets the processes at work pass, and is done when the table is free', async () => {
  await run(OLD);
  const reader = await pool.connect();
  await reader.query('begin; select * from shop.article');
  let done = false;
  const migrating = run(MIDDLE).finally(() => {
    done = true;
  });
  const waits = async () =>
    (
      await pool.query(
        `select from pg_stat_activity where application_name = 'migrate shop' and wait_event_type = 'Lock'`,
      )
    ).rowCount;
  for (let seen = 0; seen < 2; seen += 1) {
    await until('one waits', async () => (await waits()) === 1);
    // Behind the step that waits: the statement's limit of 5 s would end it.
    await pool.query('insert into shop.article values ($1)', [`chair ${seen}`]);
    await until('none waits', async () => (await waits()) === 0);
  }
  expect(done).toBe(false);
  await reader.query('commit');
  reader.release();
  expect(await migrating).toEqual(['002-title']);
});

it('a connection to the server itself is a session, and holds the locks that it took alone', async () => {
  const [one, other] = [new pg.Client(database.url), new pg.Client(database.url)];
  await Promise.all([one.connect(), other.connect()]);
  await assertSession(one, database.url);
  const held = async () => [await holdsLock(one, 'a lock'), await holdsLock(other, 'a lock')];
  expect(await held()).toEqual([false, false]);
  await one.query("select pg_advisory_lock(hashtextextended('a lock', 0))");
  expect(await held()).toEqual([true, false]);
  await one.query('select pg_advisory_unlock_all()');
  expect(await held()).toEqual([false, false]);
  await Promise.all([one.end(), other.end()]);
});
