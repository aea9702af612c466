import type { Migration } from '@order-ledger/platform/migrate';

/**
 * Gives each event of the timeline a number in the order in which it came into the tables. It is a default, so that an
 * earlier build that still writes gives numbers too. The first is the time of this migration in microseconds, which also
 * tells one read model from another. Events that are there already keep 0, in the order of their positions: nothing is
 * rewritten, the table is locked for a moment.
 */
export const eventCursors: Migration = {
  name: '005-event-cursors',
  up: async (knex) => {
    await knex.raw(`
      do $$ begin
        execute format(
          'create sequence order_timeline_cursor start with %s',
          (extract(epoch from clock_timestamp()) * 1000000)::bigint
        );
      end $$;
      alter table order_timeline add column cursor bigint not null default 0;
      alter table order_timeline alter column cursor set default nextval('order_timeline_cursor');
      alter sequence order_timeline_cursor owned by order_timeline.cursor;
    `);
  },
};

/**
 * A step of its own, because it reads the whole table once: meanwhile who writes waits, who reads does not. The index
 * itself begins empty.
 */
export const eventCursorIndex: Migration = {
  name: '006-event-cursor-index',
  up: async (knex) => {
    await knex.raw('create unique index order_timeline_by_cursor on order_timeline (cursor) where cursor > 0');
  },
};
