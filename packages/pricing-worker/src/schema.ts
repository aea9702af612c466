import { CHECKPOINT_TABLE, FOLLOWER_VIEW } from '@order-ledger/ledger/follow/checkpoint';
import { type Migration, migrate, type OwnSchemaOptions } from '@order-ledger/platform/migrate';
import { ASK_FUNCTION, addTrialColumns, createAskFunction } from '@order-ledger/platform/parked-table';
import {
  CREATE_MARK_VIEW,
  CREATE_ORDER_VIEW,
  CREATE_SLOT_AND_SHARE_VIEWS,
  CREATE_VIEWS,
  LEASES_IN_JOB_VIEW,
  PLACES_BY_TURNS,
  RENEWALS_IN_JOB_VIEW,
  VIEWS,
} from './views.ts';

/** The Postgres schema that only this process writes. */
export const SCHEMA = 'pricing';

const jobs: Migration = {
  name: '001-jobs',
  up: async (knex) => {
    // One row a measure: its present run. lease_token never goes back, also not with a new run.
    await knex.raw(`
      create table price_job (
        measure_key text primary key,
        job_id uuid not null unique default gen_random_uuid(),
        run integer not null default 1 check (run > 0),
        state text not null default 'QUEUED' check (state in ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'DEAD')),
        tenant text not null,
        sha256 text not null,
        unit text not null,
        orientation text not null,
        process text not null,
        engine_version text not null,
        triangles bigint not null,
        bytes bigint not null,
        lane text not null check (lane in ('SHORT', 'MEDIUM', 'LONG')),
        predicted_p50_s double precision not null,
        predicted_p95_s double precision not null,
        queued_at timestamptz not null default now(),
        not_before timestamptz not null default now(),
        taken_at timestamptz,
        worker_id uuid,
        lease_token bigint not null default 0,
        lease_id uuid,
        lease_expires_at timestamptz,
        phase text,
        percent smallint check (percent between 0 and 100),
        deaths integer not null default 0,
        infra_failures integer not null default 0,
        restart_reason text check (restart_reason in ('LEASE_LOST', 'WORKER_CRASHED')),
        measured_at timestamptz,
        finished_at timestamptz,
        dead_until timestamptz,
        dead_code text,
        dead_detail text,
        dead_trace_id text,
        check ((state = 'DEAD') = (dead_until is not null and dead_code is not null)),
        check (state <> 'RUNNING' or (lease_id is not null and lease_expires_at is not null))
      );
      create index price_job_queued on price_job (lane, queued_at) where state = 'QUEUED';
      create index price_job_running on price_job (lease_expires_at) where state = 'RUNNING';
      create table waiter (
        order_id uuid primary key,
        measure_key text not null references price_job,
        job_id uuid not null,
        run integer not null,
        attempt integer not null check (attempt > 0),
        spec_version integer not null check (spec_version > 0),
        state text not null check (state in ('QUEUED', 'STARTED', 'PARKED', 'ERRORED', 'DONE', 'CLOSED')),
        restart_reason text check (restart_reason in ('WORKER_CRASHED', 'RESUMED', 'RESOLVED')),
        since timestamptz not null default now()
      );
      create index waiter_live on waiter (measure_key) where state in ('QUEUED', 'STARTED', 'PARKED');
      create table measure (
        measure_key text primary key,
        result jsonb not null,
        triangles bigint not null,
        orientation text not null,
        process text not null,
        seconds double precision not null,
        measured_at timestamptz not null default now()
      );
      create index measure_history on measure (process, orientation, measured_at);
    `);
  },
};

const orders: Migration = {
  name: '002-orders',
  up: async (knex) => {
    // known_order: which event of an order the ledger's follower has seen, and which one the last look at it knew.
    await knex.raw(`
      create table inbox (
        message_id uuid primary key,
        received_at timestamptz not null default now()
      );
      create index inbox_age on inbox (received_at);
      create table known_order (
        order_id uuid primary key,
        seen_version integer not null default 0,
        seen_at timestamptz not null default now(),
        looked_version integer not null default 0
      );
      create index known_order_overlooked on known_order (seen_at) where looked_version < seen_version;
      ${CHECKPOINT_TABLE};
    `);
  },
};

