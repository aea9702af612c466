import { toleratedRejection } from '@order-ledger/ledger/errors';
import { readCheckpoints } from '@order-ledger/ledger/follow/checkpoint';
import { openLedger } from '@order-ledger/ledger/ledger';
import { eventStoreClock } from '@order-ledger/ledger/server/server-clock';
import { openMessaging } from '@order-ledger/messaging/connection';
import { postgresClock } from '@order-ledger/platform/clock-watch';
import { runProcess } from '@order-ledger/platform/lifecycle';
import { assertWritable, createPool } from '@order-ledger/platform/postgres';
import { schemaCheck } from '@order-ledger/platform/schema-version';
import { tokenFrom } from './calculating/models.ts';
import { startPricingWorker } from './pricing-worker.ts';
import { MIGRATIONS, migrateSchema, SCHEMA } from './schema.ts';
import { settings } from './settings.ts';
import { seedTariff } from './tariffs/in-force.ts';

const NAME = 'pricing-worker';
const VERSION = '0.1.0';

await runProcess({
  name: NAME,
  version: VERSION,
  config: settings,
  toleratedRejection,
  start: async ({ config, log, health, onStop, watchClocks }) => {
    const modelToken = tokenFrom(config);
    await migrateSchema({ connectionString: config.DATABASE_URL, log, readerRoles: config.READER_ROLES });
    const pool = createPool({
      connectionString: config.DATABASE_URL,
      applicationName: NAME,
      name: 'primary',
      log,
      searchPath: SCHEMA,
    });
    onStop('postgres', () => pool.end());
    health.addCheck('postgres', () => assertWritable(pool));
    health.addCheck('schema', schemaCheck({ pool, schema: SCHEMA, migrations: MIGRATIONS, log }));
    await seedTariff(pool);

    const ledger = openLedger({
      connectionString: config.EVENTSTORE_URL,
      log,
      checkpoints: () => readCheckpoints(pool),
      eventLimit: config.ORDER_EVENT_LIMIT,
    });
    onStop('ledger', () => ledger.close());
    health.addCheck('ledger', () => ledger.ready());
    await watchClocks({ ...postgresClock(pool), ...eventStoreClock(config.EVENTSTORE_URL) });

    const messaging = openMessaging({
      queues: ['pricing.intake.v1'],
      url: config.AMQP_URL,
      log,
      name: NAME,
      version: VERSION,
      prefix: config.AMQP_PREFIX,
    });
    onStop('messaging', () => messaging.close());
    health.addCheck('messaging', () => messaging.ready());

    const worker = await startPricingWorker({ pool, ledger, messaging, log, modelToken, config });
    onStop('pricing', worker.stop);
    health.addCheck('pricing', worker.check);
  },
});
