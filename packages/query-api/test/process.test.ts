import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { programOf } from '@order-ledger/platform/own-program';
import { createPool } from '@order-ledger/platform/postgres';
import { keepingLog } from '@order-ledger/testing/lines';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { CURSOR_SECRET, type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { lifeInto, type SeededReadModel, seededReadModel } from '@order-ledger/testing/running/read-model';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { issuer, tokenMaker } from '@order-ledger/testing/tokens';
import { until } from '@order-ledger/testing/waiting';
import { createSources } from '../src/sources.ts';

jest.setTimeout(90_000);

const undo: (() => Promise<unknown> | unknown)[] = [];
let tokens: Awaited<ReturnType<typeof tokenMaker>>;
let token: string;

beforeAll(async () => {
  tokens = await tokenMaker();
  undo.push(() => tokens.remove());
  token = await tokens.token({
    sub: ACTORS.lead.id,
    kind: 'person',
    roles: ['mes.lead'],
    exp: Math.floor(Date.now() / 1_000) + 600,
  });
});
afterAll(async () => {
  for (const each of undo.splice(0).reverse()) await each();
});

/** Node 20 reads no TypeScript: the process under test is the one that is built. */
const start = (database: string, env: Record<string, string> = {}) => {
  const child: ChildProcess = spawn(process.execPath, [programOf('query-api')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      ADMIN_PORT: '0',
      DATABASE_URL: database,
      JWKS: tokens.jwks,
      JWT_ISSUER: issuer,
      CURSOR_SECRET,
      SHUTDOWN_WAIT_MS: '0',
      ...env,
    },
  });
  undo.push(() => child.kill('SIGKILL'));
  const lines: Record<string, unknown>[] = [];
  const closed = once(child, 'close') as Promise<[number | null]>;
  createInterface({ input: child.stdout! }).on('line', (line) => lines.push(JSON.parse(line)));
  const said = (message: string) =>
    until(
      () => `"${message}" is said; said is: ${JSON.stringify(lines)}`,
      () => lines.find((each) => each.message === message),
      30_000,
    );
  return {
    said,
    end: async () => {
      child.kill('SIGTERM');
      return (await closed)[0];
    },
  };
};

