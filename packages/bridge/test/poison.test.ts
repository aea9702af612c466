import { randomUUID } from 'node:crypto';
import { afterEach, expect, it, jest } from '@jest/globals';
import { appendUnreadable } from '@order-ledger/testing/ledger/append-unreadable';
import { createSystem, type System } from '@order-ledger/testing/running/bridge';
import { startOwnBroker } from '@order-ledger/testing/services/own-broker';
import { until } from '@order-ledger/testing/waiting';
import { act, bring } from './support/orders.ts';

/** Servers start and queues are made on a machine that others use too. */
jest.setTimeout(120_000);

const removals: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const remove of removals.splice(0).reverse()) await remove();
});

const newSystem = async (): Promise<System> => {
  const system = await createSystem();
  removals.push(system.remove);
  return system;
};

it('publishes orders that are dated before 1970, more than are under way at once, and every other one after them', async () => {
  const { ledger, pool, tapped, startBridge, atTail } = await newSystem();
  const old: string[] = Array.from({ length: 300 }, () => randomUUID());
  for (const id of old) await act(ledger, id, 'InitiateOrder', {}, '1969-07-20T20:17:40.000Z');
  const other = await bring(ledger, 'CANCELLED');
  await startBridge({ window: 256 });
  await until('the cancellation of another order', () =>
    tapped.some(({ envelope }) => envelope.order_id === other && envelope.type === 'order.order_cancelled'),
  );
  await until('the checkpoints at the tail', atTail);
  const times = tapped.filter(({ envelope }) => old.includes(envelope.order_id)).map(({ envelope }) => envelope.time);
  expect(times).toEqual(Array.from({ length: 300 }, () => '1969-07-20T20:17:40.000Z'));
  expect((await pool.query('select from parked_order')).rowCount).toBe(0);
});

it('parks at once the orders whose message is larger than the broker takes, and publishes what others did', async () => {
  const { ledger, pool, startBridge, atTail } = await newSystem();
  const own = await startOwnBroker();
  removals.push(own.remove);
  await own.control('eval', 'application:set_env(rabbit, max_message_size, 6000).');
  const large = await Promise.all(Array.from({ length: 20 }, () => bring(ledger, 'PRICE_CALCULATION_STARTED')));
  const small = await bring(ledger, 'PRICE_CALCULATION_STARTED');
  const faults = [{ code: 'hole', count: 1_000, faces: Array.from({ length: 1_000 }, (_, n) => 1_000_000 + n) }];
  for (const id of large) await act(ledger, id, 'RejectOrder', { faults });
  await act(ledger, small, 'RejectOrder', { faults: [] });
  await startBridge({ amqpUrl: own.url });
  await until('the checkpoints at the tail', atTail, 90_000);
  const { rows } = await pool.query('select exchange, order_id, event_version, reason, detail from parked_order');
  expect(rows.map(({ order_id }) => order_id).sort()).toEqual([...large].sort());
  expect(rows[0]).toMatchObject({
    exchange: 'orders.pricing.v1',
    event_version: '5',
    reason: 'unpublishable',
    detail: expect.stringContaining('the broker takes 6000'),
  });
});

it('passes over an event in a stream of no order, which nobody could be told of', async () => {
  const system = await newSystem();
  await appendUnreadable(system.store.url, 'order-nobody', { note: 'none' });
  const orderId = await bring(system.ledger, 'INITIATED');
  await system.startBridge();
  await until('the checkpoints at the tail', system.atTail);
  expect(system.tapped.map(({ envelope }) => envelope.order_id)).toEqual([orderId]);
  expect((await system.pool.query('select from parked_order')).rowCount).toBe(0);
  expect(system.logText()).toContain('its stream belongs to no order');
});

it('parks an order whose fault repeats what Postgres takes in no text', async () => {
  const system = await newSystem();
  const bad = await bring(system.ledger, 'INITIATED');
  await appendUnreadable(system.store.url, `order-${bad}`, { 'a\u0000name': 'of a field' });
  await bring(system.ledger, 'INITIATED');
  await system.startBridge();
  await until('the checkpoints at the tail', system.atTail);
  expect((await system.pool.query('select from parked_order where order_id = $1', [bad])).rowCount).toBe(3);
});
