import { type MigrateOptions, type Migration, migrate } from '@order-ledger/platform/migrate';
import { inTransaction } from '@order-ledger/platform/postgres';
import pg from 'pg';

/** The Postgres schema that only this process writes. */
export const SCHEMA = 'upload';

const uploads: Migration = {
  name: '001-uploads',
  up: async (knex) => {
    // sha256 and model are known before the file is sealed; what others see, they see when the state says so.
    await knex.raw(`
      create table upload (
        upload_id text primary key,
        owner text not null check (owner = 'house' or owner like 'partner:_%'),
        size bigint not null check (size > 0),
        state text not null default 'RECEIVING' check (state in ('RECEIVING', 'RECEIVED', 'VALID', 'INVALID')),
        created_at timestamptz not null default now(),
        received_at timestamptz,
        settled_at timestamptz,
        failed_inspections integer not null default 0,
        sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
        model jsonb,
        fault_code text,
        fault_detail text,
        check (state <> 'VALID' or (sha256 is not null and model is not null and fault_code is null)),
        check (state <> 'INVALID' or fault_code is not null)
      );
      create index upload_open on upload (created_at) where state in ('RECEIVING', 'RECEIVED');
      create index upload_sealed on upload (sha256) where state = 'VALID';
      create view model_view as
        select upload_id, owner,
          case when state in ('VALID', 'INVALID') then sha256 end as sha256,
          state in ('VALID', 'INVALID') as complete,
          state = 'VALID' as valid,
          fault_code, fault_detail,
          case when state = 'VALID' then model end as model
        from upload;
    `);
  },
};

/** Brings this process's schema to its newest form; any number of instances may start at once. */
export const migrateSchema = (options: Pick<MigrateOptions, 'connectionString' | 'log'>): Promise<readonly string[]> =>
  migrate({ ...options, schema: SCHEMA, migrations: [uploads] });

/**
 * Lets other processes read what this one publishes, and nothing else of the schema. Done at each start, because who
 * reads is configuration.
 *
 * @throws when a role does not exist
 */
export const grantToReaders = async (pool: pg.Pool, roles: readonly string[]): Promise<void> => {
  if (roles.length === 0) return;
  const { rows } = await pool.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
    roles,
  ]);
  const missing = roles.filter((role) => !rows.some(({ rolname }) => rolname === role));
  if (missing.length > 0) {
    throw new Error(`no such role in Postgres: ${missing.join(', ')}; create it, or take it out of READER_ROLES`);
  }
  const readers = roles.map((role) => pg.escapeIdentifier(role)).join(', ');
  await inTransaction(pool, async (client) => {
    // Instances that start at once would collide in the catalogue: "tuple concurrently updated".
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`order-ledger grants ${SCHEMA}`]);
    await client.query(`grant usage on schema ${SCHEMA} to ${readers}`);
    await client.query(`grant select on ${SCHEMA}.model_view to ${readers}`);
  });
};
