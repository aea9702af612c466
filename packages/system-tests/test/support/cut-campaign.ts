import { EXCHANGES } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { CHECKPOINT_TABLE } from '@order-ledger/ledger/follow/checkpoint';
import { followAsOwner } from '@order-ledger/ledger/follow/owned-follower';
import { eventId } from '@order-ledger/ledger/identity';
import { openLedger } from '@order-ledger/ledger/ledger';
import { createPool } from '@order-ledger/platform/postgres';
import { randomOf } from '@order-ledger/seed/dice';
import { keepingLog } from '@order-ledger/testing/lines';
import { createOrders } from '@order-ledger/testing/orders/in-ledger';
import { brokerUrl, openBroker, ownPrefix } from '@order-ledger/testing/services/broker';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { startEventStore } from '@order-ledger/testing/services/event-store';
import { proxyTo, type Way } from '@order-ledger/testing/services/proxy';
import { until } from '@order-ledger/testing/waiting';
import pg from 'pg';
import { runBridge } from '../../../bridge/src/bridge.ts';
import { messageOf } from '../../../bridge/src/message.ts';
import { SCHEMA as MESSAGING, migrateSchema as migrateMessaging } from '../../../bridge/src/schema.ts';
import { followLedger as followForPlanning } from '../../../manufacturing-worker/src/ledger-follower.ts';
import { migrateSchema as migrateProduction, SCHEMA as PRODUCTION } from '../../../manufacturing-worker/src/schema.ts';
import { openMessaging } from '../../../messaging/src/connection.ts';
import { TOPOLOGY } from '../../../messaging/src/topology.ts';
import { followLedger as followForPricing } from '../../../pricing-worker/src/orders/ledger-follower.ts';
import { migrateSchema as migratePricing, SCHEMA as PRICING } from '../../../pricing-worker/src/schema.ts';
import { createReacting } from '../../../process-manager/src/follow.ts';
import { migrateSchema as migrateReactions, SCHEMA as REACTIONS } from '../../../process-manager/src/schema.ts';
import { startProjection } from '../../../projector/src/projection.ts';
import { migrateReadModel, POINTER_SCHEMA } from '../../../read-model/src/schema.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const CHECKPOINTS = [
  `${POINTER_SCHEMA}.checkpoint`,
  `${MESSAGING}.checkpoint`,
  `${REACTIONS}.checkpoint`,
  `${PRICING}.checkpoint`,
  `${PRODUCTION}.checkpoint`,
];
/** All that keep a checkpoint: one a process, and one an exchange. */
const FOLLOWERS = CHECKPOINTS.length - 1 + EXCHANGES.length;
/** Cuts after which everything must come to rest. */
const BETWEEN_RESTS = 10;

const DEPENDENCIES = ['postgres', 'eventstore', 'rabbitmq'] as const;
type Ways = Readonly<Record<(typeof DEPENDENCIES)[number], Way>>;

/** What a cut does to a way: all connections at once; none for a while; silence for a while; the owners' locks alone. */
const KINDS = ['cut', 'shut', 'hold', 'locks'] as const;

/**
 * Cuts connections at random, under load, while two instances of every follower run; after every few cuts, and at the end,
 * all events must have been applied by all followers, by themselves.
 */
