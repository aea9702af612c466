import type { Exchange } from '@order-ledger/domain/events';
import type { Log } from '@order-ledger/platform/log';
import type { Pool } from 'pg';
import { metrics } from './metrics.ts';
import { type ParkedOrder, parkedOrders } from './parked-orders.ts';

/** The orders that a run has parked: from the moment that one turns out unpublishable nothing of it is published. */
export interface PutAside {
  has(orderId: string): boolean;
  /** Nothing more of the order goes out; the row is written with the checkpoint. */
  add(order: ParkedOrder): ParkedOrder;
  /** Lets the order be published again; false where it was not parked. */
  release(orderId: string): boolean;
  /** It could not be published after all. */
  back(orderId: string): void;
  size(): number;
}

export const createPutAside = async (options: {
  readonly exchange: Exchange;
  readonly pool: Pool;
  readonly log: Log;
}): Promise<PutAside> => {
  const { exchange, pool, log } = options;
  const orders = await parkedOrders(pool, exchange);
  return {
    has: (orderId) => orders.has(orderId),
    add: (order) => {
      const { orderId: order_id, eventVersion: event_version, eventId: event_id, reason } = order;
      orders.add(order_id);
      metrics.events.inc({ exchange, outcome: 'parked' });
      const text = 'could not publish an event; parked its order on this exchange';
      log.error(text, { exchange, order_id, event_id, event_version, reason });
      return order;
    },
    release: (orderId) => orders.delete(orderId),
    back: (orderId) => void orders.add(orderId),
    size: () => orders.size,
  };
};
