import pg from 'pg';

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
