import { setTimeout as delay } from 'node:timers/promises';
import type { AllStreamRecordedEvent, EventStoreDBClient, Position } from '@eventstore/db-client';
import { UnreadableEventError } from '@order-ledger/domain/recorded-event';
import { onAbort } from '@order-ledger/platform/aborted';
import { backOff, jittered } from '@order-ledger/platform/back-off';
import type { Log } from '@order-ledger/platform/log';
import { createdAt } from './codec.ts';
import { measures } from './measures.ts';
import { type Item, openSource, type Source } from './subscription-source.ts';
import type { Tail } from './tail.ts';

/** Both halves belong together: nothing is reckoned with them, they are only kept and compared. */
export type { Position } from '@eventstore/db-client';

/** An event as a subscriber receives it; `event` is null where it is not readable, and `fault` says why. */
export type Received<Event> = {
  readonly position: Position;
  readonly id: string;
  /** The stream, such as `order-<order_id>`, whose `revision` + 1 is the event_version. */
  readonly stream: string;
  readonly revision: bigint;
  readonly created: Date | null;
} & ({ readonly event: Event } | { readonly event: null; readonly fault: UnreadableEventError });

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
  /** What the consumer has committed, both halves; null for the start. */
  readonly from: Position | null;
  /** Ends the subscription; a handler that runs is awaited. */
  readonly signal: AbortSignal;
  /**
   * Called with one delivery after the other. When it resolves the consumer has taken them over; what comes in the
   * meantime waits, at most some thousands, and then the event store does. When it rejects the subscription ends.
   */
  readonly handler: (delivery: Delivery<Event>) => Promise<void>;
  /** Events in a delivery at most; 1,000 if absent. */
  readonly maxEvents?: number;
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
  /** Resolves after the signal; rejects with what the handler threw, or with NewerWriterError. */
  readonly done: Promise<void>;
  status(): SubscriptionStatus;
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
  /** Throws NewerWriterError, which ends the subscription, or UnreadableEventError, which is handed on. */
  readonly decode: (stored: AllStreamRecordedEvent) => Event;
  /** The newest event above a position, asked of the ledger itself. */
  readonly tail: (above?: Position | null) => Promise<Tail | null>;
}

/**
 * A catch-up subscription to `$all`, filtered on the event store's side, that is opened again after every fault from
 * the end of the last delivery that its handler took over, with a back-off.
 */
