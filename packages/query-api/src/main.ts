import { setTimeout as delay } from 'node:timers/promises';
import { processAddresses } from '@order-ledger/diagnosis/asking-processes';
import { limitSettings } from '@order-ledger/diagnosis/stage-limits';
import type { StuckFilter } from '@order-ledger/diagnosis/stuck-orders';
import { postgresClock } from '@order-ledger/platform/clock-watch';
import type { ReadinessCheck } from '@order-ledger/platform/health';
import { listen } from '@order-ledger/platform/http/server';
import { runProcess } from '@order-ledger/platform/lifecycle';
import type { Log } from '@order-ledger/platform/log';
import { createPool, type PoolOptions } from '@order-ledger/platform/postgres';
import { connectRedis } from '@order-ledger/platform/redis';
import { repeat } from '@order-ledger/platform/repeat';
import { SchemaContractedError, schemaCheck } from '@order-ledger/platform/schema-version';
import { NoSessionError } from '@order-ledger/platform/session';
import { PROJECTED } from '@order-ledger/read-model/schema';
import { cursorSecrets } from './cursor-secrets.ts';
import { createPeople } from './dashboard/people.ts';
import { signInSettings } from './dashboard/sign-in-settings.ts';
import { createFirstPages } from './first-pages.ts';
import { tellFigures } from './order-figures.ts';
import { createPartnerKeys } from './partner-keys.ts';
import { createQueryApi } from './query-api.ts';
import { settings } from './settings.ts';
import { createSources, type Sources } from './sources.ts';
import { openTail } from './stream/tail.ts';
import { createLooking } from './stuck/looking.ts';
import { measureStuck } from './stuck/metrics.ts';
import { measureUnheard } from './unheard-orders.ts';

const VERSION = '0.1.0';
const REPORT_CONNECTIONS = 3;
const LOOK_AGAIN_MS = 500;
const UNHEARD_EVERY_MS = 15_000;
const STUCK_EVERY_MS = 30_000;
/** Orders that stand still and are counted. */
const STUCK_COUNTED = 500;

