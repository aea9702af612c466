import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { readMark } from '@order-ledger/ledger/follow/checkpoint';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { registry } from '@order-ledger/platform/metrics';
import { createOrders, type Orders } from '@order-ledger/testing/orders/in-ledger';
import { until } from '@order-ledger/testing/waiting';
import type pg from 'pg';
import { createReacting } from '../src/follow.ts';
import { createKeptTimers } from '../src/kept-timers.ts';
import { createTimerKeeper } from '../src/timer-keeper.ts';
import { log, openStage, type Stage } from './support/stage.ts';

jest.setTimeout(120_000);
const LIMITS = { quoteExpiryS: 2_592_000, unpaidExpiryS: 2_592_000, draftExpiryS: 0 };

let stage: Stage;
let pool: pg.Pool;
let ledger: Ledger;
let orders: Orders;

beforeAll(async () => {
  stage = await openStage('process-manager-kept-timers-test');
  ({ pool, ledger, orders } = stage);
});
afterEach(() => stage.rest());
afterAll(() => stage.close());

const rulesOf = async (orderId: string): Promise<string[]> =>
  (await pool.query<{ rule: string }>('select rule from timer where order_id = $1', [orderId])).rows.map(
    ({ rule }) => rule,
  );
const looks = async (found: 'changed' | 'unchanged'): Promise<number> => {
  const shown = await registry.metrics();
  return Number(new RegExp(`process_manager_looks_total\\{found="${found}"\\} (\\d+)`).exec(shown)?.[1] ?? 0);
};

it('writes the timers of an order when they change, and not at every event', async () => {
  const checkpoint = await stage.follow(createReacting({ ledger, pool, log, limits: LIMITS }));
  const orderId = await orders.bring('PRICE_CALCULATED');
  await until('its timer', async () => (await rulesOf(orderId)).length === 1);
  const settled = () => until('the tail', async () => (await ledger.tail(checkpoint.current().position)) === null);
  await settled();
  const before = await looks('changed');
  for (let n = 0; n < 10; n += 1) await orders.act(orderId, 'AddNote');
  // The checkpoint follows all the same.
  await settled();
  expect((await looks('changed')) - before).toBe(0);
  await orders.act(orderId, 'CancelOrder');
  await until('no timer', async () => (await rulesOf(orderId)).length === 0);
});

it('is not behind once it has been stopped in order', async () => {
  const checkpoint = await stage.follow(createReacting({ ledger, pool, log, limits: LIMITS }));
  const orderId = await orders.bring('PRICE_CALCULATED');
  await until('its timer', async () => (await rulesOf(orderId)).length === 1);
  await until('the tail', async () => (await ledger.tail(checkpoint.current().position)) === null);
  const before = await looks('unchanged');
  await orders.act(orderId, 'AddNote');
  await until('the note', async () => (await looks('unchanged')) > before);
  await stage.rest();
  expect(await ledger.tail((await readMark(pool, 'reactions')).position)).toBeNull();
});

it('sets a timer again that the timer keeper has taken away', async () => {
  const kept = createKeptTimers();
  const checkpoint = await stage.follow(createReacting({ ledger, pool, log, limits: LIMITS, kept }));
  const orderId = await createOrders(ledger).bring('PRICE_CALCULATED');
  await until('its timer', async () => (await rulesOf(orderId)).length === 1);
  await until('the tail', async () => (await ledger.tail(checkpoint.current().position)) === null);
  // Due, and of a visit of the status that is over: the keeper removes the row.
  await pool.query('update timer set status_version = 1, due_at = now() where order_id = $1', [orderId]);
  const keeper = createTimerKeeper({
    ...{ ledger, pool, log, kept },
    limits: LIMITS,
    graceMs: 0,
    maySweep: async () => true,
  });
  await keeper.sweep();
  expect(await rulesOf(orderId)).toEqual([]);
  await orders.act(orderId, 'AddNote');
  await until('its timer again', async () => (await rulesOf(orderId)).length === 1);
});

it('does not take for written what the timer keeper changed while it was being written', () => {
  const kept = createKeptTimers();
  const look = { order_id: 'one', timers: [{ rule: 'quote-expiry', status_version: 5, due_at: 'then' }] };
  const other = { order_id: 'two', timers: [] };
  kept.writing([look])();
  expect([kept.holds(look), kept.holds({ ...look, timers: [] }), kept.holds(other)]).toEqual([true, false, false]);
  const written = kept.writing([look, other]);
  expect(kept.holds(look)).toBe(false);
  kept.forget('one');
  written();
  expect([kept.holds(look), kept.holds(other)]).toEqual([false, false]);
  kept.writing([{ order_id: 'one', fault: new Error('parked') }])();
  expect(kept.holds({ order_id: 'one', timers: [] })).toBe(false);
});