export const subscribe = <Event>(
  { client, log, prefix, decode, tail }: SubscriptionSource<Event>,
  { name, from, signal, handler, maxEvents = 1_000, stalledAfterMs = 30_000 }: SubscribeOptions<Event>,
): Subscription => {
  let state: SubscriptionStatus['state'] = 'connecting';
  let position = from;
  let progressAt = performance.now();
  let restarts = 0;
  let handling = false;
  let ended: { readonly error: unknown } | undefined;

  const progressed = () => {
    progressAt = performance.now();
  };
  const progressAgeMs = () => performance.now() - progressAt;
  const isStalled = () => ended === undefined && progressAgeMs() > stalledAfterMs;
  let away = false;
  /** The newest event behind the position. After an outage the time without progress begins anew. */
  const unread = async (): Promise<Tail | null> => {
    try {
      const newest = await tail(position);
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
    await handler(delivery);
    handling = false;
    position = delivery.position;
    progressed();
    measures.subscriptionEvents.inc({ subscription: name }, delivery.events.length);
  };

  /** Resolves with the fault that ended the source; rejects with what ends the subscription. */
  const consume = async (source: Source): Promise<unknown> => {
    for (let tailReached = false; ; ) {
      const items = await source.take(maxEvents);
      if ('fault' in items) return items.fault;
      const taken = opened(items, position, decode);
      tailReached = taken.tailReached ?? tailReached;
      state = tailReached ? 'live' : 'catching-up';
      const caughtUp = tailReached && source.idle;
      if (taken.position !== position || caughtUp)
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
        log.warn('the tail of the ledger cannot be asked', { name, error });
        return undefined;
      });
      if (newest === null) progressed();
      else if (isStalled()) source.end(new StalledSubscriptionError(`nothing came for ${stalledAfterMs} ms`));
    }
  };

  const consumeOnce = async (): Promise<unknown> => {
    const source = openSource(client, prefix, position);
    const over = new AbortController();
    const stop = () => source.end(signal.reason);
    const leave = onAbort(signal, stop);
    // It ends by the abort of its wait, and in no other way.
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
      const before = position;
      state = 'connecting';
      const fault = await consumeOnce();
      if (signal.aborted) return;
      failures = position === before ? failures + 1 : 0;
      restarts += 1;
      measures.subscriptionRestarts.inc({ subscription: name });
      const delayMs = jittered(failures, { firstMs: 100, maxMs: 10_000 });
      log.warn('a subscription is opened again', { name, delay_ms: Math.round(delayMs), error: fault });
      state = 'waiting-to-reconnect';
      if ((await backOff({ waitMs: delayMs, ask: unread, signal })) === 'back') failures = 0;
    }
  };

  const end = (error: unknown) => {
    ended = { error };
    state = 'ended';
    measures.subscriptionProgressAge.remove({ subscription: name });
    measures.subscriptionStalled.remove({ subscription: name });
  };
  const done = run().then(
    () => end(new Error(`the subscription ${name} was told to end`)),
    (error: unknown) => {
      end(error);
      throw error;
    },
  );
  // A consumer that does not await it hears of it by its readiness check.
  done.catch(() => undefined);

  measures.subscriptionProgressAge.onCollect(() => {
    if (ended !== undefined) return;
    measures.subscriptionProgressAge.set({ subscription: name }, progressAgeMs() / 1000);
    measures.subscriptionStalled.set({ subscription: name }, isStalled() ? 1 : 0);
  });

  return {
    done,
    status: () => ({ state, position, progressAgeMs: progressAgeMs(), restarts }),
    check: () => {
      if (ended !== undefined) throw ended.error;
      const age = Math.round(progressAgeMs());
      if (isStalled()) throw new StalledSubscriptionError(`${name} has taken nothing for ${age} ms (${state})`);
    },
  };
};

interface Opened<Event> {
  readonly events: readonly Received<Event>[];
  readonly position: Position | null;
  /** What the ledger last said about its tail; undefined when it said nothing. */
  readonly tailReached: boolean | undefined;
  /** The error of the event at which the reading must stop; those before it are in `events`. */
  readonly newer: unknown;
}

/** Decodes what came, up to the first event that only a newer version of this program can read. */
const opened = <Event>(
  items: readonly Item[],
  before: Position | null,
  decode: (stored: AllStreamRecordedEvent) => Event,
): Opened<Event> => {
  const events: Received<Event>[] = [];
  let position = before;
  let tailReached: boolean | undefined;
  for (const item of items) {
    if (item.kind === 'caught-up' || item.kind === 'fell-behind') tailReached = item.kind === 'caught-up';
    else if (item.kind === 'checkpoint') {
      if (position === null || item.position.commit > position.commit) position = item.position;
    } else {
      const received = receivedFrom(item.event, decode);
      if ('newer' in received) return { events, position, tailReached, newer: received.newer };
      events.push(received);
      position = item.event.position;
    }
  }
  return { events, position, tailReached, newer: null };
};

const receivedFrom = <Event>(
  stored: AllStreamRecordedEvent,
  decode: (stored: AllStreamRecordedEvent) => Event,
): Received<Event> | { readonly newer: unknown } => {
  const { position, id, streamId: stream, revision } = stored;
  const place = { position, id, stream, revision, created: createdAt(stored) };
  try {
    return { ...place, event: decode(stored) };
  } catch (error) {
    return error instanceof UnreadableEventError ? { ...place, event: null, fault: error } : { newer: error };
  }
};
