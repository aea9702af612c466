import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { type Messaging, openMessaging } from '@order-ledger/messaging/connection';
import pg from 'pg';
import { appendUnreadable } from '../../ledger/test/support/append-unreadable.ts';
import { type EventStore, startEventStore } from '../../ledger/test/support/event-store.ts';
import { type Broker, brokerUrl, openBroker, ownPrefix } from '../../messaging/test/support/broker.ts';
import { createTestDatabase, type TestDatabase } from '../../platform/test/support/database.ts';
import { keepingLog } from '../../platform/test/support/lines.ts';
import { type RunningProcess, startProcess } from '../../process-manager/test/support/child.ts';
import { createOrders, type Orders } from '../../process-manager/test/support/orders.ts';
import { until } from '../../process-manager/test/support/until.ts';
import { migrateSchema } from '../src/schema.ts';
import { approve, messageOf } from './support/approvals.ts';

jest.setTimeout(180_000);
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const prefix = ownPrefix();

let store: EventStore;
let database: TestDatabase;
let sql: pg.Client;
let ledger: Ledger;
let orders: Orders;
let broker: Broker;
let bridge: Messaging;
const running: RunningProcess[] = [];

beforeAll(async () => {
  const { log } = keepingLog();
  store = await startEventStore();
  database = await createTestDatabase();
  await migrateSchema({ connectionString: database.url, log });
  sql = new pg.Client({ connectionString: database.url });
  await sql.connect();
  ledger = openLedger({ connectionString: store.url, log });
  orders = createOrders(ledger);
  broker = await openBroker(prefix);
  bridge = openMessaging({ url: brokerUrl(), log, name: 'bridge', prefix });
  await bridge.ready(20_000);
});
afterEach(async () => {
  for (const process of running.splice(0)) await process.stop();
});
afterAll(async () => {
  await bridge.close();
  await broker.remove();
  await broker.close();
  await ledger.close();
  await sql.end();
  await database.drop();
  await store.stop();
});

const start = async (env: Record<string, string> = {}): Promise<RunningProcess> => {
  const process = await startProcess(MAIN, {
    EVENTSTORE_URL: store.url,
    DATABASE_URL: database.url,
    AMQP_URL: brokerUrl(),
    AMQP_PREFIX: prefix,
    SWEEP_MS: '200',
    OVERLOOKED_AFTER_MS: '1000',
    ...env,
  });
  running.push(process);
  return process;
};
const publish = async (orderId: string, type: 'ManufacturingApproved' | 'OrderCancelled') =>
  bridge.publish(await messageOf(orders, orderId, type), { mandatory: true });
/** The queue with all that is in it: it is declared again, empty. */
const loseQueue = async (): Promise<number> => {
  const { name } = broker.topology.queues['manufacturing.plan.v1'];
  return (await broker.channel.deleteQueue(name)).messageCount;
};
const awaited = async (orderId: string) =>
  (await sql.query('select * from production.awaited_order where order_id = $1', [orderId])).rows[0];
const stateOf = async (orderId: string): Promise<unknown> =>
  (await sql.query('select state from production.plan where order_id = $1', [orderId])).rows[0]?.state;
const reaches = (orderId: string, state: 'PLANNED' | 'RELEASED' | 'WAITING') =>
  until(
    `${orderId} ${state}`,
    async () => (await stateOf(orderId)) === state && (await awaited(orderId)) === undefined,
  );
/** The follower has come to the end of the ledger. */
const followed = async (): Promise<void> => {
  const end = (await ledger.tail())?.position.commit ?? 0n;
  await until('the follower at the end', async () => {
    const { rows } = await sql.query('select commit_position from production.checkpoint');
    return BigInt(rows[0]?.commit_position ?? -1) >= end;
  });
};
/** What the process brought on without a message. */
const repairs = (process: RunningProcess) =>
  process
    .lines()
    .filter(({ message }) => message === 'an order was brought on without its message')
    .map(({ order_id, event_type }) => [order_id, event_type]);
const counted = async ({ url }: RunningProcess, turn: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  const [, figure = '0'] = text.match(`production_reconciler_repairs_total\\{[^}]*turn="${turn}"[^}]*\\} (\\d+)`) ?? [];
  return Number(figure);
};

it('plans an order whose approval was lost with its queue, and counts it', async () => {
  const orderId = await approve(orders);
  await publish(orderId, 'ManufacturingApproved');
  expect(await loseQueue()).toBe(1);
  const worker = await start();
  await reaches(orderId, 'PLANNED');
  expect(await orders.count(orderId, 'ProductionPlanned')).toBe(1);
  expect(repairs(worker)).toEqual([[orderId, 'ManufacturingApproved']]);
  expect(await counted(worker, 'ManufacturingApproved')).toBe(1);
});

it('gives the machine time back of an order whose cancellation was lost', async () => {
  const worker = await start();
  const orderId = await approve(orders);
  await publish(orderId, 'ManufacturingApproved');
  await reaches(orderId, 'PLANNED');
  await orders.act(orderId, 'CancelOrder');
  await reaches(orderId, 'RELEASED');
  const { rowCount } = await sql.query('select from production.reservation where order_id = $1', [orderId]);
  expect(rowCount).toBe(0);
  expect(await counted(worker, 'OrderCancelled')).toBe(1);
});

