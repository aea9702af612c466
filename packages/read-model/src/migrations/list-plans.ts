import type { Migration } from '@order-ledger/platform/migrate';

/**
 * A status says which stage it is, who owns it, and whether the order is active. A planner that takes them for
 * independent expects a hundredth of the rows, reads them all by bitmaps and sorts them.
 */
export const standingStatistics: Migration = {
  name: '009-standing-statistics',
  up: async (knex) => {
    await knex.raw(`
      create statistics order_row_standing (dependencies) on status, stage, owner, is_active from order_row;
      analyze order_row;
    `);
  },
};

/**
 * By age, due date and priority final orders were sorted whenever somebody asked for them: a second for each million. An
 * order comes into these indexes once, at its end, so they cost the projector little. A step of its own, because it
 * reads the whole table: meanwhile who writes waits, who reads does not.
 */
export const finalLists: Migration = {
  name: '009-final-lists',
  up: async (knex) => {
    await knex.raw(`
      create index order_row_final_oldest on order_row (stage_entered_at, order_id) where not is_active;
      create index order_row_final_due on order_row (due_at, order_id) where not is_active;
      create index order_row_final_urgent on order_row (urgency, due_at, order_id) where not is_active;
      create index status_flow_by_day on status_flow (from_status, to_status) where grain = 'day';
    `);
  },
};
