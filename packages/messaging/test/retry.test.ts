import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Messaging, openMessaging } from '@order-ledger/messaging/connection';
import type { Envelope } from '@order-ledger/messaging/envelope';
import { PermanentError, TransientError } from '@order-ledger/messaging/errors';
import { TOPOLOGY, type Topology } from '@order-ledger/messaging/topology';
import { registry } from '@order-ledger/platform/metrics';
import { keepingLog } from '@order-ledger/testing/lines';
import { recalculation } from '@order-ledger/testing/messages';
import { type Broker, brokerUrl, openBroker, ownPrefix } from '@order-ledger/testing/services/broker';
import { until } from '@order-ledger/testing/waiting';
import type { GetMessage } from 'amqplib';

/** Servers start and queues are made on a machine that others use too. */
jest.setTimeout(120_000);

const QUEUE = 'pricing.intake.v1';
/** Our own tiers with short delays: the way is the same, the waiting is not. */
const tiers = [
  { name: '1s', delayMs: 300 },
  { name: '5s', delayMs: 900 },
];
const topology: Topology = {
  ...TOPOLOGY,
  queues: { ...TOPOLOGY.queues, [QUEUE]: { ...TOPOLOGY.queues[QUEUE], tiers, attempts: 3 } },
};
const prefix = ownPrefix();
const { log } = keepingLog();

let broker: Broker;
let messaging: Messaging;
const consumers: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  broker = await openBroker(prefix, topology);
  messaging = openMessaging({ url: brokerUrl(), log, name: 'pricing-worker', version: '9.9.9', prefix, topology });
  await messaging.ready(20_000);
});
afterEach(async () => {
  for (const consumer of consumers.splice(0)) await consumer.close();
});
afterAll(async () => {
  await messaging.close();
  await broker.remove();
  await broker.close();
});

const consume = async (handler: (envelope: Envelope) => Promise<void>) => {
  consumers.push(await messaging.consume(QUEUE, { handler }));
};
const deadLetter = (): Promise<GetMessage> =>
  until('a dead letter', () => broker.take(broker.topology.queues[QUEUE].deadLetterQueue));

