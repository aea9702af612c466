import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SHARE_NAMES } from '@order-ledger/platform/http/shares';
import { createPool } from '@order-ledger/platform/postgres';
import { keepingLog } from '@order-ledger/testing/lines';
import { issueKey, revokeKey } from '@order-ledger/testing/running/partner-keys';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import type pg from 'pg';
import { seedPartners } from '../src/partners/seed.ts';
import { migrateSchema, SCHEMA } from '../src/schema.ts';

const role = `reader_${crypto.randomUUID().slice(0, 8)}`;
const { log } = keepingLog();
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrateSchema({ connectionString: database.url, log });
  pool = createPool({
    connectionString: database.url,
    applicationName: 'test',
    name: 'key-view',
    log,
    searchPath: SCHEMA,
  });
});
afterAll(async () => {
  await pool.query(`drop owned by ${role}; drop role ${role}`);
  await pool.end();
  await database.drop();
});

const as = async (statement: string): Promise<Record<string, unknown>[]> => {
  const client = await pool.connect();
  try {
    await client.query(`set role ${role}`);
    return (await client.query(statement)).rows;
  } finally {
    await client.query('reset role');
    client.release();
  }
};

it('publishes the live keys to the readers that are named, and nothing else of its schema [N3]', async () => {
  const migrate = () => migrateSchema({ connectionString: database.url, log, readerRoles: [role] });
  await expect(migrate()).rejects.toThrow(`no such role in Postgres: ${role}`);
  await pool.query(`create role ${role}`);
  await Promise.all([migrate(), migrate()]);
  const [partner] = await seedPartners(pool);
  const second = await issueKey(pool, partner?.partner_id ?? '', ['orders:read']);
  const keyId = second.split('_')[1] ?? '';
  const find = () => as(`select * from command_api.partner_key_view where key_id = '${keyId}'`);
  expect(await find()).toEqual([
    expect.objectContaining({ partner_id: partner?.partner_id, scopes: ['orders:read'], plan: partner?.plan }),
  ]);
  await revokeKey(pool, keyId);
  expect(await find()).toEqual([]);
  await expect(as('select * from command_api.partner_key')).rejects.toThrow('permission denied');
  await expect(as('select * from command_api.free_text')).rejects.toThrow('permission denied');
});

it('has a figure of the plan for each share, and shows it with the key', async () => {
  const { rows } = await pool.query('select * from plan');
  expect(Object.keys(rows[0] ?? {})).toEqual(expect.arrayContaining([...SHARE_NAMES]));
  await pool.query(`update plan set ${SHARE_NAMES.map((name, n) => `${name} = ${n + 7}`).join(', ')}`);
  const [shown] = (await pool.query('select * from partner_key_view limit 1')).rows;
  expect(shown).toMatchObject(Object.fromEntries(SHARE_NAMES.map((name) => [name, expect.anything()])));
});
