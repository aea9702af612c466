import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { type CheckpointState, type OwnedCheckpoint, stateAfter } from '@order-ledger/ledger/follow/checkpoint';
import { lateCheckpoint } from '@order-ledger/ledger/follow/late-checkpoint';
import { CatchingUpError, createRuns, GATHER_MS, type Work } from '@order-ledger/ledger/follow/runs';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { isFaultOfOrder } from '@order-ledger/ledger/order-fault';
import { orderIdOf } from '@order-ledger/ledger/stored/codec';
import type { Delivery } from '@order-ledger/ledger/subscribing/subscribe';
import type { Log } from '@order-ledger/platform/log';
import { repeat } from '@order-ledger/platform/repeat';
import type pg from 'pg';
import type { CarrierEvent } from './carrier-events.ts';
import { createKeptTimers, type KeptTimers } from './kept-timers.ts';
import { type Looked, type LookOptions, lookAt } from './look.ts';
import { metrics } from './metrics.ts';
import { rememberHistories } from './order-history.ts';
import { answerRequests, countParked, type OrderToTry, parkedToLookAt } from './parked-orders.ts';
import { keepEachLooked, keepLooked } from './timer-table.ts';

/** Orders looked at together; each has its own stream, so they do not wait for each other. */
const PARALLEL_ORDERS = 16;
const EVENTS_AT_ONCE = 200;
/** Between two looks at a parked order, milliseconds. */
const PARKED_EVERY_MS = 60_000;
/** Milliseconds between two looks for parked orders to be retried: an operator may have asked for one. */
const TURNS_EVERY_MS = 2_000;

interface ReactOptions extends Omit<LookOptions, 'ledger' | 'memory'> {
  readonly ledger: Ledger;
  readonly pool: pg.Pool;
  readonly log: Log;
  /** Of this process; of the reactions alone if absent. */
  readonly kept?: KeptTimers;
  /** Milliseconds; 60,000 if absent. */
  readonly parkedEveryMs?: number;
}

export interface Reacting {
  /** One run from a checkpoint until the signal; throws what ended it. */
  follow(checkpoint: OwnedCheckpoint, signal: AbortSignal): Promise<void>;
  /**
   * True once a run has reached the ledger's tail, until that run ends; not while its subscription is being reopened,
   * because the ledger is verified to be the same only then.
   */
  caughtUp(): boolean;
  /** For readiness: throws when a run's subscription stalls, and before the first run here has caught up. */
  check(): void;
}

/**
 * Follows the ledger and looks at each order of a delivery once: the look is at the order as of its last event there,
 * or newer, so it covers all events of the delivery. What the looks append is resolved before the checkpoint moves past
 * their events.
 */
export const createReacting = (options: ReactOptions): Reacting => {
  const { ledger, log } = options;
  const runs = createRuns({
    ...{ name: 'process-manager', ledger, log, maxEvents: EVENTS_AT_ONCE, gatherMs: GATHER_MS },
    begin: (checkpoint: OwnedCheckpoint, _until, { verified }) => reactFrom(options, checkpoint, verified),
  });
  return {
    follow: runs.follow,
    caughtUp: runs.caughtUp,
    check: () => {
      runs.check();
      if (runs.current() !== null && !runs.caughtUp('once')) throw new CatchingUpError();
    },
  };
};

/** One run: what it remembers of orders is its own, because another instance may have been the owner before it. */
const reactFrom = (options: ReactOptions, owned: OwnedCheckpoint, verified: () => boolean): Work => {
  const { ledger, pool, log, limits, kept = createKeptTimers(), parkedEveryMs = PARKED_EVERY_MS } = options;
  const checkpoint = lateCheckpoint(pool, owned, 'process-manager');
  const memory = rememberHistories(ledger);
  kept.clear();
  const looking: LookOptions = { ledger, memory, log, limits };

  const take = async (delivery: Delivery<RecordedEvent>): Promise<void> => {
    memory.take(delivery.events);
    const looked = (await lookAtAll(looking, ordersOf(delivery))).filter((look) => !kept.holds(look));
    const next = stateAfter(checkpoint.current(), delivery);
    if (looked.length > 0) await keep(looked, next);
    else checkpoint.pass(next);
    if (looked.some((look) => 'fault' in look)) metrics.parked.set({}, await countParked(pool));
  };

  /** @param tried parked orders that were looked at because it was their turn */
  const keep = async (
    looked: readonly Looked[],
    // Without a new state it moves nothing, and fails where another instance owns the checkpoint by now.
    to: CheckpointState = checkpoint.current(),
    tried: readonly OrderToTry[] = [],
  ): Promise<void> => {
    const keepBy = (how: typeof keepLooked) =>
      checkpoint.keep(to, async (client) => {
        await how(client, looked);
        if (tried.length > 0) await answerRequests(client, tried);
      });
    const written = kept.writing(looked);
    try {
      await keepBy(keepLooked);
      written();
    } catch (error) {
      if (!isFaultOfOrder(error)) throw error;
      await keepBy(keepEachLooked);
      metrics.parked.set({}, await countParked(pool));
    }
  };

  /** Why an order was parked may be over: a fault in a newer build's event, a defect of ours. */
  const lookAtParked = async (): Promise<void> => {
    const tried = verified() ? await parkedToLookAt(pool, parkedEveryMs, PARALLEL_ORDERS) : [];
    for (const { order_id } of tried) memory.forget(order_id);
    const orders = new Map(tried.map(({ order_id }) => [order_id, []]));
    if (tried.length > 0) await keep(await lookAtAll(looking, orders), checkpoint.current(), tried);
    metrics.parked.set({}, await countParked(pool));
  };

  const turnsEveryMs = Math.min(TURNS_EVERY_MS, parkedEveryMs);
  /** Two looks at one order at once could keep the timers of the older one. */
  let last: Promise<unknown> = Promise.resolve();
  const alone = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  return {
    take: (delivery) => alone(() => take(delivery)),
    reopened: memory.clear,
    drain: checkpoint.drain,
    beside: [
      checkpoint.settling,
      (signal) => repeat('parked orders', turnsEveryMs, () => alone(lookAtParked), { log, signal }),
    ],
  };
};

/** The orders of a delivery, each with the carrier events in it. */
const ordersOf = ({ events }: Delivery<RecordedEvent>): Map<string, CarrierEvent[]> => {
  const orders = new Map<string, CarrierEvent[]>();
  for (const { stream, event } of events) {
    const orderId = orderIdOf(stream);
    if (orderId === null) continue;
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
  // When one look fails the others end first, so that the next run does not meet them.
  const ends = await Promise.allSettled(Array.from({ length: PARALLEL_ORDERS }, work));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return looked;
};
