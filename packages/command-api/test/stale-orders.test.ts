import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CHECKPOINT_TABLE } from '@order-ledger/ledger/follow/checkpoint';
import { createPool } from '@order-ledger/platform/postgres';
import { migrateReadModel } from '@order-ledger/read-model/schema';
import { keepingLog } from '@order-ledger/testing/lines';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { createLife, type Life } from '@order-ledger/testing/orders/over-http';
import { RIGHTFUL } from '@order-ledger/testing/orders/rightful';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import type pg from 'pg';
import { type StaleOrders, staleOrdersIn } from '../src/stale-orders.ts';

const { log } = keepingLog();
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;
let stale: StaleOrders;
let api: RunningApi;
let life: Life;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({ connectionString: database.url, applicationName: 'test', name: 'stale', log });
  stale = staleOrdersIn(pool, log);
  api = await startApi({ isStale: stale.has });
  life = createLife(api);
});
afterAll(async () => {
  await api.close();
  await pool.end();
  await database.drop();
});

it('tells who commands an order that the read side does not show it, as long as it does not', async () => {
  // There is no read model yet.
  await stale.look();
  await migrateReadModel({ connectionString: database.url, log, checkpointTable: CHECKPOINT_TABLE });
  const { as, body } = RIGHTFUL.InitiateOrder(null);
  const create = async () =>
    api.post('/v1/orders', { credential: await api.tokenOf(ACTORS[as]), key: 'the-same-key', body });
  const told = ({ headers }: { headers: Headers }) => headers.get('x-order-stale');
  const created = await create();
  const order = String(created.body.order_id);
  expect([created.status, told(created)]).toEqual([201, null]);

  await pool.query(
    `insert into read_model_1.order_parked (order_id, event_version, reason, detail) values ($1, 1, 'not-storable', '')`,
    [order],
  );
  await stale.look();
  expect(told(await life.send(order, 'AddNote'))).toBe('true');
  const again = await create();
  expect([again.text, told(again)]).toEqual([created.text, 'true']);
  expect(told(await life.send(await life.create(), 'AddNote'))).toBeNull();

  await pool.query('delete from read_model_1.order_parked');
  await stale.look();
  expect(told(await life.send(order, 'AddNote'))).toBeNull();
});
