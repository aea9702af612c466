import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { BrokenChainError, LedgerUnavailableError } from '@order-ledger/ledger/errors';
import { createPool } from '@order-ledger/platform/postgres';
import type pg from 'pg';
import { createTestDatabase } from '../../platform/test/support/database.ts';
import { keepingLog } from '../../platform/test/support/lines.ts';
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

it('leaves no released order parked because the ledger was away, and tells of one that is not whole', async () => {
  await pool.query(
    `insert into parked_order (exchange, order_id, event_version, event_id, reason, detail, released_at)
     values ($1, gen_random_uuid(), 2, gen_random_uuid(), 'unreadable', 'too new', now())`,
    [exchange],
  );
  const publish = (error: Error) =>
    publishReleased({
      ...{ exchange, pool, log, signal: new AbortController().signal },
      publishing: { published: async () => 'confirmed' },
      ledger: {
        // biome-ignore lint/correctness/useYield: it fails before the first event
        readOrder: async function* (): AsyncGenerator<RecordedEvent> {
          throw error;
        },
      },
    });
  const away = new LedgerUnavailableError('away');
  await expect(publish(away)).rejects.toBe(away);
  await publish(new BrokenChainError('changed'));
  expect(lines().some(({ message }) => message === 'a released order stays parked')).toBe(true);
});
