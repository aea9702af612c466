import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { BrokenChainError, LedgerUnavailableError } from '@order-ledger/ledger/errors';
import { createPool } from '@order-ledger/platform/postgres';
import { keepingLog } from '@order-ledger/testing/lines';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import type pg from 'pg';
import { park, releasedOrders } from '../src/parked-orders.ts';
import { publishReleased } from '../src/release.ts';
import { migrateSchema, SCHEMA } from '../src/schema.ts';

const { log, lines } = keepingLog();
const exchange = 'orders.pricing.v1';
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrateSchema({ connectionString: database.url, log });
  pool = createPool({
    ...{ connectionString: database.url, applicationName: 'test', name: 'release', log },
    searchPath: SCHEMA,
  });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const orderId = randomUUID();
const release = async (events: () => AsyncGenerator<RecordedEvent>) => {
  const [order] = await releasedOrders(pool, exchange);
  if (order === undefined) throw new Error('nothing was released');
  return publishReleased(
    {
      ...{ exchange, pool, log, signal: new AbortController().signal },
      publishing: { published: async () => 'confirmed' },
      ledger: { readOrder: events },
    },
    order,
  );
};
const failing = (error: Error) =>
  // biome-ignore lint/correctness/useYield: it fails before the first event
  async function* (): AsyncGenerator<RecordedEvent> {
    throw error;
  };
const parkedNow = async () =>
  (
    await pool.query(
      'select event_version::integer, retry_requested_at is not null as released, detail from parked_order',
    )
  ).rows;

beforeEach(async () => {
  await pool.query('truncate parked_order');
  await pool.query(
    `insert into parked_order (exchange, order_id, event_version, event_id, reason, detail, retry_requested_at)
     values ($1, $2, 2, gen_random_uuid(), 'unreadable', 'too new', now())`,
    [exchange, orderId],
  );
});

it('leaves an order released while the ledger is away, and parks one again that is not whole', async () => {
  expect(await release(failing(new LedgerUnavailableError('away')))).toBe('stopped');
  expect(await parkedNow()).toEqual([{ event_version: 2, released: true, detail: 'too new' }]);
  expect(await release(failing(new BrokenChainError('changed')))).toBe('parked');
  expect(lines().some(({ message }) => message === 'released order: still fails and stays parked')).toBe(true);
  // Nobody tries it again and again, and what it fails on now is told.
  expect(await parkedNow()).toEqual([{ event_version: 2, released: false, detail: 'BrokenChainError: changed' }]);
});

it('keeps an order parked of which an event was parked while it was published again', async () => {
  // biome-ignore lint/correctness/useYield: nothing more of the order is there
  const publishing = release(async function* () {
    const client = await pool.connect();
    const later = { orderId, eventVersion: 9n, eventId: randomUUID(), reason: 'unreadable', detail: 'new' } as const;
    await park(client, exchange, later);
    client.release();
  });
  expect(await publishing).toBe('parked');
  // From where it was parked before: what comes once more has the same ids.
  expect(await parkedNow()).toMatchObject([{ event_version: 2, released: false }]);
});

it('does not forget that somebody asks again while an order is being published and fails', async () => {
  const failed = release(async function* (): AsyncGenerator<RecordedEvent> {
    await pool.query('update parked_order set retry_requested_at = now()');
    yield* [];
    throw new BrokenChainError('changed');
  });
  expect(await failed).toBe('parked');
  expect(await parkedNow()).toMatchObject([{ released: true }]);
  expect(await release(failing(new BrokenChainError('changed')))).toBe('parked');
  expect(await parkedNow()).toMatchObject([{ released: false }]);
});
