import { type Migration, migrate, type OwnSchemaOptions } from '@order-ledger/platform/migrate';

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

const previews: Migration = {
  name: '002-previews',
  up: async (knex) => {
    // By content, as the models themselves are kept. A row without a file: none could be made, and it is not tried again.
    await knex.raw(`
      create table preview (
        sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
        file bytea check (octet_length(file) <= 1048576),
        digest text check (digest ~ '^[0-9a-f]{64}$'),
        made_at timestamptz not null default now(),
        check ((file is null) = (digest is null))
      );
      create view preview_view as select sha256, file, digest from preview where file is not null;
    `);
  },
};

/** In the order of their names. */
export const MIGRATIONS: readonly Migration[] = [uploads, previews];

/** Brings this process's schema to its newest form; any number of instances may start at once. */
export const migrateSchema = ({ readerRoles = [], ...options }: OwnSchemaOptions): Promise<readonly string[]> =>
  migrate({
    ...options,
    schema: SCHEMA,
    migrations: MIGRATIONS,
    readers: { roles: readerRoles, relations: ['model_view', 'preview_view'] },
  });
