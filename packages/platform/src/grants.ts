import type { Knex } from 'knex';
import pg from 'pg';

/** Who else may read a schema; which processes those are is configuration, so it is said at each start. */
export interface Readers {
  /** Roles of Postgres, which must exist. */
  readonly roles: readonly string[];
  /** The views and tables that are published; `all` that the schema has. */
  readonly relations: readonly string[] | 'all';
}

/**
 * Lets the roles read these relations of the schema and nothing else. Two that grant on one schema at once collide in the
 * catalogue ("tuple concurrently updated"): whoever calls this keeps the others away.
 *
 * @throws when a role does not exist
 */
export const grantReading = async (knex: Knex, schema: string, { roles, relations }: Readers): Promise<void> => {
  if (roles.length === 0) return;
  const { rows } = await knex.raw<{ rows: { rolname: string }[] }>(
    'select rolname from pg_roles where rolname = any(?)',
    [[...roles]],
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
  await knex.transaction(async (transaction) => {
    await transaction.raw(`grant usage on schema ${schema} to ${readers}`);
    await transaction.raw(`grant select on ${published} to ${readers}`);
  });
};
