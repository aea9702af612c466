import type { Status } from '@order-ledger/domain/status';
import type { Migration } from '@order-ledger/platform/migrate';

/**
 * The marks of a status that the graph had not when `order_mark` was made. Orders that are there have never been in it,
 * so they have nothing in these columns, and no row is written. The name follows from the status: a status that is
 * added needs no step of its own to be written, and an earlier build works on.
 */
export const marksOfStatus = (status: Status): Migration => {
  const name = status.toLowerCase();
  return {
    name: `status-${name.replaceAll('_', '-')}`,
    up: async (knex) => {
      await knex.raw(`
      alter table order_mark
        add column ${name}_first_at timestamptz,
        add column ${name}_first_held_ms bigint,
        add column ${name}_first_errored_ms bigint,
        add column ${name}_last_at timestamptz,
        add column ${name}_last_held_ms bigint,
        add column ${name}_last_errored_ms bigint
    `);
    },
  };
};