const operation: Migration = {
  name: '003-operation',
  up: async (knex) => {
    // limits: at most one row; max_running null leaves it to the sum of the slots.
    await knex.raw(`
      create table tariff (
        version text primary key,
        data jsonb not null,
        active boolean not null,
        created_at timestamptz not null default now()
      );
      create unique index tariff_active on tariff (active) where active;
      create table worker (
        worker_id uuid primary key,
        slots integer not null check (slots > 0),
        engine_version text not null,
        seen_at timestamptz not null default now()
      );
      create table limits (
        only_row boolean primary key default true check (only_row),
        max_running integer check (max_running >= 0)
      );
      insert into limits default values;
    `);
    await knex.raw(CREATE_VIEWS);
  },
};

const parkedOrders: Migration = {
  name: '004-parked-orders',
  up: async (knex) => {
    await knex.raw(`
      create table parked_order (
        order_id uuid primary key,
        reason text not null,
        detail text not null,
        parked_at timestamptz not null default now(),
        looks integer not null default 0,
        look_at timestamptz not null default now() + interval '1 minute'
      );
      create index parked_order_due on parked_order (look_at);
    `);
  },
};

/** For whose turn it is. */
const tenantServed: Migration = {
  name: '005-tenant-served',
  up: async (knex) => {
    await knex.raw('create index price_job_served on price_job (tenant, taken_at)');
    await knex.raw(PLACES_BY_TURNS);
  },
};

/** When `not_before` or `lease_expires_at` was set: a job that was so in the future shows that the clock was set back. */
const timedAt: Migration = {
  name: '006-timed-at',
  up: async (knex) => {
    await knex.raw(`
      alter table price_job add column timed_at timestamptz;
      alter table price_job alter column timed_at set default now();
    `);
  },
};

/** Who put which tariff beside the others, and which in force in whose place. */
const tariffChange: Migration = {
  name: '007-tariff-change',
  up: async (knex) => {
    await knex.raw(`
      create table tariff_change (
        change_id bigint generated always as identity primary key,
        changed_at timestamptz not null default now(),
        changed_by text not null,
        action text not null check (action in ('add', 'activate')),
        version text not null,
        former_version text
      );
    `);
  },
};

/** Asked for as everywhere; what was asked for in the words of the build before is moved over. */
const parkedTrials: Migration = {
  name: '008-parked-trials',
  up: async (knex) => {
    await knex.raw(`
      ${addTrialColumns('parked_order', { byItself: true })};
      update parked_order set retry_requested_at = now() where look_at = 'epoch';
    `);
  },
};

/** For who asks why an order stands still. */
const waitingOrders: Migration = {
  name: '009-waiting-orders',
  up: async (knex) => {
    await knex.raw(`${LEASES_IN_JOB_VIEW}${CREATE_ORDER_VIEW}`);
  },
};

/** For who asks whether the worker that holds a job is alive. */
const renewals: Migration = {
  name: '010-renewals',
  up: async (knex) => {
    await knex.raw(RENEWALS_IN_JOB_VIEW);
  },
};

/** For who looks at the pricing as a whole. */
const slotsAndShares: Migration = {
  name: '011-slots-and-shares',
  up: async (knex) => {
    await knex.raw(`
      create index waiter_since on waiter (since);
      create index waiter_errored on waiter (measure_key) where state = 'ERRORED';
      create index price_job_dead on price_job (finished_at) where state = 'DEAD';
      ${CREATE_SLOT_AND_SHARE_VIEWS}
    `);
  },
};

/** For who asks how far it has read the ledger. */
const followerView: Migration = {
  name: '012-follower-view',
  up: async (knex) => {
    await knex.raw(FOLLOWER_VIEW);
  },
};

/** Whoever may read what is published may ask for a retry too: command-api does, in the name of who may. */
const askForTrial: Migration = {
  name: '013-ask-for-trial',
  up: async (knex) => {
    await knex.raw(createAskFunction('parked_order'));
  },
};

/** For who shows where the walls are too thin. */
const marks: Migration = {
  name: '014-marks',
  up: async (knex) => {
    await knex.raw(CREATE_MARK_VIEW);
  },
};

/** In the order of their names. */
export const MIGRATIONS: readonly Migration[] = [
  jobs,
  orders,
  operation,
  parkedOrders,
  tenantServed,
  timedAt,
  tariffChange,
  parkedTrials,
  waitingOrders,
  renewals,
  slotsAndShares,
  followerView,
  askForTrial,
  marks,
];

/** Brings this process's schema to its newest form; any number of instances may start at once. */
export const migrateSchema = ({ readerRoles = [], ...options }: OwnSchemaOptions): Promise<readonly string[]> =>
  migrate({
    ...options,
    schema: SCHEMA,
    migrations: MIGRATIONS,
    readers: { roles: readerRoles, relations: VIEWS, functions: [ASK_FUNCTION] },
  });
