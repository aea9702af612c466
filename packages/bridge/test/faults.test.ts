import { setTimeout as delay } from 'node:timers/promises';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterEach, expect, it, jest } from '@jest/globals';
import { EXCHANGES } from '@order-ledger/domain/events';
import { TOPOLOGY, type Topology } from '@order-ledger/messaging/topology';
import { registry } from '@order-ledger/platform/metrics';
import {
  appendForeign,
  appendForeignTo,
  FOREIGN_EVENTS,
  newerBehind,
} from '@order-ledger/testing/ledger/foreign-events';
import { collect } from '@order-ledger/testing/ledger/requests';
import { createSystem, type RunningBridge, type System } from '@order-ledger/testing/running/bridge';
import { brokerUrl } from '@order-ledger/testing/services/broker';
import { startEventStore } from '@order-ledger/testing/services/event-store';
import { proxyTo } from '@order-ledger/testing/services/proxy';
import { until } from '@order-ledger/testing/waiting';
import { startBridgeProcess } from './support/bridge-process.ts';
import { act, bring } from './support/orders.ts';

/** Servers start and queues are made on a machine that others use too. */
jest.setTimeout(90_000);

const removals: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const remove of removals.splice(0).reverse()) await remove();
});

const newSystem = async (topology?: Topology): Promise<System> => {
  const system = await createSystem(topology);
  removals.push(system.remove);
  return system;
};

