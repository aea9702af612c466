import { scrub } from '@order-ledger/platform/mask';
import { transientFault } from '@order-ledger/platform/transient';
import pg from 'pg';

/**
 * More orders in a row failed than a few bad events explain: it is not the events. Parking would only empty the lists.
 */
export class SystemicError extends Error {
  override readonly name = 'SystemicError';
  readonly code = 'systemic-failure';
}

/** Orders that may be parked one after the other, without an event that could be stored between them. */
export const MOST_PARKED_IN_A_ROW = 5;

/**
 * Classes of SQLSTATE that speak of the values of a row: data exception, integrity constraint violation, program limit
 * exceeded. The same rows will fail again, and only they.
 */
const ABOUT_DATA = ['22', '23', '54'];
/** Syntax error or access rule violation: a table or a right is missing, whatever the rows. */
const ABOUT_SCHEMA = '42';

const sqlClass = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.code?.slice(0, 2) : undefined;

/** Some codes of these classes speak of the server, such as one that has no transaction ids left: those pass. */
export const isAboutData = (error: unknown): boolean =>
  ABOUT_DATA.includes(sqlClass(error) ?? '') && transientFault(error) === undefined;

/** What no repetition mends. */
export const isSystemic = (error: unknown): boolean =>
  error instanceof SystemicError || sqlClass(error) === ABOUT_SCHEMA;

/**
 * The first item without which everything before it succeeds: the least n such that the first n + 1 items fail. About
 * log2 of their number of trials.
 *
 * @param fails whether the first `count` items fail; they all do, and none does not
 */
export const firstFailing = async (length: number, fails: (count: number) => Promise<boolean>): Promise<number> => {
  let good = 0;
  let bad = length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (await fails(middle)) bad = middle;
    else good = middle;
  }
  return bad - 1;
};

/** A line for the table of parked orders, without what may be somebody's data. */
export const detailOf = (error: unknown): string =>
  scrub(error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);
