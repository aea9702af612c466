import type { Migration } from '@order-ledger/platform/migrate';

/** Of the statuses that there were then. */
export const MARKS = `
        initiated_first_at timestamptz, initiated_first_held_ms bigint, initiated_first_errored_ms bigint,
        initiated_last_at timestamptz, initiated_last_held_ms bigint, initiated_last_errored_ms bigint,
        file_uploaded_first_at timestamptz, file_uploaded_first_held_ms bigint, file_uploaded_first_errored_ms bigint,
        file_uploaded_last_at timestamptz, file_uploaded_last_held_ms bigint, file_uploaded_last_errored_ms bigint,
        submitted_first_at timestamptz, submitted_first_held_ms bigint, submitted_first_errored_ms bigint,
        submitted_last_at timestamptz, submitted_last_held_ms bigint, submitted_last_errored_ms bigint,
        price_calculation_started_first_at timestamptz, price_calculation_started_first_held_ms bigint, price_calculation_started_first_errored_ms bigint,
        price_calculation_started_last_at timestamptz, price_calculation_started_last_held_ms bigint, price_calculation_started_last_errored_ms bigint,
        price_calculated_first_at timestamptz, price_calculated_first_held_ms bigint, price_calculated_first_errored_ms bigint,
        price_calculated_last_at timestamptz, price_calculated_last_held_ms bigint, price_calculated_last_errored_ms bigint,
        rejected_first_at timestamptz, rejected_first_held_ms bigint, rejected_first_errored_ms bigint,
        rejected_last_at timestamptz, rejected_last_held_ms bigint, rejected_last_errored_ms bigint,
        waiting_payment_first_at timestamptz, waiting_payment_first_held_ms bigint, waiting_payment_first_errored_ms bigint,
        waiting_payment_last_at timestamptz, waiting_payment_last_held_ms bigint, waiting_payment_last_errored_ms bigint,
        manufacturing_approved_first_at timestamptz, manufacturing_approved_first_held_ms bigint, manufacturing_approved_first_errored_ms bigint,
        manufacturing_approved_last_at timestamptz, manufacturing_approved_last_held_ms bigint, manufacturing_approved_last_errored_ms bigint,
        manufacturing_started_first_at timestamptz, manufacturing_started_first_held_ms bigint, manufacturing_started_first_errored_ms bigint,
        manufacturing_started_last_at timestamptz, manufacturing_started_last_held_ms bigint, manufacturing_started_last_errored_ms bigint,
        manufacturing_failed_first_at timestamptz, manufacturing_failed_first_held_ms bigint, manufacturing_failed_first_errored_ms bigint,
        manufacturing_failed_last_at timestamptz, manufacturing_failed_last_held_ms bigint, manufacturing_failed_last_errored_ms bigint,
        rework_required_first_at timestamptz, rework_required_first_held_ms bigint, rework_required_first_errored_ms bigint,
        rework_required_last_at timestamptz, rework_required_last_held_ms bigint, rework_required_last_errored_ms bigint,
        manufacturing_completed_first_at timestamptz, manufacturing_completed_first_held_ms bigint, manufacturing_completed_first_errored_ms bigint,
        manufacturing_completed_last_at timestamptz, manufacturing_completed_last_held_ms bigint, manufacturing_completed_last_errored_ms bigint,
        packaging_started_first_at timestamptz, packaging_started_first_held_ms bigint, packaging_started_first_errored_ms bigint,
        packaging_started_last_at timestamptz, packaging_started_last_held_ms bigint, packaging_started_last_errored_ms bigint,
        packaging_completed_first_at timestamptz, packaging_completed_first_held_ms bigint, packaging_completed_first_errored_ms bigint,
        packaging_completed_last_at timestamptz, packaging_completed_last_held_ms bigint, packaging_completed_last_errored_ms bigint,
        waiting_shipment_confirmation_first_at timestamptz, waiting_shipment_confirmation_first_held_ms bigint, waiting_shipment_confirmation_first_errored_ms bigint,
        waiting_shipment_confirmation_last_at timestamptz, waiting_shipment_confirmation_last_held_ms bigint, waiting_shipment_confirmation_last_errored_ms bigint,
        shipped_first_at timestamptz, shipped_first_held_ms bigint, shipped_first_errored_ms bigint,
        shipped_last_at timestamptz, shipped_last_held_ms bigint, shipped_last_errored_ms bigint,
        delivered_first_at timestamptz, delivered_first_held_ms bigint, delivered_first_errored_ms bigint,
        delivered_last_at timestamptz, delivered_last_held_ms bigint, delivered_last_errored_ms bigint,
        closed_first_at timestamptz, closed_first_held_ms bigint, closed_first_errored_ms bigint,
        closed_last_at timestamptz, closed_last_held_ms bigint, closed_last_errored_ms bigint,
        cancelled_first_at timestamptz, cancelled_first_held_ms bigint, cancelled_first_errored_ms bigint,
        cancelled_last_at timestamptz, cancelled_last_held_ms bigint, cancelled_last_errored_ms bigint,
        return_requested_first_at timestamptz, return_requested_first_held_ms bigint, return_requested_first_errored_ms bigint,
        return_requested_last_at timestamptz, return_requested_last_held_ms bigint, return_requested_last_errored_ms bigint,
        returned_first_at timestamptz, returned_first_held_ms bigint, returned_first_errored_ms bigint,
        returned_last_at timestamptz, returned_last_held_ms bigint, returned_last_errored_ms bigint,
        on_hold_first_at timestamptz, on_hold_first_held_ms bigint, on_hold_first_errored_ms bigint,
        on_hold_last_at timestamptz, on_hold_last_held_ms bigint, on_hold_last_errored_ms bigint,
        error_first_at timestamptz, error_first_held_ms bigint, error_first_errored_ms bigint,
        error_last_at timestamptz, error_last_held_ms bigint, error_last_errored_ms bigint`;

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
        event_version integer not null,${MARKS}
      ) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0)
    `);
  },
};
