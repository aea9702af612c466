import type { RecordedEvent as StoredEvent } from '@eventstore/db-client';
import { evolve } from '@order-ledger/domain/evolve';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import { LRUCache } from 'lru-cache';
import { metrics } from '../metrics.ts';
import { hashOf } from '../stored/codec.ts';

/** An order as it stood in the ledger, and in which era that was seen. */
export interface SeenOrder<State = OrderState> {
  readonly state: State;
  readonly era: number;
}

/**
 * The folded states of the orders that were commanded last, as many as there is room for, so that the next command on
 * one of them reads nothing. A state is the fold of a stream up to some event: another writer makes it old and never
 * wrong. Only another ledger makes it wrong; so with each doubt a new era begins, and what was seen in an earlier one
 * must be held against the ledger before anything is decided on it.
 */
export interface RememberedOrders {
  era(): number;
  /** The ledger may have been exchanged. */
  doubt(): void;
  recall(orderId: string): SeenOrder | null;
  /** Keeps it where nothing newer is kept. */
  keep(seen: SeenOrder): void;
  /** An event that was read: it is folded onto the state that it follows on, if that is the one that is kept. */
  take(stored: StoredEvent, event: RecordedEvent): void;
  forget(orderId: string): void;
}

/** Beside the bytes, because small states are not all that an entry costs. */
export const MOST_ORDERS = 20_000;

/** Bytes of a state on the heap, as measured: its own fields, and what it keeps of each event's command and fact. */
const STATE_BYTES = 3_500;
const EVENT_BYTES = 400;
export const bytesOf = ({ event_version }: Pick<OrderState, 'event_version'>): number =>
  STATE_BYTES + EVENT_BYTES * event_version;

/** @param mostBytes of all states together; 0: none is kept */
export const createRememberedOrders = (mostBytes: number): RememberedOrders => {
  let era = 0;
  const orders = new LRUCache<string, SeenOrder>({
    max: MOST_ORDERS,
    // A library's 0 would be no bound at all, and no state is so small.
    maxSize: Math.max(mostBytes, 1),
    sizeCalculation: ({ state }) => bytesOf(state),
  });
  metrics.rememberedOrders.onCollect(() => metrics.rememberedOrders.set({}, orders.size));
  metrics.rememberedBytes.onCollect(() => metrics.rememberedBytes.set({}, orders.calculatedSize));

  return {
    era: () => era,
    doubt: () => {
      era += 1;
    },
    recall: (orderId) => orders.get(orderId) ?? null,
    keep: (seen) => {
      const { order_id, event_version } = seen.state;
      const kept = orders.peek(order_id);
      if (kept !== undefined) {
        if (kept.era > seen.era) return;
        if (kept.era === seen.era && kept.state.event_version > event_version) return;
      }
      orders.set(order_id, seen);
    },
    take: (stored, event) => {
      const { order_id, event_version, hash } = event.metadata;
      const kept = orders.peek(order_id);
      if (kept === undefined || kept.state.event_version + 1 !== event_version) return;
      if (hashOf(kept.state.last_hash, stored, event.metadata) !== hash) return void orders.delete(order_id);
      try {
        orders.set(order_id, { state: evolve(kept.state, event), era: kept.era });
      } catch {
        // Whoever reads the order meets the fault.
        orders.delete(order_id);
      }
    },
    forget: (orderId) => void orders.delete(orderId),
  };
};
