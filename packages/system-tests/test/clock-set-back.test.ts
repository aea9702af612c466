import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPool } from '@order-ledger/platform/postgres';
import { keepingLog } from '@order-ledger/testing/lines';
import { createTestDatabase, type TestDatabase } from '@order-ledger/testing/services/database';
import type pg from 'pg';
import { parkedToTry } from '../../command-api/src/parked-events.ts';
import { migrateSchema as migrateCommandApi } from '../../command-api/src/schema.ts';
import { unfinishedPlans } from '../../manufacturing-worker/src/plan-table.ts';
import { migrateSchema as migrateProduction } from '../../manufacturing-worker/src/schema.ts';
import { parkedToLookAt } from '../../process-manager/src/parked-orders.ts';
import { migrateSchema as migrateProcessManager } from '../../process-manager/src/schema.ts';

let database: TestDatabase;
const pools: pg.Pool[] = [];
const { log } = keepingLog();

beforeAll(async () => {
  database = await createTestDatabase();
  const options = { connectionString: database.url, log };
  await Promise.all([migrateCommandApi(options), migrateProduction(options), migrateProcessManager(options)]);
});
afterAll(async () => {
  for (const pool of pools) await pool.end();
  await database.drop();
});

const MINUTE_MS = 60_000;
const orderOf = (row: string | { order_id: string }): string => (typeof row === 'string' ? row : row.order_id);

interface Look {
  schema: string;
  /** Puts an order there, looked at in so many minutes from now. */
  insert: string;
  look: (pool: pg.Pool) => Promise<readonly (string | { order_id: string })[]>;
}
const LOOKS: readonly [string, Look][] = [
  [
    'an event that could not be applied',
    {
      schema: 'command_api',
      insert: `insert into parked_event (event_id, order_id, event_version, commit_position, prepare_position, type, detail, look_at)
               values (gen_random_uuid(), $1, 1, 0, 0, 'unreadable', '', now() + make_interval(mins => $2 + 1))`,
      look: parkedToTry,
    },
  ],
  [
    'an order whose reactions are parked',
    {
      schema: 'process_manager',
      insert: `insert into parked_order (order_id, reason, detail, look_at)
               values ($1, 'Error', '', now() + make_interval(mins => $2 + 1))`,
      look: (pool) => parkedToLookAt(pool, MINUTE_MS, 10),
    },
  ],
  [
    'an order that waits for its plan',
    {
      schema: 'production',
      insert: `insert into plan (order_id, state, updated_at) values ($1, 'WAITING', now() + make_interval(mins => $2))`,
      look: (pool) => unfinishedPlans(pool, MINUTE_MS, 10),
    },
  ],
];

// Set back by an hour the clock leaves what was touched half a minute ago nearly an hour in the future.
it.each(LOOKS)(
  '%s is not left alone for as long as the clock of Postgres went back',
  async (_what, { schema, insert, look }) => {
    const pool = createPool({
      connectionString: database.url,
      applicationName: 'test',
      name: schema,
      log,
      searchPath: schema,
    });
    pools.push(pool);
    const [old, young, future] = [randomUUID(), randomUUID(), randomUUID()];
    for (const [order, minutes] of [
      [old, -2],
      [young, 0],
      [future, 59],
    ] as const)
      await pool.query(insert, [order, minutes]);
    expect((await look(pool)).map(orderOf).sort()).toEqual([old, future].sort());
    // Both were touched by the clock as it is now.
    expect(await look(pool)).toEqual([]);
  },
);
