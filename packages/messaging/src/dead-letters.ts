import { setTimeout as delay } from 'node:timers/promises';
import {
  type Channel,
  type ChannelModel,
  type ConfirmChannel,
  type ConsumeMessage,
  connect,
  type Message,
} from 'amqplib';
import { type DeadLetter, deadLetterOf, freshHeaders } from './dead-letter.ts';
import { BrokerUnavailableError, NackedError, UnroutableError } from './errors.ts';
import { NACKED, representable } from './publisher.ts';
import { walk } from './queue-walk.ts';
import { reasonOf, refusalOr } from './refusals.ts';
import { deskQueue, type QueueName, type Topology } from './topology.ts';

/** Another operator works on the dead letters now. */
class DeskTakenError extends Error {
  override readonly name = 'DeskTakenError';
  readonly code = 'desk-taken';
}

/** A dead letter with its message. */
export interface FoundLetter {
  readonly letter: DeadLetter;
  readonly message: ConsumeMessage;
}

/**
 * What is done with some letters before they leave their queue. Returns the letters that it was done with, and the
 * error that stopped it.
 */
export type Deed = (
  found: readonly FoundLetter[],
) => Promise<{ readonly done: readonly FoundLetter[]; readonly fault?: unknown }>;

interface Taking {
  readonly queues: readonly QueueName[];
  /** Is shown each letter that is there, from the first of its queue to the last. */
  readonly wanted: (found: FoundLetter) => boolean;
  /** Done once with all that is wanted, when all have been seen; or with some at a time, as they are seen. */
  readonly deed: Deed;
  readonly atATime?: boolean;
  /** Is told what has left its queue. */
  readonly gone?: (found: readonly FoundLetter[]) => Promise<void>;
  /** Every letter is wanted, so that few have to be held at once. */
  readonly everyone?: boolean;
  readonly seen?: (count: number, of: number) => void;
}

/**
 * An operator's work on dead letters. Only one at a time: of two, each would think the letters that the other holds are
 * gone. A letter that the deed was not done with stays at its place in its queue, even if the process dies.
 */
export interface DeadLetterDesk {
  readonly queues: readonly QueueName[];
  /** Resolves to how many letters have left their queues. What comes while it goes on is left alone. */
  take(taking: Taking): Promise<number>;
  /** Publishes letters to their queues again, with no attempts counted; done: the broker has confirmed it. */
  putBack: Deed;
  close(): Promise<void>;
}

interface DeskOptions {
  readonly url: string;
  readonly topology: Topology;
  /** Milliseconds that are waited for somebody else to leave; 10,000 if absent. */
  readonly waitMs?: number;
}

/** Letters that a deed is done with at a time. */
const AT_A_TIME = 100;
const HELD_AT_MOST = 500;
/** A broker that owes an answer for longer gives none, milliseconds. */
const ANSWER_LIMIT_MS = 30_000;
const LOOK_AGAIN_MS = 500;
/** What was held is back in its queue within milliseconds. */
const GIVEN_BACK_WITHIN_MS = 5_000;
const CONNECT_TIMEOUT_MS = 10_000;
const RESOURCE_LOCKED = 405;
const NOT_FOUND = 404;

/** On a channel of its own: a queue that is missing closes it. */
const countIn = async (connection: ChannelModel, queue: string): Promise<number | null> => {
  const channel = await openChannel(connection);
  try {
    const { messageCount } = await channel.checkQueue(queue);
    await channel.close();
    return messageCount;
  } catch (error) {
    if (reasonOf(error)?.number === NOT_FOUND) return null;
    throw refusalOr(error, `The queue ${queue} cannot be looked at`);
  }
};

const openChannel = async (connection: ChannelModel): Promise<Channel> => {
  const channel = await connection.createChannel();
  // Who waits for an answer of the channel's is told as well.
  channel.on('error', () => undefined);
  return channel;
};

/**
 * Takes the desk, and waits while somebody else has it.
 *
 * @throws DeskTakenError
 */
