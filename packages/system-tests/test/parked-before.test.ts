import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrate } from '@order-ledger/platform/migrate';
import { keepingLog } from '@order-ledger/testing/lines';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import pg from 'pg';
import { releasedOrders } from '../../bridge/src/parked-orders.ts';
import { parkedToTry as eventsToTry } from '../../command-api/src/parked-events.ts';
import { parkedToTry as pricesToTry } from '../../pricing-worker/src/orders/parked-orders.ts';
import { parkedToLookAt } from '../../process-manager/src/parked-orders.ts';
import { SCHEMAS } from './support/schemas.ts';

const { log } = keepingLog();
let database: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

interface Tried {
  readonly order_id: string;
  readonly asked: string | null;
}
interface Place {
  readonly schema: string;
  /** Of the build before: puts an order aside, long ago. */
  readonly park: string;
  /** In its words: asks for the trial of one. */
  readonly ask: string;
  /** Whether it was tried without being asked for. */
  readonly byItself: boolean;
  toTry(pool: pg.Pool): Promise<readonly Tried[]>;
}

const PLACES: readonly Place[] = [
  {
    schema: 'messaging',
    park: `insert into parked_order (exchange, order_id, event_version, event_id, reason, detail)
           values ('orders.admin.v1', $1, 1, gen_random_uuid(), 'unreadable', '')`,
    ask: 'update parked_order set released_at = now() where order_id = $1',
    byItself: false,
    toTry: async (pool) =>
      (await releasedOrders(pool, 'orders.admin.v1')).map(({ orderId, asked }) => ({ order_id: orderId, asked })),
  },
  {
    schema: 'process_manager',
    park: `insert into parked_order (order_id, reason, detail, looked_at) values ($1, 'Error', '', now() - interval '1 hour')`,
    ask: `update parked_order set looked_at = 'epoch' where order_id = $1`,
    byItself: true,
    toTry: (pool) => parkedToLookAt(pool, 60_000, 10),
  },
  {
    schema: 'pricing',
    park: `insert into parked_order (order_id, reason, detail, look_at) values ($1, 'Error', '', now() - interval '1 hour')`,
    ask: `update parked_order set look_at = 'epoch' where order_id = $1`,
    byItself: true,
    toTry: (pool) => pricesToTry(pool, 10),
  },
  {
    schema: 'command_api',
    park: `insert into parked_event (event_id, order_id, event_version, commit_position, prepare_position, type, detail, tried_at)
           values (gen_random_uuid(), $1, 1, 0, 0, 'unreadable', '', now() - interval '1 hour')`,
    ask: `update parked_event set tried_at = 'epoch' where order_id = $1`,
    byItself: true,
    toTry: eventsToTry,
  },
];

it.each(PLACES)('an order that the build before has parked is tried: $schema', async (place) => {
  const { schema, park, ask, byItself, toTry } = place;
  const all = [...(SCHEMAS[schema as keyof typeof SCHEMAS] ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
  const before = all.findIndex(({ name }) => name.endsWith('parked-trials'));
  const to = { connectionString: database.url, schema, log };
  await migrate({ ...to, migrations: all.slice(0, before) });
  const pool = new pg.Pool({ connectionString: database.url, options: `-c search_path=${schema}`, max: 1 });
  try {
    const [waiting, asked, later] = [randomUUID(), randomUUID(), randomUUID()];
    for (const order of [waiting, asked]) await pool.query(park, [order]);
    await pool.query(ask, [asked]);
    await migrate({ ...to, migrations: all });
    // One of its instances is still at work.
    await pool.query(park, [later]);
    const tried = await toTry(pool);
    expect(tried.find(({ order_id }) => order_id === asked)?.asked).toEqual(expect.any(String));
    const others = tried.filter(({ order_id }) => order_id !== asked);
    expect(others.map(({ order_id }) => order_id)).toEqual(expect.arrayContaining(byItself ? [waiting] : []));
    expect(others.every((each) => each.asked === null)).toBe(true);
    // Asked for as by this build's npm run parked, one that the build before has parked since is tried as well.
    const table = schema === 'command_api' ? 'parked_event' : 'parked_order';
    await pool.query(`update ${table} set retry_requested_at = now() where order_id = $1`, [later]);
    expect((await toTry(pool)).map(({ order_id }) => order_id)).toContain(later);
  } finally {
    await pool.end();
  }
});
