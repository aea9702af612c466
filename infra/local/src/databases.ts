import pg from 'pg';
import { ServiceProblem } from './problem.ts';
import type { ProcessDefinition } from './processes.ts';

type SchemaOwner = Pick<ProcessDefinition, 'schema' | 'createsSchemas'>;

/**
 * A database with a role and a schema of its own for each process: what another owns it can neither read nor change
 * unless the owner grants it.
 * @returns the address for each role
 */
export const createDatabase = async (
  adminUrl: string,
  database: string,
  owners: readonly SchemaOwner[],
  passwordOf: (schema: string) => string,
): Promise<Record<string, string>> => {
  const admin = new pg.Client({ connectionString: adminUrl });
  try {
    await admin.connect();
    const found = await admin.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await admin.query(`create database ${pg.escapeIdentifier(database)}`);
  } catch (error) {
    // Its own answer: the password, the account's rights, the limit of connections.
    if (error instanceof pg.DatabaseError)
      throw new ServiceProblem(`PostgreSQL (DATABASE_URL where it is named) says: ${error.message}`);
    throw error;
  } finally {
    await admin.end();
  }
  const address = (role?: string): string => {
    const url = new URL(adminUrl);
    url.pathname = `/${database}`;
    if (role !== undefined) {
      url.username = role;
      url.password = passwordOf(role);
    }
    return url.href;
  };
  const owner = new pg.Client({ connectionString: address() });
  await owner.connect();
  try {
    await owner.query(`revoke all on database ${pg.escapeIdentifier(database)} from public`);
    for (const { schema, createsSchemas } of owners) {
      const role = pg.escapeIdentifier(schema);
      const known = await owner.query('select 1 from pg_roles where rolname = $1', [schema]);
      await owner.query(
        `${known.rowCount === 0 ? 'create' : 'alter'} role ${role} login password ${pg.escapeLiteral(passwordOf(schema))}`,
      );
      const rights = createsSchemas ? 'connect, temporary, create' : 'connect, temporary';
      await owner.query(`grant ${rights} on database ${pg.escapeIdentifier(database)} to ${role}`);
      await owner.query(`create schema if not exists ${role} authorization ${role}`);
    }
  } finally {
    await owner.end();
  }
  return Object.fromEntries(owners.map(({ schema }) => [schema, address(schema)]));
};
