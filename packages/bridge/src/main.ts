import { toleratedRejection } from '@order-ledger/ledger/errors';
import { readCheckpoints } from '@order-ledger/ledger/follow/checkpoint';
import { openLedger } from '@order-ledger/ledger/ledger';
import { eventStoreClock } from '@order-ledger/ledger/server/server-clock';
import { openMessaging } from '@order-ledger/messaging/connection';
import { prefixed, TOPOLOGY, type Topology } from '@order-ledger/messaging/topology';
import { postgresClock } from '@order-ledger/platform/clock-watch';
import { runProcess } from '@order-ledger/platform/lifecycle';
import { assertWritable, createPool } from '@order-ledger/platform/postgres';
import { schemaCheck } from '@order-ledger/platform/schema-version';
import { runBridge } from './bridge.ts';
import { queueRoutes } from './queues-route.ts';
import { MIGRATIONS, migrateSchema, SCHEMA } from './schema.ts';
import { settings } from './settings.ts';

const VERSION = '0.1.0';
let broker: { readonly url: string; readonly topology: Topology } | undefined;

await runProcess({
  name: 'bridge',
  version: VERSION,
  config: settings,
  toleratedRejection,
  operatorRoutes: queueRoutes(() => broker),
  start: async ({ config, log, health, onStop, stopping, watchClocks }) => {
    await migrateSchema({ connectionString: config.DATABASE_URL, log, readerRoles: config.READER_ROLES });
    const pool = createPool({
      connectionString: config.DATABASE_URL,
      applicationName: 'bridge',
      name: 'primary',
      log,
      searchPath: SCHEMA,
    });
    onStop('postgres', () => pool.end());
    health.addCheck('postgres', () => assertWritable(pool));
    health.addCheck('schema', schemaCheck({ pool, schema: SCHEMA, migrations: MIGRATIONS, log }));

    const ledger = openLedger({
      connectionString: config.EVENTSTORE_URL,
      log,
      checkpoints: () => readCheckpoints(pool),
    });
    onStop('ledger', () => ledger.close());
    health.addCheck('ledger', () => ledger.ready());
    await watchClocks({ ...postgresClock(pool), ...eventStoreClock(config.EVENTSTORE_URL) });

    broker = { url: config.AMQP_URL, topology: prefixed(TOPOLOGY, config.AMQP_PREFIX) };
    const messaging = openMessaging({
      url: config.AMQP_URL,
      prefix: config.AMQP_PREFIX,
      log,
      name: 'bridge',
      version: VERSION,
    });
    onStop('rabbitmq', () => messaging.close());
    health.addCheck('rabbitmq', () => messaging.ready());

    const bridge = runBridge({
      ledger,
      messaging,
      connectionString: config.DATABASE_URL,
      pool,
      log,
      signal: stopping,
      window: config.WINDOW,
      standstillMs: config.STANDSTILL_LIMIT_MS,
    });
    for (const [exchange, check] of Object.entries(bridge.checks)) health.addCheck(exchange, check);
    onStop('relays', () => bridge.done);
  },
});
