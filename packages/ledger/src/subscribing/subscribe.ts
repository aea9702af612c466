import { setTimeout as delay } from 'node:timers/promises';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { onAbort, orAborted } from '@order-ledger/platform/aborted';
import { backOff, jittered } from '@order-ledger/platform/back-off';
import type { Log } from '@order-ledger/platform/log';
import { LedgerUnavailableError } from '../errors.ts';
import { type CheckpointState, FROM_THE_START, stateAfter } from '../follow/checkpoint.ts';
import { metrics } from '../metrics.ts';
import type { Position } from '../reading/position.ts';
import type { Tail } from '../reading/tail.ts';
import { assertStandsInLedger, LedgerDivergedError } from '../restored/divergence.ts';
import { type Decode, opened, type Received } from './received.ts';
import { type Item, openSource, type Source } from './subscription-source.ts';

export type { Position } from '../reading/position.ts';
export type { Received } from './received.ts';

export interface Delivery<Event> {
  /** In the order of the ledger; none when only the position moved or the tail was reached. */
  readonly events: readonly Received<Event>[];
  /** May be committed as soon as every event of this delivery and of all before it is. Null: from the start. */
  readonly position: Position | null;
  /** True when nothing more waited behind this delivery and the ledger said that this is its tail. */
  readonly caughtUp: boolean;
}

export interface SubscribeOptions<Event> {
  /** Label of the metrics: the consumer's name. */
  readonly name: string;
  /** What the consumer has committed; null for the start. */
  readonly from: CheckpointState | null;
  /** Ends the subscription; a handler that runs is awaited. */
  readonly signal: AbortSignal;
  /**
   * Called with one delivery after the other. When it resolves the consumer has taken them over; what comes in the
   * meantime waits, at most some thousands, and then the event store does. When it rejects the subscription ends.
   */
  readonly handler: (delivery: Delivery<Event>) => Promise<void>;
  /** Events in a delivery at most; 1,000 if absent. */
  readonly maxEvents?: number;
  /**
   * Milliseconds from the beginning of one delivery with events to the next, unless that is full: what comes meanwhile is
   * handed over together. What comes after a quieter time is handed over at once. 0 if absent.
   */
  readonly gatherMs?: number;
  /** Milliseconds without progress, while there is something to read, that count as stalled; 30,000 if absent. */
  readonly stalledAfterMs?: number;
}

export interface SubscriptionStatus {
  readonly state: 'connecting' | 'catching-up' | 'live' | 'waiting-to-reconnect' | 'ended';
  /** The last delivery's. */
  readonly position: Position | null;
  /** Milliseconds since the consumer last took something over, or was known to be at the tail. */
  readonly progressAgeMs: number;
  readonly restarts: number;
}

export interface Subscription {
  /** Resolves after the signal; rejects with what the handler threw, NewerWriterError or LedgerDivergedError. */
  readonly done: Promise<void>;
  status(): SubscriptionStatus;
  /**
   * True from an opening, before which the ledger was verified to be the same, to the next fault or the signal,
   * whatever the handler does meanwhile. Other reads of the ledger wait for this: they would apply events that the
   * subscription does not hand on.
   */
  verified(): boolean;
  /** For the process's readiness: throws what ended the subscription, or StalledSubscriptionError. */
  check(): void;
}

export class StalledSubscriptionError extends Error {
  override readonly name = 'StalledSubscriptionError';
  readonly code = 'subscription-stalled';
}

export interface SubscriptionSource<Event> {
  readonly client: EventStoreDBClient;
  readonly log: Log;
  readonly prefix: string;
  /** NewerWriterError ends the subscription, UnreadableEventError is handed on. */
  readonly decode: Decode<Event>;
  /** The newest event above a position, asked of the ledger itself. */
  readonly tail: (above?: Position | null) => Promise<Tail | null>;
  readonly eventStandsAt: (position: Position, eventId: string) => Promise<boolean>;
  /** Called when a connection has ended: what answers on the next one may be another ledger. */
  readonly lost?: () => void;
}

/**
 * A catch-up subscription to `$all`, filtered on the event store's side, that is opened again after every fault behind
 * the last event that its handler took over, with a back-off.
 *
 * It notices a ledger that was restored to an older state: before each opening, and again before the first events of it
 * are handed on, it asks the ledger whether that last event is still there. An event that comes at or below the
 * position reached is new in an old place. That is why a subscription is opened at the last event, although the
 * position may be further: events that were put between the two would not come after it.
 */