export const cutFollowers = async (cuts: number, seed: number) => {
  const random = randomOf(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const undo: (() => Promise<unknown> | unknown)[] = [];
  try {
    return await campaign(cuts, random, pick, undo);
  } finally {
    for (const each of undo.splice(0).reverse()) await each();
  }
};

const campaign = async (
  cuts: number,
  random: () => number,
  pick: <T>(from: readonly T[]) => T,
  undo: (() => Promise<unknown> | unknown)[],
) => {
  const { log, lines } = keepingLog({ level: 'warn' });
  const database = await createTestDatabase();
  undo.push(database.drop);
  const store = await startEventStore();
  undo.push(store.stop);
  const prefix = ownPrefix();
  const broker = await openBroker(prefix, TOPOLOGY);
  undo.push(broker.close, broker.remove);
  const tapped = await broker.tap();
  await migrateReadModel({ connectionString: database.url, log, checkpointTable: CHECKPOINT_TABLE });
  for (const migrate of [migrateMessaging, migrateReactions, migratePricing, migrateProduction])
    await migrate({ connectionString: database.url, log });
  const sql = new pg.Pool({ connectionString: database.url });
  undo.push(() => sql.end());

  const ledger = openLedger({ connectionString: store.url, log });
  undo.push(ledger.close);
  const orders = createOrders(ledger);

  /** One instance of each follower, on ways of its own. */
  const startInstance = async (instance: number): Promise<Ways> => {
    const ways: Ways = {
      postgres: await proxyTo(database.url),
      eventstore: await proxyTo(store.url),
      rabbitmq: await proxyTo(brokerUrl()),
    };
    const stopping = new AbortController();
    const { signal } = stopping;
    const connectionString = ways.postgres.url;
    const own = openLedger({ connectionString: ways.eventstore.url, log });
    const messaging = openMessaging({
      url: ways.rabbitmq.url,
      log,
      name: `cut ${instance}`,
      prefix,
      publishTimeoutMs: 5_000,
    });
    const poolOf = (searchPath: string) =>
      createPool({ connectionString, applicationName: 'cut', name: `cut-${searchPath}-${instance}`, log, searchPath });
    const pools = [POINTER_SCHEMA, MESSAGING, REACTIONS, PRICING, PRODUCTION].map(poolOf);
    const [tables, relays, reactions, pricing, planning] = pools as [pg.Pool, pg.Pool, pg.Pool, pg.Pool, pg.Pool];
    const common = { connectionString, ledger: own, log, signal };
    const limits = { quoteExpiryS: 3_600, unpaidExpiryS: 3_600, draftExpiryS: 3_600 };
    const done = [
      startProjection({ ...common, pool: tables }).done,
      runBridge({ ...common, messaging, pool: relays, window: 64 }).done,
      followAsOwner({
        ...common,
        name: 'reactions',
        process: 'process-manager',
        pool: reactions,
        follow: createReacting({ ledger: own, pool: reactions, log, limits }).follow,
      }).done,
      followForPricing({ ...common, pool: pricing }).done,
      followForPlanning({ ...common, pool: planning, overlookedAfterMs: 60_000 }).done,
    ];
    undo.push(async () => {
      for (const way of Object.values(ways)) way.open();
      stopping.abort(new Error('the campaign is over'));
      await Promise.allSettled(done);
      await messaging.close();
      await own.close();
      for (const pool of pools) await pool.end();
      for (const way of Object.values(ways)) await way.close();
    });
    return ways;
  };
  const instances = [await startInstance(1), await startInstance(2)];

  const made: string[] = [];
  let loading = true;
  const load = async (): Promise<void> => {
    while (loading) {
      const orderId = await orders.bring('WAITING_PAYMENT');
      made.push(orderId);
      // Paid, so that the reaction has something to do.
      await orders.act(orderId, 'RecordPayment');
    }
  };
  const loads = Promise.all([load(), load()]);

  const cut = async (): Promise<string> => {
    const kind = pick(KINDS);
    if (kind === 'locks') {
      await sql.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name like 'owner of%' and datname = current_database() and random() < 0.5`,
      );
      return kind;
    }
    const dependency = pick(DEPENDENCIES);
    const way = pick(instances)[dependency];
    way[kind]();
    if (kind !== 'cut') await pause(random() * 1_500);
    way.open();
    return `${dependency} ${kind}`;
  };

  const checkpoints = async (): Promise<bigint[]> => {
    const rows = await Promise.all(
      CHECKPOINTS.map(async (table) => (await sql.query(`select commit_position from ${table}`)).rows),
    );
    return rows.flat().map(({ commit_position }) => BigInt(commit_position ?? -1));
  };
  /** Everybody has come to where the ledger ends at this moment. */
  const atRest = async (): Promise<number> => {
    const began = performance.now();
    const end = (await ledger.tail())?.position.commit ?? 0n;
    await until(
      'every follower has come to the end of the ledger',
      async () => {
        const positions = await checkpoints();
        return positions.length === FOLLOWERS && positions.every((position) => position >= end);
      },
      120_000,
    );
    return performance.now() - began;
  };

  const done = new Map<string, number>();
  let longestMs = 0;
  try {
    for (let n = 1; n <= cuts; n += 1) {
      const kind = await cut();
      done.set(kind, (done.get(kind) ?? 0) + 1);
      await pause(random() * 300);
      if (n % BETWEEN_RESTS === 0) longestMs = Math.max(longestMs, await atRest());
    }
  } finally {
    loading = false;
    await loads;
  }
  // What a reaction appends brings the next look.
  await until('every order that was paid is approved', async () => {
    const { rows } = await sql.query(
      `select from read_model_1.order_row where order_id = any($1::uuid[]) and status = 'MANUFACTURING_APPROVED'`,
      [made],
    );
    return rows.length === made.length;
  });
  longestMs = Math.max(longestMs, await atRest());

  const stored: RecordedEvent[] = [];
  for (const orderId of made) stored.push(...(await orders.events(orderId)));
  await broker.tappedAll();
  const published = new Set(tapped.map(({ envelope }) => envelope.id));
  const shown = await sql.query('select order_id, event_version from read_model_1.order_timeline');
  const place = (order_id: string, event_version: number | string) => `${order_id} ${event_version}`;
  const shownPlaces = new Set(shown.rows.map(({ order_id, event_version }) => place(order_id, event_version)));
  const unseenIn = async (table: string): Promise<number> => {
    const { rows } = await sql.query(
      `select from unnest($1::uuid[]) as made (order_id)
       where not exists (select from ${table} k where k.order_id = made.order_id)`,
      [made],
    );
    return rows.length;
  };
  return {
    cuts: Object.fromEntries([...done].sort()),
    orders: made.length,
    events: stored.length,
    longest_rest_s: Math.round(longestMs / 1_000),
    faults_told: lines().length,
    wrong: {
      events_not_shown: stored.filter(
        ({ metadata }) => !shownPlaces.has(place(metadata.order_id, metadata.event_version)),
      ).length,
      events_shown_twice: shown.rows.length - shownPlaces.size,
      messages_missing: stored.filter((event) => !published.has(messageOf(event, eventId(event.metadata.hash)).id))
        .length,
      approvals_missing_or_doubled: made.length - stored.filter(({ type }) => type === 'ManufacturingApproved').length,
      turns_not_seen_by_pricing: await unseenIn(`${PRICING}.known_order`),
      // Nobody plans here: every approval is awaited.
      turns_not_seen_by_planning: await unseenIn(`${PRODUCTION}.awaited_order`),
    },
  };
};

export const NOTHING_WRONG = {
  events_not_shown: 0,
  events_shown_twice: 0,
  messages_missing: 0,
  approvals_missing_or_doubled: 0,
  turns_not_seen_by_pricing: 0,
  turns_not_seen_by_planning: 0,
};
