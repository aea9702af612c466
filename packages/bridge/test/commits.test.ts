import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { EXCHANGES, type Exchange } from '@order-ledger/domain/events';
import { FencedError, type OwnedCheckpoint, openCheckpoint } from '@order-ledger/ledger/follow/checkpoint';
import { createPool } from '@order-ledger/platform/postgres';
import { keepingLog } from '@order-ledger/testing/lines';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import type pg from 'pg';
import { type Commits, createCommits } from '../src/commits.ts';
import type { ParkedOrder } from '../src/parked-orders.ts';
import { migrateSchema, SCHEMA } from '../src/schema.ts';

const { log } = keepingLog();
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;
let checkpoints: Record<Exchange, OwnedCheckpoint>;
let commits: Commits;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrateSchema({ connectionString: database.url, log });
  pool = createPool({
    ...{ connectionString: database.url, applicationName: 'test', name: 'commits', log },
    searchPath: SCHEMA,
  });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  await pool.query('truncate checkpoint, parked_order');
  const opened = EXCHANGES.map(async (exchange) => [exchange, await openCheckpoint(pool, exchange)] as const);
  checkpoints = Object.fromEntries(await Promise.all(opened)) as typeof checkpoints;
  commits = createCommits(pool);
});

const stateAt = (n: bigint) => {
  const position = { commit: n, prepare: n };
  return { position, lastEvent: { position, id: randomUUID() } };
};
const move = async (exchange: Exchange, n: bigint, parked: readonly ParkedOrder[] = []): Promise<void> => {
  const checkpoint = checkpoints[exchange];
  const to = stateAt(n);
  await commits.commit({ exchange, checkpoint, progress: { to, parked } });
  checkpoint.committed(to);
};
const rows = async () =>
  (
    await pool.query<{ name: string; at: string | null; transaction: string }>(
      'select name, commit_position::text as at, xmin::text as transaction from checkpoint order by name',
    )
  ).rows;
const parkedOrder = (): ParkedOrder => ({
  ...{ orderId: randomUUID(), eventVersion: 2n, eventId: randomUUID(), reason: 'unreadable', detail: 'a fault' },
});

it('moves the checkpoints of all exchanges in one transaction, each to its own place', async () => {
  await Promise.all(EXCHANGES.map((exchange, index) => move(exchange, BigInt(index + 1))));
  const first = await rows();
  expect(new Set(first.map(({ transaction }) => transaction)).size).toBe(1);
  expect(Object.fromEntries(first.map(({ name, at }) => [name, at]))).toEqual(
    Object.fromEntries(EXCHANGES.map((exchange, index) => [exchange, String(index + 1)])),
  );
  await move('orders.pricing.v1', 10n);
  expect((await rows()).find(({ name }) => name === 'orders.pricing.v1')?.at).toBe('10');
});

it('refuses who lost its checkpoint, with the orders that it parked, and commits for the others all the same', async () => {
  await openCheckpoint(pool, 'orders.admin.v1');
  const lost = parkedOrder();
  const ours = parkedOrder();
  const outcomes = await Promise.allSettled([
    move('orders.pricing.v1', 5n, [ours]),
    move('orders.admin.v1', 6n, [lost]),
    move('orders.production.v1', 7n),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(outcomes[1]).toMatchObject({ reason: expect.any(FencedError) });
  expect((await rows()).map(({ name, at }) => [name, at])).toEqual([
    ['orders.admin.v1', null],
    ['orders.pricing.v1', '5'],
    ['orders.production.v1', '7'],
  ]);
  const { rows: parked } = await pool.query('select order_id from parked_order');
  expect(parked).toEqual([{ order_id: ours.orderId }]);
});

it('refuses to move a checkpoint from where it does not stand', async () => {
  await move('orders.pricing.v1', 5n);
  await pool.query("update checkpoint set commit_position = 4 where name = 'orders.pricing.v1'");
  await expect(move('orders.pricing.v1', 6n)).rejects.toThrow(FencedError);
});

it('commits at once after a quiet time, then gathers, but not where there is much', async () => {
  let begun = 0;
  const due = (isMuch: boolean) =>
    void commits.due(isMuch).then(() => {
      begun += 1;
    });
  due(false);
  await setImmediate();
  expect(begun).toBe(1);
  // The next ones wait for each other.
  due(false);
  due(false);
  await setImmediate();
  expect(begun).toBe(1);
  due(true);
  await setImmediate();
  expect(begun).toBe(4);
  due(false);
  commits.hurry();
  await setImmediate();
  expect(begun).toBe(5);
});
