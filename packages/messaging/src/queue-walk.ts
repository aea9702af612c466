import { setTimeout as delay } from 'node:timers/promises';
import type { Channel, ConsumeMessage } from 'amqplib';
import { BrokerUnavailableError } from './errors.ts';

const LOOK_AGAIN_MS = 500;

interface Walk {
  /** How many were there at the beginning: what is put back and dies again meanwhile is not taken again. */
  readonly count: number;
  /** Unanswered at once, at most; 0: any number. */
  readonly prefetch: number;
  readonly answered: <Result>(work: Promise<Result>) => Promise<Result>;
}

/**
 * The messages of a queue in their order, to the last one: any that are given back before the others are delivered
 * would come behind those.
 */
export async function* walk(
  channel: Channel,
  queue: string,
  { count, prefetch, answered }: Walk,
): AsyncGenerator<ConsumeMessage> {
  let come: ConsumeMessage[] = [];
  let wake = (): void => undefined;
  let deleted = false;
  await answered(channel.prefetch(prefetch));
  const { consumerTag } = await answered(
    channel.consume(queue, (message) => {
      if (message === null) deleted = true;
      else come.push(message);
      wake();
    }),
  );
  try {
    for (let given = 0; given < count; ) {
      const batch = come;
      come = [];
      for (const message of batch.slice(0, count - given)) yield message;
      given += batch.length;
      if (batch.length > 0 || given >= count) continue;
      if (deleted) throw new BrokerUnavailableError(`the queue ${queue} was deleted`);
      const next = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await answered(Promise.race([next, delay(LOOK_AGAIN_MS)]));
      if (come.length > 0) continue;
      // Somebody took the rest past this desk.
      if ((await answered(channel.checkQueue(queue))).messageCount === 0 && come.length === 0) return;
    }
  } finally {
    await channel.cancel(consumerTag).catch(() => undefined);
  }
}