it('leaves an order alone that was cancelled after its lost approval', async () => {
  const worker = await start({ OVERLOOKED_AFTER_MS: '600000' });
  const orderId = await approve(orders);
  await until('the approval noted', async () => (await awaited(orderId))?.turn === 'ManufacturingApproved');
  await orders.act(orderId, 'CancelOrder');
  await followed();
  expect([await awaited(orderId), await stateOf(orderId)]).toEqual([undefined, undefined]);
  expect(await orders.count(orderId, 'ProductionPlanned')).toBe(0);
  expect(repairs(worker)).toEqual([]);
});

it('plans an order after its hold whose approval was lost', async () => {
  const orderId = await approve(orders);
  await orders.act(orderId, 'HoldOrder', { hold_id: 'hold-1', reason: 'MATERIAL_SHORTAGE' });
  await start();
  await reaches(orderId, 'WAITING');
  await orders.act(orderId, 'ResumeOrder', { hold_id: 'hold-1' });
  await reaches(orderId, 'PLANNED');
  expect(await orders.count(orderId, 'ProductionPlanned')).toBe(1);
});

it('looks ever more rarely at an order that cannot be planned, and plans it once that is mended, without its dead letter', async () => {
  const worker = await start();
  await sql.query(
    `create temporary table closed as select * from production.work_centre_version where work_centre = 'sls-1'`,
  );
  await sql.query(`delete from production.work_centre_version where work_centre = 'sls-1'`);
  const orderId = await approve(orders, { specification: { material: 'PA12', process: 'SLS' } });
  await publish(orderId, 'ManufacturingApproved');
  const { deadLetterQueue } = broker.topology.queues['manufacturing.plan.v1'];
  await until('a dead letter', () => broker.take(deadLetterQueue));
  const looked = (times: number) => until(`look ${times}`, async () => (await awaited(orderId))?.looks === times);
  const untilNext = async (): Promise<number> =>
    (
      await sql.query(
        'select extract(epoch from look_at - now())::float8 as s from production.awaited_order where order_id = $1',
        [orderId],
      )
    ).rows[0].s;
  await looked(1);
  expect(await untilNext()).toBeLessThanOrEqual(60);
  const makeDue = () => sql.query('update production.awaited_order set look_at = now() where order_id = $1', [orderId]);
  await makeDue();
  await looked(2);
  expect(await untilNext()).toBeGreaterThan(60);
  expect(repairs(worker)).toEqual([]);
  await sql.query('insert into production.work_centre_version select * from closed');
  await makeDue();
  await reaches(orderId, 'PLANNED');
  expect(repairs(worker)).toEqual([[orderId, 'ManufacturingApproved']]);
});

it('goes on to the other lost orders where one of them cannot be read', async () => {
  const bad = await approve(orders);
  await appendUnreadable(store.url, `order-${bad}`);
  const good = await approve(orders);
  await start();
  await reaches(good, 'PLANNED');
  await until('its next look', async () => (await awaited(bad))?.looks === 1);
});

it('follows with one of two instances, and plans a lost order once', async () => {
  const workers = await Promise.all([start(), start()]);
  const ids = await Promise.all(Array.from({ length: 6 }, () => approve(orders)));
  for (const id of ids) await reaches(id, 'PLANNED');
  for (const id of ids) expect(await orders.count(id, 'ProductionPlanned')).toBe(1);
  const owners = await sql.query(
    `select from pg_stat_activity where application_name like 'owner of manufacturing-worker%'
     and datname = current_database() and exists (select from pg_locks l where l.pid = pg_stat_activity.pid and l.locktype = 'advisory' and granted)`,
  );
  expect(owners.rowCount).toBe(1);
  expect(
    workers
      .flatMap(repairs)
      .map(([id]) => id)
      .sort(),
  ).toEqual([...ids].sort());
});

it('plans nothing again where an installation of before begins to follow', async () => {
  const [planned, released] = await Promise.all([approve(orders), approve(orders)]);
  await start();
  await publish(planned, 'ManufacturingApproved');
  await publish(released, 'ManufacturingApproved');
  await reaches(planned, 'PLANNED');
  await reaches(released, 'PLANNED');
  await orders.act(released, 'CancelOrder');
  await publish(released, 'OrderCancelled');
  await reaches(released, 'RELEASED');
  for (const process of running.splice(0)) await process.stop();
  await sql.query('truncate production.checkpoint, production.awaited_order');
  const after = await start();
  await followed();
  expect(await awaited(planned)).toBeUndefined();
  expect(await awaited(released)).toBeUndefined();
  expect(await orders.count(planned, 'ProductionPlanned')).toBe(1);
  expect(repairs(after)).toEqual([]);
});

it('is not ready, and notes nothing, where the ledger does not hold what its checkpoint stands on', async () => {
  await start();
  const orderId = await approve(orders);
  await reaches(orderId, 'PLANNED');
  await followed();
  for (const process of running.splice(0)) await process.stop();
  await sql.query('update production.checkpoint set event_id = gen_random_uuid()');
  const worker = await start({ OVERLOOKED_AFTER_MS: '600000' });
  const later = await approve(orders);
  await until('the word that it cannot', async () =>
    (await worker.readiness()).checks.some(
      ({ name, code }) => name === 'ledger-follower' && code === 'ledger-diverged',
    ),
  );
  expect(await awaited(later)).toBeUndefined();
});