export const subscribe = <Event>(ledger: SubscriptionSource<Event>, options: SubscribeOptions<Event>): Subscription => {
  const { client, log, prefix, decode, tail } = ledger;
  const { name, from, signal, handler, maxEvents = 1_000, gatherMs = 0, stalledAfterMs = 30_000 } = options;
  let state: SubscriptionStatus['state'] = 'connecting';
  let reached = from ?? FROM_THE_START;
  let progressAt = performance.now();
  let restarts = 0;
  let handling = false;
  let handedAt = Number.NEGATIVE_INFINITY;
  let ended: { readonly error: unknown } | undefined;
  let current: Source | undefined;

  const progressed = () => {
    progressAt = performance.now();
  };
  const progressAgeMs = () => performance.now() - progressAt;
  const isStalled = () => ended === undefined && progressAgeMs() > stalledAfterMs;
  let away = false;
  /** The newest event behind the position. After an outage the time without progress is counted from 0 again. */
  const unread = async (): Promise<Tail | null> => {
    try {
      const newest = await tail(reached.position);
      if (away) progressed();
      away = false;
      return newest;
    } catch (error) {
      away = true;
      throw error;
    }
  };

  const handOver = async (delivery: Delivery<Event>): Promise<void> => {
    handling = true;
    if (delivery.events.length > 0) handedAt = performance.now();
    await handler(delivery);
    handling = false;
    reached = stateAfter(reached, delivery);
    progressed();
    metrics.subscriptionEvents.inc({ subscription: name }, delivery.events.length);
    metrics.deliveryEvents.observe({ subscription: name }, delivery.events.length);
  };

  /** Resolves with why the ledger cannot be asked now; rejects with LedgerDivergedError. */
  const look = async (): Promise<{ readonly fault: unknown } | null> => {
    try {
      await orAborted(assertStandsInLedger(ledger, name, reached), signal);
      return signal.aborted ? { fault: signal.reason } : null;
    } catch (error) {
      if (error instanceof LedgerDivergedError) throw error;
      return { fault: error };
    }
  };

  const openedOrFault = async (items: readonly Item[]) => {
    try {
      return (await orAborted(opened(name, items, reached.position, decode), signal)) ?? { fault: signal.reason };
    } catch (error) {
      // Whether an event is ours cannot be asked now: it will be when the subscription is opened again.
      if (signal.aborted || error instanceof LedgerUnavailableError) return { fault: error };
      throw error;
    }
  };

  /** Resolves with the fault that ended the source; rejects with what ends the subscription. */
  const consume = async (source: Source): Promise<unknown> => {
    let looked = false;
    for (let tailReached = false; ; ) {
      const items = await source.take(maxEvents, handedAt + gatherMs);
      if ('fault' in items) return items.fault;
      // Passing the events of others is progress, even if they were passed before.
      if (items.some(({ kind }) => kind === 'checkpoint')) progressed();
      const taken = await openedOrFault(items);
      if ('fault' in taken) return taken.fault;
      for (const { event, stream, revision, id } of taken.events) {
        if (event !== null) continue;
        metrics.foreignEvents.inc({ subscription: name });
        log.warn('skipped an event that this program did not write', {
          name,
          stream: stream.slice(0, 80),
          revision,
          event_id: id,
        });
      }
      tailReached = taken.tailReached ?? tailReached;
      if (taken.events.length > 0 && !looked) {
        // This may not be the connection on which the ledger was asked before the opening.
        const unasked = await look();
        if (unasked !== null) return unasked.fault;
        looked = true;
      }
      state = tailReached ? 'live' : 'catching-up';
      const caughtUp = tailReached && source.idle;
      if (taken.position !== reached.position || caughtUp)
        await handOver({ events: taken.events, position: taken.position, caughtUp });
      if (taken.newer !== null) throw taken.newer;
    }
  };

  /** A half-open connection is silent like a quiet ledger; only the ledger itself can tell them apart. */
  const watch = async (source: Source, over: AbortSignal): Promise<void> => {
    for (;;) {
      await delay(stalledAfterMs / 4, undefined, { signal: over });
      if (handling || !source.idle || progressAgeMs() < stalledAfterMs / 2) continue;
      const newest = await unread().catch((error: unknown) => {
        log.warn('could not read the end of the ledger', { name, error });
        return undefined;
      });
      if (newest === null) progressed();
      else if (isStalled())
        source.end(new StalledSubscriptionError(`no event and no checkpoint for ${stalledAfterMs} ms`));
    }
  };

  const consumeOnce = async (): Promise<unknown> => {
    const unasked = await look();
    if (unasked !== null) return unasked.fault;
    const source = openSource(client, prefix, reached.lastEvent?.position ?? null);
    current = source;
    const over = new AbortController();
    const stop = () => source.end(signal.reason);
    const leave = onAbort(signal, stop);
    // Only the abort of its wait ends it.
    watch(source, over.signal).catch(() => undefined);
    try {
      return await consume(source);
    } finally {
      over.abort();
      leave();
      source.end(new Error('the subscription is over'));
    }
  };

  const run = async (): Promise<void> => {
    for (let failures = 0; !signal.aborted; ) {
      const before = reached.position;
      state = 'connecting';
      const fault = await consumeOnce();
      if (signal.aborted) return;
      ledger.lost?.();
      failures = reached.position === before ? failures + 1 : 0;
      restarts += 1;
      metrics.subscriptionRestarts.inc({ subscription: name });
      const delayMs = jittered(failures, { firstMs: 100, maxMs: 10_000 });
      log.warn('subscription ended; reopening it', { name, delay_ms: Math.round(delayMs), error: fault });
      state = 'waiting-to-reconnect';
      if ((await backOff({ waitMs: delayMs, ask: unread, signal })) === 'back') failures = 0;
    }
  };

  const end = (error: unknown) => {
    ended = { error };
    state = 'ended';
    forget();
    metrics.subscriptionProgressAge.remove({ subscription: name });
    metrics.subscriptionStalled.remove({ subscription: name });
  };
  const done = run().then(
    () => end(new Error(`the subscription ${name} was told to end`)),
    (error: unknown) => {
      end(error);
      throw error;
    },
  );
  // A consumer that does not await it sees it in its readiness check.
  done.catch(() => undefined);

  const forget = metrics.subscriptionProgressAge.onCollect(() => {
    metrics.subscriptionProgressAge.set({ subscription: name }, progressAgeMs() / 1000);
    metrics.subscriptionStalled.set({ subscription: name }, isStalled() ? 1 : 0);
  });

  return {
    done,
    status: () => ({ state, position: reached.position, progressAgeMs: progressAgeMs(), restarts }),
    verified: () => (state === 'catching-up' || state === 'live') && current?.over === false,
    check: () => {
      if (ended !== undefined) throw ended.error;
      const age = Math.round(progressAgeMs());
      if (isStalled()) throw new StalledSubscriptionError(`${name} has taken nothing for ${age} ms (${state})`);
    },
  };
};
