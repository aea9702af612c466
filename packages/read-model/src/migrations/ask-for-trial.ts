import type { Migration } from '@order-ledger/platform/migrate';
import { createAskFunction } from '@order-ledger/platform/parked-table';

/** Whoever may read the tables may ask the projector for a retry of a parked order. */
export const askForTrial: Migration = {
  name: '011-ask-for-trial',
  up: async (knex) => {
    await knex.raw(createAskFunction('order_parked'));
  },
};
