import { CHECKPOINT_TABLE, FOLLOWER_VIEW } from '@order-ledger/ledger/follow/checkpoint';
import { type Migration, migrate, type OwnSchemaOptions } from '@order-ledger/platform/migrate';

/** The Postgres schema that only this process writes. */
export const SCHEMA = 'production';

const begin: Migration = {
  name: '001-work-centres-and-plans',
  up: async (knex) => {
    // The row of a centre is what workers lock; what it can do stands in its versions, the highest of which holds.
    await knex.raw(`
      create table work_centre (
        work_centre text primary key check (work_centre ~ '^[A-Za-z0-9._:/-]{1,100}$')
      );
      create table work_centre_version (
        work_centre text not null references work_centre,
        version integer not null check (version > 0),
        materials text[] not null,
        processes text[] not null,
        capacity_seconds integer not null check (capacity_seconds > 0),
        time_zone text not null,
        calendar jsonb not null,
        valid_from timestamptz not null default now(),
        primary key (work_centre, version)
      );
      create table plan (
        order_id uuid primary key,
        state text not null check (state in ('WAITING', 'RESERVED', 'PLANNED', 'RELEASED')),
        work_centre text,
        centre_version integer,
        machine_seconds bigint,
        start_at timestamptz,
        finish_at timestamptz,
        updated_at timestamptz not null default now(),
        check (state not in ('RESERVED', 'PLANNED') or (work_centre is not null and finish_at is not null))
      );
      create index plan_unfinished on plan (updated_at) where state in ('WAITING', 'RESERVED');
      create table reservation (
        work_centre text not null references work_centre,
        day date not null,
        from_s integer not null check (from_s >= 0),
        to_s integer not null check (to_s > from_s),
        seconds integer not null generated always as (to_s - from_s) stored,
        order_id uuid not null references plan,
        primary key (work_centre, day, from_s)
      );
      create index reservation_of_order on reservation (order_id);
      create table inbox (
        message_id uuid primary key,
        received_at timestamptz not null default now()
      );
      create index inbox_age on inbox (received_at);
    `);
  },
};

const awaitedOrders: Migration = {
  name: '002-awaited-orders',
  up: async (knex) => {
    // Orders that the ledger shows approved and not planned, or cancelled with machine time; at look_at without a message.
    await knex.raw(`
      create table awaited_order (
        order_id uuid primary key,
        turn text not null check (turn in ('ManufacturingApproved', 'OrderCancelled')),
        event_version integer not null,
        looks integer not null default 0,
        look_at timestamptz not null
      );
      create index awaited_order_due on awaited_order (look_at);
      ${CHECKPOINT_TABLE};
    `);
  },
};

/** For who asks why an order stands still: its plan, and which turn of the ledger is awaited without a message. */
const orderView: Migration = {
  name: '003-order-view',
  up: async (knex) => {
    await knex.raw(`
      create view order_view as
      select order_id, p.state, p.work_centre, p.start_at, p.finish_at, a.turn, a.looks, a.look_at
      from plan p full join awaited_order a using (order_id);
    `);
  },
};

/** For who asks how far it has read the ledger. */
const followerView: Migration = {
  name: '004-follower-view',
  up: async (knex) => {
    await knex.raw(FOLLOWER_VIEW);
  },
};

/** In the order of their names. */
export const MIGRATIONS: readonly Migration[] = [begin, awaitedOrders, orderView, followerView];

/** Brings this process's schema to its newest form; any number of instances may start at once. */
export const migrateSchema = ({ readerRoles = [], ...options }: OwnSchemaOptions): Promise<readonly string[]> =>
  migrate({
    ...options,
    schema: SCHEMA,
    migrations: MIGRATIONS,
    readers: { roles: readerRoles, relations: ['order_view', 'follower_view'] },
  });
