import { toleratedRejection } from '@order-ledger/ledger/errors';
import { readCheckpoints } from '@order-ledger/ledger/follow/checkpoint';
import { openLedger } from '@order-ledger/ledger/ledger';
import { eventStoreClock } from '@order-ledger/ledger/server/server-clock';
import { postgresClock } from '@order-ledger/platform/clock-watch';
import { listen } from '@order-ledger/platform/http/server';
import { runProcess } from '@order-ledger/platform/lifecycle';
import { createPool } from '@order-ledger/platform/postgres';
import { connectRedis } from '@order-ledger/platform/redis';
import { repeat } from '@order-ledger/platform/repeat';
import { schemaCheck } from '@order-ledger/platform/schema-version';
import { catalogueIn } from './catalogue.ts';
import { createClaimKeeper } from './claims/keeper.ts';
import { readyQueueIn } from './claims/ready-queue.ts';
import { createCommandApi } from './command-api.ts';
import { HELD_TOLD_MS, tellHeld } from './free-text/held-keys.ts';
import { sweepTexts } from './free-text/sweep.ts';
import { openKeyFile } from './free-text/wrapping-keys.ts';
import { followLedger } from './ledger-follower.ts';
import { waitingIn } from './partners/calculations.ts';
import { MIGRATIONS, migrateSchema, SCHEMA } from './schema.ts';
import { settings } from './settings.ts';
import { staleOrdersIn } from './stale-orders.ts';
import { uploadsIn } from './uploads.ts';

const TEXT_SWEEP_MS = 3_600_000;
const STALE_LOOK_MS = 2_000;
const TARIFF_LOOK_MS = 1_000;
const VERSION = '0.1.0';

await runProcess({
  name: 'command-api',
  version: VERSION,
  config: settings,
  toleratedRejection,
  start: async ({ config, log, health, onStop, stopping, watchClocks }) => {
    const wrappingKeys = await openKeyFile(config.FREE_TEXT_KEY_FILE);
    await migrateSchema({ connectionString: config.DATABASE_URL, log, readerRoles: config.READER_ROLES });
    const pool = createPool({
      connectionString: config.DATABASE_URL,
      applicationName: 'command-api',
      name: 'primary',
      log,
      searchPath: SCHEMA,
    });
    onStop('postgres', () => pool.end());
    health.addCheck('postgres', async () => void (await pool.query('select 1')));
    health.addCheck('schema', schemaCheck({ pool, schema: SCHEMA, migrations: MIGRATIONS, log }));

    const ledger = openLedger({
      connectionString: config.EVENTSTORE_URL,
      log,
      checkpoints: () => readCheckpoints(pool),
      eventLimit: config.ORDER_EVENT_LIMIT,
      rememberedBytes: config.REMEMBERED_ORDERS_MB * 1_048_576,
    });
    onStop('ledger', () => ledger.close());
    health.addCheck('ledger', () => ledger.ready());
    await watchClocks({ ...postgresClock(pool), ...eventStoreClock(config.EVENTSTORE_URL) });

    // Commands wait for no counter: an answer that does not come at once is replaced by this process's own count.
    const counting = { log, commandTimeoutMs: 500, meanwhile: 'each instance counts by itself' };
    const redis = config.REDIS_URL === undefined ? undefined : connectRedis({ url: config.REDIS_URL, ...counting });
    if (redis !== undefined) onStop('redis', () => redis.disconnect());

    const claimPeriodMs = config.CLAIM_PERIOD_S * 1_000;
    const staleOrders = staleOrdersIn(pool, log);
    const catalogue = catalogueIn(pool, log);
    health.addCheck('tariff', async () => catalogue.check());
    const api = await createCommandApi({
      ledger,
      pool,
      health,
      log,
      version: VERSION,
      jwks: config.JWKS,
      issuer: config.JWT_ISSUER,
      wrappingKeys,
      houseTerms: config.HOUSE_TERMS,
      carriers: config.CARRIERS,
      surplusPercent: config.SURPLUS_PERCENT,
      catalogue: catalogue.entries,
      findUpload: uploadsIn(pool),
      readyOrders: readyQueueIn(pool),
      countWaiting: waitingIn(pool),
      isStale: staleOrders.has,
      queryApiUrl: config.QUERY_API_URL,
      claimPeriodMs,
      backdatingLimitS: config.BACKDATING_LIMIT_S,
      bodyLimitBytes: config.BODY_LIMIT_BYTES,
      addressLimit: { points: config.ADDRESS_LIMIT_PER_SECOND, seconds: 1 },
      tokenLimit: { points: config.TOKEN_LIMIT_PER_SECOND, seconds: 1 },
      trustedProxies: config.TRUSTED_PROXIES,
      maxRequests: config.REQUESTS_AT_ONCE,
      tokenRequests: config.TOKEN_REQUESTS_AT_ONCE,
      staffPercent: config.STAFF_RESERVE_PERCENT,
      ...(redis === undefined ? {} : { redis }),
    });

    health.addCheck('free-text-key', api.checkKey);

    const keeper = createClaimKeeper({
      ledger,
      leases: api.leases,
      log,
      periodMs: claimPeriodMs,
      frozenLimitMs: config.CLAIM_FROZEN_LIMIT_S * 1_000,
      ready: async () => (await health.readiness()).ready,
    });
    const follower = followLedger({
      pool,
      ledger,
      leases: api.leases,
      erasure: api.erasure,
      log,
      signal: stopping,
      standstillMs: config.STANDSTILL_LIMIT_MS,
    });
    health.addCheck('ledger-follower', follower.check);
    const rounds = { log, signal: stopping };
    const background = Promise.all([
      follower.done,
      repeat('claims', config.CLAIM_SWEEP_S * 1_000, keeper.sweep, rounds),
      repeat('wrapping keys', HELD_TOLD_MS, () => tellHeld(pool, wrappingKeys, log), rounds),
      repeat('tariff', TARIFF_LOOK_MS, catalogue.look, rounds),
      repeat('stale orders', STALE_LOOK_MS, staleOrders.look, rounds),
      repeat('free texts', TEXT_SWEEP_MS, () => sweepTexts(pool, ledger, log), rounds),
    ]);
    onStop('background work', async () => void (await background));

    const server = await listen(api.app, { port: config.PORT, host: config.HOST, log });
    onStop('http', () => server.close());
    log.info('listening', { url: server.url });
  },
});
