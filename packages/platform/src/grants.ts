import pg from 'pg';
import type { Ask } from './schema-version.ts';

/** Who else may read a schema; which processes those are is configuration, so it is said at each start. */
export interface Readers {
  /** Roles of Postgres, which must exist. */
  readonly roles: readonly string[];
  /** The views and tables that are published; `all` that the schema has. */
  readonly relations: readonly string[] | 'all';
  /** What else they may call: functions that do one thing with their owner's right, with the types of their arguments. */
  readonly functions?: readonly string[];
}

/**
 * Lets the roles read these relations of the schema and nothing else. Two that grant on one schema at once collide in the
 * catalogue ("tuple concurrently updated"): whoever calls this keeps the others away.
 *
 * @throws when a role does not exist
 */
export const grantReading = async (
  ask: Ask,
  schema: string,
  { roles, relations, functions = [] }: Readers,
): Promise<void> => {
  if (roles.length === 0) return;
  const rows = await ask(
    `select rolname from pg_roles where rolname in (${roles.map((role) => pg.escapeLiteral(role)).join(', ')})`,
  );
  const missing = roles.filter((role) => !rows.some(({ rolname }) => rolname === role));
  if (missing.length > 0) {
    throw new Error(`no such role in Postgres: ${missing.join(', ')}; create it, or take it out of READER_ROLES`);
  }
  const readers = roles.map((role) => pg.escapeIdentifier(role)).join(', ');
  const published =
    relations === 'all'
      ? `all tables in schema ${schema}`
      : relations.map((relation) => `${schema}.${relation}`).join(', ');
  const callable = functions.map((one) => `; grant execute on function ${schema}.${one} to ${readers}`).join('');
  // Several statements in one message are one transaction.
  await ask(`grant usage on schema ${schema} to ${readers}; grant select on ${published} to ${readers}${callable}`);
};
