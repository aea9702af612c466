import { type Migration, migrate, type OwnSchemaOptions } from '@order-ledger/platform/migrate';
import { addTrialColumns } from '@order-ledger/platform/parked-table';
import { textReadings } from './free-text/reading-schema.ts';
import { keyRotation } from './keys/schema.ts';
import { PARTNER_KEY_VIEW, partnerKeyView } from './partners/key-view.ts';

/** The Postgres schema that only this process writes. */
export const SCHEMA = 'command_api';

const partners: Migration = {
  name: '001-partners',
  up: async (knex) => {
    await knex.raw(`
      create table plan (
        plan text primary key,
        terms jsonb not null,
        monthly_orders integer,
        burst_per_second integer not null check (burst_per_second > 0),
        sustained_per_minute integer not null check (sustained_per_minute > 0)
      );
      create table partner (
        partner_id text primary key check (partner_id ~ '^[A-Za-z0-9._:/-]{1,100}$'),
        plan text not null references plan,
        active boolean not null default true,
        created_at timestamptz not null default now()
      );
      create table partner_key (
        key_id text primary key,
        partner_id text not null references partner,
        secret_sha256 bytea not null check (octet_length(secret_sha256) = 32),
        scopes text[] not null,
        created_at timestamptz not null default now(),
        revoked_at timestamptz
      );
      create index partner_key_live on partner_key (partner_id) where revoked_at is null;
    `);
  },
};

const freeText: Migration = {
  name: '002-free-text',
  up: async (knex) => {
    // A destroyed key leaves its row behind, so that its generation is never used again.
    await knex.raw(`
      create table subject_key (
        owner text not null,
        customer_ref text not null,
        generation integer not null check (generation > 0),
        wrapped_key bytea,
        created_at timestamptz not null default now(),
        primary key (owner, customer_ref, generation)
      );
      create unique index subject_key_live on subject_key (owner, customer_ref) where wrapped_key is not null;
      create table free_text (
        command_id uuid not null,
        field text not null,
        hmac text not null check (hmac ~ '^[0-9a-f]{64}$'),
        order_id uuid not null,
        owner text not null,
        customer_ref text not null,
        generation integer not null,
        ciphertext bytea not null,
        written_at timestamptz not null default now(),
        in_ledger boolean not null default false,
        primary key (command_id, field, hmac),
        foreign key (owner, customer_ref, generation) references subject_key
      );
      create index free_text_unsettled on free_text (written_at) where not in_ledger;
      create table free_text_reading (
        reading_id bigint generated always as identity primary key,
        command_id uuid not null,
        field text not null,
        reader text not null,
        read_at timestamptz not null default now()
      );
      create table erasure (
        event_id uuid primary key,
        owner text not null,
        customer_ref text not null,
        applied_at timestamptz not null default now()
      );
    `);
  },
};

const ledgerFollower: Migration = {
  name: '003-ledger-follower',
  up: async (knex) => {
    await knex.raw(`
      create table checkpoint (
        follower text primary key,
        commit_position numeric(20) not null,
        prepare_position numeric(20) not null
      );
      create table customer_order (
        order_id uuid primary key,
        owner text not null,
        customer_ref text not null,
        initiated_at timestamptz not null
      );
      create index customer_order_of_subject on customer_order (owner, customer_ref);
      create index customer_order_of_owner on customer_order (owner, initiated_at);
      create table claim_lease (
        order_id uuid not null,
        fence_token bigint not null check (fence_token > 0),
        lease_id uuid not null default gen_random_uuid() unique,
        expires_at timestamptz not null,
        closed boolean not null default false,
        settled_at timestamptz,
        primary key (order_id, fence_token)
      );
      create index claim_lease_open on claim_lease (expires_at) where not closed;
      create index claim_lease_unsettled on claim_lease (order_id) where closed and settled_at is null;
    `);
  },
};

const checkpointEvent: Migration = {
  name: '005-checkpoint-event',
  up: async (knex) => {
    await knex.raw(`
      alter table checkpoint
        add column event_id uuid,
        add column event_commit_position numeric(20),
        add column event_prepare_position numeric(20);
    `);
  },
};

/** Of an order that was indexed before this column was, nothing says where it stands. */
const orderPosition: Migration = {
  name: '006-order-position',
  up: async (knex) => {
    await knex.raw('alter table customer_order add column commit_position numeric(20)');
  },
};

