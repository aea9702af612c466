import type { Migration } from '@order-ledger/platform/migrate';

// Dead heads of queues make "oldest in stage" 100 times slower until they are vacuumed, so vacuum comes early, without
// a pause. (`autovacuum_naptime` is the server's own setting: 5 s.)
const VACUUM_OFTEN = `
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_cost_delay = 0,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000,
  autovacuum_analyze_scale_factor = 0.02`;

/**
 * One row an order, with all that lists filter, sort and show. Times of the work are occurred_at, `last_recorded_at` and
 * `sort_key` (microseconds) are recorded_at. Amounts are minor units of `currency`.
 */
export const orderRowTable: Migration = {
  name: '001-order-row',
  up: async (knex) => {
    await knex.raw(`
      create table order_row (
        order_id uuid primary key,
        sort_key bigint not null,
        status text not null,
        stage text not null,
        owner text not null,
        status_entered_at timestamptz not null,
        stage_entered_at timestamptz not null,
        frozen_since timestamptz,
        frozen_ms bigint not null,
        held_ms bigint not null,
        errored_ms bigint not null,
        is_active boolean not null,
        held_from text,
        error_from text,
        return_from text,
        claim_operator text,
        claim_fence_token integer,
        claimed_at timestamptz,
        partner_id text,
        customer_ref text not null,
        external_ref text,
        channel text not null,
        carriers text[] not null default '{}',
        delivery_method text,
        material text,
        process text,
        finishing text,
        quantity integer,
        price_amount bigint,
        currency text not null,
        quote_version integer,
        valid_until timestamptz,
        paid bigint not null,
        due_before_production bigint,
        cancel_charge bigint,
        refund_due bigint,
        priority smallint not null,
        urgency smallint not null generated always as (3 - priority) stored,
        due_at timestamptz not null default 'infinity',
        manufacturing_attempt integer not null,
        price_attempt integer not null,
        work_centre text,
        planned_start_at timestamptz,
        planned_finish_at timestamptz,
        price jsonb,
        rejection jsonb,
        event_version integer not null,
        status_version integer not null,
        last_event_type text not null,
        last_event_id uuid not null,
        last_occurred_at timestamptz not null,
        last_recorded_at timestamptz not null,
        correlation_id text not null,
        is_stale boolean not null default false,
        lifecycle jsonb not null,
        visiting jsonb not null,
        position_commit bigint not null,
        position_prepare bigint not null
      ) with (${VACUUM_OFTEN})
    `);
    // Keys and order_id only, all columns in one direction and compared as a row: 0.1 ms a page at any depth. More
    // columns would save no reads, because the pages of active orders are never all-visible, and cost a third of the
    // writing. `urgency` runs against `priority` so that the most urgent and the soonest due stand at one end.
    await knex.raw(`
      create index order_row_newest on order_row (sort_key, order_id);
      create index order_row_active_newest on order_row (sort_key, order_id) where is_active;
      create index order_row_status_newest on order_row (status, sort_key, order_id);
      create index order_row_stage_oldest on order_row (stage, stage_entered_at, order_id) where is_active;
      create index order_row_active_oldest on order_row (stage_entered_at, order_id) where is_active;
      create index order_row_due on order_row (due_at, order_id) where is_active;
      create index order_row_urgent on order_row (urgency, due_at, order_id) where is_active;
      create index order_row_ready on order_row (urgency, due_at, sort_key, order_id)
        where claim_operator is null
          and status in ('MANUFACTURING_APPROVED', 'MANUFACTURING_FAILED', 'REWORK_REQUIRED');
      create index order_row_mine on order_row (claim_operator, sort_key, order_id) where claim_operator is not null;
      create index order_row_partner_newest on order_row (partner_id, sort_key, order_id) where partner_id is not null;
      create index order_row_customer_newest on order_row (customer_ref, sort_key, order_id);
      create index order_row_external on order_row (external_ref, order_id) where external_ref is not null;
      create index order_row_refund_due on order_row (sort_key, order_id) where refund_due > 0;
    `);
  },
};
