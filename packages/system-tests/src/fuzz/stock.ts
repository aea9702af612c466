import type { Choices } from './choices.ts';
import type { Model, StockedOrder } from './orders.ts';

/** An upload of ours as far as it was answered. */
export interface StockedUpload {
  path: string;
  as: string;
  content: Buffer;
  offset: number;
  /** Nobody knows how much of the last bytes was taken: the request broke off, or had more of them than were said. */
  unsure?: boolean;
}

/**
 * What one lane of the run has to work with. Lanes never touch each other's orders and uploads, so that what a request
 * finds there follows from the seed as far as our own processes allow.
 */
export interface Stock {
  orders: StockedOrder[];
  models: readonly Model[];
  uploads: StockedUpload[];
  cursors: string[];
  /** Ids for `Last-Event-ID`. */
  places: string[];
}

const KEPT = 40;

/** One of the orders: a status first, so that those in which many orders end are not met more often. */
export const anOrder = ({ orders }: Stock, choices: Choices): StockedOrder => {
  const status = choices.one([...new Set(orders.map((order) => order.status))].sort());
  return choices.one(orders.filter((order) => order.status === status));
};

/** Keeps the newest. */
export const keep = <T>(list: T[], item: T): void => {
  list.push(item);
  if (list.length > KEPT) list.shift();
};
