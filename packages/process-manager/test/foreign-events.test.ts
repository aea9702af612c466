import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { openCheckpoint } from '@order-ledger/ledger/follow/checkpoint';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { registry } from '@order-ledger/platform/metrics';
import { createPool } from '@order-ledger/platform/postgres';
import { appendForeignTo, FOREIGN_TAILS } from '@order-ledger/testing/ledger/foreign-events';
import { keepingLog } from '@order-ledger/testing/lines';
import { createOrders, type Orders } from '@order-ledger/testing/orders/in-ledger';
import { PRICE } from '@order-ledger/testing/orders/rightful';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { type OpenEventStore, openEventStore } from '@order-ledger/testing/services/event-store';
import { until } from '@order-ledger/testing/waiting';
import type pg from 'pg';
import { createReacting, type Reacting } from '../src/follow.ts';
import { migrateSchema, SCHEMA } from '../src/schema.ts';

jest.setTimeout(180_000);
const { log, lines } = keepingLog();

let store: OpenEventStore;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;
let ledger: Ledger;
let orders: Orders;
let reacting: Reacting;
let stop: () => Promise<void>;

beforeAll(async () => {
  store = await openEventStore();
  database = await createTestDatabase();
  await migrateSchema({ connectionString: database.url, log });
  const name = 'process-manager-foreign-test';
  pool = createPool({ connectionString: database.url, applicationName: 'test', name, log, searchPath: SCHEMA });
  ledger = openLedger({ connectionString: store.url, log });
  orders = createOrders(ledger);
  const over = new AbortController();
  const limits = { quoteExpiryS: 2_592_000, unpaidExpiryS: 2_592_000, draftExpiryS: 2_592_000 };
  reacting = createReacting({ ledger, pool, log, limits, parkedEveryMs: 100 });
  const following = reacting.follow(await openCheckpoint(pool, 'reactions'), over.signal);
  following.catch(() => undefined);
  stop = async () => {
    over.abort(new Error('the test is over'));
    await following;
  };
});
afterAll(async () => {
  await stop();
  await ledger.close();
  await pool.end();
  await database.drop();
  await store.stop();
});

const lastOf = async (orderId: string): Promise<RecordedEvent> =>
  (await orders.events(orderId)).at(-1) as RecordedEvent;
const parked = async (): Promise<string[]> =>
  (await pool.query<{ order_id: string }>('select order_id from parked_order')).rows.map(({ order_id }) => order_id);
const figureOf = async (name: string): Promise<number> => {
  const metric = (await registry.getMetricsAsJSON()).find((each) => each.name === name);
  return metric?.values.reduce((sum, { value }) => sum + value, 0) ?? 0;
};

it('parks each order with an event that we did not write, however many in a row, tells it, and approves the next [K7]', async () => {
  const bad = new Map<string, number>();
  for (const foreign of Object.values(FOREIGN_TAILS)) {
    // What it would react to stands before the foreign event, and what it reads is the whole order.
    const orderId = await orders.bring('PRICE_CALCULATED');
    const tail = foreign(await lastOf(orderId));
    await appendForeignTo(store.url, orderId, tail);
    bad.set(orderId, tail.length);
  }
  const good = await orders.bring('WAITING_PAYMENT');
  await orders.act(good, 'RecordPayment', { amount: PRICE });
  await until('the approval', async () => (await ledger.load(good))?.status === 'MANUFACTURING_APPROVED');

  await until('all parked', async () => (await parked()).length === bad.size);
  expect((await parked()).sort()).toEqual([...bad.keys()].sort());
  expect(reacting.check).not.toThrow();
  await until('the figure', async () => (await figureOf('process_manager_parked_orders')) === bad.size);
  const events = [...bad.values()].reduce((sum, count) => sum + count, 0);
  expect(await figureOf('ledger_foreign_events_total')).toBe(events);
  const told = lines().filter(({ message }) => message === 'could not apply the rules to an order; parked it');
  expect(new Set(told.map(({ order_id }) => order_id))).toEqual(new Set(bad.keys()));
});
