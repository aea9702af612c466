import type { Channel } from 'amqplib';
import { type Queue, retryQueue, type Topology } from './topology.ts';

/** The broker holds an exchange or a queue of this name with other arguments. It cannot be changed, only replaced. */
export class TopologyMismatchError extends Error {
  override readonly name = 'TopologyMismatchError';
  readonly code = 'topology-mismatch';
}

const PRECONDITION_FAILED = 406;
/** Dead letters are read and put back by people: what counts as "too often" elsewhere means nothing there. */
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

/**
 * Declares exchanges, queues and bindings; what is there already in the same form stays as it is.
 *
 * @throws TopologyMismatchError where it is there in another form; the channel is closed by that
 */
export const declareTopology = async (channel: Channel, topology: Topology): Promise<void> => {
  const { exchanges, deadLetterExchange, queues } = topology;
  for (const exchange of Object.values(exchanges)) {
    await orMismatch(`exchange ${exchange}`, channel.assertExchange(exchange, 'topic'));
  }
  await orMismatch(`exchange ${deadLetterExchange}`, channel.assertExchange(deadLetterExchange, 'direct'));
  for (const queue of Object.values(queues)) {
    const declared = [deadLetterQueue(queue), ...retryQueues(queue), workQueue(queue, deadLetterExchange)];
    for (const one of declared) {
      await orMismatch(`queue ${one.name}`, channel.assertQueue(one.name, { arguments: one.arguments }));
    }
    await channel.bindQueue(queue.deadLetterQueue, deadLetterExchange, queue.name);
    for (const { exchange, key } of queue.bindings) await channel.bindQueue(queue.name, exchange, key);
  }
};

const orMismatch = async (what: string, declaration: Promise<unknown>): Promise<void> => {
  try {
    await declaration;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== PRECONDITION_FAILED) throw error;
    const advice = 'give the new form a new version in its name, or delete the old one once it is empty and unused';
    throw new TopologyMismatchError(`The ${what} stands on the broker with other arguments: ${advice}`, {
      cause: error,
    });
  }
};
