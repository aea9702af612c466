import { setTimeout as delay } from 'node:timers/promises';
import { type Exchange, exchangeOf } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OwnedCheckpoint } from '@order-ledger/ledger/checkpoint';
import { orderIdOf } from '@order-ledger/ledger/codec';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Delivery, Received, Subscription } from '@order-ledger/ledger/subscribe';
import type { Messaging } from '@order-ledger/messaging/connection';
import type { Envelope } from '@order-ledger/messaging/envelope';
import { aborted, onAbort } from '@order-ledger/platform/aborted';
import { faultText } from '@order-ledger/platform/fault-text';
import type { Log } from '@order-ledger/platform/log';
import { inTransaction } from '@order-ledger/platform/postgres';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { inSpan } from '@order-ledger/platform/telemetry';
import type { Pool } from 'pg';
import { createBell } from './bell.ts';
import { measures } from './measures.ts';
import { messageOf } from './message.ts';
import { createOrderLanes, type OrderLanes } from './order-lanes.ts';
import { type ParkedOrder, park, parkedOrders, releasedOrders } from './parked-orders.ts';
import { createPublishing } from './publish-until-confirmed.ts';
import { publishReleased } from './release.ts';
import { createSettledPrefix } from './settled-prefix.ts';

export interface RelayOptions {
  readonly exchange: Exchange;
  readonly ledger: Ledger;
  readonly messaging: Messaging;
  /** Looks up names in the schema of this process. */
  readonly pool: Pool;
  readonly log: Log;
  /** Messages under way at once, at most. */
  readonly window: number;
}

export interface Relay {
  /** Publishes what stands behind the checkpoint until the signal; throws what ended it. */
  follow(checkpoint: OwnedCheckpoint, signal: AbortSignal): Promise<void>;
  /** For health: throws while a message cannot be published, or while nothing comes from the ledger. */
  check(): void;
  /** True while it waits for the broker. */
  waits(): boolean;
  /** What is committed; undefined while this instance does not relay. */
  committed(): { readonly checkpoint: OwnedCheckpoint; readonly created: Date | null } | undefined;
}

/** What is shown of one run; one that was left behind speaks neither for the next nor for an instance that stands by. */
interface Run {
  readonly underWay: OrderLanes;
  reading: Subscription | null;
  committed: { readonly checkpoint: OwnedCheckpoint; readonly created: Date | null };
}

/** Places of the ledger, those of other exchanges included, that may wait behind the oldest unsettled one. */
const MOST_PLACES = 10_000;
/** Between two looks at what operators released, milliseconds. */
const RELEASE_EVERY_MS = 2_000;
/** How long what is under way may take when the relay ends, milliseconds. */
const LAST_CONFIRMS_MS = 5_000;
/** A trace carries no more links. */
const MOST_LINKS = 128;

/**
 * Brings the events of one exchange from the ledger to RabbitMQ. An order's message waits for the confirm of its
 * previous one; different orders go side by side. The checkpoint moves over the contiguous confirmed prefix only, so
 * that whatever a crash leaves between is published again, with the same ids.
 */
