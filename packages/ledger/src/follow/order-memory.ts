import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { LRUCache } from 'lru-cache';
import type { Ledger } from '../ledger.ts';
import { metrics } from '../metrics.ts';
import { orderIdOf } from '../stored/codec.ts';
import type { Received } from '../subscribing/received.ts';

interface OrderMemoryOptions<Seen> {
  /** Label of the metrics. */
  readonly follower: string;
  readonly ledger: Pick<Ledger, 'readOrder'>;
  /** Folds one event into what is known of its order. Pure; throws where the event does not follow. */
  readonly fold: (seen: Seen | null, event: RecordedEvent) => Seen;
  /** Events of all remembered orders together; 20,000 if absent. */
  readonly mostEvents?: number;
}

/**
 * The folded state of the orders that a follower meets, as many as there is room for. So it reads an order's stream
 * only where it first meets the order in the middle, and not for every event.
 *
 * What is remembered only saves reading. It is forgotten where it may be wrong: at an event that is not its next one,
 * or that cannot be read or folded. A follower that finds an order at fault forgets that order; one whose subscription
 * was reopened clears all, because events read ahead of the subscription may be lost with the ledger that held them.
 */
export interface OrderMemory<Seen> {
  /** Folds the events that a subscription brings onto what is remembered; known ones change nothing. */
  take(received: readonly Received<RecordedEvent>[]): void;
  /** The order as of the last event that came, or newer; null when there is none. Reads it where it is not remembered. */
  recall(orderId: string): Promise<Seen | null>;
  /**
   * The order as the ledger has it now; null when there is none. For a remembered one only the last known event, which
   * must still be there, and what follows is read. Throws as `ledger.readOrder` does.
   */
  now(orderId: string): Promise<Seen | null>;
  forget(orderId: string): void;
  clear(): void;
}

interface Remembered<Seen> {
  readonly seen: Seen;
  readonly version: number;
  readonly hash: string;
}

/** Of orders with 16 events some 1,200. */
const MOST_EVENTS = 20_000;

export const createOrderMemory = <Seen>(options: OrderMemoryOptions<Seen>): OrderMemory<Seen> => {
  const { follower, ledger, fold, mostEvents = MOST_EVENTS } = options;
  const orders = new LRUCache<string, Remembered<Seen>>({
    maxSize: mostEvents,
    sizeCalculation: ({ version }) => version,
  });

  const after = (before: Remembered<Seen> | null, event: RecordedEvent): Remembered<Seen> => {
    const { event_version: version, hash } = event.metadata;
    return { seen: fold(before?.seen ?? null, event), version, hash };
  };

  const takeOne = (orderId: string, event: RecordedEvent | null): void => {
    const known = orders.get(orderId) ?? null;
    if (event === null) return void orders.delete(orderId);
    const { event_version, hash } = event.metadata;
    const expected = (known?.version ?? 0) + 1;
    try {
      if (event_version === expected) orders.set(orderId, after(known, event));
      else if (event_version > expected || (event_version === known?.version && hash !== known.hash))
        orders.delete(orderId);
    } catch {
      // Whoever reads the order meets the fault.
      orders.delete(orderId);
    }
  };

  const read = async (orderId: string, from: Remembered<Seen> | null): Promise<Remembered<Seen> | null> => {
    metrics.orderReads.inc({ follower, part: from === null ? 'whole' : 'rest' });
    let known = from;
    let stands = from === null;
    for await (const event of ledger.readOrder(orderId, { fromVersion: from?.version ?? 1 })) {
      if (stands) known = after(known, event);
      else if (event.metadata.hash !== from?.hash) return null;
      stands = true;
    }
    return stands ? known : null;
  };

  const now = async (orderId: string): Promise<Seen | null> => {
    const from = orders.get(orderId) ?? null;
    let known = from === null ? null : await read(orderId, from);
    if (known === null) {
      orders.delete(orderId);
      known = await read(orderId, null);
    }
    if (known === null) return null;
    // If two were read at once the newer one is kept.
    if ((orders.get(orderId)?.version ?? 0) <= known.version) orders.set(orderId, known);
    return known.seen;
  };

  return {
    take: (received) => {
      for (const { stream, event } of received) {
        const orderId = orderIdOf(stream);
        if (orderId !== null) takeOne(orderId, event);
      }
    },
    recall: async (orderId) => orders.get(orderId)?.seen ?? now(orderId),
    now,
    forget: (orderId) => void orders.delete(orderId),
    clear: () => orders.clear(),
  };
};
