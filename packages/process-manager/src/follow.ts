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

interface Run {
  reading: Subscription | null;
  caughtUp: boolean;
}

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
  /** True once a run has reached the ledger's tail, until that run ends. */
  caughtUp(): boolean;
  /** For readiness: throws when a run's subscription stalls, and before the first run here has caught up. */
  check(): void;
}

/**
 * Follows the ledger and looks at each order of a delivery once: the look is at the order as it is now, so it covers all
 * events of the delivery. What the looks append is settled before the checkpoint moves past their events.
 */
export const createReacting = (options: ReactOptions): Reacting => {
  const { ledger, pool, log } = options;
  let run: Run | null = null;
  let everCaughtUp = false;

  const take = async (mine: Run, checkpoint: OwnedCheckpoint, delivery: Delivery<RecordedEvent>): Promise<void> => {
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
    mine.caughtUp ||= delivery.caughtUp;
    everCaughtUp ||= delivery.caughtUp;
  };

  return {
    follow: async (checkpoint, signal) => {
      measures.parked.set({}, await countParked(pool));
      if (signal.aborted) return;
      const mine: Run = { reading: null, caughtUp: false };
      run = mine;
      mine.reading = ledger.subscribe({
        name: 'process-manager',
        from: checkpoint.current().position,
        signal,
        maxEvents: EVENTS_AT_ONCE,
        handler: (delivery) => take(mine, checkpoint, delivery),
      });
      try {
        await mine.reading.done;
      } finally {
        // One that was left behind must not speak for the next.
        if (run === mine) run = null;
      }
    },
    caughtUp: () => run?.caughtUp === true,
    check: () => {
      run?.reading?.check();
      if (run !== null && !everCaughtUp)
        throw Object.assign(new Error('the ledger is not caught up with yet'), { code: 'catching-up' });
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
