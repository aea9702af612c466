import { withContext } from '@order-ledger/platform/context';
import type { Log } from '@order-ledger/platform/log';
import type pg from 'pg';
import { pruneInbox, unfinishedPlans } from './plan-table.ts';
import type { Planning } from './planning.ts';

const BATCH = 50;
const KEEP_MESSAGES_DAYS = 90;

/**
 * One round over the unfinished orders: they were on hold or in error when their approval came, or a crash left them
 * between two steps. One that fails does not keep the others from their turn.
 */
export const sweepPlans = async (
  { planOrder }: Planning,
  pool: pg.Pool,
  log: Log,
  untouchedMs: number,
): Promise<void> => {
  for (const order_id of await unfinishedPlans(pool, untouchedMs, BATCH)) {
    try {
      await withContext({ order_id }, () => planOrder(order_id, null));
    } catch (error) {
      log.warn('could not plan an order; will retry', { order_id, error });
    }
  }
  await pruneInbox(pool, KEEP_MESSAGES_DAYS);
};
