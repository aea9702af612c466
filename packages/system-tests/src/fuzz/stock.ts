import type { Model, StockedOrder } from './orders.ts';

/** An upload of ours as far as it was answered. */
export interface StockedUpload {
  path: string;
  as: string;
  content: Buffer;
  offset: number;
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

/** Keeps the newest. */
export const keep = <T>(list: T[], item: T): void => {
  list.push(item);
  if (list.length > KEPT) list.shift();
};
