import { isNativeError } from 'node:util/types';
import pg from 'pg';

/**
 * Which failures of Postgres pass by themselves. `rolled-back`: the server says that nothing was kept, so the same
 * transaction may be run again. `connection`: the connection is gone; what was done before COMMIT is not kept, what
 * happened to a COMMIT is not known.
 */
export const transientSqlStates: Readonly<
  Record<string, { readonly meaning: string; readonly kind: 'rolled-back' | 'connection' }>
> = {
  '40001': { meaning: 'serialization_failure', kind: 'rolled-back' },
  '40P01': { meaning: 'deadlock_detected', kind: 'rolled-back' },
  '55P03': { meaning: 'lock_not_available', kind: 'rolled-back' },
  '53300': { meaning: 'too_many_connections', kind: 'connection' },
  '57P01': { meaning: 'admin_shutdown', kind: 'connection' },
  '57P02': { meaning: 'crash_shutdown', kind: 'connection' },
  '57P03': { meaning: 'cannot_connect_now', kind: 'connection' },
  '08000': { meaning: 'connection_exception', kind: 'connection' },
  '08001': { meaning: 'sqlclient_unable_to_establish_sqlconnection', kind: 'connection' },
  '08003': { meaning: 'connection_does_not_exist', kind: 'connection' },
  '08006': { meaning: 'connection_failure', kind: 'connection' },
};

/** Codes of the socket below, which have no SQLSTATE. */
const socketCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN']);

/** pg gives these without a code. */
const lostMessage =
  /Connection terminated|Client has encountered a connection error|timeout expired|Query read timeout|timeout exceeded/i;

export function isCertainlyRolledBack(error: unknown): boolean {
  return kindOf(error) === 'rolled-back';
}

/** The server went away, or cannot be reached now. */
export function isConnectionLost(error: unknown): boolean {
  if (kindOf(error) === 'connection') return true;
  if (!isNativeError(error) || error instanceof pg.DatabaseError) return false;
  if ('code' in error && typeof error.code === 'string') return socketCodes.has(error.code);
  if ('errors' in error && Array.isArray(error.errors)) return error.errors.some(isConnectionLost);
  return lostMessage.test(error.message);
}

/** undefined_table, invalid_schema_name, insufficient_privilege */
const notPublished = new Set<string | undefined>(['42P01', '3F000', '42501']);

/** What another process publishes is not there yet, or not for this role: its owner has not been set up. */
export function isNotPublished(error: unknown): boolean {
  return error instanceof pg.DatabaseError && notPublished.has(error.code);
}

/** A unique constraint's violation; `constraint` narrows it to one. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (!(error instanceof pg.DatabaseError) || error.code !== '23505') return false;
  return constraint === undefined || error.constraint === constraint;
}

function kindOf(error: unknown): 'rolled-back' | 'connection' | undefined {
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return undefined;
  return transientSqlStates[error.code]?.kind;
}
