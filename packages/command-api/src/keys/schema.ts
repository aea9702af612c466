import type { Migration } from '@order-ledger/platform/migrate';

/**
 * What changing keys at work needs: when a partner's key ends and which request issued it; which key has wrapped a
 * subject's key (absent: the first that there was), and who holds which; and who has changed what.
 */
export const keyRotation: Migration = {
  name: '011-key-rotation',
  up: async (knex) => {
    await knex.raw(`
      alter table partner_key
        add column expires_at timestamptz,
        add column request_id uuid unique,
        add column request_hash text;
      create or replace view partner_key_view as
        select k.key_id, k.partner_id, k.secret_sha256, k.scopes, p.plan, l.burst_per_second, l.sustained_per_minute,
          l.requests_at_once, l.event_streams, l.open_uploads, l.upload_bytes, l.waiting_calculations
        from partner_key k join partner p using (partner_id) join plan l using (plan)
        where k.revoked_at is null and (k.expires_at is null or k.expires_at > now());
      alter table subject_key add column wrapped_by text;
      create table wrapping_key (
        key_id text primary key,
        state text not null check (state in ('coming', 'current', 'leaving', 'gone')),
        since timestamptz not null default now()
      );
      create unique index wrapping_key_state on wrapping_key (state) where state <> 'gone';
      create table wrapping_key_holder (
        instance text primary key,
        key_ids text[] not null,
        seen_at timestamptz not null default now()
      );
      create table key_change (
        change_id bigint generated always as identity primary key,
        changed_at timestamptz not null default now(),
        changed_by text not null,
        action text not null,
        key_id text not null,
        partner_id text
      );
    `);
  },
};
