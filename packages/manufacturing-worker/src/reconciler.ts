import { judge } from '@order-ledger/messaging/errors';
import { withContext } from '@order-ledger/platform/context';
import type { Log } from '@order-ledger/platform/log';
import type pg from 'pg';
import { metrics } from './metrics.ts';
import type { Planning } from './planning.ts';

export interface ReconcilerOptions {
  readonly planning: Pick<Planning, 'planOrder' | 'release'>;
  readonly pool: pg.Pool;
  readonly log: Log;
  /** How long a message may be on its way until its order is looked at without it. */
  readonly overlookedAfterMs: number;
  /** Ends a round between two orders. */
  readonly signal: AbortSignal;
}

interface Awaited {
  readonly order_id: string;
  readonly turn: 'ManufacturingApproved' | 'OrderCancelled';
  readonly event_version: number;
  readonly plan_state: 'WAITING' | 'RESERVED' | 'PLANNED' | 'RELEASED' | null;
}

/** Orders in one round; more are for the next. */
const BATCH = 200;

/** Longer than any wait for the next look. A look that is further away was set before the clock went back. */
const LONGEST_PAUSE = `greatest(interval '1 minute' * power(2, least(looks, 6)), make_interval(secs => $1))`;

/** Touched at once, so that no two instances take the same orders. */
const TAKE = `
  update awaited_order as a set look_at = now() + interval '1 minute'
  where order_id in (
    select order_id from awaited_order
    where look_at < now() or look_at > now() + ${LONGEST_PAUSE} order by look_at limit ${BATCH} for update skip locked
  )
  returning order_id, turn, event_version, (select state from plan p where p.order_id = a.order_id) as plan_state`;

// A newer turn has a wait of its own.
const DONE = 'delete from awaited_order where order_id = $1 and event_version = $2';
const POSTPONE = `
  update awaited_order set looks = looks + 1, look_at = now() + interval '1 minute' * power(2, least(looks, 6))
  where order_id = $1 and event_version = $2`;

/** The message was received: the sweep looks after what is unfinished. */
const isHeard = ({ turn, plan_state }: Awaited): boolean =>
  turn === 'ManufacturingApproved' ? plan_state !== null : plan_state === null || plan_state === 'RELEASED';

/**
 * One round over the orders whose message was lost, or is still on its way: it does with each what the message would
 * have done. An order on which that fails for a reason of its own is looked at ever more rarely, and not given up,
 * because its dead letter may be lost as well. Any number of instances may look at once.
 */
export const createReconciler = ({ planning, pool, log, overlookedAfterMs, signal }: ReconcilerOptions) => {
  const lookAt = async ({ order_id, turn }: Awaited): Promise<void> => {
    if (turn === 'OrderCancelled') await planning.release(order_id, null);
    else if ((await planning.planOrder(order_id, null)) === 'repeated') return;
    metrics.repairs.inc({ turn });
    log.warn('the reconciler advanced an order whose message never came', { order_id, event_type: turn });
  };

  return async (): Promise<void> => {
    const { rows } = await pool.query<Awaited>(TAKE, [overlookedAfterMs / 1_000]);
    for (const order of rows) {
      if (signal.aborted) return;
      const { order_id, turn, event_version } = order;
      try {
        if (!isHeard(order)) await withContext({ order_id }, () => lookAt(order));
        await pool.query(DONE, [order_id, event_version]);
      } catch (error) {
        const { errorClass, outage } = judge(error);
        log.warn('could not advance an order whose message never came; will retry', {
          order_id,
          event_type: turn,
          error,
        });
        // This says nothing about the order, and the others would fail in the same way.
        if (outage !== undefined) return;
        if (errorClass !== 'transient') await pool.query(POSTPONE, [order_id, event_version]);
      }
    }
  };
};
