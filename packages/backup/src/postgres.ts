import { createDatabase } from '@order-ledger/local/databases';
import { ServiceProblem } from '@order-ledger/local/problem';
import { PROCESSES } from '@order-ledger/local/processes';
import pg from 'pg';
import type { PostgresTool } from './commands.ts';
import { KEPT_SCHEMAS, NOT_COPIED } from './made-again.ts';
import type { Manifest } from './manifest.ts';
import type { Step } from './progress.ts';

export const withClient = async <T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: address, application_name: 'backup' });
  // A connection that breaks rejects the query that waits for it.
  client.on('error', () => undefined);
  await client.connect().catch((error: Error) => {
    throw new ServiceProblem(`PostgreSQL cannot be reached (DATABASE_URL, or npm start's): ${error.message}`);
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const newestMigrations = async (client: pg.Client): Promise<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const schema of KEPT_SCHEMAS) {
    const { rows: there } = await client.query('select 1 where to_regclass($1) is not null', [`${schema}.migration`]);
    if (there.length === 0)
      throw new ServiceProblem(
        `The database has no schema ${schema} of ours: name it in DATABASE_URL, or start it once.`,
      );
    const { rows } = await client.query(`select max(name) as name from ${schema}.migration`);
    found[schema] = rows[0]?.name ?? 'none';
  }
  return found;
};

const positionsOf = async (client: pg.Client): Promise<Record<string, string>> => {
  const { rows: tables } = await client.query<{ schema: string; key: string }>(
    `select table_schema as schema, min(column_name) as key from information_schema.columns
     where table_name = 'checkpoint' and column_name in ('name', 'follower') group by 1 order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { schema, key } of tables) {
    const { rows } = await client.query<{ follower: string; position: string | null }>(
      `select ${key} as follower, commit_position::text as position from ${pg.escapeIdentifier(schema)}.checkpoint`,
    );
    for (const { follower, position } of rows) if (position !== null) found[`${schema}/${follower}`] = position;
  }
  return found;
};

/** Dumps what no event says, and tells of the very snapshot that is dumped. */
export const dumpPostgres = (
  address: string,
  file: string,
  tool: PostgresTool,
  step: Step,
): Promise<Manifest['postgres']> =>
  withClient(address, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query(
      `select pg_export_snapshot() as snapshot, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as taken_at,
         current_setting('server_version') as server`,
    );
    const { snapshot, taken_at, server } = rows[0] as { snapshot: string; taken_at: string; server: string };
    const facts = { server, taken_at, schemas: await newestMigrations(client), positions: await positionsOf(client) };
    step.watch(file);
    await tool('pg_dump', address, [
      '--format=custom',
      `--snapshot=${snapshot}`,
      `--file=${file}`,
      ...KEPT_SCHEMAS.map((schema) => `--schema=${schema}`),
      ...NOT_COPIED.map((table) => `--exclude-table-data=${table}`),
    ]);
    await client.query('commit');
    return facts;
  });

const OUR_SCHEMAS = `nspname = any($1) or nspname ~ '^read_model_[0-9]+$'`;
const SCHEMAS = PROCESSES.map(({ schema }) => schema);
/** What nobody but callers puts there: an installation has plans, partners, tariffs and work centres from its start. */
const FROM_CALLERS = ['command_api.customer_order', 'command_api.free_text', 'upload.upload'];

/** @throws ServiceProblem where a process of ours is connected */
export const refuseWhileAtWork = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ role: string }>(
    `select distinct usename as role from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and usename = any($1)`,
    [SCHEMAS],
  );
  if (rows.length > 0)
    throw new ServiceProblem(
      `Stop every process first: ${rows.map(({ role }) => role).join(', ')} are connected to the database.`,
    );
};

/** @throws ServiceProblem where the database holds what a restore would remove */
export const refuseUnlessEmpty = async (client: pg.Client): Promise<void> => {
  for (const table of FROM_CALLERS) {
    const { rows: there } = await client.query('select 1 where to_regclass($1) is not null', [table]);
    if (there.length === 0) continue;
    const { rows } = await client.query(`select 1 from ${table} limit 1`);
    if (rows.length > 0)
      throw new ServiceProblem(
        `PostgreSQL is not empty: ${table} has rows. A restore goes into an empty system: npm run reset, or name another DATABASE_URL.`,
      );
  }
};

/** Puts the dump back, all of it or nothing, under the roles and rights of this installation. */
export const restorePostgres = async (
  address: string,
  file: string,
  tool: PostgresTool,
  passwordOf: (schema: string) => string,
): Promise<void> => {
  await withClient(address, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select nspname as name from pg_namespace where ${OUR_SCHEMAS}`,
      [SCHEMAS],
    );
    for (const { name } of rows) await client.query(`drop schema ${pg.escapeIdentifier(name)} cascade`);
  });
  await tool('pg_restore', address, ['--single-transaction', '--exit-on-error', `--dbname=${pathOf(address)}`, file]);
  await createDatabase(address, pathOf(address), PROCESSES, passwordOf);
};

const pathOf = (address: string): string => decodeURIComponent(new URL(address).pathname.slice(1));
