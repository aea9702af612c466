import type { Migration } from '@order-ledger/platform/migrate';

/**
 * The projector's own book-keeping. `order_parked`: orders whose events are left out from `event_version` on, until
 * somebody sets `retry_requested_at`. `dirty_list`: first pages in Redis that may be older than the tables. `heartbeat`: written only
 * when everything that stood in the ledger at `tail_reached_at` (Postgres's clock) is in the tables.
 */
export const upkeepTables: Migration = {
  name: '004-upkeep',
  up: async (knex) => {
    await knex.raw(`
      create table order_parked (
        order_id uuid primary key,
        event_version integer not null,
        reason text not null,
        detail text not null,
        parked_at timestamptz not null default now(),
        retry_requested_at timestamptz
      );
      create table dirty_list (
        list text primary key,
        position_commit bigint not null,
        dirtied_at timestamptz not null default now()
      );
      create table heartbeat (
        only_row boolean primary key default true check (only_row),
        at timestamptz not null,
        position_commit bigint,
        position_prepare bigint,
        tail_reached_at timestamptz not null
      );
    `);
  },
};
