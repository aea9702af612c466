import { CHECKPOINT_TABLE } from '@order-ledger/ledger/checkpoint';
import { type MigrateOptions, type Migration, migrate } from '@order-ledger/platform/migrate';

/** The Postgres schema that only this process writes. */
export const SCHEMA = 'messaging';

const relays: Migration = {
  name: '001-relays',
  up: async (knex) => {
    await knex.raw(`
      ${CHECKPOINT_TABLE};
      create table parked_order (
        exchange text not null,
        order_id uuid not null,
        -- The first event of the order that was not published; none of the order's later ones is either.
        event_version bigint not null check (event_version > 0),
        event_id uuid not null,
        reason text not null check (reason in ('unreadable', 'unpublishable')),
        detail text not null,
        parked_at timestamptz not null default now(),
        primary key (exchange, order_id)
      );
    `);
  },
};

const release: Migration = {
  name: '002-release',
  up: async (knex) => {
    // Set by an operator once the cause is mended: the relay publishes what it held back when it next begins.
    await knex.raw('alter table parked_order add column released_at timestamptz');
  },
};

/** In the order of their names. */
export const MIGRATIONS: readonly Migration[] = [relays, release];

/** Brings this process's schema to its newest form; any number of instances may start at once. */
export const migrateSchema = (options: Pick<MigrateOptions, 'connectionString' | 'log'>): Promise<readonly string[]> =>
  migrate({ ...options, schema: SCHEMA, migrations: MIGRATIONS });