/** Events whose effect could not be applied, for a reason that lies in them; each is tried again now and then. */
const parkedEvents: Migration = {
  name: '007-parked-events',
  up: async (knex) => {
    await knex.raw(`
      create table parked_event (
        event_id uuid primary key,
        order_id uuid not null,
        event_version integer not null,
        commit_position numeric(20) not null,
        prepare_position numeric(20) not null,
        type text not null,
        detail text not null,
        parked_at timestamptz not null default now(),
        tried_at timestamptz not null default now()
      );
    `);
  },
};

/** Absent: no. */
const urgentOrders: Migration = {
  name: '008-urgent-orders',
  up: async (knex) => {
    await knex.raw('alter table plan add column urgent_orders boolean');
  },
};

/** What a partner may hold at once of what all share; absent: what the table of shares says. */
const planShares: Migration = {
  name: '009-plan-shares',
  up: async (knex) => {
    await knex.raw(`
      alter table plan
        add column requests_at_once integer check (requests_at_once > 0),
        add column event_streams integer check (event_streams >= 0),
        add column open_uploads integer check (open_uploads >= 0),
        add column upload_bytes bigint check (upload_bytes >= 0),
        add column waiting_calculations integer check (waiting_calculations >= 0);
      create or replace view partner_key_view as
        select k.key_id, k.partner_id, k.secret_sha256, k.scopes, p.plan, l.burst_per_second, l.sustained_per_minute,
          l.requests_at_once, l.event_streams, l.open_uploads, l.upload_bytes, l.waiting_calculations
        from partner_key k join partner p using (partner_id) join plan l using (plan)
        where k.revoked_at is null
    `);
  },
};

/** When `expires_at` was set: a lease that was given in the future shows that the clock was set back. */
const leaseTimedAt: Migration = {
  name: '010-lease-timed-at',
  up: async (knex) => {
    await knex.raw('alter table claim_lease add column timed_at timestamptz');
  },
};

/** Asked for as everywhere; when the build before has tried, and what it was asked for, is moved over. */
const parkedTrials: Migration = {
  name: '013-parked-trials',
  up: async (knex) => {
    await knex.raw(`
      ${addTrialColumns('parked_event', { byItself: true })};
      update parked_event set look_at = tried_at + interval '1 minute',
        retry_requested_at = case when tried_at = 'epoch' then now() end;
    `);
  },
};

/** For who asks why an order stands still: how long its claims last, and whether an effect of an event is left out. */
const orderViews: Migration = {
  name: '014-order-views',
  up: async (knex) => {
    await knex.raw(`
      create view lease_view as select order_id, fence_token, expires_at, closed from claim_lease;
      create view parked_view as select order_id, event_version, type, parked_at from parked_event;
    `);
  },
};

/** For who asks how far it has read the ledger; a row that the build before writes keeps its time. */
const followerView: Migration = {
  name: '015-follower-view',
  up: async (knex) => {
    await knex.raw(`
      alter table checkpoint add column updated_at timestamptz not null default now();
      create view follower_view as
      select follower as name, commit_position::text as commit_position, updated_at from checkpoint;
    `);
  },
};

/** Who asked for a retry of which parked order, written before anybody is asked, and who was asked. */
const retryRequests: Migration = {
  name: '016-retry-requests',
  up: async (knex) => {
    await knex.raw(`
      create table retry_request (
        request_id bigint generated always as identity primary key,
        order_id uuid not null,
        asked_by text not null,
        correlation_id text not null,
        asked_at timestamptz not null default now(),
        processes text[]
      );
      create index retry_request_of_order on retry_request (order_id);
    `);
  },
};

/** In the order of their names. */
export const MIGRATIONS: readonly Migration[] = [
  partners,
  freeText,
  ledgerFollower,
  partnerKeyView,
  checkpointEvent,
  orderPosition,
  parkedEvents,
  urgentOrders,
  planShares,
  leaseTimedAt,
  keyRotation,
  textReadings,
  parkedTrials,
  orderViews,
  followerView,
  retryRequests,
];

/** Brings this process's schema to its newest form; any number of instances may start at once. */
export const migrateSchema = ({ readerRoles = [], ...options }: OwnSchemaOptions): Promise<readonly string[]> =>
  migrate({
    ...options,
    schema: SCHEMA,
    migrations: MIGRATIONS,
    readers: { roles: readerRoles, relations: [PARTNER_KEY_VIEW, 'lease_view', 'parked_view', 'follower_view'] },
  });
