import type { Migration } from '@order-ledger/platform/migrate';

/** The pointer that readers follow, one row, and the checkpoints of the versions. */
export const liveVersion = (checkpointTable: string, version: number): Migration => ({
  name: '001-live-version',
  up: async (knex) => {
    await knex.raw(`
      create table live_version (
        only_row boolean primary key default true check (only_row),
        version integer not null check (version > 0)
      )
    `);
    await knex.raw('insert into live_version (version) values (?)', [version]);
    await knex.raw(checkpointTable);
  },
});
