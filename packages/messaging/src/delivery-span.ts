import { SpanKind } from '@opentelemetry/api';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { following, inSpan, recordFailure } from '@order-ledger/platform/telemetry';
import type { ConsumeMessage } from 'amqplib';
import type { Envelope } from './envelope.ts';

/** One span for one delivery; the stock instrumentation of amqplib is not used, it emits names of an older convention. */
export const inDeliverySpan = <Result>(
  queue: string,
  { fields }: ConsumeMessage,
  { id, type, time, event_version, traceparent }: Envelope,
  handle: (fail: (error: unknown) => void) => Promise<Result>,
): Promise<Result> => {
  return inSpan(
    `process ${queue}`,
    {
      [attribute.messagingSystem]: 'rabbitmq',
      [attribute.messagingOperationName]: 'process',
      [attribute.messagingOperationType]: 'process',
      [attribute.messagingDestinationName]: queue,
      [attribute.messagingRabbitmqRoutingKey]: fields.routingKey,
      [attribute.messagingMessageId]: id,
      [attribute.eventType]: type,
      [attribute.eventVersion]: event_version,
    },
    (span) => handle((error) => recordFailure(span, error)),
    { kind: SpanKind.CONSUMER, ...following(traceparent, time) },
  );
};
