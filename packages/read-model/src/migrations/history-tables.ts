import type { Migration } from '@order-ledger/platform/migrate';

const INSERT_ONLY = `autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000,
  autovacuum_vacuum_cost_delay = 0`;

/**
 * What only grows. `order_timeline`: a row an event, with the order's state after it. `order_span`: a row for each state
 * that has ended, under the event_version that began it; the present state is the `order_row`. A state lasts from the
 * recorded_at of its event to that of the next; empty spans and final statuses are left out.
 */
export const historyTables: Migration = {
  name: '002-history',
  up: async (knex) => {
    await knex.raw(`
      create table order_timeline (
        order_id uuid not null,
        event_version integer not null,
        event_id uuid not null,
        type text not null,
        status_version integer not null,
        from_status text,
        to_status text,
        actor jsonb not null,
        system text not null,
        reason text,
        data jsonb not null,
        changed text[] not null,
        occurred_at timestamptz not null,
        recorded_at timestamptz not null,
        correlation_id text not null,
        causation_id text not null,
        trace_id text,
        position_commit bigint not null,
        position_prepare bigint not null,
        status text not null,
        stage text not null,
        stage_entered_at timestamptz not null,
        frozen_since timestamptz,
        frozen_ms bigint not null,
        claim_operator text,
        priority smallint not null,
        due_at timestamptz not null,
        primary key (order_id, event_version)
      ) with (${INSERT_ONLY});
      create index order_timeline_position on order_timeline (position_commit);
      create index order_timeline_recorded on order_timeline using brin (recorded_at);
    `);
    await knex.raw(`
      create table order_span (
        order_id uuid not null,
        event_version integer not null,
        status text not null,
        stage text not null,
        owner text not null,
        claim_operator text,
        partner_id text,
        priority smallint not null,
        due_at timestamptz not null,
        sort_key bigint not null,
        material text,
        process text,
        quantity integer,
        stage_entered_at timestamptz not null,
        frozen_since timestamptz,
        frozen_ms bigint not null,
        during tstzrange not null,
        primary key (order_id, event_version)
      ) with (${INSERT_ONLY});
      create index order_span_during on order_span using spgist (during)
        include (order_id, status, stage, owner, claim_operator, partner_id, priority, due_at, sort_key, stage_entered_at);
    `);
  },
};