export const createRelay = ({ exchange, ledger, messaging, pool, log, window }: RelayOptions): Relay => {
  const publishing = createPublishing(exchange, messaging, log);
  let run: Run | undefined;
  measures.underWay.onCollect(() => measures.underWay.set({ exchange }, run?.underWay.size ?? 0));

  const follow = async (checkpoint: OwnedCheckpoint, signal: AbortSignal): Promise<void> => {
    const parked = await parkedOrders(pool, exchange);
    if (signal.aborted) return;
    measures.parked.set({ exchange }, parked.size);
    const over = new AbortController();
    const until = AbortSignal.any([signal, over.signal]);
    const settledBell = createBell();
    const roomBell = createBell();
    const underWay = createOrderLanes(roomBell.ring);
    const mine: Run = { underWay, reading: null, committed: { checkpoint, created: null } };
    run = mine;
    const forget = (): void => {
      if (run !== mine) return;
      run = undefined;
      measures.parked.remove({ exchange });
    };
    onAbort(signal, forget);
    const prefix = createSettledPrefix(checkpoint.current(), settledBell.ring);
    for (const { ring } of [settledBell, roomBell]) onAbort(until, ring);

    const room = async (): Promise<void> => {
      while (underWay.size >= window || prefix.size >= MOST_PLACES) {
        if (until.aborted) throw until.reason;
        await roomBell.rung();
      }
    };

    const send = (envelope: Envelope, place: Unpublished, settle: (parked?: ParkedOrder) => void): void =>
      underWay.add(envelope.order_id, async () => {
        // The one before it may have been parked while this one waited.
        if (parked.has(envelope.order_id)) return heldBack(settle);
        const outcome = await publishing.published(envelope, until);
        if (outcome === 'stopped') return;
        if (outcome !== 'confirmed')
          return settle(parkedFrom({ ...place, reason: 'unpublishable', detail: faultText(outcome.fault) }));
        measures.events.inc({ exchange, outcome: 'published' });
        settle();
      });

    const heldBack = (settle: () => void): void => {
      measures.events.inc({ exchange, outcome: 'held-back' });
      settle();
    };

    const takeOne = (received: Received<RecordedEvent>): void => {
      const { position, id: eventId, created, stream, revision, event } = received;
      const settle = prefix.add({ position, eventId, created });
      const orderId = orderIdOf(stream);
      if (orderId === null) {
        // Nobody could be told of it by an order's id: no order of ours has such a stream.
        log.error('an event in a stream of no order is passed over', { exchange, stream, revision, event_id: eventId });
        settle();
      } else if (event !== null && exchangeOf(event.type) !== exchange) {
        settle();
      } else if (parked.has(orderId)) {
        heldBack(settle);
      } else {
        const place = { orderId, eventVersion: revision + 1n, eventId };
        const message = messageOrFault(received);
        if ('envelope' in message) send(message.envelope, place, settle);
        else settle(parkedFrom({ ...place, ...message }));
      }
    };

    const parkedFrom = (order: ParkedOrder): ParkedOrder => {
      const { orderId: order_id, eventVersion: event_version, eventId: event_id, reason } = order;
      parked.add(order_id);
      if (run === mine) measures.parked.set({ exchange }, parked.size);
      measures.events.inc({ exchange, outcome: 'parked' });
      const text = 'an event cannot be published; of its order nothing more is, on this exchange';
      log.error(text, { exchange, order_id, event_id, event_version, reason });
      return order;
    };

    /** Released orders are published by the lanes of their own, so that what comes of them meanwhile comes behind. */
    const release = async (): Promise<void> => {
      for (const order of await releasedOrders(pool, exchange)) {
        const { orderId } = order;
        if (until.aborted || !parked.delete(orderId)) continue;
        underWay.add(orderId, async () => {
          const options = { exchange, ledger, pool, log, publishing, signal: until };
          if ((await publishReleased(options, order)) !== 'released') parked.add(orderId);
          if (run === mine) measures.parked.set({ exchange }, parked.size);
        });
      }
    };
    const releaseWhatIs = async (): Promise<void> => {
      while (!until.aborted) {
        await release().catch((error: unknown) =>
          log.warn('released orders cannot be looked for now', { exchange, error }),
        );
        await delay(RELEASE_EVERY_MS, undefined, { signal: until }).catch(() => undefined);
      }
    };

    const takeAll = async ({ events, position }: Delivery<RecordedEvent>): Promise<void> => {
      for (const received of events) {
        await room();
        takeOne(received);
      }
      const last = events.at(-1)?.position ?? checkpoint.current().position;
      // The ledger holds nothing of ours up to there: a quiet system's checkpoint goes on all the same.
      if (position !== null && position.commit !== last?.commit)
        prefix.add({ position, eventId: null, created: null })();
    };

    const commit = async (): Promise<boolean> => {
      const progress = prefix.take();
      if (progress === null) return false;
      const began = performance.now();
      await inTransaction(pool, async (client) => {
        for (const order of progress.parked) await park(client, exchange, order);
        await checkpoint.advance(client, progress.to);
      });
      checkpoint.committed(progress.to);
      mine.committed = { checkpoint, created: progress.created ?? mine.committed.created };
      measures.commitSeconds.observe({ exchange }, (performance.now() - began) / 1_000);
      roomBell.ring();
      return true;
    };
    const commitAsSettled = async (): Promise<void> => {
      while (!until.aborted) if (!(await commit())) await settledBell.rung();
    };

    const reading = ledger.subscribe({
      name: `bridge ${exchange}`,
      from: checkpoint.current(),
      signal: until,
      maxEvents: window,
      handler: (delivery) => inBatchSpan(exchange, delivery, () => takeAll(delivery)),
    });
    mine.reading = reading;
    const committing = commitAsSettled();
    const releasing = releaseWhatIs();
    const ended = await outcomeOf(Promise.race([reading.done, committing]));
    // An event of a newer writer ends the reading, yet what came before it is published and committed, however long
    // that takes.
    const settling = underWay.done();
    await Promise.race([settling, aborted(signal), outcomeOf(committing)]);
    over.abort(new Error('the relay is over'));
    await Promise.race([settling, patience()]);
    await releasing;
    await outcomeOf(reading.done);
    const committedAll = await outcomeOf(committing);
    const last = committedAll.error === undefined ? await outcomeOf(commit()) : committedAll;
    forget();
    const fault = ended.error ?? last.error;
    if (fault !== undefined) throw fault;
  };

  return {
    follow,
    check: () => {
      publishing.check();
      run?.reading?.check();
    },
    waits: publishing.waits,
    committed: () => run?.committed,
  };
};

/** An event of which nothing is published yet. */
type Unpublished = Pick<ParkedOrder, 'orderId' | 'eventVersion' | 'eventId'>;

/** The message of an event, or why there is none. An unreadable event tells no type: it may belong to any exchange. */
const messageOrFault = (
  received: Received<RecordedEvent>,
): { readonly envelope: Envelope } | Pick<ParkedOrder, 'reason' | 'detail'> => {
  if (received.event === null) return { reason: 'unreadable', detail: faultText(received.fault) };
  try {
    return { envelope: messageOf(received.event, received.id) };
  } catch (error) {
    return { reason: 'unpublishable', detail: faultText(error) };
  }
};

const inBatchSpan = (
  exchange: Exchange,
  { events }: Delivery<RecordedEvent>,
  work: () => Promise<void>,
): Promise<void> => {
  const ours = events.flatMap(({ event }) => (event !== null && exchangeOf(event.type) === exchange ? [event] : []));
  if (ours.length === 0) return work();
  const links = ours.slice(0, MOST_LINKS).map(({ metadata }) => metadata.traceparent);
  const attributes = { [attribute.messagingBatchMessageCount]: ours.length };
  return inSpan(`relay ${exchange}`, attributes, work, { parent: null, links });
};

const outcomeOf = (work: Promise<unknown>): Promise<{ readonly error?: unknown }> =>
  work.then(
    () => ({}),
    (error: unknown) => ({ error }),
  );

const patience = (): Promise<void> => delay(LAST_CONFIRMS_MS, undefined, { ref: false });
