import { postgresClock } from '@order-ledger/platform/clock-watch';
import { listen } from '@order-ledger/platform/http/server';
import { runProcess } from '@order-ledger/platform/lifecycle';
import { createPool } from '@order-ledger/platform/postgres';
import { repeat } from '@order-ledger/platform/repeat';
import { schemaCheck } from '@order-ledger/platform/schema-version';
import { createCompletion } from './completion.ts';
import { openUploadFolder } from './folder.ts';
import { createInspection } from './inspection.ts';
import { uploadMetrics } from './metrics.ts';
import { createRecords } from './records.ts';
import { MIGRATIONS, migrateSchema, SCHEMA } from './schema.ts';
import { settings } from './settings.ts';
import { createSweep } from './sweep.ts';
import { createUploadApi } from './upload-api.ts';

const VERSION = '0.1.0';

await runProcess({
  name: 'upload-api',
  version: VERSION,
  config: settings,
  start: async ({ config, log, health, onStop, stopping, watchClocks }) => {
    await migrateSchema({ connectionString: config.DATABASE_URL, log, readerRoles: config.READER_ROLES });
    const pool = createPool({
      connectionString: config.DATABASE_URL,
      applicationName: 'upload-api',
      name: 'primary',
      log,
      searchPath: SCHEMA,
    });
    onStop('postgres', () => pool.end());
    health.addCheck('postgres', async () => void (await pool.query('select 1')));
    health.addCheck('schema', schemaCheck({ pool, schema: SCHEMA, migrations: MIGRATIONS, log }));
    await watchClocks(postgresClock(pool));

    const folder = await openUploadFolder(config.UPLOAD_FOLDER);
    health.addCheck('folder', () => folder.check());
    uploadMetrics.free.onCollect(() => uploadMetrics.free.set({}, folder.freeBytes()));

    const records = createRecords(pool);
    const inspect = createInspection({
      log,
      atOnce: config.INSPECTIONS_AT_ONCE,
      limitMs: config.INSPECTION_LIMIT_S * 1_000,
      geometryLimitMs: config.GEOMETRY_LIMIT_S * 1_000,
      memoryMb: config.INSPECTION_MEMORY_MB,
      geometryLimitTriangles: config.GEOMETRY_LIMIT_TRIANGLES,
    });
    const completion = createCompletion({ folder, records, inspect, log, signal: stopping });
    onStop('inspections', () => completion.idle());

    const { app } = await createUploadApi({
      pool,
      health,
      log,
      version: VERSION,
      folder,
      records,
      completion,
      jwks: config.JWKS,
      issuer: config.JWT_ISSUER,
      limitBytes: config.UPLOAD_LIMIT_BYTES,
      lifetimeMs: config.UPLOAD_LIFETIME_S * 1_000,
      idleLimitMs: config.IDLE_LIMIT_S * 1_000,
      diskReserveBytes: config.DISK_RESERVE_BYTES,
      quickAnswerMs: config.QUICK_ANSWER_MS,
      addressLimit: config.ADDRESS_LIMIT_PER_SECOND,
      callerLimit: config.CALLER_LIMIT_PER_SECOND,
      trustedProxies: config.TRUSTED_PROXIES,
      maxRequests: config.REQUESTS_AT_ONCE,
      tokenRequests: config.TOKEN_REQUESTS_AT_ONCE,
      staffPercent: config.STAFF_RESERVE_PERCENT,
    });
    // A large file over a slow line takes what it takes; who falls silent is cut by the idle limit.
    const server = await listen(app, { port: config.PORT, host: config.HOST, requestTimeoutMs: 0, log });
    onStop('http', () => server.close());
    log.info('listening', { url: server.url });

    const sweep = createSweep({ folder, records, completion, log, lifetimeS: config.UPLOAD_LIFETIME_S });
    const rounds = repeat('uploads', config.SWEEP_S * 1_000, sweep, { log, signal: stopping });
    onStop('sweep', () => rounds);
  },
});
