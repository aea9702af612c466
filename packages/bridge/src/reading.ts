import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { NewerWriterError } from '@order-ledger/domain/recorded-event';
import type { CheckpointState } from '@order-ledger/ledger/follow/checkpoint';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Delivery, SubscribeOptions, Subscription } from '@order-ledger/ledger/subscribing/subscribe';
import type { Changes } from './changes.ts';
import { createReadAhead } from './read-ahead.ts';

/** Where a follower is on its reading. */
export interface Seat {
  /** The delivery that it takes next. */
  next: number;
  /** It stands still, and the others go on without it. */
  readonly part: () => void;
}

/** One subscription to the ledger, for one follower or several. */
export interface Reading {
  /** With which delivery a follower in this state goes on; undefined where it would miss something. */
  entryFor(state: CheckpointState): number | undefined;
  sit(seat: Seat): void;
  leave(seat: Seat): void;
  readonly followers: number;
  /** The next delivery, undefined where it has not come yet. Throws what has ended the reading. */
  next(seat: Seat): Delivery<RecordedEvent> | undefined;
  /** Absent before it has begun. */
  subscription(): Subscription | undefined;
}

interface ReadingOptions {
  readonly ledger: Pick<Ledger, 'subscribe'>;
  readonly from: CheckpointState;
  /** Resolves when it may begin. */
  readonly begin: Promise<unknown>;
  readonly subscription: Omit<SubscribeOptions<RecordedEvent>, 'from' | 'signal' | 'handler'>;
  readonly changes: Changes;
  /** Milliseconds that a follower is waited for that makes no room. */
  readonly patienceMs: number;
  /** Events by which followers may be apart; so many are kept for those who come from elsewhere. */
  readonly mostApart: number;
  /** Called when nobody may come to it any more: it has ended, or nobody has stayed. */
  readonly onOver: (reading: Reading) => void;
}

export const openReading = (options: ReadingOptions): Reading => {
  const { ledger, from, changes, patienceMs, mostApart } = options;
  const ahead = createReadAhead(from);
  const seats = new Set<Seat>();
  const leaving = new AbortController();
  const { signal } = leaving;
  let subscription: Subscription | undefined;
  let ended: { readonly error: unknown } | undefined;

  const isBehind = (seat: Seat, events: number): boolean => ahead.from(seat.next) >= events;
  const forget = (): void => ahead.forget(Math.min(...[...seats].map(({ next }) => next)), mostApart);

  /** Resolves when there is room for more. Whoever makes none is waited for, and then parted from those who have. */
  const room = async (): Promise<void> => {
    if (![...seats].some((seat) => isBehind(seat, mostApart))) return;
    for (let since = performance.now(); !signal.aborted; ) {
      const slow = [...seats].filter((seat) => isBehind(seat, mostApart / 2));
      if (slow.length === 0) return;
      // Where all stand still nobody waits for another.
      if (slow.length === seats.size) since = performance.now();
      const leftMs = since + patienceMs - performance.now();
      if (leftMs > 0) await changes.next(leftMs);
      else {
        for (const seat of slow) {
          seats.delete(seat);
          seat.part();
        }
      }
    }
  };

  const handler = async (delivery: Delivery<RecordedEvent>): Promise<void> => {
    ahead.add(delivery);
    changes.tell();
    forget();
    await room();
  };

  const read = async (): Promise<void> => {
    await options.begin;
    if (signal.aborted) return;
    subscription = ledger.subscribe({ ...options.subscription, from, signal, handler });
    await subscription.done;
  };
  const over = (error: unknown): void => {
    ended = { error };
    options.onOver(reading);
    changes.tell();
  };

  const reading: Reading = {
    entryFor: (state) => ahead.entryFor(state),
    sit: (seat) => void seats.add(seat),
    leave: (seat) => {
      seats.delete(seat);
      if (seats.size === 0) {
        leaving.abort(new Error('nobody follows this reading any more'));
        options.onOver(reading);
      }
      changes.tell();
    },
    get followers() {
      return seats.size;
    },
    next: (seat) => {
      const delivery = ahead.at(seat.next);
      // What stands before an event of a newer writer is taken all the same.
      if (ended !== undefined && (delivery === undefined || !(ended.error instanceof NewerWriterError)))
        throw ended.error;
      if (delivery !== undefined) seat.next += 1;
      return delivery;
    },
    subscription: () => subscription,
  };
  read().then(() => over(new Error('the reading of the ledger has ended')), over);
  return reading;
};
