import { isRefusedData } from '@order-ledger/platform/sqlstate';
import pg from 'pg';

/** A known good order fails too, so it is not the events. Parking would only empty the lists. */
export class SystemicError extends Error {
  override readonly name = 'SystemicError';
  readonly code = 'systemic-failure';
}

/** Syntax error or access rule violation: a table or a right is missing, whatever the rows. */
const ABOUT_SCHEMA = '42';

/** The rows themselves are at fault: Postgres refuses them, or they cannot even be written as a statement. */
export const isAboutData = (error: unknown): boolean =>
  isRefusedData(error) || error instanceof TypeError || error instanceof RangeError;

/** Errors that no retry can help. */
export const isSystemic = (error: unknown): boolean =>
  error instanceof SystemicError || (error instanceof pg.DatabaseError && error.code?.slice(0, 2) === ABOUT_SCHEMA);
