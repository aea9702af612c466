import { ProblemError } from '@order-ledger/platform/http/problem';
import { isNotPublished } from '@order-ledger/platform/sqlstate';
import { readStanding } from '@order-ledger/read-model/reading/live-version';
import { readyOrders } from '@order-ledger/read-model/reading/ready-orders';
import type pg from 'pg';

/** The orders that the shop floor should take next, best first. As old as the projection: who takes one asks the ledger. */
export type ReadyQueue = (limit: number) => Promise<readonly { order_id: string }[]>;

/** @throws ProblemError 503 `queue-unavailable` where there is no read model */
export const readyQueueIn =
  (pool: pg.Pool): ReadyQueue =>
  async (limit) => {
    try {
      const { schema } = await readStanding(pool);
      return await readyOrders({ pool, schema }, limit);
    } catch (error) {
      if (!isNotPublished(error)) throw error;
      throw new ProblemError(
        503,
        'queue-unavailable',
        'The queue of the shop floor cannot be read now. Claim an order by its id, or try again later.',
        { headers: { 'Retry-After': '60' }, cause: error },
      );
    }
  };
