import { backOff, jittered } from '@order-ledger/platform/back-off';
import type { Log } from '@order-ledger/platform/log';
import { isOutage } from '@order-ledger/platform/transient';
import type { Advance } from './advance.ts';

interface OwedOptions {
  readonly advance: Advance;
  /** A cheap question to the dependencies of advancing an order; rejects while one cannot be reached. */
  readonly ask: () => Promise<unknown>;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** There may be work for the slots. */
  readonly onDone: () => void;
}

export interface Owed {
  /** An outage kept this order from being advanced: it is advanced as soon as the outage is over. */
  add(orderId: string): void;
  /** Resolves after the signal, when nothing runs here any more. */
  idle(): Promise<void>;
}

/** Orders at most; more are found by the reconciler. */
const MOST = 10_000;
const BACK_OFF = { firstMs: 500, maxMs: 10_000 };

/** The reconciler finds all that is left undone, but only minutes later: an outage must not cost an order so much. */
export const createOwed = ({ advance, ask, log, signal, onDone }: OwedOptions): Owed => {
  const orders = new Set<string>();
  let working: Promise<void> | null = null;

  /** False where the outage lasts, or is here again. */
  const bringOn = async (): Promise<boolean> => {
    for (const orderId of orders) {
      if (signal.aborted) return false;
      try {
        await advance(orderId);
      } catch (error) {
        if (isOutage(error)) {
          // The failure may be this order's alone: next time another is the first.
          orders.delete(orderId);
          orders.add(orderId);
          return false;
        }
        log.warn('could not advance an order; the reconciler will retry', { order_id: orderId, error });
      }
      orders.delete(orderId);
      onDone();
    }
    return true;
  };

  const work = async (): Promise<void> => {
    for (let failures = 0; orders.size > 0 && !signal.aborted; ) {
      await backOff({ waitMs: jittered(failures, BACK_OFF), ask, signal });
      failures = (await bringOn()) ? 0 : failures + 1;
    }
    working = null;
  };

  return {
    add: (orderId) => {
      if (orders.size < MOST) orders.add(orderId);
      working ??= work();
    },
    idle: async () => void (await working),
  };
};
