import { afterEach, expect, it, jest } from '@jest/globals';
import { EXCHANGES } from '@order-ledger/domain/events';
import { TOPOLOGY } from '@order-ledger/messaging/topology';
import { registry } from '@order-ledger/platform/metrics';
import { appendUnreadable } from '@order-ledger/testing/ledger/append-unreadable';
import { createSystem, type System } from '@order-ledger/testing/running/bridge';
import { brokerUrl } from '@order-ledger/testing/services/broker';
import { proxyTo } from '@order-ledger/testing/services/proxy';
import { until } from '@order-ledger/testing/waiting';
import { act, bring } from './support/orders.ts';

/** Servers start and queues are made on a machine that others use too. */
jest.setTimeout(120_000);

const removals: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const remove of removals.splice(0).reverse()) await remove();
});
const newSystem = async (...given: Parameters<typeof createSystem>): Promise<System> => {
  const system = await createSystem(...given);
  removals.push(system.remove);
  return system;
};

const PRICING = 'orders.pricing.v1';
const figureOf = async (name: string, label = ''): Promise<number> => {
  const found = new RegExp(`^${name}(?:\\{[^}]*${label}[^}]*\\})? (\\S+)$`, 'm').exec(await registry.metrics());
  return Number(found?.[1]);
};
/** The versions of an order's messages, in the sequence of their first coming. */
const versionsOf = ({ tapped }: System, exchange: string, orderId: string): number[] => [
  ...new Set(
    tapped
      .filter((one) => one.exchange === exchange && one.envelope.order_id === orderId)
      .map(({ envelope }) => envelope.event_version),
  ),
];
const everythingInOrder = async (system: System, orderIds: readonly string[]): Promise<void> => {
  const events = await system.events(orderIds);
  expect(new Set(system.tapped.map(({ envelope }) => envelope.id)).size).toBe(events.length);
  for (const exchange of EXCHANGES)
    for (const orderId of orderIds) {
      const versions = versionsOf(system, exchange, orderId);
      expect(versions).toEqual([...versions].sort((a, b) => a - b));
    }
};

it('parts an exchange whose queue is full from the others, and brings it back once it has caught up [E6] [E7]', async () => {
  const small = { ...TOPOLOGY.queues['pricing.intake.v1'], maxLength: 2 };
  const system = await newSystem({ ...TOPOLOGY, queues: { ...TOPOLOGY.queues, 'pricing.intake.v1': small } });
  const { ledger, broker } = system;
  const orderIds = [await bring(ledger, 'SUBMITTED')];
  await system.startBridge({ window: 8, mostApart: 16 });
  await until('the checkpoints at the tail', system.atTail);
  expect(await figureOf('bridge_readings')).toBe(1);
  const parted = () => figureOf('bridge_partings_total', PRICING);
  const before = (await parted()) || 0;

  // A quorum queue notices its limit late: orders come until the exchange stands still behind a full lane.
  await until('it is parted', async () => {
    if (orderIds.length < 40) orderIds.push(await bring(ledger, 'MANUFACTURING_APPROVED'));
    return (await parted()) > before;
  });
  const tail = (await ledger.tail())?.position.commit;
  for (const exchange of ['orders.production.v1', 'orders.admin.v1'])
    await until(`${exchange} at the tail`, async () => (await system.checkpoint(exchange)) === tail);
  expect(await system.checkpoint(PRICING)).not.toBe(tail);

  await until('the checkpoints at the tail', async () => {
    await broker.take(broker.topology.queues['pricing.intake.v1'].name);
    return system.atTail();
  });
  await until('one reading', async () => (await figureOf('bridge_readings')) === 1);
  // And they go on together.
  orderIds.push(await bring(ledger, 'PRICE_CALCULATED'));
  await until('the checkpoints at the tail', async () => {
    await broker.take(broker.topology.queues['pricing.intake.v1'].name);
    return system.atTail();
  });
  await everythingInOrder(system, orderIds);
});

it('parks the order of an event in the middle of what it reads at once, and publishes all around it', async () => {
  const system = await newSystem();
  const { ledger, store, pool } = system;
  const before = await Promise.all(Array.from({ length: 4 }, () => bring(ledger, 'SUBMITTED')));
  const bad = await bring(ledger, 'SUBMITTED');
  await appendUnreadable(store.url, `order-${bad}`, { note: 'none of ours' });
  for (const orderId of before) await act(ledger, orderId, 'StartPriceCalculation');
  const later = await bring(ledger, 'CANCELLED');
  await system.startBridge();
  await until('the checkpoints at the tail', system.atTail);
  const { rows } = await pool.query('select exchange, order_id, event_version from parked_order order by exchange');
  expect(rows).toEqual([...EXCHANGES].sort().map((exchange) => ({ exchange, order_id: bad, event_version: '4' })));
  for (const orderId of before) expect(versionsOf(system, PRICING, orderId)).toEqual([2, 3, 4]);
  expect(versionsOf(system, PRICING, bad)).toEqual([2, 3]);
  expect(versionsOf(system, 'orders.admin.v1', later)).toContain(1);
});

it('publishes what was under way when it was stopped, once it runs again, and each order in sequence', async () => {
  const system = await newSystem();
  const { ledger } = system;
  const proxy = await proxyTo(brokerUrl());
  removals.push(proxy.close);
  const orderIds = [await bring(ledger, 'SUBMITTED')];
  const first = await system.startBridge({ amqpUrl: proxy.url, window: 4 });
  await until('the checkpoints at the tail', system.atTail);
  proxy.shut();
  proxy.cut();
  for (let n = 0; n < 6; n += 1) orderIds.push(await bring(ledger, 'PRICE_CALCULATED'));
  await until('it tries', async () => (await figureOf('bridge_messages_under_way', PRICING)) === 4);
  // In the middle of a delivery: more waits than may be under way.
  await first.stop();
  expect(await system.atTail()).toBe(false);
  proxy.open();
  await system.startBridge({ window: 4 });
  await until('the checkpoints at the tail', system.atTail);
  await everythingInOrder(system, orderIds);
});
