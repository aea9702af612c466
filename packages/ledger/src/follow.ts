import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AllStreamRecordedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { NewerWriterError } from '@order-ledger/domain/recorded-event';
import type { Log } from '@order-ledger/platform/log';
import { defineMetrics } from '@order-ledger/platform/metrics';
import type { LogPosition, Tail } from './read.ts';
import { fromClientEvent } from './stored-event.ts';

/** What comes out of the log, in its order. A position may be committed once all that came before it is. */
export type Delivery =
  | { kind: 'event'; event: RecordedEvent; eventId: string; position: LogPosition; created: Date }
  /** The event stands in the log and cannot be read: its reader decides what becomes of its order. */
  | {
      kind: 'unreadable';
      streamId: string;
      revision: bigint;
      eventId: string;
      position: LogPosition;
      created: Date;
      error: Error;
    }
  /** The server has looked at everything up to here and found nothing more of ours. */
  | { kind: 'checkpoint'; position: LogPosition }
  | { kind: 'caught-up' };

export interface FollowOptions {
  /** Exclusive; null: from the beginning. */
  from: LogPosition | null;
  signal: AbortSignal;
  /** Streams to follow. */
  prefix?: string;
  /** Deliveries that may wait for their reader before the subscription is paused. */
  highWaterMark?: number;
  /** A subscription that is silent for this long while the log has more is replaced, in milliseconds. */
  silenceLimitMs?: number;
  tail: (notBefore: LogPosition | null, prefix?: string) => Promise<Tail | null>;
}

/** How far the client reads ahead: 16, its default, halves the speed. */
const READ_AHEAD = 1_024;
const LONGEST_PAUSE_MS = 10_000;

const metrics = defineMetrics({
  restarts: {
    type: 'counter',
    name: 'ledger_subscription_restarts_total',
    help: 'Subscriptions that ended and were made again',
    labels: ['reason'],
  },
});

/**
 * Follows the log: a supervised catch-up subscription to `$all`, filtered on the server's side. Yields what has come,
 * in order, in lists that are never empty; the next list is read ahead while the reader works on one.
 *
 * It never ends by itself: when the subscription breaks, or falls silent while there is something to read, a new one
 * begins after the last delivery, with growing pauses. It ends when `signal` is aborted, and throws NewerWriterError
 * at an event that a newer build wrote, because to go past it would be wrong.
 */
export async function* follow(client: EventStoreDBClient, log: Log, options: FollowOptions): AsyncIterable<Delivery[]> {
  let from = options.from;
  let failures = 0;
  while (!options.signal.aborted) {
    const subscription = createSubscription(client, { ...options, from });
    try {
      for await (const deliveries of subscription.lists) {
        failures = 0;
        for (const delivery of deliveries) if (delivery.kind !== 'caught-up') from = delivery.position;
        yield deliveries;
      }
      if (options.signal.aborted) return;
      metrics.restarts.inc({ reason: 'ended' });
      log.warn('the subscription ended and begins again');
    } catch (error) {
      if (error instanceof NewerWriterError) throw error;
      metrics.restarts.inc({ reason: error instanceof SilentSubscription ? 'silent' : 'error' });
      log.warn('the subscription broke and begins again', { error });
    } finally {
      await subscription.close();
    }
    failures += 1;
    await sleep(Math.random() * Math.min(LONGEST_PAUSE_MS, 100 * 2 ** failures), undefined, {
      signal: options.signal,
      ref: true,
    }).catch(() => undefined);
  }
}

class SilentSubscription extends Error {
  override readonly name = 'SilentSubscription';
}

interface OpenSubscription {
  lists: AsyncIterable<Delivery[]>;
  close(): Promise<void>;
}

const createSubscription = (client: EventStoreDBClient, options: FollowOptions): OpenSubscription => {
  const { from, signal, prefix = 'order-', highWaterMark = 4_096, silenceLimitMs = 15_000 } = options;
  let queue: Delivery[] = [];
  let wake: () => void = () => undefined;
  let ended = false;
  let failure: unknown = null;
  let last = from;

  // The client tells of checkpoints and of the tail as data enters its buffer, ahead of what has been handed out: each
  // waits here until everything that was in the buffer then has been emitted.
  let emitted = 0;
  const announced: { after: number; delivery: Delivery }[] = [];
  const announce = (subscription: AllStreamSubscription, delivery: Delivery) => {
    announced.push({ after: emitted + subscription.readableLength, delivery });
    release();
  };
  const release = () => {
    while (announced[0] !== undefined && announced[0].after <= emitted)
      put((announced.shift() as { delivery: Delivery }).delivery);
  };
  const put = (delivery: Delivery) => {
    if (delivery.kind !== 'caught-up') last = delivery.position;
    queue.push(delivery);
    if (queue.length >= highWaterMark) subscription.pause();
    wake();
  };
  const fail = (error: unknown) => {
    failure ??= error;
    wake();
  };

  const filter = streamNameFilter({
    prefixes: [prefix],
    checkpointInterval: 1,
    checkpointReached: (reached, position) => announce(reached, { kind: 'checkpoint', position }),
  });
  const subscription = client.subscribeToAll({ fromPosition: from ?? START, filter }, { highWaterMark: READ_AHEAD });
  subscription.on('data', ({ event }) => {
    emitted += 1;
    if (event !== undefined) {
      try {
        put(deliver(event));
      } catch (error) {
        fail(error);
      }
    }
    release();
  });
  subscription.on('caughtUp', () => announce(subscription, { kind: 'caught-up' }));
  subscription.on('error', fail);
  const end = () => {
    ended = true;
    wake();
  };
  subscription.on('end', end);
  subscription.on('close', end);
  signal.addEventListener('abort', end, { once: true });

  async function* lists(): AsyncIterable<Delivery[]> {
    for (;;) {
      if (queue.length > 0) {
        const deliveries = queue;
        queue = [];
        subscription.resume();
        yield deliveries;
        continue;
      }
      if (failure !== null) throw failure;
      if (ended || signal.aborted) return;
      const silent = !(await woken(silenceLimitMs));
      if (silent && (await options.tail(last, prefix)) !== null && queue.length === 0)
        throw new SilentSubscription('silent although the log has more');
    }
  }
  const woken = (ms: number): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), ms);
      wake = () => {
        clearTimeout(timer);
        wake = () => undefined;
        resolve(true);
      };
      if (queue.length > 0 || ended || failure !== null) wake();
    });

  return {
    lists: lists(),
    close: async () => {
      signal.removeEventListener('abort', end);
      // What breaks while it is being closed has no reader any more.
      subscription.removeListener('error', fail);
      subscription.on('error', () => undefined);
      await subscription.unsubscribe();
    },
  };
};

const deliver = (event: AllStreamRecordedEvent): Delivery => {
  const { id: eventId, position, created, streamId, revision } = event;
  try {
    return { kind: 'event', event: fromClientEvent(event), eventId, position, created };
  } catch (error) {
    if (error instanceof NewerWriterError || !(error instanceof Error)) throw error;
    return { kind: 'unreadable', streamId, revision, eventId, position, created, error };
  }
};
