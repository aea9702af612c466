import { setTimeout as delay } from 'node:timers/promises';
import type { Exchange } from '@order-ledger/domain/events';
import type { Messaging } from '@order-ledger/messaging/connection';
import type { Envelope } from '@order-ledger/messaging/envelope';
import { codeOf, UnpublishableError, UnroutableError } from '@order-ledger/messaging/errors';
import { consumedTypes } from '@order-ledger/messaging/topology';
import { jittered } from '@order-ledger/platform/back-off';
import type { Log } from '@order-ledger/platform/log';
import { metrics } from './metrics.ts';

/** `stopped`: the signal came first. The fault is that of a message that no retry can publish. */
export type Published = 'confirmed' | 'stopped' | { readonly fault: UnpublishableError };

export interface Publishing {
  /** Resolves on the confirm: a message that may still come through is never given up. */
  published(envelope: Envelope, signal: AbortSignal): Promise<Published>;
  /** Throws the fault of a message that cannot be published. */
  check(): void;
  /** True while the broker owes an answer, or refuses, or is away: then nothing can move. */
  waits(): boolean;
}

/** After so many tries of one message its fault is shown; that of an unroutable one is shown at once. */
const SHOWN_AFTER = 3;

/** Milliseconds by which a try has ended, whatever the broker does; one that has not is no longer waited for. */
const LONGEST_TRY_MS = 90_000;

const BACK_OFF = { firstMs: 100, maxMs: 5_000 };

/** A message that a consumer wants must reach a queue; one that nobody consumes yet may be dropped. */
export const createPublishing = (exchange: Exchange, messaging: Messaging, log: Log): Publishing => {
  const mandatoryTypes = consumedTypes(messaging.topology);
  /** By message: when its try began, the oldest first. */
  const trying = new Map<Envelope, number>();
  /** By message id. */
  const stuck = new Map<string, { readonly error: unknown; readonly tries: number }>();

  const failed = (envelope: Envelope, error: unknown, tries: number): void => {
    metrics.retries.inc({ exchange, code: codeOf(error) });
    const { id: message_id, order_id, event_version, type: routing_key } = envelope;
    const fields = { exchange, routing_key, message_id, order_id, event_version, attempt: tries, error };
    // A full queue refuses all that is under way: one line tells it.
    if (stuck.size === 0) log.warn('could not publish a message; retrying until the broker confirms it', fields);
    else log.debug('could not publish another message', fields);
    stuck.set(envelope.id, { error, tries });
  };

  /** The oldest try first. */
  const tries = (envelope: Envelope): Promise<void> => {
    trying.delete(envelope);
    trying.set(envelope, performance.now());
    return messaging.publish(envelope, { mandatory: mandatoryTypes.has(envelope.type) });
  };
  const confirmed = (envelope: Envelope): 'confirmed' => {
    trying.delete(envelope);
    if (stuck.delete(envelope.id) && stuck.size === 0) log.info('publishing works again', { exchange });
    return 'confirmed';
  };

  const again = async (envelope: Envelope, first: unknown, signal: AbortSignal): Promise<Published> => {
    let error = first;
    for (let made = 1; ; made += 1) {
      if (error instanceof UnpublishableError) {
        trying.delete(envelope);
        stuck.delete(envelope.id);
        return { fault: error };
      }
      failed(envelope, error, made);
      await delay(jittered(made, BACK_OFF), undefined, { signal }).catch(() => undefined);
      if (signal.aborted) break;
      try {
        await tries(envelope);
        return confirmed(envelope);
      } catch (fault) {
        error = fault;
      }
    }
    trying.delete(envelope);
    stuck.delete(envelope.id);
    return 'stopped';
  };

  return {
    published: (envelope, signal) => {
      if (signal.aborted) return Promise.resolve('stopped');
      return tries(envelope).then(
        () => confirmed(envelope),
        (error: unknown) => again(envelope, error, signal),
      );
    },
    check: () => {
      for (const { error, tries } of stuck.values()) {
        if (tries >= SHOWN_AFTER || error instanceof UnroutableError) throw error;
      }
    },
    waits: () => {
      const [oldest] = trying.values();
      return oldest !== undefined && performance.now() - oldest < LONGEST_TRY_MS;
    },
  };
};
