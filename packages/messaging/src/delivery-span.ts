import { SpanKind } from '@opentelemetry/api';
import { clock } from '@order-ledger/platform/clock';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { inSpan, recordFailure } from '@order-ledger/platform/telemetry';
import type { ConsumeMessage } from 'amqplib';
import type { Envelope } from './envelope.ts';

/** A trace is continued while somebody may look at it as one; what comes later, by a replay or a backlog, is linked. */
const CONTINUED_FOR_MS = 5 * 60_000;

/** One span for one delivery; the stock instrumentation of amqplib is not used, it emits names of an older convention. */
export const inDeliverySpan = <Result>(
  queue: string,
  { fields }: ConsumeMessage,
  { id, type, time, event_version, traceparent }: Envelope,
  handle: (fail: (error: unknown) => void) => Promise<Result>,
): Promise<Result> => {
  const young = clock.now() - Date.parse(time) < CONTINUED_FOR_MS;
  const origin = traceparent !== undefined && young ? { parent: traceparent } : { parent: null, links: [traceparent] };
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
    { kind: SpanKind.CONSUMER, ...origin },
  );
};