describe('a message whose handler fails', () => {
  it('is tried three times in process, then waits in each tier in turn, and is handled when the fault has passed [E3] [E5]', async () => {
    const sent = recalculation();
    const calls: number[] = [];
    await consume(async () => {
      calls.push(performance.now());
      if (calls.length <= 6) throw new TransientError('the catalogue does not answer');
    });
    await messaging.publish(sent, { mandatory: true });
    await until('the seventh try', () => calls.length === 7);
    const gaps = calls.slice(1).map((at, index) => at - calls[index]!);
    // Two tries in process after each delivery, and the tiers' delays between the deliveries.
    expect(gaps[2]).toBeGreaterThanOrEqual(290);
    expect(gaps[5]).toBeGreaterThanOrEqual(890);
    expect(await broker.ready(broker.topology.queues[QUEUE].deadLetterQueue)).toBe(0);
  });

  it('goes to the dead letters after its last attempt, with its reason and history [E1]', async () => {
    const sent = recalculation({ traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` });
    const before = Date.now();
    await consume(async () => {
      throw new TransientError('no answer for customer anna@example.com, +7 912 345-67-89', 'no-answer');
    });
    await messaging.publish(sent, { mandatory: true });
    const { content, properties } = await deadLetter();
    expect(JSON.parse(content.toString())).toEqual(sent);
    expect(properties).toMatchObject({ messageId: sent.id, type: sent.type, contentType: 'application/json' });
    expect(properties.headers).toMatchObject({
      'x-error-class': 'transient',
      'x-error-code': 'no-answer',
      'x-error-message': 'no answer for customer [email], [phone]',
      'x-attempt': 3,
      'x-origin-queue': QUEUE,
      'x-origin-exchange': broker.topology.exchanges['orders.pricing.v1'],
      'x-origin-routing-key': 'order.price_recalculation_requested',
      'x-consumer': 'pricing-worker',
      'x-consumer-version': '9.9.9',
      traceparent: sent.traceparent,
    });
    const { 'x-first-failure': first, 'x-last-failure': last } = properties.headers ?? {};
    expect(Date.parse(first)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(last)).toBeGreaterThan(Date.parse(first));
  });

  it('goes to the dead letters at once when no repetition can mend it [E1]', async () => {
    let calls = 0;
    await consume(async () => {
      calls += 1;
      throw new PermanentError('there is no such order', 'no-order');
    });
    await messaging.publish(recalculation(), { mandatory: true });
    const { properties } = await deadLetter();
    expect(properties.headers).toMatchObject({
      'x-error-class': 'permanent',
      'x-error-code': 'no-order',
      'x-attempt': 1,
    });
    expect(calls).toBe(1);
  });

  it('waits uncounted for a dependency that is away, however long, and is handled when it is back [E1] [E5]', async () => {
    const sent = recalculation();
    let deliveries = 0;
    await consume(async () => {
      deliveries += 1;
      const away = Object.assign(new Error('connect EHOSTUNREACH'), { code: 'EHOSTUNREACH' });
      // More deliveries than there are attempts, each with its three tries.
      if (deliveries <= 15) throw new Error('the database was asked', { cause: away });
      throw new PermanentError('seen enough', 'enough');
    });
    await messaging.publish(sent, { mandatory: true });
    const { properties } = await deadLetter();
    expect(properties.headers).toMatchObject({ 'x-error-code': 'enough', 'x-attempt': 1, 'x-outages': 5 });
    expect(deliveries).toBe(16);
    expect(await registry.metrics()).toMatch(/messaging_outage_waits_total\{queue="[^"]+",dependency="socket"\} 5/);
  });

  it('goes to the dead letters after its last attempt, not before, when nobody knows the fault [E1]', async () => {
    let calls = 0;
    await consume(async () => {
      calls += 1;
      throw new Error('undefined is not a function');
    });
    await messaging.publish(recalculation(), { mandatory: true });
    const { properties } = await deadLetter();
    expect(properties.headers).toMatchObject({ 'x-error-class': 'unknown', 'x-error-code': 'Error', 'x-attempt': 3 });
    expect(calls).toBe(9);
  });
});

describe('a message that is none', () => {
  const publishRaw = (content: string) =>
    broker.channel.publish(
      broker.topology.exchanges['orders.pricing.v1'],
      'order.order_submitted',
      Buffer.from(content),
      {
        messageId: 'raw',
        deliveryMode: 2,
      },
    );

  const FIELDS = Array.from({ length: 100_000 }, (_, n) => [`field-${n}`, 1]);

  it.each([
    ['not JSON', '{', 'not-json'],
    ['no envelope', '{"type":"order.order_submitted"}', 'invalid'],
    ['of an unknown type', JSON.stringify(recalculation({ type: 'order.never_heard_of' })), 'unknown-type'],
    ['of a later schema_version', JSON.stringify(recalculation({ schema_version: 99 })), 'unknown-version'],
    [
      'larger than any of ours',
      JSON.stringify(recalculation({ data: { reason: 'x'.repeat(2_100_000) } })),
      'too-large',
    ],
    ['deeper than can be walked', `${'['.repeat(900_000)}${']'.repeat(900_000)}`, 'invalid'],
    ['of very many fields', JSON.stringify({ ...recalculation(), ...Object.fromEntries(FIELDS) }), 'invalid'],
    ['with data of another form', JSON.stringify(recalculation({ data: { reason: 'NOT_A_REASON' } })), 'invalid'],
  ])('goes to the dead letters and does not stop the next one: %s [F2]', async (_what, content, code) => {
    const handled: Envelope[] = [];
    await consume(async (envelope) => void handled.push(envelope));
    publishRaw(content);
    const next = recalculation();
    await messaging.publish(next, { mandatory: true });
    const { content: kept, properties } = await deadLetter();
    expect(kept.toString()).toBe(content);
    expect(properties.headers).toMatchObject({ 'x-error-class': 'schema', 'x-error-code': code });
    await until('the next message', () => handled.length === 1);
    expect(handled).toEqual([next]);
  });
});
