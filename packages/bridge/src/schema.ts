import { CHECKPOINT_TABLE } from '@order-ledger/ledger/follow/checkpoint';
import { type Migration, migrate, type OwnSchemaOptions } from '@order-ledger/platform/migrate';
import { ASK_FUNCTION, addTrialColumns, createAskFunction } from '@order-ledger/platform/parked-table';

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
    // Set by an operator once the cause is mended: the relay publishes what it held back.
    await knex.raw('alter table parked_order add column released_at timestamptz');
  },
};

const deeds: Migration = {
  name: '003-dead-letter-deeds',
  up: async (knex) => {
    // What people did with dead letters. Without done_at: begun, and broken off before the letter left its queue.
    await knex.raw(`
      create table dead_letter_deed (
        deed_id uuid primary key,
        begun_at timestamptz not null default now(),
        done_at timestamptz,
        deed text not null check (deed in ('requeue', 'discard')),
        operator text not null,
        reason text check (deed = 'requeue' or reason is not null),
        queue text not null,
        message_id text not null,
        order_id uuid,
        correlation_id text,
        type text,
        code text not null
      );
      create index dead_letter_deed_begun on dead_letter_deed (begun_at);
    `);
  },
};

/** Asked for as everywhere; what was asked for in the words of the build before is moved over. */
const trials: Migration = {
  name: '004-parked-trials',
  up: async (knex) => {
    await knex.raw(`
      ${addTrialColumns('parked_order', { byItself: false })};
      update parked_order set retry_requested_at = released_at where released_at is not null;
    `);
  },
};

/** For who asks why an order stands still: how far each exchange is published, and which orders are left out. */
const relayViews: Migration = {
  name: '005-relay-views',
  up: async (knex) => {
    await knex.raw(`
      create view relay_view as
      select name as exchange, commit_position::text as commit_position, updated_at from checkpoint;
      create view parked_view as
      select order_id, exchange, event_version, reason, parked_at from parked_order;
    `);
  },
};

/** Whoever may read what is published may ask for a retry too: command-api does, in the name of who may. */
const askForTrial: Migration = {
  name: '006-ask-for-trial',
  up: async (knex) => {
    await knex.raw(createAskFunction('parked_order'));
  },
};

/** In the order of their names. */
export const MIGRATIONS: readonly Migration[] = [relays, release, deeds, trials, relayViews, askForTrial];

/** Brings this process's schema to its newest form; any number of instances may start at once. */
export const migrateSchema = ({ readerRoles = [], ...options }: OwnSchemaOptions): Promise<readonly string[]> =>
  migrate({
    ...options,
    schema: SCHEMA,
    migrations: MIGRATIONS,
    readers: { roles: readerRoles, relations: ['relay_view', 'parked_view'], functions: [ASK_FUNCTION] },
  });