export const openDesk = async ({ url, topology, waitMs = 10_000 }: DeskOptions): Promise<DeadLetterDesk> => {
  const connection = await connect(url, {
    timeout: CONNECT_TIMEOUT_MS,
    clientProperties: { connection_name: 'dead letters' },
  });
  let broken: unknown = new BrokerUnavailableError('the connection to the broker was closed');
  connection.on('error', (error: unknown) => {
    broken = refusalOr(error, 'The connection ended');
  });
  const lost = new Promise<never>((_resolve, reject) => void connection.on('close', () => reject(broken)));
  lost.catch(() => undefined);
  /** Stops waiting for an answer of the broker that can no longer come. */
  const answered = <Result>(work: Promise<Result>): Promise<Result> => Promise.race([work, lost, tooLate()]);
  const deadLettersOf = (queue: QueueName): string => topology.queues[queue].deadLetterQueue;
  try {
    await lock(connection, deskQueue(topology), waitMs);
    const { channel: publishing, returned } = await openPublishing(connection);
    const putBack: Deed = async (found) => {
      const sent = await Promise.allSettled(
        found.map((one) => answered(publish(publishing, topology.queues[one.letter.queue].name, one, returned))),
      );
      const refused = sent.find((one) => one.status === 'rejected');
      return {
        done: found.filter((_one, index) => sent[index]?.status === 'fulfilled'),
        ...(refused === undefined ? {} : { fault: refused.reason }),
      };
    };

    const take: DeadLetterDesk['take'] = async (taking) => {
      const { queues, wanted, deed, gone, atATime = false, everyone = false, seen } = taking;
      const counts = await Promise.all(
        queues.map(async (queue) => ({ queue, count: (await countIn(connection, deadLettersOf(queue))) ?? 0 })),
      );
      const of = counts.reduce((sum, { count }) => sum + count, 0);
      let left = 0;
      let looked = 0;
      await onChannel(connection, async (channel) => {
        let batch: FoundLetter[] = [];
        const confirmBatch = async (): Promise<void> => {
          if (batch.length === 0) return;
          const { done, fault } = await deed(batch);
          const last = batch.at(-1)?.letter.queue as QueueName;
          batch = [];
          for (const { message } of done) channel.ack(message);
          // An acknowledgement has no answer of its own; the next request on the channel has one.
          await answered(channel.checkQueue(deadLettersOf(last)));
          left += done.length;
          await gone?.(done);
          if (fault !== undefined) throw fault;
        };
        for (const { queue, count } of counts.filter(({ count: some }) => some > 0)) {
          const prefetch = atATime && everyone ? HELD_AT_MOST : 0;
          for await (const message of walk(channel, deadLettersOf(queue), { count, prefetch, answered })) {
            const found = { letter: deadLetterOf(queue, message), message };
            looked += 1;
            seen?.(looked, of);
            if (wanted(found)) batch.push(found);
            if (atATime && batch.length >= AT_A_TIME) await confirmBatch();
          }
          if (atATime) await confirmBatch();
        }
        await confirmBatch();
      });
      await givenBack(connection, queues.map(deadLettersOf), of - left);
      return left;
    };

    return {
      queues: Object.keys(topology.queues) as QueueName[],
      take,
      putBack,
      close: async () => void (await connection.close().catch(() => undefined)),
    };
  } catch (error) {
    await connection.close().catch(() => undefined);
    throw refusalOr(error, 'The dead letters cannot be reached');
  }
};

const tooLate = async (): Promise<never> => {
  await delay(ANSWER_LIMIT_MS, undefined, { ref: false });
  throw new BrokerUnavailableError(`no answer of the broker for ${ANSWER_LIMIT_MS} ms`);
};

/** A queue of this connection alone: it goes with it, however that ends. */
const lock = async (connection: ChannelModel, name: string, waitMs: number): Promise<void> => {
  for (const until = performance.now() + waitMs; ; ) {
    const channel = await openChannel(connection);
    try {
      await channel.assertQueue(name, { exclusive: true, durable: false });
      return;
    } catch (error) {
      if (reasonOf(error)?.number !== RESOURCE_LOCKED) throw error;
      if (performance.now() >= until)
        throw new DeskTakenError('Another npm run dead-letters is at work: wait until it ends.', {
          cause: error,
        });
    }
    await delay(LOOK_AGAIN_MS);
  }
};

/**
 * One channel, closed behind the work: the broker then gives back what was held, sorted. (What is given back by hand it
 * gives back in any order.)
 */
const onChannel = async (connection: ChannelModel, work: (channel: Channel) => Promise<void>): Promise<void> => {
  const channel = await openChannel(connection);
  try {
    await work(channel);
  } finally {
    await channel.close().catch(() => undefined);
  }
};

/** The next look, here or from elsewhere, would otherwise see fewer letters than there are. */
const givenBack = async (connection: ChannelModel, queues: readonly string[], least: number): Promise<void> => {
  for (const until = performance.now() + GIVEN_BACK_WITHIN_MS; performance.now() < until; await delay(10)) {
    const counts = await Promise.all(queues.map((queue) => countIn(connection, queue)));
    if (counts.reduce<number>((sum, count) => sum + (count ?? 0), 0) >= least) return;
  }
};

const addressOf = (queue: string, messageId: unknown): string => `${queue} ${String(messageId)}`;

const openPublishing = async (
  connection: ChannelModel,
): Promise<{ channel: ConfirmChannel; returned: ReadonlySet<string> }> => {
  const channel = await connection.createConfirmChannel();
  channel.on('error', () => undefined);
  const returned = new Set<string>();
  channel.on('return', ({ fields, properties }: Message) => {
    returned.add(addressOf(fields.routingKey, properties.messageId));
  });
  return { channel, returned };
};

/** Straight to the queue, through the default exchange. Rejects where the broker has not taken it, or no queue has. */
const publish = async (
  channel: ConfirmChannel,
  queue: string,
  { letter, message }: FoundLetter,
  returned: ReadonlySet<string>,
): Promise<void> => {
  const { messageId, type, timestamp, contentType } = message.properties;
  const kept = { messageId, type, contentType, ...representable(timestamp) };
  const properties = { ...kept, deliveryMode: 2, mandatory: true, headers: freshHeaders(message) };
  await new Promise<void>((resolve, reject) => {
    channel.publish('', queue, message.content, properties, (fault: unknown) => {
      if (fault == null) resolve();
      else if (fault instanceof Error && fault.message === NACKED)
        reject(new NackedError(`the queue ${queue} refuses ${letter.id}: it is full or failing`));
      else reject(new BrokerUnavailableError(`whether ${letter.id} was taken is not known`, { cause: fault }));
    });
  });
  // What no queue takes is returned first and then confirmed, as if all were well.
  if (returned.has(addressOf(queue, messageId)))
    throw new UnroutableError(`there is no queue ${queue} to put ${letter.id} back to`);
};
