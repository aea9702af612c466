import { declareTopology } from '@order-ledger/messaging/declare';
import { TOPOLOGY } from '@order-ledger/messaging/topology';
import { type ConsumeMessage, connect, type Options } from 'amqplib';

/** A message as it came, to be published again just so. */
export interface Copy {
  readonly exchange: string;
  readonly routingKey: string;
  readonly content: string;
  readonly options: Options.Publish;
}

export interface Published {
  /** How many messages lie in the queue. */
  count(): Promise<number>;
  /** Takes all that lies there. */
  taken(count: number): Promise<Copy[]>;
  empty(): Promise<void>;
  close(): Promise<void>;
}

const EVERYTHING = 'bench.everything';

const copyOf = ({ fields, properties, content }: ConsumeMessage, mandatory: boolean): Copy => {
  const { messageId, type, headers, timestamp, contentType, deliveryMode } = properties;
  return {
    exchange: fields.exchange,
    routingKey: fields.routingKey,
    content: content.toString(),
    options: { messageId, type, headers, timestamp, contentType, deliveryMode, mandatory },
  };
};

/** The system's own queues, and one more quorum queue that all messages go to, so that none is confirmed without being stored. */
export const openPublished = async (url: string): Promise<Published> => {
  const model = await connect(url);
  const channel = await model.createConfirmChannel();
  await declareTopology(channel, TOPOLOGY);
  await channel.assertQueue(EVERYTHING, { durable: true, arguments: { 'x-queue-type': 'quorum' } });
  for (const exchange of Object.values(TOPOLOGY.exchanges)) await channel.bindQueue(EVERYTHING, exchange, '#');
  const queues = [EVERYTHING, ...Object.values(TOPOLOGY.queues).map(({ name }) => name)];
  const consumed = new Set(Object.values(TOPOLOGY.queues).flatMap(({ bindings }) => bindings.map(({ key }) => key)));
  return {
    count: async () => (await channel.checkQueue(EVERYTHING)).messageCount,
    taken: async (count) => {
      const copies: Copy[] = [];
      await new Promise<void>((resolve, reject) => {
        channel
          .consume(
            EVERYTHING,
            (message) => {
              if (message === null) return reject(new Error('the queue of the benchmark was deleted'));
              copies.push(copyOf(message, consumed.has(message.fields.routingKey)));
              if (copies.length === count) resolve();
            },
            { noAck: true, consumerTag: EVERYTHING },
          )
          .catch(reject);
      });
      await channel.cancel(EVERYTHING);
      return copies;
    },
    empty: async () => {
      for (const queue of queues) await channel.purgeQueue(queue);
    },
    close: () => model.close(),
  };
};
