import { CHECKPOINT_TABLE } from '@order-ledger/ledger/follow/checkpoint';
import { type Migration, migrate, type OwnSchemaOptions } from '@order-ledger/platform/migrate';
import { ASK_FUNCTION, addTrialColumns, createAskFunction } from '@order-ledger/platform/parked-table';

/** The Postgres schema that only this process writes. */
export const SCHEMA = 'process_manager';

const begin: Migration = {
  name: '001-checkpoint-and-timers',
  up: async (knex) => {
    await knex.raw(CHECKPOINT_TABLE);
    await knex.raw(`
      create table timer (
        order_id uuid not null,
        rule text not null,
        status_version integer not null,
        due_at timestamptz not null,
        primary key (order_id, rule)
      );
      create index timer_due on timer (due_at);
      create table parked_order (
        order_id uuid primary key,
        reason text not null,
        detail text not null,
        parked_at timestamptz not null default now()
      );
    `);
  },
};

/** A fault that passed after all must not keep an order parked: they are looked at again, in turn. */
const lookAgain: Migration = {
  name: '002-look-again',
  up: async (knex) => {
    await knex.raw('alter table parked_order add column looked_at timestamptz not null default now()');
  },
};

/** Asked for as everywhere; when the build before has looked, and what it was asked for, is moved over. */
const trials: Migration = {
  name: '003-parked-trials',
  up: async (knex) => {
    await knex.raw(`
      ${addTrialColumns('parked_order', { byItself: true })};
      update parked_order set look_at = looked_at + interval '1 minute',
        retry_requested_at = case when looked_at = 'epoch' then now() end;
    `);
  },
};

/** For who asks why an order stands still: its deadlines, and whether its reactions are left out. */
const orderViews: Migration = {
  name: '004-order-views',
  up: async (knex) => {
    await knex.raw(`
      create view timer_view as select order_id, rule, due_at from timer;
      create view parked_view as select order_id, reason, parked_at from parked_order;
    `);
  },
};

/** And how far it has read: a reaction that is missing, or one that is still to come. */
const reactionView: Migration = {
  name: '005-reaction-view',
  up: async (knex) => {
    await knex.raw(`
      create view reaction_view as
      select name, commit_position::text as commit_position, updated_at from checkpoint;
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
export const MIGRATIONS: readonly Migration[] = [begin, lookAgain, trials, orderViews, reactionView, askForTrial];

/** Brings this process's schema to its newest form; any number of instances may start at once. */
export const migrateSchema = ({ readerRoles = [], ...options }: OwnSchemaOptions): Promise<readonly string[]> =>
  migrate({
    ...options,
    schema: SCHEMA,
    migrations: MIGRATIONS,
    readers: {
      roles: readerRoles,
      relations: ['timer_view', 'parked_view', 'reaction_view'],
      functions: [ASK_FUNCTION],
    },
  });