const codeOfCheck = (bridge: RunningBridge, exchange: string): string => {
  try {
    bridge.checks[exchange]?.();
    return 'ok';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

const PRICING = 'orders.pricing.v1';

it('publishes again, with the same ids, what was confirmed when it was killed before its checkpoint [E7]', async () => {
  const system = await newSystem();
  const { ledger, pool, tapped } = system;
  const first = startBridgeProcess(system);
  removals.push(() => first.kill('SIGKILL'));
  await bring(ledger, 'INITIATED');
  await until('a first checkpoint', system.atTail);
  const before = tapped.length;

  // The checkpoints are held fast, so that the process is provably between confirm and checkpoint.
  const holder = await pool.connect();
  await holder.query('begin');
  await holder.query('select from checkpoint for update');
  await bring(ledger, 'SUBMITTED');
  await until('the messages', () => tapped.length === before + 3);
  await first.kill('SIGKILL');
  await holder.query('rollback');
  holder.release();
  expect(await system.atTail()).toBe(false);

  const second = startBridgeProcess(system);
  removals.push(() => second.kill('SIGKILL'));
  await until('the checkpoints at the tail', system.atTail);
  await until('the same messages again', () => tapped.length === before + 6);
  const ids = tapped.slice(before).map(({ envelope }) => envelope.id);
  expect(ids.slice(3).sort()).toEqual(ids.slice(0, 3).sort());
  expect(await second.kill('SIGTERM')).toBe(0);
});

/** One with room for few messages in the queue of the pricing. */
const systemWithSmallQueue = () => {
  const small = { ...TOPOLOGY.queues['pricing.intake.v1'], maxLength: 2 };
  return newSystem({ ...TOPOLOGY, queues: { ...TOPOLOGY.queues, 'pricing.intake.v1': small } });
};

it('holds up only the exchange whose queue is full, and loses nothing [E6] [E7]', async () => {
  const system = await systemWithSmallQueue();
  const { ledger, broker } = system;
  const orderIds: string[] = [];
  const standstillMs = 6_000;
  const bridge = await system.startBridge({ standstillMs });
  // A quorum queue notices its limit late and takes some messages too many: orders come until it refuses one.
  await until('the refusal is shown', async () => {
    if (orderIds.length < 20) orderIds.push(await bring(ledger, 'MANUFACTURING_APPROVED'));
    return codeOfCheck(bridge, PRICING) === 'nacked';
  });
  const tail = (await ledger.tail())?.position.commit;
  await until('production at the tail', async () => (await system.checkpoint('orders.production.v1')) === tail);
  expect(await system.checkpoint(PRICING)).not.toBe(tail);
  expect(await broker.ready(broker.topology.queues['manufacturing.plan.v1'].name)).toBe(orderIds.length);

  // A full queue is its own fault: for the owner, and for an instance that stands by, somebody follows.
  const other = await system.startBridge({ standstillMs });
  for (const end = performance.now() + 1.5 * standstillMs; performance.now() < end; ) {
    expect(codeOfCheck(other, PRICING)).toBe('ok');
    expect(codeOfCheck(bridge, PRICING)).toBe('nacked');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  const taken = new Set<string>();
  await until('every order in the pricing queue', async () => {
    const message = await broker.take(broker.topology.queues['pricing.intake.v1'].name);
    if (message !== false) taken.add(JSON.parse(message.content.toString()).order_id);
    return taken.size === orderIds.length;
  });
  await until('the checkpoints at the tail', system.atTail);
  expect([...taken].sort()).toEqual(orderIds.sort());
  await until('healthy again', () => codeOfCheck(bridge, PRICING) === 'ok');
});

it('does not pass a message that a consumer waits for and no queue takes: it goes out once the binding is made again', async () => {
  const system = await newSystem();
  const { ledger, broker } = system;
  const { name } = broker.topology.queues['pricing.intake.v1'];
  await system.startBridge();
  await bring(ledger, 'FILE_UPLOADED');
  await until('the checkpoints at the tail', system.atTail);
  await broker.channel.unbindQueue(name, broker.topology.exchanges[PRICING], 'order.order_submitted');
  // The tap takes everything, so it must not stand in for the consumer.
  await broker.untap();
  const orderId = await bring(ledger, 'SUBMITTED');
  await until('the checkpoints at the tail', system.atTail);
  const message = await broker.take(name);
  expect(message !== false && message.properties.type).toBe('order.order_submitted');
  expect(message !== false && JSON.parse(message.content.toString()).order_id).toBe(orderId);
});

it('parks the order of an unreadable event with the checkpoint, and goes on with the others', async () => {
  const system = await newSystem();
  const { ledger, pool, store, tapped } = system;
  const good = await bring(ledger, 'INITIATED');
  const bad = await bring(ledger, 'INITIATED');
  const raw = EventStoreDBClient.connectionString`${store.url}`;
  removals.push(() => raw.dispose());
  const data = { note: 'call +7 912 345-67-89' };
  await raw.appendToStream(`order-${bad}`, jsonEvent({ type: 'NoteAdded', data, metadata: { schema_version: 1 } }));
  await act(ledger, good, 'AttachModel');
  await system.startBridge();
  await until('the checkpoints at the tail', system.atTail);

  const { rows } = await pool.query('select * from parked_order order by exchange');
  expect(
    rows.map(({ exchange, order_id, event_version, reason }) => [exchange, order_id, event_version, reason]),
  ).toEqual(['orders.admin.v1', PRICING, 'orders.production.v1'].map((exchange) => [exchange, bad, '2', 'unreadable']));
  expect(JSON.stringify(rows) + system.logText()).not.toContain('912 345');
  await until('the other messages', () => tapped.length === 3);
  expect(tapped.map(({ envelope }) => [envelope.order_id, envelope.type]).sort()).toEqual(
    [
      [good, 'order.order_initiated'],
      [good, 'order.model_file_uploaded'],
      [bad, 'order.order_initiated'],
    ].sort(),
  );
});

it('publishes what it held back of a parked order once that is released, while it goes on', async () => {
  const system = await newSystem();
  const { ledger, pool, tapped } = system;
  const orderId = await bring(ledger, 'SUBMITTED');
  // As an older version left it, which could not read the second event.
  await pool.query(
    `insert into parked_order (exchange, order_id, event_version, event_id, reason, detail)
     values ($1, $2, 2, gen_random_uuid(), 'unreadable', 'too new')`,
    [PRICING, orderId],
  );
  await system.startBridge();
  await until('the checkpoints at the tail', system.atTail);
  expect(tapped.map(({ exchange }) => exchange)).toEqual(['orders.admin.v1']);

  await pool.query('update parked_order set retry_requested_at = now()');
  await until('what was held back', () => tapped.length === 3);
  await act(ledger, orderId, 'StartPriceCalculation');
  await until('the next event', () => tapped.length === 4);
  expect(tapped.filter(({ exchange }) => exchange === PRICING).map(({ envelope }) => envelope.type)).toEqual([
    'order.model_file_uploaded',
    'order.order_submitted',
    'order.price_calculation_started',
  ]);
  expect((await pool.query('select from parked_order')).rowCount).toBe(0);
  expect((await registry.getSingleMetric('bridge_parked_orders')?.get())?.values).toContainEqual(
    expect.objectContaining({ labels: { exchange: PRICING }, value: 0 }),
  );
});

it('publishes in order what comes of an order while that is being released', async () => {
  const system = await newSystem();
  const { ledger, pool, tapped } = system;
  const orders = await Promise.all(Array.from({ length: 5 }, () => bring(ledger, 'SUBMITTED')));
  for (const orderId of orders)
    await pool.query(
      `insert into parked_order (exchange, order_id, event_version, event_id, reason, detail)
       values ($1, $2, 2, gen_random_uuid(), 'unreadable', 'too new')`,
      [PRICING, orderId],
    );
  await system.startBridge();
  await until('the checkpoints at the tail', system.atTail);
  await pool.query('update parked_order set retry_requested_at = now()');
  // About the time of the look, one after the other.
  for (const orderId of orders) {
    await act(ledger, orderId, 'StartPriceCalculation');
    await delay(500);
  }
  await until('nothing is parked', async () => (await pool.query('select from parked_order')).rowCount === 0);
  await until('the checkpoints at the tail', system.atTail);
  for (const orderId of orders) {
    const versions = tapped
      .filter(({ exchange, envelope }) => exchange === PRICING && envelope.order_id === orderId)
      .map(({ envelope }) => envelope.event_version);
    expect([...new Set(versions)]).toEqual([2, 3, 4]);
  }
});

it('stops before an event of a newer writer, with everything before it published', async () => {
  const system = await newSystem();
  const { ledger, store, tapped } = system;
  const orderId = await bring(ledger, 'FILE_UPLOADED');
  const before = await ledger.tail();
  const [last] = (await collect(ledger.readOrder(orderId))).slice(-1);
  if (last !== undefined) await appendForeignTo(store.url, orderId, [newerBehind(last)]);
  const bridge = await system.startBridge();
  await until('unhealthy', () =>
    Object.keys(bridge.checks).every((name) => codeOfCheck(bridge, name) === 'newer-writer'),
  );
  await until('the messages', () => tapped.length === 2);
  expect(tapped.map(({ envelope }) => envelope.type).sort()).toEqual([
    'order.model_file_uploaded',
    'order.order_initiated',
  ]);
  // A relay says so as soon as it reads the event, and may still be about to commit what came before.
  await until('its checkpoint', async () => (await system.checkpoint(PRICING)) === before?.position.commit);
});

it('parks the orders of events that we did not write, and publishes those of all others [K7]', async () => {
  const system = await newSystem();
  const { ledger, store, tapped, pool } = system;
  const bad: string[] = [];
  for (const foreign of Object.values(FOREIGN_EVENTS)) {
    const orderId = await bring(ledger, 'FILE_UPLOADED');
    const [last] = (await collect(ledger.readOrder(orderId))).slice(-1);
    if (last !== undefined) await appendForeignTo(store.url, orderId, [foreign(last)]);
    bad.push(orderId);
  }
  await appendForeign(
    store.url,
    'order-1',
    Array.from({ length: 50 }, () => jsonEvent({ type: 'X', data: {} })),
  );
  const bridge = await system.startBridge();
  const good = await bring(ledger, 'SUBMITTED');
  await until('the messages of the good order', () =>
    tapped.some(({ envelope }) => envelope.order_id === good && envelope.type === 'order.order_submitted'),
  );
  const parked = async () => (await pool.query('select distinct order_id from parked_order')).rows;
  await until('the bad ones parked', async () => (await parked()).length === bad.length);
  expect((await parked()).map(({ order_id }) => order_id).sort()).toEqual(bad.sort());
  // Of what was written before: each exchange is relayed by itself.
  const ofBad = () => tapped.filter(({ envelope }) => bad.includes(envelope.order_id));
  await until('their messages', () => ofBad().length >= 2 * bad.length);
  expect(ofBad()).toHaveLength(2 * bad.length);
  expect(Object.keys(bridge.checks).map((name) => codeOfCheck(bridge, name))).not.toContain('newer-writer');
});

it('stops when the ledger does not hold the event that its checkpoint stands on', async () => {
  const system = await newSystem();
  const first = await system.startBridge();
  await bring(system.ledger, 'SUBMITTED');
  await until('the checkpoints at the tail', system.atTail);
  await first.stop();
  const restored = await startEventStore();
  removals.push(restored.stop);
  const bridge = await system.startBridge({ eventStoreUrl: restored.url });
  await until('unhealthy', () =>
    Object.keys(bridge.checks).every((name) => codeOfCheck(bridge, name) === 'ledger-diverged'),
  );
});

it('leaves the work to one instance at a time; the other takes over', async () => {
  const system = await newSystem();
  const { ledger, tapped } = system;
  const first = await system.startBridge();
  await bring(ledger, 'INITIATED');
  await until('the first at work', system.atTail);
  const logged = system.logText().length;
  const second = await system.startBridge();
  // Before it has asked for the work it would leave it to the first in any case.
  await until('the second stands by', () => {
    const standing = system.logText().slice(logged).split('another instance is the owner; standing by').length - 1;
    return standing === EXCHANGES.length;
  });
  const one = await bring(ledger, 'SUBMITTED');
  await until('the checkpoints at the tail', system.atTail);
  expect(codeOfCheck(second, PRICING)).toBe('ok');
  expect(tapped.length).toBe(4);
  await first.stop();
  await act(ledger, one, 'CancelOrder');
  await until('the second at work', system.atTail);
  expect(tapped.length).toBe(5);
  expect(new Set(tapped.map(({ envelope }) => envelope.id)).size).toBe(5);
});

it('publishes everything though its connection to the broker is cut again and again [E7]', async () => {
  const system = await newSystem();
  const { ledger, tapped } = system;
  const proxy = await proxyTo(brokerUrl());
  removals.push(proxy.close);
  const bridge = await system.startBridge({ amqpUrl: proxy.url });
  const orderIds: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    const [a, b] = await Promise.all([bring(ledger, 'PRICE_CALCULATED'), bring(ledger, 'CANCELLED')]);
    proxy.cut();
    orderIds.push(a, b);
  }
  proxy.shut();
  orderIds.push(await bring(ledger, 'SUBMITTED'));
  proxy.open();
  await until('the checkpoints at the tail', system.atTail);
  const events = await system.events(orderIds);
  const seen = new Map<string, number[]>();
  for (const { exchange, envelope } of tapped) {
    const key = `${exchange} ${envelope.order_id}`;
    const versions = seen.get(key) ?? [];
    if (!versions.includes(envelope.event_version)) versions.push(envelope.event_version);
    seen.set(key, versions);
  }
  expect(new Set(tapped.map(({ envelope }) => envelope.id)).size).toBe(events.length);
  for (const versions of seen.values()) expect(versions).toEqual([...versions].sort((a, b) => a - b));
  await until('healthy again', () => codeOfCheck(bridge, PRICING) === 'ok');
});

it('moves its checkpoint past what is not about orders, so that a quiet system does not read it again', async () => {
  const system = await newSystem();
  await system.startBridge();
  await bring(system.ledger, 'INITIATED');
  await until('the checkpoints at the tail', system.atTail);
  const before = (await system.checkpoint(PRICING)) ?? 0n;
  const raw = EventStoreDBClient.connectionString`${system.store.url}`;
  removals.push(() => raw.dispose());
  const foreign = Array.from({ length: 3_000 }, () => jsonEvent({ type: 'Other', data: {} }));
  await raw.appendToStream('other-1', foreign);
  await until('a later checkpoint', async () => ((await system.checkpoint(PRICING)) ?? 0n) > before);
  const { rows } = await system.pool.query('select event_commit_position from checkpoint where name = $1', [PRICING]);
  expect(BigInt(rows[0].event_commit_position)).toBe(before);
});

it('tells how long it has been behind by the tail of the ledger, and nothing at the tail', async () => {
  const system = await systemWithSmallQueue();
  const { ledger, broker } = system;
  const bridge = await system.startBridge();
  await bring(ledger, 'FILE_UPLOADED');
  await until('the checkpoints at the tail', system.atTail);
  const lag = async (): Promise<number> => {
    const found = new RegExp(`^bridge_lag_seconds\\{exchange="${PRICING}"\\} (\\S+)$`, 'm').exec(
      await registry.metrics(),
    );
    return Number(found?.[1]);
  };
  await until('no lag', async () => (await lag()) === 0);
  await until('the queue refuses', async () => {
    if (codeOfCheck(bridge, PRICING) === 'nacked') return true;
    await bring(ledger, 'SUBMITTED');
    return false;
  });
  const early = await until('lag', async () => ((await lag()) > 0 ? lag() : undefined));
  await until('it grows', async () => (await lag()) > early);
  await until('no lag', async () => {
    await broker.take(broker.topology.queues['pricing.intake.v1'].name);
    return (await lag()) === 0;
  });
});
