import type { Migration } from '@order-ledger/platform/migrate';

/**
 * How the money of an order stands, and what of it needs a person. Orders that are there already have nothing in these
 * columns until the projector has folded their timelines again, which it does beside its batches; so it does with orders
 * that an earlier build has written since, whose `balance_version` has remained behind.
 */
export const settlementColumns: Migration = {
  name: '007-settlement',
  up: async (knex) => {
    await knex.raw(`
      alter table order_row
        add column balance jsonb,
        add column balance_version integer,
        add column settlement text,
        add column settlement_amount bigint,
        add column needs_person jsonb
    `);
  },
};

/** A step of its own, because it reads the whole table once: meanwhile who writes waits, who reads does not. */
export const settlementIndexes: Migration = {
  name: '007-settlement-indexes',
  up: async (knex) => {
    await knex.raw(`
      create index order_row_unsettled on order_row (settlement, sort_key, order_id) where settlement <> 'settled';
      create index order_row_needs_person on order_row (sort_key, order_id) where needs_person is not null;
    `);
  },
};
