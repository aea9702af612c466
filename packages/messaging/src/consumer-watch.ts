import { setTimeout as delay } from 'node:timers/promises';
import type { Channel } from 'amqplib';
import { BrokerUnavailableError } from './errors.ts';

export interface ConsumerWatch {
  /** Throws where the broker does not answer. */
  check(): void;
}

const LOOK_EVERY_MS = 5_000;
const ANSWER_LIMIT_MS = 10_000;
/**
 * Looks in a row at which the broker must know of no consumer: a single one may fall between two leaders of the queue.
 */
const UNKNOWN_TWICE = 2;

/**
 * Asks the broker at intervals for a consumer's queue, on the consumer's channel. The queue must exist and have a
 * consumer: a broker that lost ours says nothing, and would never deliver again. Then the channel is closed, so that
 * another takes its place; a missing queue closes it by itself.
 */
export const watchConsumer = (channel: Channel, queue: string, isCurrent: () => boolean): ConsumerWatch => {
  let asked: number | undefined;
  const watch = async (): Promise<void> => {
    for (let unknown = 0; unknown < UNKNOWN_TWICE; ) {
      await delay(LOOK_EVERY_MS, undefined, { ref: false });
      if (!isCurrent()) return;
      asked = performance.now();
      const { consumerCount } = await channel.checkQueue(queue);
      asked = undefined;
      unknown = consumerCount > 0 ? 0 : unknown + 1;
    }
    if (isCurrent()) await channel.close();
  };
  // A look that fails has closed the channel, and that is told to whoever keeps it.
  watch().catch(() => undefined);
  return {
    check: () => {
      if (asked !== undefined && performance.now() - asked > ANSWER_LIMIT_MS)
        throw new BrokerUnavailableError(`no answer of the broker for ${ANSWER_LIMIT_MS} ms`);
    },
  };
};
