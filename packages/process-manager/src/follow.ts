import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { type OwnedCheckpoint, stateAfter } from '@order-ledger/ledger/checkpoint';
import { ORDER_PREFIX } from '@order-ledger/ledger/codec';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Delivery, Received, Subscription } from '@order-ledger/ledger/subscribe';
import type { Log } from '@order-ledger/platform/log';
import { inTransaction } from '@order-ledger/platform/postgres';
import type pg from 'pg';
import { missingFields } from './carrier-events.ts';
import { type Looked, type LookOptions, lookAt } from './look.ts';
import { measures } from './measures.ts';
import { countParked, keepLooked } from './timer-table.ts';

/** Orders looked at together; each has its own stream, so they do not wait for each other. */
const PARALLEL_ORDERS = 16;
const EVENTS_AT_ONCE = 200;

export interface ReactOptions extends LookOptions {
  readonly ledger: Ledger;
  readonly pool: pg.Pool;
  readonly log: Log;
}

export interface Reacting {
  /** One run from a checkpoint until the signal; throws what ended it. */
  follow(checkpoint: OwnedCheckpoint, signal: AbortSignal): Promise<void>;
  /**
   * True once a run has reached the ledger's tail, until that run ends; not while its subscription is opened again,
   * because it is only then asked whether the ledger is still the same.
   */
  caughtUp(): boolean;
  /** For readiness: throws while a run has not caught up yet, and when its subscription stalls. */
  check(): void;
}

/**
 * Follows the ledger and looks at each order of a delivery once: the look is at the order as it is now, so it covers all
 * events of the delivery. What the looks append is settled before the checkpoint moves past their events.
 */
export const createReacting = (options: ReactOptions): Reacting => {
  const { ledger, pool, log } = options;
  let subscription: Subscription | null = null;
  let caughtUp = false;

  const take = async (checkpoint: OwnedCheckpoint, delivery: Delivery<RecordedEvent>): Promise<void> => {
    delivery.events.forEach((received) => void tellIncomplete(received, log));
    const looked = await lookAtAll(options, ordersOf(delivery));
    const next = stateAfter(checkpoint.current(), delivery);
    if (next.position?.commit !== checkpoint.current().position?.commit) {
      await inTransaction(pool, async (client) => {
        await keepLooked(client, looked);
        await checkpoint.advance(client, next);
      });
      checkpoint.committed(next);
    }
    if (looked.some((look) => 'unreadable' in look)) measures.parked.set({}, await countParked(pool));
    caughtUp ||= delivery.caughtUp;
  };

  return {
    follow: async (checkpoint, signal) => {
      measures.parked.set({}, await countParked(pool));
      subscription = ledger.subscribe({
        name: 'process-manager',
        from: checkpoint.current(),
        signal,
        maxEvents: EVENTS_AT_ONCE,
        handler: (delivery) => take(checkpoint, delivery),
      });
      try {
        await subscription.done;
      } finally {
        subscription = null;
        caughtUp = false;
      }
    },
    caughtUp: () => caughtUp && subscription?.status().state === 'live',
    check: () => {
      if (subscription === null) return;
      subscription.check();
      if (!caughtUp) throw Object.assign(new Error('the ledger is not caught up with yet'), { code: 'catching-up' });
    },
  };
};

const ordersOf = ({ events }: Delivery<RecordedEvent>): string[] => [
  ...new Set(events.map(({ stream }) => stream.slice(ORDER_PREFIX.length))),
];

const lookAtAll = async (options: LookOptions, orderIds: readonly string[]): Promise<Looked[]> => {
  const waiting = [...orderIds];
  const looked: Looked[] = [];
  const work = async (): Promise<void> => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) looked.push(await lookAt(options, id));
  };
  // A look that fails lets the others end first: the next run must not meet them.
  const ends = await Promise.allSettled(Array.from({ length: PARALLEL_ORDERS }, work));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return looked;
};

/** Once for each such event, not at every look: the event stays as it is. */
const tellIncomplete = ({ event }: Received<RecordedEvent>, log: Log): void => {
  if (event?.type !== 'CarrierEventRecorded') return;
  const problems = missingFields(event.data);
  if (problems.length === 0) return;
  const { kind } = event.data;
  measures.incomplete.inc({ kind });
  log.warn('a carrier event lacks what its command needs', { order_id: event.metadata.order_id, kind, problems });
};
