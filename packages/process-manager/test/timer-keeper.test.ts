import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { createPool } from '@order-ledger/platform/postgres';
import { keepingLog } from '@order-ledger/testing/lines';
import { createOrders, type Orders } from '@order-ledger/testing/orders/in-ledger';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { anyEventStore } from '@order-ledger/testing/services/event-store';
import type pg from 'pg';
import { areReady } from '../src/dependencies.ts';
import { lookAt } from '../src/look.ts';
import { rememberHistories } from '../src/order-history.ts';
import { migrateSchema, SCHEMA } from '../src/schema.ts';
import { createTimerKeeper } from '../src/timer-keeper.ts';
import { setTimers } from '../src/timer-table.ts';

jest.setTimeout(120_000);
const GRACE_MS = 60_000;
const LIMITS = { quoteExpiryS: 0.001, unpaidExpiryS: 0.001, draftExpiryS: 0.001 };
const { log } = keepingLog();

let store: Awaited<ReturnType<typeof anyEventStore>>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;
let ledger: Ledger;
let orders: Orders;
/** Whose quotes are good for a second, so that their expiry can be waited for; too short to answer them in time. */
let brief: Orders;
let now: number;
let may: boolean;

beforeAll(async () => {
  store = await anyEventStore();
  database = await createTestDatabase();
  await migrateSchema({ connectionString: database.url, log });
  pool = createPool({
    connectionString: database.url,
    applicationName: 'test',
    name: 'timer-keeper-test',
    log,
    searchPath: SCHEMA,
  });
  ledger = openLedger({ connectionString: store.url, log });
  orders = createOrders(ledger);
  brief = createOrders(ledger, { quote_validity_s: 1 });
});
beforeEach(() => {
  now = 0;
  may = true;
});
afterAll(async () => {
  await ledger.close();
  await pool.end();
  await database.drop();
  await store.stop();
});

const keeperWith = (limits = LIMITS, as: Pick<Ledger, 'readOrder' | 'execute'> = ledger) =>
  createTimerKeeper({
    ledger: as,
    pool,
    log,
    limits,
    graceMs: GRACE_MS,
    maySweep: async () => may,
    monotonicMs: () => now,
  });
/** Looks at the order as the process does, and waits until its timer is due. */
const keepTimer = async (orderId: string): Promise<void> => {
  const looked = await lookAt({ ledger, memory: rememberHistories(ledger), log, limits: LIMITS }, orderId);
  if (!('timers' in looked)) throw looked.fault;
  await setTimers(
    pool,
    [orderId],
    looked.timers.map((timer) => ({ order_id: orderId, ...timer })),
  );
  const wait = Math.max(0, ...looked.timers.map(({ due_at }) => Date.parse(due_at) - Date.now()));
  await new Promise((resolve) => setTimeout(resolve, wait + 10));
};
/** Between the keeper's reading of an order and its command somebody else acts on it, once. */
const ledgerThatActsFirst = (act: () => Promise<unknown>, orderId: string): Pick<Ledger, 'readOrder' | 'execute'> => {
  let acted = false;
  return {
    readOrder: (id, range) => ledger.readOrder(id, range),
    execute: async (request) => {
      if (request.order_id === orderId && !acted) {
        acted = true;
        await act();
      }
      return ledger.execute(request);
    },
  };
};
const statusOf = async (orderId: string) => (await ledger.load(orderId))?.status;
const rowsOf = async (orderId: string) => (await pool.query('select * from timer where order_id = $1', [orderId])).rows;

it('fires no timer before all has been ready for the grace, and begins to count anew after an outage', async () => {
  const orderId = await orders.bring('WAITING_PAYMENT');
  await keepTimer(orderId);
  const keeper = keeperWith();
  await keeper.sweep();
  now += GRACE_MS - 1;
  await keeper.sweep();
  may = false;
  await keeper.sweep();
  may = true;
  now += 1;
  await keeper.sweep();
  now += GRACE_MS - 1;
  await keeper.sweep();
  expect(await statusOf(orderId)).toBe('WAITING_PAYMENT');
  now += 1;
  await keeper.sweep();
  expect(await statusOf(orderId)).toBe('CANCELLED');
  expect(await rowsOf(orderId)).toEqual([]);
});

const ready = async (limits = LIMITS, as?: Pick<Ledger, 'readOrder' | 'execute'>) => {
  const keeper = keeperWith(limits, as);
  await keeper.sweep();
  now += GRACE_MS;
  return keeper;
};

it('cancels a quote that nobody answered some time after its validity', async () => {
  const orderId = await brief.bring('PRICE_CALCULATED');
  await keepTimer(orderId);
  await (await ready()).sweep();
  expect((await orders.events(orderId)).at(-1)).toMatchObject({
    type: 'OrderCancelled',
    data: { reason: 'EXPIRED', from: 'PRICE_CALCULATED' },
  });
});

it('does not cancel what was paid, held or answered since the timer was set', async () => {
  const paid = await orders.bring('WAITING_PAYMENT');
  const held = await orders.bring('WAITING_PAYMENT');
  await keepTimer(paid);
  await keepTimer(held);
  await orders.act(paid, 'RecordPayment', { amount: { amount: 1, currency: 'RUB' } });
  await orders.act(held, 'HoldOrder');
  await (await ready()).sweep();
  expect([await statusOf(paid), await statusOf(held)]).toEqual(['WAITING_PAYMENT', 'ON_HOLD']);
  expect([await rowsOf(paid), await rowsOf(held)]).toEqual([[], []]);
});

it('puts a timer off when the limit was made longer', async () => {
  const orderId = await orders.bring('WAITING_PAYMENT');
  await keepTimer(orderId);
  await (await ready({ ...LIMITS, unpaidExpiryS: 3_600 })).sweep();
  expect(await statusOf(orderId)).toBe('WAITING_PAYMENT');
  const [row] = await rowsOf(orderId);
  expect(row.due_at.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
});

it('ends a draft that nobody worked on, and lets one be that got another model since', async () => {
  const left = await orders.bring('INITIATED');
  const replaced = await orders.bring('FILE_UPLOADED');
  await keepTimer(left);
  await keepTimer(replaced);
  const changed = ledgerThatActsFirst(() => orders.act(replaced, 'AttachModel'), replaced);
  const keeper = await ready(LIMITS, changed);
  await keeper.sweep();
  expect((await orders.events(left)).at(-1)).toMatchObject({
    type: 'OrderCancelled',
    data: { reason: 'EXPIRED', from: 'INITIATED' },
  });
  expect(await statusOf(replaced)).toBe('FILE_UPLOADED');
  expect(await rowsOf(replaced)).toHaveLength(1);
  await keeper.sweep();
  expect(await statusOf(replaced)).toBe('CANCELLED');
});

it('takes a process that does not answer for one that is not ready', async () => {
  expect(await areReady([])).toBe(true);
  expect(await areReady(['http://127.0.0.1:1/health/ready'])).toBe(false);
});
