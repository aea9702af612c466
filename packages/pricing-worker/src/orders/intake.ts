import type { OrderMemory } from '@order-ledger/ledger/follow/order-memory';
import type { Envelope } from '@order-ledger/messaging/envelope';
import { TransientError } from '@order-ledger/messaging/errors';
import type { Log } from '@order-ledger/platform/log';
import { isOutage } from '@order-ledger/platform/transient';
import { metrics } from '../metrics.ts';
import type { Advance } from './advance.ts';
import type { History } from './order-history.ts';
import type { Owed } from './owed.ts';
import type { Waiters } from './waiters.ts';

interface IntakeOptions {
  memory: Pick<OrderMemory<History>, 'now'>;
  waiters: Waiters;
  advance: Advance;
  owed: Pick<Owed, 'add'>;
  log: Log;
  onCancelled: (jobId: string) => void;
  /** There may be work for the slots. */
  onNoted: () => void;
}

interface Intake {
  /** Resolves when what the order wants is committed; then the message is acknowledged. */
  handle(envelope: Pick<Envelope, 'id' | 'order_id'>): Promise<void>;
  /** Resolves when nothing that was begun after an acknowledgement runs any more. */
  idle(): Promise<void>;
}

/**
 * A message is only a reason to look at an order. What the order needs is written down in one transaction with the
 * message's id, within milliseconds. What the ledger must be told, mostly a price that is known already, follows after
 * the acknowledgement; the reconciler does what a crash leaves out.
 */
export const createIntake = (options: IntakeOptions): Intake => {
  const { memory, waiters, advance, owed, log, onCancelled, onNoted } = options;
  const running = new Set<Promise<void>>();

  const goOn = (orderId: string): void => {
    const work = advance(orderId)
      .then(() => undefined)
      .catch((error: unknown) => {
        log.warn('could not advance an order; will retry', { order_id: orderId, error });
        if (isOutage(error)) owed.add(orderId);
      })
      .finally(() => {
        running.delete(work);
        onNoted();
      });
    running.add(work);
  };

  return {
    handle: async ({ id, order_id }) => {
      const history = await memory.now(order_id);
      // The message was made from the ledger, so it must be there soon.
      if (history === null) throw new TransientError('the ledger does not hold this order yet', 'unknown-order');
      const { fresh, wants, cancelled } = await waiters.note(history.state, id);
      if (cancelled !== null) onCancelled(cancelled);
      metrics.messages.inc({ kind: fresh ? 'fresh' : 'duplicate' });
      // A second look at an order that wants nothing, and the slots' look for work that it brings, cost more than all else.
      if (wants) goOn(order_id);
      else if (cancelled !== null) onNoted();
    },
    idle: async () => void (await Promise.all(running)),
  };
};
