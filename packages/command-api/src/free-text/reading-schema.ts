import type { Migration } from '@order-ledger/platform/migrate';

/** Of what event a text was read, and by which request; absent: before a text could be read through the interface. */
export const textReadings: Migration = {
  name: '012-text-readings',
  up: async (knex) => {
    await knex.raw(`
      alter table free_text_reading
        add column order_id uuid,
        add column event_version integer,
        add column correlation_id text;
      create index free_text_reading_of_order on free_text_reading (order_id, read_at);
    `);
  },
};
