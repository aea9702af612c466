import { type ChannelModel, connect } from 'amqplib';
import { type Queue, retryQueue, type Topology } from './topology.ts';

/** What waits for a consumer; null where the broker has no such queue. */
interface QueueDepth {
  readonly queue: string;
  readonly messages: number | null;
  /** In all its retry tiers together. */
  readonly retrying: number | null;
  readonly deadLetters: number | null;
}

export interface Broker {
  readonly version: string | null;
  readonly queues: readonly QueueDepth[];
}

/** On a channel of its own: the broker closes one on which a queue was asked for that is not there. */
const countIn = async (connection: ChannelModel, queue: string): Promise<number | null> => {
  const channel = await connection.createChannel();
  // The same is told to whoever asks.
  channel.on('error', () => undefined);
  try {
    const { messageCount } = await channel.checkQueue(queue);
    await channel.close();
    return messageCount;
  } catch (error) {
    if ((error as { code?: unknown }).code === 404) return null;
    throw error;
  }
};

const depthOf = async (connection: ChannelModel, queue: Queue): Promise<QueueDepth> => {
  const tiers = await Promise.all(queue.tiers.map((tier) => countIn(connection, retryQueue(queue, tier))));
  return {
    queue: queue.name,
    messages: await countIn(connection, queue.name),
    retrying: tiers.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0),
    deadLetters: await countIn(connection, queue.deadLetterQueue),
  };
};

/** Asks the broker once; a process that works with it keeps a connection. Nothing is taken, and nothing declared. */
export const readQueueDepths = async (url: string, topology: Topology, connectMs: number): Promise<Broker> => {
  const connection = await connect(url, { timeout: connectMs, clientProperties: { connection_name: 'status' } });
  // A connection that breaks rejects what waits for it.
  connection.on('error', () => undefined);
  const { version } = connection.connection.serverProperties as { version?: string };
  try {
    const queues = await Promise.all(Object.values(topology.queues).map((queue) => depthOf(connection, queue)));
    return { version: version ?? null, queues };
  } finally {
    void connection.close().catch(() => undefined);
  }
};
