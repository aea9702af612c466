import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type Messaging, openMessaging } from '@order-ledger/messaging/connection';
import { PermanentError } from '@order-ledger/messaging/errors';
import { registry } from '@order-ledger/platform/metrics';
import { keepingLog } from '@order-ledger/testing/lines';
import { recalculation } from '@order-ledger/testing/messages';
import { type OwnBroker, startOwnBroker } from '@order-ledger/testing/services/own-broker';
import { until, untilDone } from '@order-ledger/testing/waiting';

jest.setTimeout(120_000);

const QUEUE = 'pricing.intake.v1';
const { log } = keepingLog();
let broker: OwnBroker;
let messaging: Messaging;

beforeAll(async () => {
  broker = await startOwnBroker();
  await broker.control('eval', 'application:set_env(rabbit, max_message_size, 70000).');
  messaging = openMessaging({ url: broker.url, log, name: 'test' });
  await messaging.ready(20_000);
}, 120_000);
afterAll(async () => {
  await messaging.close();
  await broker.remove();
}, 120_000);

/** As a relay does it: again until it is taken or certain that it never will be. */
const publish = (message: ReturnType<typeof recalculation>): Promise<string> =>
  untilDone(
    () => messaging.publish(message, { mandatory: true }),
    (error) => (error as { code: string }).code === 'broker-unavailable',
  ).then(
    () => 'confirmed',
    ({ code }: { code: string }) => code,
  );

it('tells at once what AMQP has no form for, and the messages beside it are confirmed', async () => {
  const outcomes = await Promise.all([
    publish(recalculation()),
    publish(recalculation({ id: 'x'.repeat(256) })),
    publish(recalculation({ time: '1969-12-31T23:59:59.000Z' })),
    publish(recalculation({ time: '-271821-04-20T00:00:00.000Z' })),
    publish(recalculation({ time: 'no time at all' })),
    publish(recalculation()),
  ]);
  expect(outcomes).toEqual(['confirmed', 'unencodable', 'confirmed', 'confirmed', 'confirmed', 'confirmed']);
});

it('tells at once which messages are larger than the broker takes, though it closes the channel over each', async () => {
  const large = () => recalculation({ data: { reason: 'EXPIRED', faults: 'x'.repeat(70_000) } });
  const messages = Array.from({ length: 60 }, (_, n) => (n % 3 === 0 ? large() : recalculation()));
  const outcomes = await Promise.all(messages.map(publish));
  expect(outcomes).toEqual(messages.map((_, n) => (n % 3 === 0 ? 'too-large' : 'confirmed')));
});

it('puts a failed message away whatever headers it came with', async () => {
  const { connect } = await import('amqplib');
  const connection = await connect(broker.url);
  const channel = await connection.createConfirmChannel();
  await channel.purgeQueue(QUEUE);
  const text = 'x'.repeat(21_700);
  const headers = { 'x-first-failure': text, 'x-origin-exchange': text, 'x-origin-routing-key': text };
  channel.sendToQueue(QUEUE, Buffer.from(JSON.stringify(recalculation())), { headers });
  await channel.waitForConfirms();
  const consumer = await messaging.consume(QUEUE, {
    handler: async () => {
      throw new PermanentError('no');
    },
  });
  const dead = await until('the dead letter', () => channel.get(`${QUEUE}.dlq`, { noAck: true }), 30_000);
  expect(dead.properties.headers?.['x-error-class']).toBe('permanent');
  await consumer.close();
  await connection.close();
});

it('has the broker move to the dead letters what cannot be sent there, and counts it as that', async () => {
  const { connect } = await import('amqplib');
  const connection = await connect(broker.url);
  const channel = await connection.createConfirmChannel();
  const large = recalculation({ data: { reason: 'EXPIRED', faults: 'x'.repeat(50_000) } });
  channel.sendToQueue(QUEUE, Buffer.from(JSON.stringify(large)));
  await channel.waitForConfirms();
  // What is in the queue already is larger than the broker takes from now on.
  await broker.control('eval', 'application:set_env(rabbit, max_message_size, 40000).');
  const limited = openMessaging({ url: broker.url, log, name: 'limited' });
  const consumer = await limited.consume(QUEUE, {
    handler: async () => {
      throw new PermanentError('no');
    },
  });
  const dead = await until('the dead letter', () => channel.get(`${QUEUE}.dlq`, { noAck: true }), 30_000);
  expect(JSON.parse(dead.content.toString()).id).toBe(large.id);
  await until('the count', async () => /outcome="dead-lettered"} 2\b/.test(await delivered()));
  expect(await delivered()).not.toContain('outcome="lost"');
  expect(dead.properties.headers?.['x-error-class']).toBeUndefined();
  await consumer.close();
  await limited.close();
  await connection.close();
});

const delivered = () => registry.getSingleMetricAsString('messaging_delivered_total');