await runProcess({
  name: 'query-api',
  version: VERSION,
  config: settings,
  check: (config) => void signInSettings(config),
  start: async ({ config, log, health, onStop, stopping, watchClocks }) => {
    const secrets = cursorSecrets(config, (error) =>
      log.warn('could not reload the secrets of cursors; keeping the present ones', { error }),
    );
    const open = (
      name: string,
      more: Pick<PoolOptions, 'connectionString' | 'variable' | 'max' | 'statementTimeoutMs'>,
    ) => {
      const pool = createPool({ applicationName: 'query-api', name, log, ...more });
      onStop(name, () => pool.end());
      return pool;
    };
    const reading = { statementTimeoutMs: config.STATEMENT_TIMEOUT_MS };
    const reporting = { statementTimeoutMs: config.REPORT_TIMEOUT_MS, max: REPORT_CONNECTIONS };
    const near = { connectionString: config.DATABASE_URL };
    const far =
      config.DATABASE_REPLICA_URL === undefined
        ? undefined
        : { connectionString: config.DATABASE_REPLICA_URL, variable: 'DATABASE_REPLICA_URL' };
    const primary = open('primary', { ...near, ...reading });
    const replica = far === undefined ? undefined : open('replica', { ...far, ...reading });
    const sources = createSources(
      {
        primary,
        reports: open('reports', { ...near, ...reporting }),
        ...(far === undefined || replica === undefined
          ? {}
          : {
              replica,
              replicaReports: open('replica-reports', { ...far, ...reporting }),
            }),
      },
      config.REPLICA_LAG_LIMIT_S * 1_000,
    );
    const live = async () => (await sources.primary()).schema;
    const schema = schemaCheck({ pool: primary, schema: live, migrations: PROJECTED.migrations, log });
    health.addCheck('schema', schema);
    health.addCheck('read-model', async () => void (await sources.primary()));
    health.addCheck('projection', caughtUpOnce(sources, config.READY_LAG_LIMIT_S * 1_000));

    // Queries do not wait for Redis: without an answer at once requests are counted here and pages read from the
    // tables.
    const caching = { log, commandTimeoutMs: 500, meanwhile: 'counts are by instance, lists from the tables' };
    const redis = config.REDIS_URL === undefined ? undefined : connectRedis({ url: config.REDIS_URL, ...caching });
    if (redis !== undefined) onStop('redis', () => redis.disconnect());

    // A replica that does not answer is not waited for; one that keeps no session is never read.
    await replica?.query('select').catch((error: unknown) => throwIfFinal(error));
    await readModelThere(schema, log, stopping);
    await watchClocks(postgresClock(primary));
    const tail = await openTail({ sources, connectionString: config.DATABASE_URL, log });
    onStop('tail', () => tail.close());
    const looks = repeat(
      'orders without a job',
      UNHEARD_EVERY_MS,
      async () => measureUnheard(await sources.primary()),
      {
        ...{ log, signal: stopping },
      },
    );
    onStop('orders without a job', () => looks);
    const figures = tellFigures({ sources, log, signal: stopping });
    onStop('figures of all orders', () => figures);

    const looking = createLooking({
      ...{ sources, log },
      processes: processAddresses(config.PROCESS_URLS ?? ''),
      limits: limitSettings(config.STUCK_LIMITS ?? ''),
      prometheusUrl: config.PROMETHEUS_URL,
      ...{ logFolder: config.LOG_FOLDER, spanFolder: config.SPAN_FOLDER },
    });
    const counts = repeat(
      'orders that stand still',
      STUCK_EVERY_MS,
      async () => {
        const source = await sources.reports();
        const pageOf = (filter: StuckFilter) => looking.page(source, { filter, after: null, limit: STUCK_COUNTED });
        // What nobody will move must be seen behind any number of orders that wait for people.
        const pages = [await pageOf({ ofSystem: true }), await pageOf({})];
        await measureStuck(source, pages);
      },
      { log, signal: stopping },
    );
    onStop('orders that stand still', () => counts);

    const signIn = signInSettings(config);
    const { app } = await createQueryApi({
      sources,
      looking,
      tail,
      partnerKeys: createPartnerKeys(primary),
      health,
      log,
      version: VERSION,
      jwks: config.JWKS,
      issuer: config.JWT_ISSUER,
      cursorSecrets: secrets,
      minVersionWaitMs: config.MIN_VERSION_WAIT_MS,
      heartbeatMs: config.EVENTS_HEARTBEAT_S * 1_000,
      recheckMs: config.EVENTS_RECHECK_S * 1_000,
      maxStreams: config.EVENTS_MAX_STREAMS,
      tokenStreams: config.EVENTS_TOKEN_STREAMS,
      maxRequests: config.REQUESTS_AT_ONCE,
      tokenRequests: config.TOKEN_REQUESTS_AT_ONCE,
      staffPercent: config.STAFF_RESERVE_PERCENT,
      addressLimit: { points: config.ADDRESS_LIMIT_PER_SECOND, seconds: 1 },
      tokenLimit: { points: config.TOKEN_LIMIT_PER_SECOND, seconds: 1 },
      trustedProxies: config.TRUSTED_PROXIES,
      forwardTo: {
        ...(config.COMMAND_API_URL === undefined ? {} : { 'command-api': config.COMMAND_API_URL }),
        ...(config.UPLOAD_API_URL === undefined ? {} : { 'upload-api': config.UPLOAD_API_URL }),
      },
      pageFolder: config.DASHBOARD_FOLDER,
      plantTimeZone: config.PLANT_TIME_ZONE,
      signIn: signIn?.kind === 'people' ? { kind: 'people', people: createPeople(signIn) } : signIn,
      ...(redis === undefined ? {} : { redis, firstPages: createFirstPages(redis, log) }),
      stopping,
    });
    // Bytes of a model may come slowly; the app has the limit for all else.
    const server = await listen(app, { port: config.PORT, host: config.HOST, log, requestTimeoutMs: 0 });
    onStop('http', () => server.close());
    log.info('listening', { url: server.url });
  },
});

/**
 * Not ready before the tables have caught up once. After that an old answer that states its age is better than none: a
 * projector that stands still must not take every instance out.
 */
function caughtUpOnce(sources: Sources, limitMs: number): () => Promise<void> {
  let was = false;
  return async () => {
    if (was) return;
    const { lagMs } = await sources.primary();
    was = lagMs !== null && lagMs <= limitMs;
    if (!was) throw Object.assign(new Error('the read model is behind the ledger'), { code: 'not-caught-up' });
  };
}

/** On a fresh machine the projector makes the tables, and this process may be the faster one. */
async function readModelThere(ask: ReadinessCheck, log: Log, stopping: AbortSignal): Promise<void> {
  for (let asked = 1; ; asked += 1) {
    try {
      await ask(stopping);
      return;
    } catch (error) {
      throwIfFinal(error);
      if (asked === 1) log.warn('cannot read the read model yet; waiting for it', { error });
      await delay(LOOK_AGAIN_MS, undefined, { signal: stopping });
    }
  }
}

/** Faults that only another configuration or another build can repair. */
function throwIfFinal(error: unknown): void {
  if (error instanceof NoSessionError || error instanceof SchemaContractedError) throw error;
}
