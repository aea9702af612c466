import { toleratedRejection } from '@order-ledger/ledger/errors';
import { readCheckpoints } from '@order-ledger/ledger/follow/checkpoint';
import { followAsOwner } from '@order-ledger/ledger/follow/owned-follower';
import { openLedger } from '@order-ledger/ledger/ledger';
import { eventStoreClock } from '@order-ledger/ledger/server/server-clock';
import { postgresClock } from '@order-ledger/platform/clock-watch';
import { runProcess } from '@order-ledger/platform/lifecycle';
import { assertWritable, createPool } from '@order-ledger/platform/postgres';
import { repeat } from '@order-ledger/platform/repeat';
import { schemaCheck } from '@order-ledger/platform/schema-version';
import { areReady } from './dependencies.ts';
import { createReacting } from './follow.ts';
import { createKeptTimers } from './kept-timers.ts';
import { createOldDrafts } from './old-drafts.ts';
import { MIGRATIONS, migrateSchema, SCHEMA } from './schema.ts';
import { settings } from './settings.ts';
import { createTimerKeeper } from './timer-keeper.ts';

await runProcess({
  name: 'process-manager',
  version: '0.1.0',
  config: settings,
  toleratedRejection,
  start: async ({ config, log, health, onStop, stopping, watchClocks }) => {
    const connectionString = config.DATABASE_URL;
    await migrateSchema({ connectionString, log, readerRoles: config.READER_ROLES });
    const pool = createPool({
      connectionString,
      applicationName: 'process-manager',
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
      eventLimit: config.ORDER_EVENT_LIMIT,
    });
    onStop('ledger', () => ledger.close());
    health.addCheck('ledger', () => ledger.ready());
    await watchClocks({ ...postgresClock(pool), ...eventStoreClock(config.EVENTSTORE_URL) }, 'needed');

    const limits = {
      quoteExpiryS: config.QUOTE_EXPIRY_S,
      unpaidExpiryS: config.UNPAID_EXPIRY_S,
      draftExpiryS: config.DRAFT_EXPIRY_S,
    };
    const kept = createKeptTimers();
    const reacting = createReacting({ ledger, pool, log, limits, kept });
    const follower = followAsOwner({
      name: 'reactions',
      process: 'process-manager',
      connectionString,
      pool,
      ledger,
      log,
      signal: stopping,
      follow: reacting.follow,
      standstillMs: config.STANDSTILL_LIMIT_MS,
    });
    health.addCheck('reactions', () => {
      // In every state, also where another instance reacts.
      follower.check();
      reacting.check();
    });

    const keeper = createTimerKeeper({
      ledger,
      pool,
      log,
      limits,
      kept,
      graceMs: config.TIMER_GRACE_MS,
      maySweep: async () =>
        reacting.caughtUp() && (await health.readiness()).ready && (await areReady(config.READY_URLS)),
    });
    const oldDrafts = createOldDrafts({ pool, log, expiryS: config.DRAFT_EXPIRY_S });
    const background = Promise.allSettled([
      follower.done,
      repeat('old drafts', config.TIMER_SWEEP_MS, async () => reacting.caughtUp() && oldDrafts.next(), {
        log,
        signal: stopping,
      }),
      repeat('timers', config.TIMER_SWEEP_MS, keeper.sweep, { log, signal: stopping }),
    ]);
    onStop('background work', async () => void (await background));
  },
});
