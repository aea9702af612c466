import { setTimeout as delay } from 'node:timers/promises';
import { jittered } from '@order-ledger/platform/back-off';
import type { Log } from '@order-ledger/platform/log';
import type { ConsumeMessage } from 'amqplib';
import { UnpublishableError } from './errors.ts';
import { metrics } from './metrics.ts';
import type { Outgoing, Publisher } from './publisher.ts';

interface PutAway {
  /**
   * Sends the copy of a failed message until it is confirmed; false if its channel was lost meanwhile.
   *
   * @throws UnpublishableError if no retry can help
   */
  put(message: ConsumeMessage, out: Outgoing, isOpen: () => boolean): Promise<boolean>;
  /** Throws the fault of a message that no queue has taken for several tries. */
  check(): void;
}

/** Tries from which on the fault is shown. */
const SHOWN_AFTER = 3;
const BACK_OFF = { firstMs: 200, maxMs: 2_000 } as const;

/**
 * A failed message goes to a waiting queue or to the dead letters. If neither takes it, it is held and keeps its place
 * among the `prefetch`: it cannot go back to the queue's head.
 */
export const createPutAway = (options: {
  readonly publisher: Publisher;
  readonly queueName: string;
  readonly log: Log;
  readonly isLeaving: () => boolean;
}): PutAway => {
  const { publisher, queueName: queue, log, isLeaving } = options;
  const held = new Map<ConsumeMessage, { readonly error: unknown; readonly tries: number }>();
  metrics.held.set({ queue }, 0);

  const failed = (message: ConsumeMessage, out: Outgoing, error: unknown, tries: number): void => {
    held.set(message, { error, tries });
    metrics.held.set({ queue }, held.size);
    const fields = { queue, routing_key: out.routingKey, message_id: out.messageId, attempt: tries, error };
    log.warn('could not move a failed message to its retry queue or the dead letters; will retry', fields);
  };

  return {
    put: async (message, out, isOpen) => {
      try {
        for (let tries = 1; isOpen() && !(isLeaving() && tries > 1); tries += 1) {
          try {
            await publisher.send(out);
            return true;
          } catch (error) {
            if (error instanceof UnpublishableError) throw error;
            failed(message, out, error, tries);
            await delay(jittered(tries, BACK_OFF));
          }
        }
        return false;
      } finally {
        held.delete(message);
        metrics.held.set({ queue }, held.size);
      }
    },
    check: () => {
      for (const { error, tries } of held.values()) if (tries >= SHOWN_AFTER) throw error;
    },
  };
};
