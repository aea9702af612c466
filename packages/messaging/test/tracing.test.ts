import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Messaging, openMessaging } from '@order-ledger/messaging/connection';
import { PermanentError } from '@order-ledger/messaging/errors';
import { type OtlpSink, startOtlpSink } from '@order-ledger/platform/otlp-sink';
import { startTelemetry, type Telemetry } from '@order-ledger/platform/telemetry';
import { keepingLog } from '@order-ledger/testing/lines';
import { recalculation } from '@order-ledger/testing/messages';
import { type Broker, brokerUrl, openBroker, ownPrefix } from '@order-ledger/testing/services/broker';
import { until } from '@order-ledger/testing/waiting';

const QUEUE = 'pricing.intake.v1';
const { log, lines } = keepingLog();
const prefix = ownPrefix();
let sink: OtlpSink;
let telemetry: Telemetry;
let broker: Broker;
let messaging: Messaging;

beforeAll(async () => {
  sink = await startOtlpSink();
  telemetry = await startTelemetry({ service: 'pricing-worker', endpoint: sink.url, log });
  broker = await openBroker(prefix);
  messaging = openMessaging({ url: brokerUrl(), log, name: 'pricing-worker', prefix });
});
afterAll(async () => {
  await messaging.close();
  await broker.remove();
  await broker.close();
  await sink.close();
});

it('continues the trace of a young event, and links that of an old one [B8] [L3]', async () => {
  const traces = ['a', 'b', 'c'].map((digit) => digit.repeat(32));
  const [young, old, failing] = traces.map((trace) =>
    recalculation({ traceparent: `00-${trace}-${'d'.repeat(16)}-01`, order_id: crypto.randomUUID() }),
  );
  const messages = [young!, { ...old!, time: '2026-01-01T00:00:00.000Z' }, failing!];
  const handled: string[] = [];
  await messaging.consume(QUEUE, {
    handler: async ({ id }) => {
      log.info('in the handler');
      handled.push(id);
      if (id === failing!.id) throw new PermanentError('no such order: jane@example.com', 'no-order');
    },
  });
  for (const message of messages) await messaging.publish(message, { mandatory: true });
  await until('the deliveries', () => handled.length === 3);
  await until('the dead letter', () => broker.take(broker.topology.queues[QUEUE].deadLetterQueue));
  await telemetry.shutdown();

  const processed = new Map(
    sink
      .spans()
      .filter(({ name }) => name === `process ${QUEUE}`)
      .map((span) => [span.attributes['messaging.message.id'], span]),
  );
  expect(processed.get(young!.id)).toMatchObject({ traceId: traces[0], parentSpanId: 'd'.repeat(16) });
  expect(processed.get(old!.id)?.traceId).not.toBe(traces[1]);
  expect(processed.get(old!.id)?.links).toMatchObject([{ traceId: traces[1] }]);
  expect(processed.get(failing!.id)).toMatchObject({ statusCode: 2, attributes: { 'error.type': 'PermanentError' } });
  expect(processed.get(young!.id)?.attributes).toMatchObject({
    'messaging.system': 'rabbitmq',
    'messaging.operation.type': 'process',
    'messaging.destination.name': QUEUE,
    'messaging.rabbitmq.destination.routing_key': 'order.price_recalculation_requested',
    'order_ledger.order_id': young!.order_id,
    'order_ledger.correlation_id': 'correlation-1',
  });
  const sent = sink.spans().filter(({ name }) => name === 'send orders.pricing.v1');
  expect(sent.map(({ links }) => links[0]?.traceId)).toEqual(traces);
  // Each line that a handler writes names its order and trace.
  const [line] = lines().filter(({ message }) => message === 'in the handler');
  expect(line).toMatchObject({ order_id: young!.order_id, message_id: young!.id, trace_id: traces[0] });
  expect(sink.received()).not.toContain('jane@example.com');
});
