import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { programOf } from '@order-ledger/platform/own-program';
import { createPool } from '@order-ledger/platform/postgres';
import { keepingLog } from '@order-ledger/testing/lines';
import { createOrders, type Orders } from '@order-ledger/testing/orders/in-ledger';
import { startProcess } from '@order-ledger/testing/processes/child';
import { lifeInto, renamed, type SeededReadModel, seededReadModel } from '@order-ledger/testing/running/read-model';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { type OpenEventStore, openEventStore } from '@order-ledger/testing/services/event-store';
import { until } from '@order-ledger/testing/waiting';
import type pg from 'pg';
import { createOldDrafts } from '../src/old-drafts.ts';
import { migrateSchema, SCHEMA } from '../src/schema.ts';

jest.setTimeout(180_000);
const MAIN = programOf('process-manager');
const HOUR_MS = 3_600_000;
const THIRTY_DAYS_S = 2_592_000;

let store: OpenEventStore;
let model: SeededReadModel;
let pool: pg.Pool;
let ledger: Ledger;
let orders: Orders;
const { log, lines } = keepingLog();

beforeAll(async () => {
  store = await openEventStore();
  model = await seededReadModel();
  await migrateSchema({ connectionString: model.url, log });
  pool = poolOf(model.url);
  ledger = openLedger({ connectionString: store.url, log });
  orders = createOrders(ledger);
});
afterAll(async () => {
  await ledger.close();
  await pool.end();
  await model.drop();
  await store.stop();
});

const poolOf = (connectionString: string): pg.Pool =>
  createPool({ connectionString, applicationName: 'test', name: 'old-drafts-test', log, searchPath: SCHEMA });
const timers = async (): Promise<number> => (await pool.query('select from timer')).rowCount ?? 0;

it('ends drafts whose events were long read before the rule was there, and leaves alone what was submitted since', async () => {
  const drafts = [await orders.bring('INITIATED'), await orders.bring('FILE_UPLOADED')];
  const submitted = await orders.bring('FILE_UPLOADED');
  for (const order of [...drafts, submitted]) await model.store(await orders.events(order));
  await orders.act(submitted, 'SubmitOrder');
  const start = (DRAFT_EXPIRY_S: string) =>
    startProcess(MAIN, {
      EVENTSTORE_URL: store.url,
      DATABASE_URL: model.url,
      TIMER_SWEEP_MS: '50',
      TIMER_GRACE_MS: '0',
      DRAFT_EXPIRY_S,
    });
  const former = await start('0');
  await until('all was read', async () => (await former.readiness()).status === 'ready');
  await former.stop();
  expect(await timers()).toBe(0);
  const present = await start('0.5');
  for (const order of drafts)
    await until('the end of a draft', async () => (await ledger.load(order))?.status === 'CANCELLED');
  await until('all were looked at', async () => (await timers()) === 0);
  expect((await ledger.load(submitted))?.status).toBe('SUBMITTED');
  await present.stop();
});

it('gives many old drafts their timers page by page, and rests when all have one', async () => {
  await pool.query(`truncate timer; truncate ${model.schema}.order_row, ${model.schema}.order_timeline`);
  for (let n = 0; n < 60; n += 1)
    await model.store(renamed(lifeInto(n % 2 ? 'FILE_UPLOADED' : 'INITIATED', n, null), `old ${n}`));
  let now = 0;
  const drafts = createOldDrafts({ pool, log, expiryS: THIRTY_DAYS_S, monotonicMs: () => now });
  const counts: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    await drafts.next();
    counts.push(await timers());
  }
  expect(counts).toEqual([30, 60, 60, 60, 60]);
  await pool.query('truncate timer');
  await drafts.next();
  expect(await timers()).toBe(0);
  now += HOUR_MS;
  await drafts.next();
  expect(await timers()).toBe(30);
});

it('looks for none while it is switched off', async () => {
  await pool.query('truncate timer');
  await createOldDrafts({ pool, log, expiryS: 0 }).next();
  expect(await timers()).toBe(0);
});

it('says that it cannot look where the read model is not there, and asks again after a minute', async () => {
  const database = await createTestDatabase();
  const bare = poolOf(database.url);
  let now = 0;
  const drafts = createOldDrafts({ pool: bare, log, expiryS: THIRTY_DAYS_S, monotonicMs: () => now });
  const told = () =>
    lines().filter(({ message }) => String(message).startsWith('old drafts cannot be looked for')).length;
  for (const [after, times] of [
    [0, 1],
    [59_999, 1],
    [60_000, 2],
  ] as const) {
    now = after;
    await drafts.next();
    expect(told()).toBe(times);
  }
  await bare.end();
  await database.drop();
});
