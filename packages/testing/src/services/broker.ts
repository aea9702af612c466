import { randomUUID } from 'node:crypto';
import { declareTopology } from '@order-ledger/messaging/declare';
import type { Envelope } from '@order-ledger/messaging/envelope';
import { prefixed, retryQueue, TOPOLOGY, type Topology } from '@order-ledger/messaging/topology';
import { type ChannelModel, type ConfirmChannel, connect, type GetMessage } from 'amqplib';
import { until } from '../waiting.ts';
import { testService } from './shared.ts';

export const brokerUrl = (): string => testService('rabbitmq');

/** Names of their own for one test file, on the broker that all files share. */
export const ownPrefix = (): string => `test-${randomUUID().slice(0, 8)}.`;

/** A message as it left an exchange. */
export interface Tapped {
  /** By its name in the topology, without the prefix. */
  readonly exchange: string;
  readonly envelope: Envelope;
}

/** A look at the broker past our own code. */
export interface Broker {
  readonly channel: ConfirmChannel;
  readonly topology: Topology;
  ready(queue: string): Promise<number>;
  /** All that the exchanges are given from now on, as it comes. */
  tap(): Promise<Tapped[]>;
  untap(): Promise<void>;
  /** Resolves when everything that was confirmed before has come to the taps. */
  tappedAll(): Promise<void>;
  /** False where the queue is empty, or is none. */
  take(queue: string): Promise<GetMessage | false>;
  /**
   * What a person does by hand, on a connection of its own. Again where it fails: a broker that is given two declarations
   * of one queue at once may close the connection of either with an internal error.
   */
  byHand(work: (channel: ConfirmChannel) => Promise<unknown>): Promise<void>;
  /** Deletes everything of the topology. */
  remove(): Promise<void>;
  close(): Promise<void>;
}

export const openBroker = async (
  prefix: string,
  base: Topology = TOPOLOGY,
  url: string = brokerUrl(),
): Promise<Broker> => {
  const model: ChannelModel = await connect(url);
  model.on('error', () => undefined);
  const channel = await model.createConfirmChannel();
  channel.on('error', () => undefined);
  const topology = prefixed(base, prefix);
  await declareTopology(channel, topology);
  const byHand: Broker['byHand'] = (work) =>
    until('it is done by hand', async () => {
      const own = await connect(url);
      own.on('error', () => undefined);
      try {
        const hand = await own.createConfirmChannel();
        hand.on('error', () => undefined);
        await work(hand);
        return true;
      } catch {
        return false;
      } finally {
        await own.close().catch(() => undefined);
      }
    }).then(() => undefined);
  let taking: ChannelModel | undefined;
  const openTaking = async (): Promise<ChannelModel> => {
    const opened = await connect(url);
    opened.on('error', () => undefined);
    return opened;
  };
  const taps: string[] = [];
  const marks = new Map<string, () => void>();
  return {
    channel,
    topology,
    ready: async (queue) => (await channel.checkQueue(queue)).messageCount,
    untap: async () => {
      for (const queue of taps.splice(0)) await channel.deleteQueue(queue);
    },
    tap: async () => {
      const tapped: Tapped[] = [];
      const { queue } = await channel.assertQueue('', { exclusive: true });
      taps.push(queue);
      for (const exchange of Object.values(topology.exchanges)) await channel.bindQueue(queue, exchange, '#');
      await channel.consume(
        queue,
        (message) => {
          if (message === null) return;
          // The default exchange: no message of the system's comes by it.
          if (message.fields.exchange === '') return marks.get(message.content.toString())?.();
          const exchange = message.fields.exchange.slice(prefix.length);
          tapped.push({ exchange, envelope: JSON.parse(message.content.toString()) });
        },
        { noAck: true },
      );
      return tapped;
    },
    tappedAll: async () => {
      for (const queue of taps) {
        const mark = randomUUID();
        await new Promise<void>((resolve) => {
          marks.set(mark, resolve);
          channel.sendToQueue(queue, Buffer.from(mark));
        });
        marks.delete(mark);
      }
    },
    take: async (queue) => {
      try {
        taking ??= await openTaking();
        // Asking for a queue that is gone ends the channel.
        const own = await taking.createChannel();
        own.on('error', () => undefined);
        const message = await own.get(queue, { noAck: true });
        await own.close();
        return message;
      } catch (error) {
        const told = error instanceof Error ? error.message : String(error);
        // And asking for one that is just being deleted the connection, with an internal error.
        if (/Channel ended|Connection clos|INTERNAL-ERROR/.test(told)) taking = undefined;
        else if (!told.includes('NOT-FOUND')) throw error;
        return false;
      }
    },
    byHand,
    remove: () =>
      byHand(async (hand) => {
        for (const queue of Object.values(topology.queues)) {
          const names = [queue.name, queue.deadLetterQueue, ...queue.tiers.map((tier) => retryQueue(queue, tier))];
          for (const name of names) await hand.deleteQueue(name);
        }
        for (const exchange of [...Object.values(topology.exchanges), topology.deadLetterExchange])
          await hand.deleteExchange(exchange);
      }),
    close: async () => {
      await taking?.close().catch(() => undefined);
      await model.close();
    },
  };
};
