import type { Log } from '@order-ledger/platform/log';
import { isNotPublished } from '@order-ledger/platform/sqlstate';
import { readStanding } from '@order-ledger/read-model/reading/live-version';
import { readStaleOrders } from '@order-ledger/read-model/reading/staleness';
import type pg from 'pg';

/** Orders of which the read side does not show what follows: who commands them is told, so that he waits for nothing. */
export interface StaleOrders {
  /** As of the last look. */
  has(orderId: string): boolean;
  look(): Promise<void>;
}

/** The most that an instance knows of: with more the tables themselves are at fault, and readiness says so. */
const MOST = 10_000;

export const staleOrdersIn = (pool: pg.Pool, log: Log): StaleOrders => {
  let stale: ReadonlySet<string> = new Set();
  return {
    has: (orderId) => stale.has(orderId),
    look: async () => {
      try {
        const { schema } = await readStanding(pool);
        const orders = await readStaleOrders({ pool, schema }, MOST);
        if (orders.length !== stale.size) log.info('orders missing from the read model', { count: orders.length });
        stale = new Set(orders);
      } catch (error) {
        if (!isNotPublished(error)) throw error;
        stale = new Set();
      }
    },
  };
};
