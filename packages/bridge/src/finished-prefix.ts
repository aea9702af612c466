import type { CheckpointState } from '@order-ledger/ledger/follow/checkpoint';
import type { Position } from '@order-ledger/ledger/subscribing/subscribe';
import type { ParkedOrder } from './parked-orders.ts';

/** One place in the ledger that the checkpoint may move past once it and all before it are finished. */
export interface Place {
  readonly position: Position;
  /** Null: a position without an event of ours. */
  readonly eventId: string | null;
}

export interface Progress {
  readonly to: CheckpointState;
  readonly parked: readonly ParkedOrder[];
}

interface FinishedPrefix {
  /** In the ledger's order. The returned function finishes the place, in any order. */
  add(place: Place): (parked?: ParkedOrder) => void;
  /** Adds a place that needs nothing. */
  pass(place: Place): void;
  /** Places not yet taken by `take`. */
  readonly size: number;
  /** Removes the contiguous finished places from the front; null when the first is not finished. */
  take(): Progress | null;
}

const NOTHING_YET = { finished: false, parked: undefined };

/** What happened out of order becomes a checkpoint only up to the first gap. */
export const createFinishedPrefix = (from: CheckpointState, onFinished: () => void): FinishedPrefix => {
  interface Entry {
    /** The last of the places, where several stand side by side that need nothing. */
    position: Position;
    lastEvent: CheckpointState['lastEvent'];
    finished: boolean;
    parked: ParkedOrder | undefined;
  }
  const eventAt = ({ position, eventId }: Place) => (eventId === null ? null : { position, id: eventId });
  let entries: Entry[] = [];
  let state = from;
  return {
    add: (place) => {
      const entry: Entry = { ...NOTHING_YET, position: place.position, lastEvent: eventAt(place) };
      entries.push(entry);
      return (parked) => {
        entry.finished = true;
        entry.parked = parked;
        onFinished();
      };
    },
    pass: (place) => {
      const before = entries.at(-1);
      const lastEvent = eventAt(place);
      if (before?.finished === true) {
        before.position = place.position;
        before.lastEvent = lastEvent ?? before.lastEvent;
      } else entries.push({ ...NOTHING_YET, position: place.position, lastEvent, finished: true });
      onFinished();
    },
    get size() {
      return entries.length;
    },
    take: () => {
      const gap = entries.findIndex(({ finished }) => !finished);
      const finished = gap === -1 ? entries : entries.slice(0, gap);
      const last = finished.at(-1);
      if (last === undefined) return null;
      entries = entries.slice(finished.length);
      const lastEvent = finished.findLast((entry) => entry.lastEvent !== null)?.lastEvent ?? state.lastEvent;
      state = { position: last.position, lastEvent };
      return {
        to: state,
        parked: finished.flatMap(({ parked }) => (parked === undefined ? [] : [parked])),
      };
    },
  };
};
