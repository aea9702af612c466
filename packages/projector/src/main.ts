import { toleratedRejection } from '@order-ledger/ledger/errors';
import { CHECKPOINT_TABLE, readCheckpoints } from '@order-ledger/ledger/follow/checkpoint';
import { openLedger } from '@order-ledger/ledger/ledger';
import { eventStoreClock } from '@order-ledger/ledger/server/server-clock';
import { postgresClock } from '@order-ledger/platform/clock-watch';
import { runProcess } from '@order-ledger/platform/lifecycle';
import { assertWritable, createPool } from '@order-ledger/platform/postgres';
import { connectRedis } from '@order-ledger/platform/redis';
import { schemaCheck } from '@order-ledger/platform/schema-version';
import { migrateReadModel, POINTER_SCHEMA, PROJECTED } from '@order-ledger/read-model/schema';
import { type Projection, startProjection } from './projection.ts';
import { settings } from './settings.ts';
import { statusRoute } from './status-route.ts';

let projection: Projection | undefined;

await runProcess({
  name: 'projector',
  version: '0.1.0',
  config: settings,
  toleratedRejection,
  operatorRoutes: [statusRoute(() => projection)],
  start: async ({ config, log, health, onStop, stopping, watchClocks }) => {
    await migrateReadModel({
      connectionString: config.DATABASE_URL,
      log,
      checkpointTable: CHECKPOINT_TABLE,
      readerRoles: config.READER_ROLES,
    });
    const pool = createPool({
      connectionString: config.DATABASE_URL,
      applicationName: 'projector',
      name: 'primary',
      log,
      max: 4,
      // A full batch is far below a second; this is for a server that is slow or locked.
      statementTimeoutMs: 30_000,
      searchPath: POINTER_SCHEMA,
    });
    onStop('postgres', () => pool.end());
    health.addCheck('postgres', () => assertWritable(pool));
    health.addCheck('schema', schemaCheck({ pool, ...PROJECTED, log }));

    const ledger = openLedger({
      connectionString: config.EVENTSTORE_URL,
      log,
      checkpoints: () => readCheckpoints(pool),
    });
    onStop('ledger', () => ledger.close());
    health.addCheck('ledger', () => ledger.ready());
    await watchClocks({ ...postgresClock(pool), ...eventStoreClock(config.EVENTSTORE_URL) });

    // Never a reason not to be ready: readers take from Postgres what Redis does not have.
    const caching = { log, commandTimeoutMs: 1_000, meanwhile: 'readers take first pages from Postgres' };
    const redis = config.REDIS_URL === undefined ? undefined : connectRedis({ url: config.REDIS_URL, ...caching });
    if (redis !== undefined) onStop('redis', () => redis.disconnect());

    const projecting = startProjection({
      connectionString: config.DATABASE_URL,
      pool,
      ledger,
      redis,
      log,
      signal: stopping,
      maxEvents: config.BATCH_EVENTS,
      lingerMs: config.BATCH_LINGER_MS,
      lagLimitMs: config.LAG_LIMIT_MS,
      standstillMs: config.STANDSTILL_LIMIT_MS,
    });
    projection = projecting;
    onStop('projection', () => projecting.done.catch(() => undefined));
    health.addCheck('projection', () => projecting.check());
  },
});
