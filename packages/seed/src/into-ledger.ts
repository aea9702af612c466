import type { Ledger } from '@order-ledger/ledger/ledger';
import { historyOf } from './history.ts';

export interface Seeding {
  readonly orders: number;
  /** Of these those that are seeded now: from a number on, up to another; without it all. */
  readonly part?: { readonly from: number; readonly to: number };
  readonly seed: number;
  /** The orders are created evenly between these, milliseconds of the epoch. */
  readonly from: number;
  readonly until: number;
  /** Called after each order. */
  readonly seen: (orders: number, events: number) => void;
}

export interface Seeded {
  orders: number;
  events: number;
  /** Orders that were there already, from an earlier run with the same seed. */
  known: number;
}

export const bornAt = ({ from, until, orders }: Seeding, number: number): number =>
  Math.floor(from + ((until - from) * (number + 0.5)) / orders);

/** Appends in flight: with these the event store makes them durable in groups, and none has to wait. */
const IN_FLIGHT = 32;

/** Appends the life of each order as one durable batch. Who follows the ledger gets them like any others. */
export const seedLedger = async (ledger: Pick<Ledger, 'importOrder'>, seeding: Seeding): Promise<Seeded> => {
  const { orders, part = { from: 0, to: orders }, seed, until, seen } = seeding;
  const done: Seeded = { orders: 0, events: 0, known: 0 };
  let next = part.from;
  const writer = async (): Promise<void> => {
    while (next < part.to) {
      const number = next;
      next += 1;
      const events = historyOf({ seed, number, from: bornAt(seeding, number), until });
      if (await ledger.importOrder(events)) {
        done.orders += 1;
        done.events += events.length;
      } else done.known += 1;
      seen(done.orders + done.known, done.events);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, writer));
  return done;
};
