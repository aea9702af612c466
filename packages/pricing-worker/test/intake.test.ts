import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { OrderState } from '@order-ledger/domain/state';
import { createPool } from '@order-ledger/platform/postgres';
import { ENGINE_VERSION } from '@order-ledger/pricing/engine-version';
import { keepingLog } from '@order-ledger/testing/lines';
import { heldFrom, journeyTo } from '@order-ledger/testing/orders/journeys';
import { act } from '@order-ledger/testing/orders/specification';
import { createTestDatabase, type TestDatabase } from '@order-ledger/testing/services/database';
import type pg from 'pg';
import { createIntake } from '../src/orders/intake.ts';
import { parkOrder } from '../src/orders/parked-orders.ts';
import { createWaiters } from '../src/orders/waiters.ts';
import { migrateSchema, SCHEMA } from '../src/schema.ts';

let database: TestDatabase;
let pool: pg.Pool;
const { log } = keepingLog();

beforeAll(async () => {
  database = await createTestDatabase();
  await migrateSchema({ connectionString: database.url, log });
  pool = createPool({
    connectionString: database.url,
    applicationName: 'pricing intake test',
    name: `test-${randomUUID()}`,
    log,
    searchPath: SCHEMA,
  });
}, 60_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
}, 60_000);

/** What is done behind the messages of an order in one state after the other. */
const taking = async (...states: readonly (OrderState | null)[]) => {
  const orderId = randomUUID();
  // A model of its own: orders of one model share its calculation.
  const sha256 = orderId.replaceAll('-', '').repeat(2);
  const done: string[] = [];
  let state: OrderState | null = null;
  const intake = createIntake({
    memory: { now: async () => (state === null ? null : { state, cause: null }) },
    waiters: createWaiters(pool, ENGINE_VERSION),
    advance: async () => {
      done.push('advance');
      return { awaits: null };
    },
    owed: { add: () => undefined },
    log,
    onCancelled: () => done.push('cancel'),
    onNoted: () => done.push('wake'),
  });
  for (const next of states) {
    if (next === null) throw new Error('each order here has a state');
    state = { ...next, order_id: orderId, specification: next.specification && { ...next.specification, sha256 } };
    await intake.handle({ id: randomUUID(), order_id: orderId });
    await intake.idle();
  }
  return { orderId, done };
};

it('looks no further at an order that was cancelled before it was submitted, and calls no slot', async () => {
  const { orderId, done } = await taking(act(journeyTo('FILE_UPLOADED'), 'CancelOrder').state);
  expect(done).toEqual([]);
  const { rows } = await pool.query('select looked_version from known_order where order_id = $1', [orderId]);
  expect(rows).toEqual([{ looked_version: 3 }]);
});

it('brings on an order that wants a price, and calls the slots for it', async () => {
  expect((await taking(journeyTo('SUBMITTED').state)).done).toEqual(['advance', 'wake']);
});

it('ends the calculation that nobody waits for any more, and calls the slots for another', async () => {
  const { done } = await taking(journeyTo('SUBMITTED').state, journeyTo('CANCELLED').state);
  expect(done).toEqual(['advance', 'wake', 'cancel', 'wake']);
});

it('parks no longer an order that wants nothing now', async () => {
  const { orderId } = await taking(journeyTo('SUBMITTED').state);
  await parkOrder(pool, orderId, new Error('unreadable'));
  const waiters = createWaiters(pool, ENGINE_VERSION);
  const parked = async () =>
    (await pool.query('select count(*)::integer as count from parked_order where order_id = $1', [orderId])).rows[0];
  const held = heldFrom('SUBMITTED').state;
  if (held === null) throw new Error('an order on hold has a state');
  // A look that is followed by another one leaves it to that.
  await waiters.note({ ...held, order_id: orderId });
  expect(await parked()).toEqual({ count: 1 });
  await waiters.note({ ...held, order_id: orderId }, randomUUID());
  expect(await parked()).toEqual({ count: 0 });
});

it('goes on for a message that came before: whoever took it may have died', async () => {
  const { state } = journeyTo('CANCELLED');
  if (state === null) throw new Error('a cancelled order has a state');
  const order = { ...state, order_id: randomUUID() };
  const waiters = createWaiters(pool, ENGINE_VERSION);
  const id = randomUUID();
  expect(await waiters.note(order, id)).toEqual({ fresh: true, wants: false, cancelled: null });
  expect(await waiters.note(order, id)).toEqual({ fresh: false, wants: true, cancelled: null });
});
