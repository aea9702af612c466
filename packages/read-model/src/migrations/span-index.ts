import type { Migration } from '@order-ledger/platform/migrate';
import { SPAN_CLASS } from '../span-index.ts';

/**
 * Spans by length and beginning instead of by range. Builds before this one read lists and boards as of a time by a scan
 * of all spans until they are gone; they could not write for long with the index that goes.
 */
export const spanIndex: Migration = {
  name: '010-span-index',
  up: async (knex) => {
    await knex.raw(`
      create index order_span_by_length on order_span ((${SPAN_CLASS}), (lower(during)))
        include (order_id, status, stage, owner, claim_operator, partner_id, priority, due_at, sort_key, stage_entered_at,
          frozen_since, during);
      drop index order_span_during;
    `);
  },
};
