import type { Channel } from 'amqplib';
import { reasonOf, refusalOr } from './refusals.ts';
import { type Queue, type QueueName, retryQueue, type Topology } from './topology.ts';

/** The broker holds an exchange or a queue of this name with other arguments. It cannot be changed, only replaced. */
export class TopologyMismatchError extends Error {
  override readonly name = 'TopologyMismatchError';
  readonly code = 'topology-mismatch';
}

const PRECONDITION_FAILED = 406;
/** Operators read dead letters and give them back: a delivery limit makes no sense there. */
const UNLIMITED_DELIVERIES = 2_147_483_647;
const DEAD_LETTERS = 1_000_000;

interface DeclaredQueue {
  readonly name: string;
  readonly arguments: Readonly<Record<string, string | number>>;
}

/** Replicated and on disk; dead letters leave it only when their queue has confirmed them; nothing is ever dropped. */
const quorum = { 'x-queue-type': 'quorum', 'x-overflow': 'reject-publish' } as const;

const workQueue = ({ name, deliveryLimit, maxLength }: Queue, deadLetterExchange: string): DeclaredQueue => ({
  name,
  arguments: {
    ...quorum,
    // Explicit, because the default of RabbitMQ 4 is 20 and that of 3 is none.
    'x-delivery-limit': deliveryLimit,
    'x-dead-letter-exchange': deadLetterExchange,
    'x-dead-letter-routing-key': name,
    'x-dead-letter-strategy': 'at-least-once',
    'x-max-length': maxLength,
  },
});

const retryQueues = (queue: Queue): DeclaredQueue[] =>
  queue.tiers.map((tier) => ({
    name: retryQueue(queue, tier),
    arguments: {
      ...quorum,
      'x-delivery-limit': UNLIMITED_DELIVERIES,
      'x-message-ttl': tier.delayMs,
      // The default exchange: straight back to the one queue.
      'x-dead-letter-exchange': '',
      'x-dead-letter-routing-key': queue.name,
      'x-dead-letter-strategy': 'at-least-once',
      'x-max-length': queue.maxLength,
    },
  }));

const deadLetterQueue = ({ deadLetterQueue: name }: Queue): DeclaredQueue => ({
  name,
  arguments: { ...quorum, 'x-delivery-limit': UNLIMITED_DELIVERIES, 'x-max-length': DEAD_LETTERS },
});

interface Declaration {
  readonly what: string;
  readonly on: (channel: Channel) => Promise<unknown>;
}

/** Everything of the topology, or what these queues need of it, in the order in which it can be declared. */
export const declarationsOf = (
  topology: Topology,
  names: readonly QueueName[] = queueNames(topology),
): Declaration[] => {
  const { exchanges, deadLetterExchange } = topology;
  const exchange = (name: string, type: 'topic' | 'direct'): Declaration => ({
    what: `exchange ${name}`,
    on: (channel) => channel.assertExchange(name, type),
  });
  const bound = (queue: string, to: string, key: string): Declaration => ({
    what: `binding of ${queue} to ${to} by ${key}`,
    on: (channel) => channel.bindQueue(queue, to, key),
  });
  return [
    ...Object.values(exchanges).map((name) => exchange(name, 'topic')),
    exchange(deadLetterExchange, 'direct'),
    ...names.flatMap((name) => {
      const queue = topology.queues[name];
      const queues = [deadLetterQueue(queue), ...retryQueues(queue), workQueue(queue, deadLetterExchange)];
      return [
        ...queues.map((one) => ({
          what: `queue ${one.name}`,
          on: (channel: Channel) => channel.assertQueue(one.name, { arguments: one.arguments }),
        })),
        bound(queue.deadLetterQueue, deadLetterExchange, queue.name),
        ...queue.bindings.map((binding) => bound(queue.name, binding.exchange, binding.key)),
      ];
    }),
  ];
};

const queueNames = ({ queues }: Topology) => Object.keys(queues) as QueueName[];

/**
 * Declares one thing; what is there already in the same form stays as it is.
 *
 * @throws TopologyMismatchError where it is there in another form, BrokerRefusedError where the broker says something
 * else; the channel is closed by either
 */
export const declare = async (channel: Channel, { what, on }: Declaration): Promise<void> => {
  try {
    await on(channel);
  } catch (error) {
    if (reasonOf(error)?.number !== PRECONDITION_FAILED) throw refusalOr(error, `The ${what} cannot be declared`);
    const advice = 'give the new form a new version in its name, or delete the old one once it is empty and unused';
    throw new TopologyMismatchError(`The ${what} exists on the broker with other arguments: ${advice}`, {
      cause: error,
    });
  }
};

/** Declares everything, or what these queues need. */
export const declareTopology = async (
  channel: Channel,
  topology: Topology,
  names?: readonly QueueName[],
): Promise<void> => {
  for (const one of declarationsOf(topology, names)) await declare(channel, one);
};
