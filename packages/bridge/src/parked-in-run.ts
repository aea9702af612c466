import type { Exchange } from '@order-ledger/domain/events';
import type { Log } from '@order-ledger/platform/log';
import type { Pool } from 'pg';
import { metrics } from './metrics.ts';
import { type ParkedOrder, parkedOrders } from './parked-orders.ts';

/** The orders that a run has parked, each from the event on that turned out unpublishable. */
export interface ParkedInRun {
  /** Whether this event is held back. Those before the parked one, which may still wait to be published, are not. */
  has(orderId: string, eventVersion: bigint): boolean;
  /** Nothing more of the order goes out; the row is written with the checkpoint. */
  add(order: ParkedOrder): ParkedOrder;
  /** Lets the order be published again; false where it was not parked. */
  release(orderId: string): boolean;
  /** It could not be published after all, from this event on. */
  back(orderId: string, eventVersion: bigint): void;
  size(): number;
}

export const parkedInRun = async (options: {
  readonly exchange: Exchange;
  readonly pool: Pool;
  readonly log: Log;
}): Promise<ParkedInRun> => {
  const { exchange, pool, log } = options;
  const orders = await parkedOrders(pool, exchange);
  return {
    has: (orderId, eventVersion) => {
      const first = orders.get(orderId);
      return first !== undefined && eventVersion >= first;
    },
    add: (order) => {
      const { orderId: order_id, eventVersion: event_version, eventId: event_id, reason } = order;
      orders.set(order_id, event_version);
      metrics.events.inc({ exchange, outcome: 'parked' });
      const text = 'could not publish an event; parked its order on this exchange';
      log.error(text, { exchange, order_id, event_id, event_version, reason });
      return order;
    },
    release: (orderId) => orders.delete(orderId),
    back: (orderId, eventVersion) => void orders.set(orderId, eventVersion),
    size: () => orders.size,
  };
};
