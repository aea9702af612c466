import pg from 'pg';
import { transientFault } from './transient.ts';

/** undefined_table, invalid_schema_name, insufficient_privilege */
const notPublished = new Set<string | undefined>(['42P01', '3F000', '42501']);

/** What another process publishes is not there yet, or not for this role: its owner has not been set up. */
export const isNotPublished = (error: unknown): boolean => {
  return error instanceof pg.DatabaseError && notPublished.has(error.code);
};

/** What another process offers as a function is not there yet. */
export const isUndefinedFunction = (error: unknown): boolean => {
  return error instanceof pg.DatabaseError && error.code === '42883';
};

/** A unique constraint's violation. */
export const isUniqueViolation = (error: unknown): boolean => {
  return error instanceof pg.DatabaseError && error.code === '23505';
};

/** Data exception, integrity constraint violation, program limit exceeded. */
const aboutData = new Set<string | undefined>(['22', '23', '54']);

/**
 * Postgres refuses the values of a row: the same row will be refused again, and only it. Some codes of these classes speak
 * of the server, such as one that has no transaction ids left: those pass.
 */
export const isRefusedData = (error: unknown): boolean => {
  return (
    error instanceof pg.DatabaseError && aboutData.has(error.code?.slice(0, 2)) && transientFault(error) === undefined
  );
};
