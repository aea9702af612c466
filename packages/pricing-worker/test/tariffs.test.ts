import { expect, it } from '@jest/globals';
import { createPool } from '@order-ledger/platform/postgres';
import { TARIFF } from '@order-ledger/pricing/tariff';
import { keepingLog } from '@order-ledger/testing/lines';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { migrateSchema, SCHEMA } from '../src/schema.ts';
import { activeTariff, seedTariff } from '../src/tariffs.ts';

it('a build puts its tariff in force over an older one, never over a newer one or what people chose [K7]', async () => {
  const { log } = keepingLog();
  const database = await createTestDatabase();
  await migrateSchema({ connectionString: database.url, log });
  const pool = createPool({
    connectionString: database.url,
    applicationName: 'tariffs',
    name: 'tariffs',
    log,
    searchPath: SCHEMA,
  });
  const seeded = async (tariff_version: string) => {
    await seedTariff(pool, { ...TARIFF, tariff_version });
    return (await activeTariff(pool)).tariff_version;
  };
  expect(await seeded('2026-11')).toBe('2026-11');
  expect(await seeded('2027-01')).toBe('2027-01');
  expect(await seeded('2026-11')).toBe('2027-01');
  // A build that has never been here before.
  expect(await seeded('2026-12')).toBe('2027-01');
  await pool.query(`update tariff set active = version = '2026-12' where version in ('2026-12', '2027-01')`);
  expect(await seeded('2027-01')).toBe('2026-12');
  await pool.end();
  await database.drop();
});
