import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { createPool } from '@order-ledger/platform/postgres';
import { TARIFF, type Tariff } from '@order-ledger/pricing/tariff';
import { keepingLog } from '@order-ledger/testing/lines';
import { createLife, type Life } from '@order-ledger/testing/orders/over-http';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import type pg from 'pg';
import { migrateSchema as migratePricing } from '../../pricing-worker/src/schema.ts';
import { type Catalogue, catalogueIn } from '../src/catalogue.ts';

jest.setTimeout(120_000);
const { log, lines } = keepingLog();

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;
let catalogue: Catalogue;
let api: RunningApi;
let life: Life;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = poolOf(database.url);
  api = await startApi({ catalogue: () => catalogue.entries() });
  life = createLife(api);
});
afterAll(async () => {
  await api.close();
  await pool.end();
  await database.drop();
});
beforeEach(() => {
  catalogue = catalogueIn(pool, log);
});

const poolOf = (connectionString: string): pg.Pool =>
  createPool({ connectionString, applicationName: 'catalogue', name: `catalogue-${crypto.randomUUID()}`, log });
const putInForce = async (tariff: unknown, version: string): Promise<void> => {
  await pool.query('delete from pricing.tariff');
  await pool.query('insert into pricing.tariff (version, data, active) values ($1, $2, true)', [
    version,
    JSON.stringify(tariff),
  ]);
};
const offering = (...materials: string[]): Tariff => ({
  ...TARIFF,
  materials: materials.map((material) => ({ ...(TARIFF.materials[0] as Tariff['materials'][number]), material })),
});
const submit = async (material: string) => {
  const orderId = await life.bring('FILE_UPLOADED');
  const { status, body } = await life.send(orderId, 'SubmitOrder', { body: { material, process: 'FDM' } });
  const [error] = (body.errors ?? []) as { pointer: string; detail: string }[];
  return [status, error === undefined ? body.code : `${error.pointer} ${error.detail}`];
};

it('takes no submission and is not ready before a tariff was read, and says why', async () => {
  expect(await submit('PLA')).toEqual([503, 'catalogue-unavailable']);
  expect(() => catalogue.check()).toThrow(
    expect.objectContaining({ code: 'no-tariff', message: expect.stringContaining('not published') }),
  );
  await migratePricing({ connectionString: database.url, log });
  expect(await submit('PLA')).toEqual([503, 'catalogue-unavailable']);
  expect(() => catalogue.check()).toThrow('none is in force');
  await putInForce(TARIFF, '1');
  expect(await submit('PLA')).toEqual([202, undefined]);
  catalogue.check();
});

it('follows the tariff in force: what it offers is taken, all else is told what there is', async () => {
  await putInForce(offering('PLA', 'PETG'), '1');
  await catalogue.look();
  expect(await submit('PEEK')).toEqual([400, '/material is not offered; materials: PETG, PLA']);
  await putInForce(offering('PEEK'), '2');
  await catalogue.look();
  expect(await submit('PEEK')).toEqual([202, undefined]);
  expect(await submit('PLA')).toEqual([400, '/material is not offered; materials: PEEK']);
});

it('goes on with the last one where none is in force, or in a form that it does not know, and tells so once', async () => {
  await putInForce(offering('PEEK'), '3');
  await catalogue.look();
  const told = () => lines().filter(({ message }) => message === 'the tariff in force cannot be read').length;
  const before = told();
  for (const change of [
    () => pool.query('update pricing.tariff set active = false'),
    () => putInForce({ materials: 'all' }, '4'),
    () => pool.query('alter view pricing.tariff_view rename to away'),
  ]) {
    await change();
    await catalogue.look();
    await catalogue.look();
    catalogue.check();
    expect(await submit('PEEK')).toEqual([202, undefined]);
  }
  expect(told()).toBe(before + 3);
  await pool.query('alter view pricing.away rename to tariff_view');
  await putInForce({ ...offering('ABS'), of_a_newer_build: true }, '5');
  await catalogue.look();
  expect(await submit('ABS')).toEqual([202, undefined]);
});

it('goes on with the last one while PostgreSQL is away', async () => {
  const leaving = poolOf(database.url);
  catalogue = catalogueIn(leaving, log);
  await putInForce(offering('PEEK'), '6');
  await catalogue.look();
  await leaving.end();
  await expect(catalogue.look()).rejects.toThrow();
  expect((await catalogue.entries()).map(({ material }) => material)).toEqual(['PEEK']);
  catalogue.check();
});
