import { toleratedRejection } from '@order-ledger/ledger/errors';
import { readCheckpoints } from '@order-ledger/ledger/follow/checkpoint';
import { openLedger } from '@order-ledger/ledger/ledger';
import { eventStoreClock } from '@order-ledger/ledger/server/server-clock';
import { openMessaging } from '@order-ledger/messaging/connection';
import { postgresClock } from '@order-ledger/platform/clock-watch';
import { runProcess } from '@order-ledger/platform/lifecycle';
import { assertWritable, createPool, inTransaction } from '@order-ledger/platform/postgres';
import { repeat } from '@order-ledger/platform/repeat';
import { schemaCheck } from '@order-ledger/platform/schema-version';
import { FIRST_WORK_CENTRES } from './first-work-centres.ts';
import { followLedger } from './ledger-follower.ts';
import { createPlanning } from './planning.ts';
import { createReconciler } from './reconciler.ts';
import { MIGRATIONS, migrateSchema, SCHEMA } from './schema.ts';
import { settings } from './settings.ts';
import { sweepPlans } from './sweep.ts';
import { seedWorkCentres } from './work-centres.ts';

const VERSION = '0.1.0';

await runProcess({
  name: 'manufacturing-worker',
  version: VERSION,
  config: settings,
  toleratedRejection,
  start: async ({ config, log, health, onStop, stopping, watchClocks }) => {
    await migrateSchema({ connectionString: config.DATABASE_URL, log, readerRoles: config.READER_ROLES });
    const pool = createPool({
      connectionString: config.DATABASE_URL,
      applicationName: 'manufacturing-worker',
      name: 'primary',
      log,
      searchPath: SCHEMA,
      // A connection for each order that is planned at once, for the sweep, the health check, the follower, its watch, and
      // the look at how far the ledger was read.
      max: config.PREFETCH + 5,
      // Planners of one centre wait for each other; that is no fault of the statement that waits.
      statementTimeoutMs: 20_000,
    });
    onStop('postgres', () => pool.end());
    health.addCheck('postgres', () => assertWritable(pool));
    health.addCheck('schema', schemaCheck({ pool, schema: SCHEMA, migrations: MIGRATIONS, log }));
    await inTransaction(pool, (client) => seedWorkCentres(client, FIRST_WORK_CENTRES));

    const ledger = openLedger({
      connectionString: config.EVENTSTORE_URL,
      log,
      checkpoints: () => readCheckpoints(pool),
      eventLimit: config.ORDER_EVENT_LIMIT,
    });
    onStop('ledger', () => ledger.close());
    health.addCheck('ledger', () => ledger.ready());
    await watchClocks({ ...postgresClock(pool), ...eventStoreClock(config.EVENTSTORE_URL) });

    const planning = createPlanning({ ledger, pool, log });
    const messaging = openMessaging({
      queues: ['manufacturing.plan.v1'],
      url: config.AMQP_URL,
      log,
      name: 'manufacturing-worker',
      version: VERSION,
      prefix: config.AMQP_PREFIX,
    });
    onStop('messaging', () => messaging.close());
    health.addCheck('messaging', () => messaging.ready());
    const consumer = await messaging.consume('manufacturing.plan.v1', {
      prefetch: config.PREFETCH,
      handler: planning.handle,
    });
    health.addCheck('consumer', () => consumer.check());

    const follower = followLedger({
      ...{ pool, ledger, log, signal: stopping },
      connectionString: config.DATABASE_URL,
      overlookedAfterMs: config.OVERLOOKED_AFTER_MS,
      standstillMs: config.STANDSTILL_LIMIT_MS,
    });
    health.addCheck('ledger-follower', follower.check);

    const reconcile = createReconciler({
      ...{ planning, pool, log, signal: stopping },
      overlookedAfterMs: config.OVERLOOKED_AFTER_MS,
    });
    const round = async (): Promise<void> => {
      await sweepPlans(planning, pool, log, config.SWEEP_MS);
      await reconcile();
    };
    const background = Promise.allSettled([
      follower.done,
      repeat('plans', config.SWEEP_MS, round, { log, signal: stopping }),
    ]);
    onStop('background work', async () => void (await background));
  },
});
