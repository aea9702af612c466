import { ProblemError } from '@order-ledger/platform/http/problem';
import { readStanding } from '@order-ledger/read-model/reading/live-version';
import { readyOrders } from '@order-ledger/read-model/reading/ready-orders';
import pg from 'pg';

/** The orders that the shop floor should take next, best first. As old as the projection: who takes one asks the ledger. */
export type ReadyQueue = (limit: number) => Promise<readonly { order_id: string }[]>;

/** SQLSTATEs of tables that are not there, or not for this role: the projector has not been set up here. */
const NOT_PUBLISHED = new Set(['42P01', '3F000', '42501']);

/** @throws ProblemError 503 `queue-unavailable` where there is no read model */
export const readyQueueIn =
  (pool: pg.Pool): ReadyQueue =>
  async (limit) => {
    try {
      const { schema } = await readStanding(pool);
      return await readyOrders({ pool, schema }, limit);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError && NOT_PUBLISHED.has(error.code ?? ''))) throw error;
      throw new ProblemError(
        503,
        'queue-unavailable',
        'The queue of the shop floor cannot be read now. Claim an order by its id, or try again later.',
        { headers: { 'Retry-After': '60' }, cause: error },
      );
    }
  };
