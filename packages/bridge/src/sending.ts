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
import type { ParkedOrder } from './parked-orders.ts';
import type { Publishing } from './publish-until-confirmed.ts';
import type { PutAside } from './put-aside.ts';

interface SendingOptions {
  readonly exchange: Exchange;
  readonly publishing: Pick<Publishing, 'published'>;
  readonly aside: PutAside;
  readonly from: CheckpointState;
  /** Messages under way at once, at most. */
  readonly window: number;
  readonly until: AbortSignal;
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
  /** The progress that was taken is committed: its places are free. */
  committed(): void;
  underWay(): number;
  /** Resolves when all that is under way now is done. */
  done(): Promise<void>;
}

/** Places of the ledger, those of other exchanges included, that may wait behind the oldest unfinished one. */
const MOST_PLACES = 10_000;

export const createSending = ({ exchange, publishing, aside, from, window, until }: SendingOptions): Sending => {
  const finishedBell = createBell();
  const roomBell = createBell();
  for (const { ring } of [finishedBell, roomBell]) onAbort(until, ring);
  const lanes = createOrderLanes(roomBell.ring);
  const prefix = createFinishedPrefix(from, finishedBell.ring);
  let reached = from.position;

  const room = async (): Promise<void> => {
    while (lanes.size >= window || prefix.size >= MOST_PLACES) {
      if (until.aborted) throw until.reason;
      await roomBell.rung();
    }
  };

  const heldBack = (finish: () => void): void => {
    metrics.events.inc({ exchange, outcome: 'held-back' });
    finish();
  };

  const send = (envelope: Envelope, place: Unpublished, finish: (parked?: ParkedOrder) => void): void =>
    lanes.add(envelope.order_id, async () => {
      // The one before it may have been parked while this one waited.
      if (aside.has(envelope.order_id)) return heldBack(finish);
      const outcome = await publishing.published(envelope, until);
      if (outcome === 'stopped') return;
      if (outcome !== 'confirmed')
        return finish(aside.add({ ...place, reason: 'unpublishable', detail: faultText(outcome.fault) }));
      metrics.events.inc({ exchange, outcome: 'published' });
      finish();
    });

  const takeOne = (received: Received<RecordedEvent>): void => {
    const { position, id: eventId, stream, revision, event } = received;
    const finish = prefix.add({ position, eventId });
    const orderId = orderIdOf(stream);
    if (orderId === null || (event !== null && exchangeOf(event.type) !== exchange)) finish();
    else if (aside.has(orderId)) heldBack(finish);
    else {
      const place = { orderId, eventVersion: revision + 1n, eventId };
      const message = messageOrFault(received);
      if ('envelope' in message) send(message.envelope, place, finish);
      else finish(aside.add({ ...place, ...message }));
    }
  };

  return {
    take: async ({ events, position }) => {
      for (const received of events) {
        await room();
        takeOne(received);
      }
      const last = events.at(-1)?.position ?? reached;
      reached = position ?? last;
      // The ledger holds nothing of ours up to there: a quiet system's checkpoint goes on all the same.
      if (position !== null && position.commit !== last?.commit) prefix.add({ position, eventId: null })();
    },
    inLane: lanes.add,
    progress: prefix.take,
    finished: finishedBell.rung,
    committed: roomBell.ring,
    underWay: () => lanes.size,
    done: lanes.done,
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
