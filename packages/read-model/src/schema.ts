import { STATUSES, type Status } from '@order-ledger/domain/status';
import type { Log } from '@order-ledger/platform/log';
import { type Migration, migrate } from '@order-ledger/platform/migrate';
import { ASK_FUNCTION } from '@order-ledger/platform/parked-table';
import { askForTrial } from './migrations/ask-for-trial.ts';
import { eventCursorIndex, eventCursors } from './migrations/event-cursors.ts';
import { historyTables } from './migrations/history-tables.ts';
import { intervalTables, MARKS } from './migrations/interval-tables.ts';
import { finalLists, standingStatistics } from './migrations/list-plans.ts';
import { liveVersion } from './migrations/live-version.ts';
import { marksOfStatus } from './migrations/marks-of-status.ts';
import { orderRowTable } from './migrations/order-row-table.ts';
import { settlementColumns, settlementIndexes } from './migrations/settlement-columns.ts';
import { spanIndex } from './migrations/span-index.ts';
import { staleOrders } from './migrations/stale-orders.ts';
import { upkeepTables } from './migrations/upkeep-tables.ts';

/** Holds what is no projection itself: which version readers use (`live_version`), and the checkpoints. */
export const POINTER_SCHEMA = 'read_model';

/** The version that this program writes. A version is a schema of its own, so that a new one is built beside the live one. */
export const READ_MODEL_VERSION = 1;

/** `read_model_1` for version 1: all statements on projected tables are qualified by it. */
export const versionSchema = (version: number): string => `${POINTER_SCHEMA}_${version}`;

/** `order_mark` has six columns for each status: `<lower-case status>_<suffix>`. */
export const MARK_SUFFIXES = [
  'first_at',
  'first_held_ms',
  'first_errored_ms',
  'last_at',
  'last_held_ms',
  'last_errored_ms',
] as const;
type MarkSuffix = (typeof MARK_SUFFIXES)[number];
export type MarkColumn = `${Lowercase<Status>}_${MarkSuffix}`;
export const markColumn = (status: Status, suffix: MarkSuffix): MarkColumn =>
  `${status.toLowerCase() as Lowercase<Status>}_${suffix}`;

/** Statuses that came to the graph after the tables: each brings its marks along, on a database that is full too. */
const LATER_STATUSES = STATUSES.filter((status) => !MARKS.includes(` ${markColumn(status, 'first_at')} `));

/** The version that this program writes and reads; migrations in the order of their names. */
export const PROJECTED: { readonly schema: string; readonly migrations: readonly Migration[] } = {
  schema: versionSchema(READ_MODEL_VERSION),
  migrations: [
    orderRowTable,
    historyTables,
    intervalTables,
    upkeepTables,
    eventCursors,
    eventCursorIndex,
    settlementColumns,
    settlementIndexes,
    staleOrders,
    standingStatistics,
    finalLists,
    spanIndex,
    askForTrial,
    ...LATER_STATUSES.map(marksOfStatus),
  ],
};

/** Of the pointer's schema. */
export const pointerMigrations = (checkpointTable: string): readonly Migration[] => [
  liveVersion(checkpointTable, READ_MODEL_VERSION),
];

/** The checkpoint's name in `read_model.checkpoint`. */
export const checkpointName = (version: number): string => `orders@${version}`;

/** `status_flow.from_status` of an order's creation. */
export const FLOW_START = 'NONE';

/** Gives the events of a version's timeline their cursors. */
export const cursorSequence = (schema: string): string => `${schema}.order_timeline_cursor`;

interface MigrateReadModelOptions {
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
  const { checkpointTable, readerRoles = [], ...rest } = options;
  const readers = { roles: readerRoles, relations: 'all' } as const;
  // The version comes first: the pointer never names a schema that is not there.
  await migrate({ ...rest, ...PROJECTED, readers: { ...readers, functions: [ASK_FUNCTION] } });
  await migrate({
    ...rest,
    readers,
    schema: POINTER_SCHEMA,
    migrations: pointerMigrations(checkpointTable),
  });
};
