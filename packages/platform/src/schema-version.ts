import type pg from 'pg';
import type { ReadinessCheck } from './health.ts';
import type { Log } from './log.ts';
import { defineMetrics } from './metrics.ts';

/** Of the migrations that a build brings along, what tells it apart from other builds. */
export interface KnownMigration {
  /** Sorts by name, such as `001-partners`; never changed once it has run anywhere. */
  readonly name: string;
}

/** A migration that removed what builds without `needs` use. */
type Contract = { readonly migration: string; readonly needs: string };

/** Where contracts are written down, in the schema that they concern. */
export const CONTRACT_TABLE = 'migration_contract';

/** The schema has lost what this build uses. */
export class SchemaContractedError extends Error {
  override readonly name = 'SchemaContractedError';
  readonly code = 'schema-contracted';

  constructor(schema: string, { migration, needs }: Contract) {
    super(
      `the schema ${schema} was contracted by ${migration}, and this build is too old for it: ` +
        `deploy a build that has the migration ${needs}, or a newer one`,
    );
  }
}

/** The schema lacks what this build uses: the process that owns it still runs an older build. */
class SchemaBehindError extends Error {
  override readonly name = 'SchemaBehindError';
  readonly code = 'schema-behind';

  constructor(schema: string, missing: readonly string[]) {
    super(`the schema ${schema} lacks ${missing.join(', ')}: start this build of the process that migrates it`);
  }
}

const metrics = defineMetrics({
  unknown: {
    type: 'gauge',
    name: 'schema_unknown_migrations',
    help: 'Migrations of a schema that this build does not know, because a newer build has made them',
    labels: ['schema'],
  },
});

/** Asks one statement; knex and pg each in their own way. */
export type Ask = (text: string) => Promise<readonly Readonly<Record<string, string | null>>[]>;

interface SchemaVersionOptions {
  readonly migrations: readonly KnownMigration[];
  readonly log: Log;
}

/**
 * Whether this build can work on a schema as it is. A schema that a newer build has expanded will do, which is logged
 * once; one that was contracted beyond this build is refused. Resolves with the migrations that are not made yet.
 */
export const createSchemaVersion = ({
  migrations,
  log,
}: SchemaVersionOptions): ((schema: string, ask: Ask) => Promise<readonly string[]>) => {
  const known = new Set(migrations.map(({ name }) => name));
  const told = new Map<string, string>();
  return async (schema, ask) => {
    const [there] = await ask(
      `select to_regclass('${schema}.migration') as migrations, to_regclass('${schema}.${CONTRACT_TABLE}') as contracts`,
    );
    const rows = there?.migrations == null ? [] : await ask(`select name from ${schema}.migration order by name`);
    const made = new Set(rows.map(({ name }) => String(name)));
    const missing = migrations.map(({ name }) => name).filter((name) => !made.has(name));
    const unknown = [...made].filter((name) => !known.has(name));
    metrics.unknown.set({ schema }, unknown.length);
    if (unknown.length > 0 && unknown.join() !== told.get(schema))
      log.warn('a newer build has migrated the schema; this build continues with what it knows', {
        schema,
        migration: unknown,
      });
    told.set(schema, unknown.join());
    if (there?.contracts == null) return missing;
    const contracts = await ask(`select migration, needs from ${schema}.${CONTRACT_TABLE} order by migration desc`);
    const beyond = contracts.find(({ needs }) => !known.has(String(needs)));
    if (beyond !== undefined)
      throw new SchemaContractedError(schema, { migration: String(beyond.migration), needs: String(beyond.needs) });
    return missing;
  };
};

/**
 * A newer build may migrate at any time, not only at our start, and a process that only reads may start before the
 * owner.
 */
export const schemaCheck = ({
  pool,
  schema,
  ...options
}: SchemaVersionOptions & {
  readonly pool: pg.Pool;
  readonly schema: string | (() => Promise<string>);
}): ReadinessCheck => {
  const look = createSchemaVersion(options);
  return async () => {
    const name = typeof schema === 'string' ? schema : await schema();
    const missing = await look(name, async (text) => (await pool.query(text)).rows);
    if (missing.length > 0) throw new SchemaBehindError(name, missing);
  };
};