const orders = async (url: unknown): Promise<number> => {
  const response = await fetch(`${url}/v1/orders`, { headers: { Authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  return ((await response.json()) as { orders: unknown[] }).orders.length;
};

it('waits for the read model, answers, and stops in order with streams open [K4] [K5]', async () => {
  const empty = await createTestDatabase();
  undo.push(empty.drop);
  const waiting = start(empty.url);
  await waiting.said('cannot read the read model yet; waiting for it');
  expect(await waiting.end()).toBe(0);

  const model = await seededReadModel([...lifeInto('SHIPPED', 1, null), ...lifeInto('SUBMITTED', 2, 'acme')]);
  undo.push(() => model.drop());
  const running = start(model.url, { DATABASE_REPLICA_URL: model.url });
  const { url } = await running.said('listening');
  await running.said('ready');
  expect(await orders(url)).toBe(2);
  const { url: adminUrl } = await running.said('listening for operators');
  const readiness = async () => (await fetch(`${adminUrl}/health/ready`)).json();
  const checks = (projection: object) => [
    { name: 'schema', ok: true },
    { name: 'read-model', ok: true },
    { name: 'projection', ...projection },
    { name: 'clock', ok: true },
  ];
  expect(await readiness()).toEqual({ status: 'not-ready', checks: checks({ ok: false, code: 'not-caught-up' }) });
  await model.beat();
  await until('it is ready', async () => ((await readiness()) as { status: string }).status === 'ready');
  // Caught up once, it stays: an old answer that says so is better than none.
  await model.pool.query(`update ${model.schema}.heartbeat set tail_reached_at = now() - interval '1 hour'`);
  const lagMs = async () => {
    const { headers } = await fetch(`${url}/v1/orders`, { headers: { Authorization: `Bearer ${token}` } });
    return Number(headers.get('x-projection-lag-ms'));
  };
  await until('it says that it is an hour behind', async () => (await lagMs()) >= 3_600_000);
  expect(await readiness()).toEqual({ status: 'ready', checks: checks({ ok: true }) });
  const stream = await fetch(`${url}/v1/events`, { headers: { Authorization: `Bearer ${token}` } });
  expect(stream.status).toBe(200);
  const text = stream.text();
  expect(await running.end()).toBe(0);
  expect(await text).toContain('retry: ');
});

const poolOf = (url: string, name: string, statementTimeoutMs = 5_000) => {
  const pool = createPool({
    connectionString: url,
    applicationName: 'test',
    name,
    log: keepingLog().log,
    statementTimeoutMs,
  });
  undo.push(() => pool.end());
  return pool;
};

it('reads lists from the replica while that is fresh, and from the primary while it is not [J1] [J2]', async () => {
  const models: SeededReadModel[] = [await seededReadModel(), await seededReadModel()];
  for (const model of models) undo.push(() => model.drop());
  const [main, far] = models as [SeededReadModel, SeededReadModel];
  const pools = {
    primary: poolOf(main.url, 'p'),
    reports: poolOf(main.url, 'r'),
    replica: poolOf(far.url, 'f'),
    replicaReports: poolOf(far.url, 'fr'),
  };
  const sources = () => createSources(pools, 1_000);
  await main.beat();
  await far.beat();
  expect((await sources().lists()).pool).toBe(pools.replica);
  expect((await sources().reports()).pool).toBe(pools.replicaReports);
  expect((await sources().primary()).pool).toBe(pools.primary);
  // The replica stands still while the primary goes on.
  await far.pool.query(`update ${far.schema}.heartbeat set tail_reached_at = tail_reached_at - interval '1 minute'`);
  expect((await sources().lists()).pool).toBe(pools.primary);
  // The projector stands still: both are equally old, and the primary need not bear the lists too.
  await main.pool.query(`update ${main.schema}.heartbeat set tail_reached_at = tail_reached_at - interval '1 minute'`);
  expect((await sources().lists()).pool).toBe(pools.replica);
  // A replica whose clock is an hour behind that of the primary, where the heartbeat was written: its own clock would
  // say that it is fresh whatever it lacks.
  const beatIn = (model: SeededReadModel, hours: number) =>
    model.pool.query(`update ${model.schema}.heartbeat set tail_reached_at = now() + make_interval(hours => ${hours})`);
  await beatIn(far, 1);
  await beatIn(main, 1);
  expect((await sources().lists()).pool).toBe(pools.replica);
  await beatIn(main, 2);
  expect((await sources().lists()).pool).toBe(pools.primary);
  // No answer from the replica at all.
  const gone = { ...pools, replica: poolOf('postgres://nobody@127.0.0.1:1/none', 'gone') };
  expect((await createSources(gone, 1_000).lists()).pool).toBe(pools.primary);
});

it('follows the pointer to another version of the read model within a second [K7]', async () => {
  const api: RunningApi = await startApi(lifeInto('SHIPPED', 1, null));
  undo.push(() => api.close());
  const credential = await api.tokenOf(ACTORS.lead);
  const version = async () => (await api.get('/v1/projections', { credential })).body.projections[0].version;
  expect(await version()).toBe(1);
  // The other version stands beside the live one, as after a rebuild.
  const tables = ['order_row', 'order_timeline', 'order_parked', 'dirty_list', 'heartbeat'];
  const copies = tables.map((table) => `create table read_model_2.${table} as table read_model_1.${table};`).join('');
  await api.model.pool.query(`create schema read_model_2; ${copies} update read_model.live_version set version = 2`);
  await until('the other version is live', async () => (await version()) === 2, 20_000);
  expect((await api.get('/v1/orders', { credential })).body.orders).toHaveLength(1);
});

it('says so when the database is too slow or away, and tells nothing of its inside [K8]', async () => {
  const model = await seededReadModel(lifeInto('SHIPPED', 1, null));
  undo.push(() => model.drop());
  // Hasty, and yet in no such hurry that it could not read a list in peace on a slow machine.
  const hasty = poolOf(model.url, 'hasty', 3_000);
  const healthy = createSources({ primary: hasty, reports: hasty }, 1_000);
  const slow: RunningApi = await startApi([], { sources: healthy });
  undo.push(() => slow.close());
  const credential = await slow.tokenOf(ACTORS.lead);
  const holder = await model.pool.connect();
  await holder.query(`begin; lock table ${model.schema}.order_row in access exclusive mode`);
  const late = await slow.get('/v1/orders', { credential });
  await holder.query('rollback');
  holder.release();
  expect([late.status, late.body.code, late.headers.get('retry-after')]).toEqual([503, 'query-too-slow', '5']);
  expect(late.text).not.toMatch(/statement|order_row|select/);
  expect((await slow.get('/v1/orders', { credential })).status).toBe(200);

  const nowhere = createPool({
    connectionString: 'postgres://nobody@127.0.0.1:1/none',
    applicationName: 'test',
    name: 'nowhere',
    log: keepingLog().log,
  });
  undo.push(() => nowhere.end());
  const away: RunningApi = await startApi([], {
    sources: createSources({ primary: nowhere, reports: nowhere }, 1_000),
  });
  undo.push(() => away.close());
  const reply = await away.get('/v1/orders', { credential: await away.tokenOf(ACTORS.lead) });
  expect([reply.status, reply.body.code, reply.headers.get('x-projection-lag-ms')]).toEqual([
    503,
    'database-unavailable',
    'unknown',
  ]);
  expect(reply.text).not.toContain('127.0.0.1');
});
