import { LRUCache } from 'lru-cache';
import type { Looked } from './look.ts';
import { metrics } from './metrics.ts';

/**
 * What this run has last written of orders, as many as there is room for: most events of an order change no timer, and
 * need no transaction. It only saves writing: an order that is not known here is written.
 */
export interface KeptTimers {
  /** Whether the tables hold what this look has found. */
  holds(look: Looked): boolean;
  /** They are about to be written; the function that is returned says that they are committed. */
  writing(looked: readonly Looked[]): () => void;
  /** What the tables say of the order was changed beside this, and committed. */
  forget(orderId: string): void;
  clear(): void;
}

const MOST_ORDERS = 20_000;

const textOf = (look: Extract<Looked, { timers: unknown }>): string =>
  look.timers.map(({ rule, status_version, due_at }) => `${rule} ${status_version} ${due_at}`).join();

export const createKeptTimers = (): KeptTimers => {
  const orders = new LRUCache<string, string>({ max: MOST_ORDERS });
  let forgotten = 0;
  metrics.timersKnown.onCollect(() => metrics.timersKnown.set({}, orders.size));
  return {
    holds: (look) => {
      const holds = 'timers' in look && orders.get(look.order_id) === textOf(look);
      metrics.looks.inc({ found: holds ? 'unchanged' : 'changed' });
      return holds;
    },
    writing: (looked) => {
      for (const { order_id } of looked) orders.delete(order_id);
      const before = forgotten;
      return () => {
        // Which of the two came last into the table is not known.
        if (forgotten !== before) return;
        for (const look of looked) if ('timers' in look) orders.set(look.order_id, textOf(look));
      };
    },
    forget: (orderId) => {
      forgotten += 1;
      orders.delete(orderId);
    },
    clear: () => orders.clear(),
  };
};
