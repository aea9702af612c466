import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { type CheckpointState, type OwnedCheckpoint, stateAfter } from '@order-ledger/ledger/checkpoint';
import { orderIdOf } from '@order-ledger/ledger/codec';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { isFaultOfOrder } from '@order-ledger/ledger/order-fault';
import type { Delivery, Subscription } from '@order-ledger/ledger/subscribe';
import { onAbort } from '@order-ledger/platform/aborted';
import type { Log } from '@order-ledger/platform/log';
import { inTransaction } from '@order-ledger/platform/postgres';
import { repeat } from '@order-ledger/platform/repeat';
import type pg from 'pg';
import type { CarrierEvent } from './carrier-events.ts';
import { type Looked, type LookOptions, lookAt } from './look.ts';
import { measures } from './measures.ts';
import { countParked, keepEachLooked, keepLooked, parkedToLookAt } from './timer-table.ts';

interface Run {
  reading: Subscription | null;
  caughtUp: boolean;
}

/** Orders looked at together; each has its own stream, so they do not wait for each other. */
const PARALLEL_ORDERS = 16;
const EVENTS_AT_ONCE = 200;
/** Between two looks at a parked order, milliseconds. */
const PARKED_EVERY_MS = 60_000;

export interface ReactOptions extends LookOptions {
  readonly ledger: Ledger;
  readonly pool: pg.Pool;
  readonly log: Log;
  /** Milliseconds; 60,000 if absent. */
  readonly parkedEveryMs?: number;
}

export interface Reacting {
  /** One run from a checkpoint until the signal; throws what ended it. */
  follow(checkpoint: OwnedCheckpoint, signal: AbortSignal): Promise<void>;
  /**
   * True once a run has reached the ledger's tail, until that run ends; not while its subscription is opened again,
   * because it is only then asked whether the ledger is still the same.
   */
  caughtUp(): boolean;
  /** For readiness: throws when a run's subscription stalls, and before the first run here has caught up. */
  check(): void;
}

/**
 * Follows the ledger and looks at each order of a delivery once: the look is at the order as it is now, so it covers all
 * events of the delivery. What the looks append is settled before the checkpoint moves past their events.
 */
export const createReacting = (options: ReactOptions): Reacting => {
  const { ledger, pool, log, parkedEveryMs = PARKED_EVERY_MS } = options;
  let run: Run | null = null;
  let everCaughtUp = false;

  const take = async (mine: Run, checkpoint: OwnedCheckpoint, delivery: Delivery<RecordedEvent>): Promise<void> => {
    const looked = await lookAtAll(options, ordersOf(delivery, log));
    const next = stateAfter(checkpoint.current(), delivery);
    if (next.position?.commit !== checkpoint.current().position?.commit) {
      await keep(checkpoint, looked, next);
      checkpoint.committed(next);
    }
    if (looked.some((look) => 'fault' in look)) measures.parked.set({}, await countParked(pool));
    mine.caughtUp ||= delivery.caughtUp;
    everCaughtUp ||= delivery.caughtUp;
  };

  const keep = async (
    checkpoint: OwnedCheckpoint,
    looked: readonly Looked[],
    to: CheckpointState = checkpoint.current(),
  ): Promise<void> => {
    const keepBy = (how: typeof keepLooked) =>
      inTransaction(pool, async (client) => {
        await how(client, looked);
        // Without a new state it moves nothing, and fails where another instance owns the checkpoint by now.
        await checkpoint.advance(client, to);
      });
    try {
      await keepBy(keepLooked);
    } catch (error) {
      if (!isFaultOfOrder(error)) throw error;
      await keepBy(keepEachLooked);
      measures.parked.set({}, await countParked(pool));
    }
  };

  /** What put an order aside may have passed: a fault in a newer build's event, a defect of ours. */
  const lookAtParked = async (checkpoint: OwnedCheckpoint, { reading }: Run): Promise<void> => {
    const ids = reading?.verified() === true ? await parkedToLookAt(pool, parkedEveryMs, PARALLEL_ORDERS) : [];
    const orders = new Map(ids.map((id) => [id, []]));
    if (ids.length > 0) await keep(checkpoint, await lookAtAll(options, orders));
    measures.parked.set({}, await countParked(pool));
  };

  return {
    follow: async (checkpoint, signal) => {
      const over = new AbortController();
      /** Two looks at one order at once could keep the timers of the older one. */
      let last: Promise<unknown> = Promise.resolve();
      const alone = (work: () => Promise<void>): Promise<void> => {
        const done = last.then(work);
        last = done.catch(() => undefined);
        return done;
      };
      const mine: Run = { reading: null, caughtUp: false };
      // One that was left behind speaks neither for the next nor for an instance that stands by.
      const forget = (): void => {
        if (run === mine) run = null;
      };
      run = mine;
      onAbort(signal, forget);
      mine.reading = ledger.subscribe({
        name: 'process-manager',
        from: checkpoint.current(),
        signal,
        maxEvents: EVENTS_AT_ONCE,
        handler: (delivery) => alone(() => take(mine, checkpoint, delivery)),
      });
      const parked = repeat('parked orders', parkedEveryMs, () => alone(() => lookAtParked(checkpoint, mine)), {
        log,
        signal: AbortSignal.any([signal, over.signal]),
      });
      try {
        await mine.reading.done;
      } finally {
        over.abort(new Error('the run is over'));
        await parked;
        forget();
      }
    },
    caughtUp: () => run?.caughtUp === true && run.reading?.verified() === true,
    check: () => {
      run?.reading?.check();
      if (run !== null && !everCaughtUp)
        throw Object.assign(new Error('the ledger is not caught up with yet'), { code: 'catching-up' });
    },
  };
};

/** The orders of a delivery, each with the carrier events in it. */
const ordersOf = ({ events }: Delivery<RecordedEvent>, log: Log): Map<string, CarrierEvent[]> => {
  const orders = new Map<string, CarrierEvent[]>();
  for (const { stream, revision, id, event } of events) {
    const orderId = orderIdOf(stream);
    if (orderId === null) {
      log.error('an event in a stream of no order is passed over', { stream, revision, event_id: id });
      continue;
    }
    const heard = orders.get(orderId) ?? [];
    orders.set(orderId, event?.type === 'CarrierEventRecorded' ? [...heard, event] : heard);
  }
  return orders;
};

const lookAtAll = async (
  options: LookOptions,
  orders: ReadonlyMap<string, readonly CarrierEvent[]>,
): Promise<Looked[]> => {
  const waiting = [...orders];
  const looked: Looked[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      looked.push(await lookAt(options, ...next));
  };
  // A look that fails lets the others end first: the next run must not meet them.
  const ends = await Promise.allSettled(Array.from({ length: PARALLEL_ORDERS }, work));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return looked;
};
