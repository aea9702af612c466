import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { becomeOwner } from '@order-ledger/ledger/follow/ownership';
import { startOwnProcess } from '@order-ledger/local/own-process';
import { type PgbouncerOptions, startPgbouncer } from '@order-ledger/local/pgbouncer';
import { freePort } from '@order-ledger/local/ports';
import { PROCESSES } from '@order-ledger/local/processes';
import { loadSigningKey } from '@order-ledger/local/tokens';
import { type Migration, migrate } from '@order-ledger/platform/migrate';
import { programOf } from '@order-ledger/platform/own-program';
import { createPool } from '@order-ledger/platform/postgres';
import { assertSession } from '@order-ledger/platform/session';
import { keepingLog } from '@order-ledger/testing/lines';
import { DAY, sampleOf } from '@order-ledger/testing/sample-of-the-day';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { proxyTo } from '@order-ledger/testing/services/proxy';
import { until } from '@order-ledger/testing/waiting';
import pg from 'pg';
import { endWithoutSession } from './support/start-without-session.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const { log, lines } = keepingLog();
const undo: (() => Promise<unknown> | unknown)[] = [];
const undoAll = async () => {
  for (const each of undo.splice(0).reverse()) await each();
};
let folder: string;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let server: pg.Pool;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'order-ledger-pooler-'));
  // User postgres, as whom PgBouncer runs, passes through to its own folder.
  chmodSync(folder, 0o711);
  database = await createTestDatabase();
  server = new pg.Pool({ connectionString: database.url, max: 2 });
});
afterEach(undoAll);
afterAll(async () => {
  await server.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** @returns the database's address through the pooler */
const through = async (mode: PgbouncerOptions['mode'], settings: readonly string[] = []): Promise<string> => {
  const pooler = await startPgbouncer({
    server: database.url,
    mode,
    settings,
    folder: join(folder, crypto.randomUUID()),
    unpacked: join(ROOT, '.data', 'packages'),
    report: () => undefined,
  });
  undo.push(() => pooler.stop());
  return pooler.url;
};

const client = async (connectionString: string): Promise<pg.Client> => {
  const made = new pg.Client({ connectionString });
  await made.connect();
  undo.push(() => made.end());
  return made;
};

const stopping = (): AbortSignal => {
  const abort = new AbortController();
  undo.push(() => abort.abort());
  return abort.signal;
};

const own = (connectionString: string, signal = stopping()) =>
  becomeOwner({ connectionString, name: 'the work', log, signal });

const locks = async (): Promise<number> => {
  const { rows } = await server.query(
    `select count(*)::int as count from pg_locks where locktype = 'advisory'
     and database = (select oid from pg_database where datname = current_database())`,
  );
  return rows[0].count;
};

const migrations: Migration[] = [
  { name: '001-note', up: (knex) => knex.schema.createTable('note', (table) => void table.text('text')) },
];

it('a farewell that is never answered keeps nobody from the answer whether there is a session', async () => {
  const way = await proxyTo(database.url);
  undo.push(way.close);
  let asked = 0;
  /** Another backend answers it each time. */
  const borrowed = {
    processID: 0,
    query: async () => {
      asked += 1;
      if (asked === 3) way.hold();
      return { rows: [{ pid: asked }] };
    },
  } as unknown as pg.ClientBase;
  await expect(assertSession(borrowed, way.url)).rejects.toMatchObject({ code: 'no-session' });
});

describe.each(['transaction', 'statement'] as const)('behind a pooler in %s mode', (mode) => {
  it('no instance owns anything, and each says why', async () => {
    const url = await through(mode);
    const refused = {
      code: 'no-session',
      message: expect.stringContaining(`DATABASE_URL leads to a connection pooler in ${mode} mode`),
    };
    for (const owner of await Promise.allSettled([own(url), own(url)]))
      expect(owner).toMatchObject({ status: 'rejected', reason: refused });
    expect(await locks()).toBe(0);
    await expect(migrate({ connectionString: url, schema: 'notes', migrations, log })).rejects.toMatchObject(refused);
    const pool = createPool({ connectionString: url, applicationName: 'pooled', name: 'pooled', log });
    undo.push(() => pool.end());
    await expect(pool.query('select 1')).rejects.toMatchObject(refused);
  });
});

const names = PROCESSES.map(({ name }) => name);
/** One in so many is started; all of them in the long test. */
const ONE_IN = 4;

it(`a process says at its start that a pooler in transaction mode keeps no session, and ends: those of day ${DAY}`, async () => {
  await endWithoutSession(sampleOf(names, ONE_IN), await through('transaction'), folder);
});

it.each([
  ['many others borrow its connections', []],
  ['its connections are taken in turn', ['server_round_robin = 1']],
  ['it has a single one to lend', ['default_pool_size = 1']],
])('transaction mode is told from a session while %s', async (_, settings) => {
  const url = await through('transaction', settings);
  let busy = true;
  const others = Array.from({ length: 8 }, async () => {
    const other = await client(url);
    while (busy) await other.query('select 1');
  });
  // Several connections of the server's that could be lent.
  await Promise.all(Array.from({ length: 3 }, async () => (await client(url)).query('select pg_sleep(0.05)')));
  for (let round = 0; round < 5; round += 1)
    await expect(assertSession(await client(url), url)).rejects.toMatchObject({ code: 'no-session' });
  busy = false;
  await Promise.all(others);
});

describe('behind a pooler in session mode', () => {
  it('one instance owns the work and another takes over after it', async () => {
    const url = await through('session');
    const first = await own(url);
    const second = own(url);
    expect(await locks()).toBe(1);
    await until('the second one stands by', async () =>
      lines().some(({ message }) => message === 'another instance is the owner; standing by'),
    );
    expect(first?.lost.aborted).toBe(false);
    await first?.release();
    const owner = await second;
    expect(owner?.lost.aborted).toBe(false);
    await owner?.release();
  });

  it('a schema is migrated, and a pool has its settings and nobody else’s', async () => {
    const url = await through('session', ['default_pool_size = 3']);
    expect(await migrate({ connectionString: url, schema: 'notes', migrations, log })).toEqual(['001-note']);
    const pool = createPool({
      connectionString: url,
      applicationName: 'pooled',
      name: 'pooled',
      log,
      searchPath: 'notes',
    });
    undo.push(() => pool.end());
    await pool.query("insert into note values ('here')");
    const { rows } = await pool.query(`select text, current_setting('statement_timeout') as limit from note`);
    expect(rows).toEqual([{ text: 'here', limit: '5s' }]);
    await pool.query({ name: 'named', text: 'select text from note' });
    await pool.end();
    undo.pop();
    const after = await (await client(url)).query(`select current_setting('search_path') as path`);
    expect(after.rows[0].path).not.toContain('notes');
  });

  it('a process comes up and is ready', async () => {
    const jwks = join(folder, 'jwks.json');
    await loadSigningKey(join(folder, 'signing-key.json'), jwks);
    const running = await startOwnProcess({
      name: 'upload-api',
      port: await freePort(),
      adminPort: await freePort(),
      env: {
        DATABASE_URL: await through('session'),
        JWKS: jwks,
        UPLOAD_FOLDER: join(folder, 'models'),
        NODE_OPTIONS: '',
      },
      program: programOf('upload-api'),
      logFile: join(folder, 'upload-api.log'),
    });
    await running.stop();
  });

  it('a notification reaches who listens', async () => {
    const url = await through('session');
    const listener = await client(url);
    const heard = once(listener, 'notification');
    await listener.query('listen news');
    await (await client(url)).query('notify news');
    expect((await heard)[0]).toMatchObject({ channel: 'news' });
  });
});
