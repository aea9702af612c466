import { type Exchange, exchangeOf } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { CheckpointState } from '@order-ledger/ledger/follow/checkpoint';
import { orderIdOf } from '@order-ledger/ledger/stored/codec';
import type { Delivery, Received } from '@order-ledger/ledger/subscribing/subscribe';
import type { Envelope } from '@order-ledger/messaging/envelope';
import { onAbort } from '@order-ledger/platform/aborted';
import { faultText } from '@order-ledger/platform/fault-text';
import { createBell } from './bell.ts';
import { createFinishedPrefix, type Progress } from './finished-prefix.ts';
import { messageOf } from './message.ts';
import { metrics } from './metrics.ts';
import { createOrderLanes } from './order-lanes.ts';
import type { ParkedInRun } from './parked-in-run.ts';
import type { ParkedOrder } from './parked-orders.ts';
import type { Published, Publishing } from './publish-until-confirmed.ts';

interface SendingOptions {
  readonly exchange: Exchange;
  readonly publishing: Pick<Publishing, 'published'>;
  readonly parked: ParkedInRun;
  readonly from: CheckpointState;
  /** Messages under way at once, at most. */
  readonly window: number;
  readonly until: AbortSignal;
  /** Called when so much is confirmed that it should be committed. */
  readonly onMuch: () => void;
}

/** The places of the ledger that a run has taken, each of which is finished once its message is confirmed or needs none. */
export interface Sending {
  /** Sends what is of the exchange in its orders' lanes. Waits for room, and rejects at the signal while it does. */
  take(delivery: Delivery<RecordedEvent>): Promise<void>;
  /** Work of an order that is not an event's, in the order's lane; must not reject. */
  inLane(orderId: string, work: () => Promise<void>): void;
  /** What is finished from the front on, and taken here; null where nothing is. */
  progress(): Progress | null;
  /** Resolves when something was finished since `progress` was last asked, and at the signal. */
  finished(): Promise<void>;
  /** So much was confirmed since `progress` was last asked that it should be committed. */
  hasMuch(): boolean;
  /** The progress that was taken is committed: its places are free. */
  committed(): void;
  underWay(): number;
  /** Resolves when all that is under way now is done. */
  done(): Promise<void>;
}

/** Places of the ledger, those of other exchanges included, that may wait behind the oldest unfinished one. */
const MOST_PLACES = 10_000;
/** Confirmed messages that wait for their checkpoint to be moved: a crash publishes them again. */
const MUCH = 256;

export const createSending = (options: SendingOptions): Sending => {
  const { exchange, publishing, parked, from, window, until, onMuch } = options;
  const finishedBell = createBell();
  const roomBell = createBell();
  for (const { ring } of [finishedBell, roomBell]) onAbort(until, ring);
  const lanes = createOrderLanes(roomBell.ring);
  const prefix = createFinishedPrefix(from, finishedBell.ring);
  let reached = from.position;
  let confirmed = 0;

  const isFull = (): boolean => lanes.size >= window || prefix.size >= MOST_PLACES;
  const room = async (): Promise<void> => {
    while (isFull()) {
      if (until.aborted) throw until.reason;
      await roomBell.rung();
    }
  };

  const heldBack = (finish: () => void): void => {
    metrics.events.inc({ exchange, outcome: 'held-back' });
    finish();
  };

  const send = (envelope: Envelope, place: Unpublished, finish: (parked?: ParkedOrder) => void): void =>
    lanes.add(envelope.order_id, (done) => {
      // The one before it may have been parked while this one waited.
      if (parked.has(envelope.order_id, place.eventVersion)) {
        heldBack(finish);
        return done();
      }
      const ended = (outcome: Published): void => {
        if (outcome === 'confirmed') {
          metrics.events.inc({ exchange, outcome: 'published' });
          finish();
          confirmed += 1;
          if (confirmed === MUCH) onMuch();
        } else if (outcome !== 'stopped')
          finish(parked.add({ ...place, reason: 'unpublishable', detail: faultText(outcome.fault) }));
        done();
      };
      void publishing.published(envelope, until).then(ended);
    });

  const takeOne = (received: Received<RecordedEvent>): void => {
    const { position, id: eventId, stream, revision, event } = received;
    const orderId = orderIdOf(stream);
    if (orderId === null || (event !== null && exchangeOf(event.type) !== exchange))
      return void prefix.pass({ position, eventId });
    const finish = prefix.add({ position, eventId });
    const place = { orderId, eventVersion: revision + 1n, eventId };
    if (parked.has(orderId, place.eventVersion)) heldBack(finish);
    // Its type is not known: it may belong to any exchange.
    else if (received.event === null)
      finish(parked.add({ ...place, reason: 'unreadable', detail: faultText(received.fault) }));
    else send(messageOf(received.event, eventId), place, finish);
  };

  return {
    take: async ({ events, position }) => {
      for (const received of events) {
        if (isFull()) await room();
        takeOne(received);
      }
      const last = events.at(-1)?.position ?? reached;
      reached = position ?? last;
      // The ledger holds nothing of ours up to there: a quiet system's checkpoint goes on all the same.
      if (position !== null && position.commit !== last?.commit) prefix.pass({ position, eventId: null });
    },
    inLane: (orderId, work) => lanes.add(orderId, (done) => void work().then(done)),
    progress: () => {
      confirmed = 0;
      return prefix.take();
    },
    hasMuch: () => confirmed >= MUCH,
    finished: finishedBell.rung,
    committed: roomBell.ring,
    underWay: () => lanes.size,
    done: lanes.done,
  };
};

/** An event of which nothing is published yet. */
type Unpublished = Pick<ParkedOrder, 'orderId' | 'eventVersion' | 'eventId'>;
