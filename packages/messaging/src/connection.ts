import { SpanKind } from '@opentelemetry/api';
import type { Log } from '@order-ledger/platform/log';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { recordFailure, startSpan, underSpan } from '@order-ledger/platform/telemetry';
import { createConsumer, type Handler } from './consumer.ts';
import { declareTopology } from './declare.ts';
import { HEADER } from './delivery-headers.ts';
import { type Envelope, exchangeOfMessage } from './envelope.ts';
import { type KeptChannel, openLink } from './link.ts';
import { createPublisher } from './publisher.ts';
import { BrokerBlockedError } from './refusals.ts';
import { prefixed, type QueueName, TOPOLOGY, type Topology } from './topology.ts';
import { keepTopology } from './topology-keeper.ts';

export interface MessagingOptions {
  /** `amqp://…` or `amqps://…`, with the account and the virtual host. */
  readonly url: string;
  readonly log: Log;
  /** The process's name: of its connections at the broker, and in the headers of dead letters. */
  readonly name: string;
  readonly version?: string;
  /** Before all names on the broker; none if absent. For systems or tests that share a virtual host. */
  readonly prefix?: string;
  /** Milliseconds until a publication without an answer is given up as unknown; 30,000 if absent. */
  readonly publishTimeoutMs?: number;
  readonly topology?: Topology;
  /** Those that the process declares, with the exchanges: its own, where its account may do no more. All if absent. */
  readonly queues?: readonly QueueName[];
}

export interface Consumer {
  /** Throws the last fault while nothing is consumed, or while no queue takes a failed message. */
  check(): void;
  /** Takes no more messages and waits for the handlers that run. */
  close(): Promise<void>;
}

export interface Messaging {
  /** What is declared on the broker, under its names there. */
  readonly topology: Topology;
  /**
   * Publishes to the exchange of the message's type and resolves when the broker has confirmed it and, where it is
   * mandatory, some queue took it. A message whose fate is not known may be published again: same id.
   *
   * @throws UnroutableError, NackedError, BrokerUnavailableError; UnpublishableError where no repetition helps
   */
  publish(envelope: Envelope, options?: { mandatory?: boolean }): Promise<void>;
  /**
   * Consumes from now on until the consumer is closed, through every fault of connection, channel and queue. `prefetch`
   * is how many messages are handled at once, 16 if absent: their order is not kept.
   */
  consume(queue: QueueName, options: { prefetch?: number; handler: Handler }): Promise<Consumer>;
  /**
   * Resolves when the broker can be published to and the topology stands, by the last of the rounds that declare it
   * again and again. Rejects when it cannot within the time (1,500 ms if absent), with TopologyMismatchError where the
   * broker holds another topology, with BrokerRefusedError where it refuses us, with BrokerBlockedError where it has been
   * short of memory or disk for some seconds.
   */
  ready(timeoutMs?: number): Promise<void>;
  /** Closes the consumers, waits for what is being published, closes the connections. */
  close(): Promise<void>;
}

const PREFETCH = 16;
const LAST_CONFIRMS_MS = 5_000;
/** A short alarm is over before anybody could act on it. */
const BLOCKED_SHOWN_AFTER_MS = 5_000;

/** The only access to RabbitMQ. Connects in the background; the topology is declared on each connection. */
export const openMessaging = (options: MessagingOptions): Messaging => {
  const { url, log, name, version = '0.0.0', publishTimeoutMs = 30_000 } = options;
  const topology = prefixed(options.topology ?? TOPOLOGY, options.prefix ?? '');

  // Two connections: the broker stops reading from one that publishes too much, and acknowledgements must go on.
  const publishing = openLink({ url, name: `${name} publish`, log });
  const keeper = keepTopology(publishing, topology, log, options.queues);
  const { publisher, user } = createPublisher(publishing, publishTimeoutMs, keeper.again);
  const publishChannel = publishing.keepChannel({
    ...user,
    name: `${name} publish`,
    open: async (channel) => {
      // An exchange that is gone closes the channel of who publishes to it.
      await keeper.again();
      await user.open(channel);
    },
  });
  let consuming: ReturnType<typeof openLink> | undefined;
  const consumers = new Set<Consumer>();

  const consume: Messaging['consume'] = async (queueName, { prefetch = PREFETCH, handler }) => {
    consuming ??= openLink({ url, name: `${name} consume`, log });
    const {
      user: consumerUser,
      check,
      cancel,
      idle,
    } = createConsumer({
      topology,
      queueName,
      prefetch,
      handler,
      publisher,
      log,
      consumer: name,
      consumerVersion: version,
    });
    const channel: KeptChannel = consuming.keepChannel({
      ...consumerUser,
      name: `${name} ${queueName}`,
      open: async (opened) => {
        await declareTopology(opened, topology, [queueName]);
        await consumerUser.open(opened);
      },
    });
    const consumer: Consumer = {
      check: () => {
        channel.check();
        check();
      },
      close: async () => {
        consumers.delete(consumer);
        await cancel();
        await idle();
        await channel.close();
        // Those of a channel that was opened again meanwhile.
        await idle();
      },
    };
    consumers.add(consumer);
    return consumer;
  };

  return {
    topology,
    publish: (envelope, { mandatory = false } = {}) => {
      const { id, type, time, order_id, event_version, traceparent } = envelope;
      const destination = exchangeOfMessage(type);
      const content = Buffer.from(JSON.stringify(envelope));
      const span = startSpan(
        `send ${destination}`,
        {
          [attribute.messagingSystem]: 'rabbitmq',
          [attribute.messagingOperationName]: 'send',
          [attribute.messagingOperationType]: 'send',
          [attribute.messagingDestinationName]: destination,
          [attribute.messagingRabbitmqRoutingKey]: type,
          [attribute.messagingMessageId]: id,
          [attribute.orderId]: order_id,
          [attribute.eventVersion]: event_version,
        },
        { kind: SpanKind.PRODUCER, links: [traceparent] },
      );
      const sent = underSpan(span, () =>
        publisher.send({
          exchange: topology.exchanges[destination],
          routingKey: type,
          destination,
          content,
          messageId: id,
          type,
          timestamp: Math.floor(Date.parse(time) / 1_000),
          headers: traceparent === undefined ? {} : { [HEADER.traceparent]: traceparent },
          mandatory,
        }),
      );
      return sent.then(
        () => span.end(),
        (error: unknown) => {
          recordFailure(span, error);
          span.end();
          throw error;
        },
      );
    },
    consume,
    ready: async (timeoutMs = 1_500) => {
      await publishChannel.ready(timeoutMs);
      if (publishing.blockedForMs() > BLOCKED_SHOWN_AFTER_MS)
        throw new BrokerBlockedError('the broker, short of memory or disk, blocks publishing');
      keeper.check();
    },
    close: async () => {
      await Promise.all([...consumers].map((consumer) => consumer.close()));
      await consuming?.close();
      await publisher.close(LAST_CONFIRMS_MS);
      keeper.close();
      await publishing.close();
    },
  };
};
