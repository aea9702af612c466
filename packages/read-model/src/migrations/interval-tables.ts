import { STATUSES } from '@order-ledger/domain/status';
import type { Migration } from '@order-ledger/platform/migrate';

// Written out from the list of statuses as it is today: a status that comes later needs a version of its own.
const marks = STATUSES.map((status) => {
  const name = status.toLowerCase();
  return `
        ${name}_first_at timestamptz, ${name}_first_held_ms bigint, ${name}_first_errored_ms bigint,
        ${name}_last_at timestamptz, ${name}_last_held_ms bigint, ${name}_last_errored_ms bigint`;
}).join(',');

/**
 * What durations and flows are asked of. All times are occurred_at but `status_flow.bucket`, which is recorded_at cut to
 * the hour or day in UTC; all lengths are milliseconds. The `before` sums are what the order had been on hold and in
 * error until it entered: the net time between two entries is a subtraction.
 */
export const intervalTables: Migration = {
  name: '003-intervals',
  up: async (knex) => {
    await knex.raw(`
      create table status_flow (
        bucket timestamptz not null,
        grain text not null check (grain in ('hour', 'day')),
        from_status text not null,
        to_status text not null,
        count bigint not null,
        dwell_ms bigint not null,
        primary key (bucket, grain, from_status, to_status)
      )
    `);
    await knex.raw(`
      create table stage_interval (
        order_id uuid not null,
        status text not null,
        visit integer not null,
        entered_at timestamptz not null,
        left_at timestamptz,
        next_status text,
        wall_ms bigint,
        held_ms bigint,
        errored_ms bigint,
        held_before_ms bigint not null,
        errored_before_ms bigint not null,
        entered_version integer not null,
        left_version integer,
        attempt integer,
        operator text,
        partner_id text,
        material text,
        priority smallint not null,
        event_version integer not null,
        primary key (order_id, status, visit)
      ) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
      create index stage_interval_left on stage_interval (status, left_at) where left_at is not null;
      create index stage_interval_entered on stage_interval (status, entered_at);
    `);
    await knex.raw(`
      create table order_mark (
        order_id uuid primary key,
        event_version integer not null,${marks}
      ) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0)
    `);
  },
};
