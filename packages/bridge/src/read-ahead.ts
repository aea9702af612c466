import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { type CheckpointState, stateAfter } from '@order-ledger/ledger/follow/checkpoint';
import { isAbove } from '@order-ledger/ledger/reading/position';
import type { Delivery } from '@order-ledger/ledger/subscribing/subscribe';

type Read = Delivery<RecordedEvent>;

/** The newest deliveries of one reading, by their numbers, for followers that take them at their own pace. */
export interface ReadAhead {
  add(delivery: Read): void;
  /** Undefined where it has not come. Nobody asks for one that was forgotten. */
  at(number: number): Read | undefined;
  /** Events from this delivery on; a delivery without any counts as one. */
  from(number: number): number;
  /**
   * The delivery with which a follower in this state goes on; undefined where it would miss something. Its last event
   * tells the place: no other ledger holds an event of that id.
   */
  entryFor(state: CheckpointState): number | undefined;
  /** Forgets deliveries below this one as long as `most` events are left. */
  forget(below: number, most: number): void;
}

const weightOf = ({ events }: Read): number => Math.max(1, events.length);

export const createReadAhead = (start: CheckpointState): ReadAhead => {
  /** Before the first that is kept. */
  let before = start;
  let first = 0;
  let weight = 0;
  const kept: Read[] = [];
  return {
    add: (delivery) => {
      kept.push(delivery);
      weight += weightOf(delivery);
    },
    at: (number) => kept[number - first],
    from: (number) => {
      let events = 0;
      for (let index = number - first; index < kept.length; index += 1) events += weightOf(kept[index] as Read);
      return events;
    },
    entryFor: ({ position, lastEvent }) => {
      const isLast = ({ id }: { readonly id: string }) => id === lastEvent?.id;
      const atStart = before.lastEvent?.id === lastEvent?.id;
      const index = atStart ? 0 : kept.findIndex(({ events }) => events.some(isLast));
      if (index === -1) return undefined;
      const events = kept.slice(index).flatMap((delivery) => delivery.events);
      const later = atStart ? events : events.slice(events.findIndex(isLast) + 1);
      // One that does not stand above what was passed shows another ledger: a reading from that place finds it out.
      return position === null || later.every((event) => isAbove(event.position, position)) ? first + index : undefined;
    },
    forget: (below, most) => {
      for (let [oldest] = kept; oldest !== undefined && first < below; [oldest] = kept) {
        if (weight - weightOf(oldest) < most) return;
        before = stateAfter(before, oldest);
        weight -= weightOf(oldest);
        kept.shift();
        first += 1;
      }
    },
  };
};

/** What of a delivery stands above the state of a follower that came to it from elsewhere; null for nothing. */
export const restOf = (delivery: Read, { position }: CheckpointState): Read | null => {
  if (position === null) return delivery;
  const events = delivery.events.filter((event) => isAbove(event.position, position));
  const further = delivery.position !== null && isAbove(delivery.position, position);
  if (events.length === 0 && !further && !delivery.caughtUp) return null;
  return { events, position: further ? delivery.position : position, caughtUp: delivery.caughtUp };
};
