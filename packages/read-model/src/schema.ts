import type { Status } from '@order-ledger/domain/status';
import type { Log } from '@order-ledger/platform/log';
import { migrate } from '@order-ledger/platform/migrate';
import pg from 'pg';
import { historyTables } from './migrations/history-tables.ts';
import { intervalTables } from './migrations/interval-tables.ts';
import { liveVersion } from './migrations/live-version.ts';
import { orderRowTable } from './migrations/order-row-table.ts';
import { upkeepTables } from './migrations/upkeep-tables.ts';

/** Holds what is no projection itself: which version readers use (`live_version`), and the checkpoints. */
export const POINTER_SCHEMA = 'read_model';

/** The version that this program writes. A version is a schema of its own, so that a new one is built beside the live one. */
export const READ_MODEL_VERSION = 1;

/** `read_model_1` for version 1: all statements on projected tables are qualified by it. */
export const versionSchema = (version: number): string => `${POINTER_SCHEMA}_${version}`;

/** The checkpoint's name in `read_model.checkpoint`. */
export const checkpointName = (version: number): string => `orders@${version}`;

/** `status_flow.from_status` of an order's creation. */
export const FLOW_START = 'NONE';

/** `order_mark` has six columns for each status: `<lower-case status>_<suffix>`. */
export const MARK_SUFFIXES = [
  'first_at',
  'first_held_ms',
  'first_errored_ms',
  'last_at',
  'last_held_ms',
  'last_errored_ms',
] as const;
export type MarkSuffix = (typeof MARK_SUFFIXES)[number];
export type MarkColumn = `${Lowercase<Status>}_${MarkSuffix}`;
export const markColumn = (status: Status, suffix: MarkSuffix): MarkColumn =>
  `${status.toLowerCase() as Lowercase<Status>}_${suffix}`;

export interface MigrateReadModelOptions {
  /** An account that owns both schemas, or may create them. */
  readonly connectionString: string;
  readonly log: Log;
  /** `create table checkpoint (…)`, unqualified, of whoever moves the checkpoints. */
  readonly checkpointTable: string;
  /** Roles that may read all tables of both schemas. They must exist. */
  readonly readerRoles?: readonly string[];
}

/**
 * Brings `read_model` and the present version's schema to their newest form and grants the readers their right; any
 * number of instances may start at once.
 */
export const migrateReadModel = async (options: MigrateReadModelOptions): Promise<void> => {
  const { connectionString, log, checkpointTable, readerRoles = [] } = options;
  const version = versionSchema(READ_MODEL_VERSION);
  // The version comes first: the pointer never names a schema that is not there.
  await migrate({
    connectionString,
    log,
    schema: version,
    migrations: [orderRowTable, historyTables, intervalTables, upkeepTables],
  });
  await migrate({
    connectionString,
    log,
    schema: POINTER_SCHEMA,
    migrations: [liveVersion(checkpointTable, READ_MODEL_VERSION)],
  });
  await grantReading(connectionString, [POINTER_SCHEMA, version], readerRoles);
};

const grantReading = async (
  connectionString: string,
  schemas: readonly string[],
  roles: readonly string[],
): Promise<void> => {
  if (roles.length === 0) return;
  const client = new pg.Client({ connectionString, application_name: 'migrate read model' });
  await client.connect();
  try {
    const known = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
      roles,
    ]);
    const missing = roles.filter((role) => !known.rows.some(({ rolname }) => rolname === role));
    if (missing.length > 0)
      throw new Error(`no such role in Postgres: ${missing.join(', ')}; create it, or take it out of READER_ROLES`);
    const readers = roles.map((role) => client.escapeIdentifier(role)).join(', ');
    // Instances that start at once would collide in the catalogue: "tuple concurrently updated".
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtextextended('order-ledger read-model grants', 0))");
    for (const schema of schemas) {
      await client.query(`grant usage on schema ${schema} to ${readers}`);
      await client.query(`grant select on all tables in schema ${schema} to ${readers}`);
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
};
