import type { Migration } from '@order-ledger/platform/migrate';

export const PARTNER_KEY_VIEW = 'partner_key_view';

/** What this process asks and others may know of partners' keys: the live ones, with whose they are and what they may do. */
export const partnerKeyView: Migration = {
  name: '004-partner-key-view',
  up: async (knex) => {
    await knex.raw(`
      create view partner_key_view as
        select k.key_id, k.partner_id, k.secret_sha256, k.scopes, p.plan, l.burst_per_second, l.sustained_per_minute
        from partner_key k join partner p using (partner_id) join plan l using (plan)
        where k.revoked_at is null
    `);
  },
};
