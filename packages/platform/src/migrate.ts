import { setTimeout as delay } from 'node:timers/promises';
import type { Knex } from 'knex';
import pg from 'pg';
import { jittered } from './back-off.ts';
import { grantReading, type Readers } from './grants.ts';
import type { Log } from './log.ts';
import { type Ask, CONTRACT_TABLE, createSchemaVersion, type KnownMigration } from './schema-version.ts';
import { assertSession, farewell } from './session.ts';

/**
 * One step forward; there is no way back, because data written since would be lost. Builds of the release before work
 * on the schema meanwhile, and again after a rollback. So a step only adds; what is no longer used is removed one
 * release later, by a step with `needs`.
 */
export type Migration = KnownMigration & {
  /** Unqualified names are those of the schema. All steps that are due run in one transaction. */
  readonly up: (knex: Knex) => Promise<void>;
  /** Only for a step that does not only add: the newest step before it that a build must know to work after it. */
  readonly needs?: string;
};

export interface MigrateOptions {
  readonly connectionString: string;
  readonly schema: string;
  readonly migrations: readonly Migration[];
  readonly log: Log;
  /** May read what the schema has after the migrations; nobody else may if absent. */
  readonly readers?: Readers;
  /** How long to wait for another process that migrates the same schema, milliseconds; 60 s if absent. */
  readonly lockTimeoutMs?: number;
}

/** What the process that owns a schema says of it at its start. */
export type OwnSchemaOptions = Pick<MigrateOptions, 'connectionString' | 'log'> & {
  /** Roles that may read what the schema publishes. They must exist. */
  readonly readerRoles?: readonly string[];
};

/**
 * Brings one schema to the newest migration and resolves with the names of those that ran. Any number of processes
 * may call it at once: an advisory lock lets one work and the others find it done.
 */
export const migrate = async (options: MigrateOptions): Promise<readonly string[]> => {
  const { connectionString, schema, migrations, log, readers, lockTimeoutMs = LOCK_TIMEOUT_MS } = options;
  if (!/^[a-z][a-z0-9_]{0,50}$/.test(schema))
    throw new Error(`"${schema}" is no name of a schema: use [a-z][a-z0-9_]*`);
  const stepsDue = createSchemaVersion({ migrations, log });
  // Most starts find nothing to do, and load no knex for it.
  const areDue = await inSession(connectionString, lockTimeoutMs, async (ask) => {
    await lock(ask, schema, lockTimeoutMs);
    if ((await stepsDue(schema, ask)).length > 0) return true;
    if (readers !== undefined) await grantReading(ask, schema, readers);
    return false;
  });
  return areDue ? takeSteps(options, stepsDue) : [];
};

/** Lock and migrations share one connection, so that a process that dies gives up both together. */
const takeSteps = async (
  { connectionString, schema, migrations, log, readers, lockTimeoutMs = LOCK_TIMEOUT_MS }: MigrateOptions,
  stepsDue: ReturnType<typeof createSchemaVersion>,
): Promise<readonly string[]> => {
  const { default: createKnex } = await import('knex');
  const knex = createKnex({
    client: 'pg',
    connection: { connectionString, application_name: `migrate ${schema}` },
    searchPath: [schema],
    pool: { min: 1, max: 1 },
    log: knexLog(schema, log),
  });
  const ask: Ask = async (text) => (await knex.raw(text)).rows;
  try {
    await lock(ask, schema, lockTimeoutMs);
    await createSchema(knex, schema);
    // Another process may have been here meanwhile.
    await stepsDue(schema, ask);
    const config = {
      migrationSource: sourceOf(migrations),
      schemaName: schema,
      tableName: 'migration',
      // What a newer build has added is no fault: it was looked at above.
      disableMigrationsListValidation: true,
    };
    // knex's own lock stays behind when a process dies; under the advisory lock it can only be such a remainder.
    await knex.migrate.forceFreeMigrationsLock(config);
    const ran = await withoutBlocking(knex, lockTimeoutMs, async () => {
      const [, names]: [number, string[]] = await knex.migrate.latest(config);
      return names;
    });
    if (ran.length > 0) log.info('schema migrated', { schema, migration: ran });
    if (readers !== undefined) await grantReading(ask, schema, readers);
    return ran;
  } finally {
    await knex.destroy();
  }
};

/** knex writes to the console otherwise. Its errors are thrown as well, so they need no line of their own. */
const knexLog = (schema: string, log: Log): Knex.Logger => {
  const quiet = () => undefined;
  const warn = (message: unknown) => log.warn('while migrating', { schema, reason: String(message) });
  return { warn, deprecate: warn, error: quiet, debug: quiet };
};

const LOCK_TIMEOUT_MS = 60_000;

const lock = async (ask: Ask, schema: string, timeoutMs: number): Promise<void> => {
  await ask(`set lock_timeout = ${Math.round(timeoutMs)}`);
  try {
    await ask(`select pg_advisory_lock(hashtextextended('order-ledger migrate ${schema}', 0))`);
  } catch (cause) {
    throw new Error(`another process has been migrating the schema ${schema} for ${timeoutMs} ms`, { cause });
  }
};

/** A migration that waits for a table keeps everything behind it waiting. */
const TABLE_LOCK_MS = 1_000;

/** Steps back and tries again where tables are in use, so that the processes at work are never held up for long. */
const withoutBlocking = async <T>(knex: Knex, limitMs: number, work: () => Promise<T>): Promise<T> => {
  const deadline = performance.now() + limitMs;
  await knex.raw(`set lock_timeout = ${TABLE_LOCK_MS}`);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const busy = error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE;
      if (!busy || performance.now() > deadline) throw error;
      await delay(jittered(attempt, { firstMs: 100, maxMs: 2_000 }));
    }
  }
};

const LOCK_NOT_AVAILABLE = '55P03';

/** How long an answer may take beside the wait for the lock, milliseconds. */
const ANSWER_LIMIT_MS = 10_000;

/** @throws NoSessionError where the address leads to no session, in which no lock would hold */
const inSession = async <T>(connectionString: string, waitMs: number, work: (ask: Ask) => Promise<T>): Promise<T> => {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: ANSWER_LIMIT_MS,
    query_timeout: ANSWER_LIMIT_MS + waitMs,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await assertSession(client, connectionString);
    return await work(async (text) => (await client.query(text)).rows);
  } finally {
    await farewell(client);
  }
};

/** Asked first, because "if not exists" needs the right to create schemas even where there is one already. */
const createSchema = async (knex: Knex, schema: string): Promise<void> => {
  const found = await knex.raw('select 1 from pg_namespace where nspname = ?', [schema]);
  if (found.rows.length === 0) await knex.raw('create schema ??', [schema]);
};

const sourceOf = (migrations: readonly Migration[]): Knex.MigrationSource<Migration> => {
  return {
    getMigrations: async () => [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1)),
    getMigrationName: ({ name }) => name,
    getMigration: async ({ name, up, needs }) => ({
      up: async (knex) => {
        await up(knex);
        if (needs === undefined) return;
        await knex.raw('create table if not exists ?? (migration text primary key, needs text not null)', [
          CONTRACT_TABLE,
        ]);
        await knex(CONTRACT_TABLE).insert({ migration: name, needs });
      },
      down: async () => {
        throw new Error(`migration ${name} has no way back: restore a backup or write a new one`);
      },
    }),
  };
};
