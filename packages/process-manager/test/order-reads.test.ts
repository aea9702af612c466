import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Orders } from '@order-ledger/testing/orders/in-ledger';
import { PRICE } from '@order-ledger/testing/orders/rightful';
import { until } from '@order-ledger/testing/waiting';
import type pg from 'pg';
import { createReacting } from '../src/follow.ts';
import { log, openStage, type Stage } from './support/stage.ts';

jest.setTimeout(120_000);
const LIMITS = { quoteExpiryS: 2_592_000, unpaidExpiryS: 2_592_000, draftExpiryS: 0 };

let stage: Stage;
let pool: pg.Pool;
let ledger: Ledger;
let orders: Orders;

beforeAll(async () => {
  stage = await openStage('process-manager-reads-test');
  ({ pool, ledger, orders } = stage);
});
afterEach(() => stage.rest());
afterAll(() => stage.close());

/** Follows, and counts the events that are read of orders' streams beside the subscription. */
const follow = async () => {
  let read = 0;
  const counting: Ledger = {
    ...ledger,
    readOrder: async function* (...order) {
      for await (const event of ledger.readOrder(...order)) {
        read += 1;
        yield event;
      }
    },
  };
  const checkpoint = await stage.follow(createReacting({ ledger: counting, pool, log, limits: LIMITS }));
  return {
    /** When all that stands in the ledger is behind the checkpoint. */
    settled: () =>
      until('the checkpoint at the tail', async () => {
        const tail = await ledger.tail(checkpoint.current().position);
        return tail === null ? true : null;
      }),
    read: () => read,
  };
};

it('reads no stream for events that bring nothing to do, however many an order has', async () => {
  const { settled, read } = await follow();
  const orderId = await orders.bring('SUBMITTED');
  await settled();
  for (let n = 0; n < 40; n += 1) await orders.act(orderId, 'AddNote');
  await settled();
  expect(read()).toBe(0);
});

it('reads an order that it meets in the middle once, and before a reaction only what is new', async () => {
  const orderId = await orders.bring('WAITING_PAYMENT');
  for (let n = 0; n < 20; n += 1) await orders.act(orderId, 'AddNote');
  const first = await follow();
  await first.settled();
  await stage.rest();
  const length = (await orders.events(orderId)).length;

  // Another owner takes over: it knows nothing of what came before it.
  const next = await follow();
  for (let n = 0; n < 20; n += 1) await orders.act(orderId, 'AddNote');
  await next.settled();
  const whole = next.read();
  expect(whole).toBeGreaterThanOrEqual(length);
  expect(whole).toBeLessThanOrEqual(length + 20);

  await orders.act(orderId, 'RecordPayment', { amount: PRICE });
  await until('its approval', async () => (await ledger.load(orderId))?.status === 'MANUFACTURING_APPROVED');
  await next.settled();
  // The last event that it knew, which still stands there.
  expect(next.read() - whole).toBe(1);
});

it('follows the newest word of a carrier, though an older one came in a delivery before it', async () => {
  const other = await orders.bring('SUBMITTED');
  const orderId = await orders.bring('SHIPPED');
  const [early, late] = [Date.now() - 2_000, Date.now() - 1_000].map((ms) => new Date(ms).toISOString());
  await orders.act(orderId, 'RecordCarrierEvent', { kind: 'REFUSED' }, early);
  // More than a delivery holds, so that what follows comes with another one.
  for (let n = 0; n < 210; n += 1) await orders.act(other, 'AddNote');
  await orders.act(orderId, 'RecordCarrierEvent', { kind: 'DELIVERED', proof_of_delivery_id: 'proof-1' }, late);
  const { settled } = await follow();
  await settled();
  await until('the end', async () => ['DELIVERED', 'CLOSED'].includes((await ledger.load(orderId))?.status ?? ''));
  expect(await orders.types(orderId)).not.toContain('ReturnRequested');
});
