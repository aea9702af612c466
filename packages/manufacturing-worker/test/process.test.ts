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

const start = async (): Promise<RunningProcess> => {
  const process = await startProcess(MAIN, {
    EVENTSTORE_URL: store.url,
    DATABASE_URL: database.url,
    AMQP_URL: brokerUrl(),
    AMQP_PREFIX: prefix,
    SWEEP_MS: '60000',
  });
  running.push(process);
  return process;
};
const publish = async (orderId: string, type: 'ManufacturingApproved' | 'OrderCancelled') =>
  bridge.publish(await messageOf(orders, orderId, type), { mandatory: true });
const isPlanned = (orderId: string) =>
  until('the plan in the ledger', async () => {
    const event = (await orders.events(orderId)).find(({ type }) => type === 'ProductionPlanned');
    return event?.type === 'ProductionPlanned' ? event.data : null;
  });
const planRow = async (orderId: string) =>
  (await sql.query('select * from production.plan where order_id = $1', [orderId])).rows[0];
const isSettled = (orderId: string) => until('settled', async () => (await planRow(orderId))?.state === 'PLANNED');
const reservedSeconds = async (orderId: string): Promise<number> => {
  const { rows } = await sql.query('select sum(seconds) as s from production.reservation where order_id = $1', [
    orderId,
  ]);
  return Number(rows[0]?.s);
};

/**
 * Holds the worker in the very statement that would write down that the ledger has the plan, so that a kill finds it
 * there. `killed` ends the statement with the process: Postgres would else go on with it for somebody who is gone.
 */
const holdSettling = async () => {
  await sql.query(`
    create function production.hold() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock(4711); return new; end $$;
    create trigger hold before update on production.plan for each row when (new.state = 'PLANNED')
      execute function production.hold()`);
  await sql.query('select pg_advisory_lock(4711)');
  const waiting = async (): Promise<number[]> => {
    const { rows } = await sql.query<{ pid: number }>(
      `select pid from pg_locks where locktype = 'advisory' and not granted
       and database = (select oid from pg_database where datname = current_database())`,
    );
    return rows.map(({ pid }) => pid);
  };
  return {
    reached: () => until('the worker at its last statement', async () => (await waiting()).length > 0),
    killed: async () => {
      for (const pid of await waiting()) await sql.query('select pg_terminate_backend($1)', [pid]);
      await until('the end of the statement', async () => (await waiting()).length === 0);
      await sql.query('drop trigger hold on production.plan; drop function production.hold()');
      await sql.query('select pg_advisory_unlock(4711)');
    },
  };
};

/** Once nobody consumes any more, what was taken and not acknowledged is back in the queue. */
const leftInQueue = async (): Promise<number> => {
  const queue = broker.topology.queues['manufacturing.plan.v1'].name;
  const { messageCount } = await until('the broker to see the consumer gone', async () => {
    const state = await broker.channel.checkQueue(queue);
    return state.consumerCount === 0 && state;
  });
  return messageCount;
};

it('plans what is approved and frees what is cancelled', async () => {
  await start();
  const orderId = await approve(orders);
  await publish(orderId, 'ManufacturingApproved');
  expect(await isPlanned(orderId)).toMatchObject({ machine_seconds: 5_400 });
  await orders.act(orderId, 'CancelOrder');
  await publish(orderId, 'OrderCancelled');
  await until('released', async () => (await planRow(orderId))?.state === 'RELEASED');
  expect(await reservedSeconds(orderId)).toBe(0);
});

it('loses and doubles nothing when it is killed after the reservation and before the ledger [K6]', async () => {
  const first = await start();
  const orderId = await approve(orders);
  await sql.query('begin');
  await sql.query('select 1 from production.work_centre for update');
  await publish(orderId, 'ManufacturingApproved');
  await until('the worker at the lock', async () => {
    // In a transaction pg_stat_activity goes on showing the connections of the first look; the locks are those of now.
    const { rowCount } = await sql.query(
      'select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))',
    );
    return (rowCount ?? 0) > 0;
  });
  await store.kill();
  await sql.query('commit');
  const reserved = await until('the reservation', async () => {
    const row = await planRow(orderId);
    return row?.state === 'RESERVED' ? row : null;
  });
  await first.kill();
  await store.restart();
  await start();
  expect(await isPlanned(orderId)).toMatchObject({
    work_centre: reserved.work_centre,
    start_at: reserved.start_at.toISOString(),
    finish_at: reserved.finish_at.toISOString(),
  });
  await isSettled(orderId);
  expect([await orders.count(orderId, 'ProductionPlanned'), await reservedSeconds(orderId)]).toEqual([1, 5_400]);
});

it('loses and doubles nothing when it is killed after the ledger and before the acknowledgement [K6]', async () => {
  const first = await start();
  const orderId = await approve(orders);
  const settling = await holdSettling();
  await publish(orderId, 'ManufacturingApproved');
  await isPlanned(orderId);
  await settling.reached();
  expect((await planRow(orderId))?.state).toBe('RESERVED');
  await first.kill();
  await settling.killed();
  expect((await planRow(orderId))?.state).toBe('RESERVED');
  const second = await start();
  await isSettled(orderId);
  expect(await second.stop()).toBe(0);
  expect(await leftInQueue()).toBe(0);
  expect([await orders.count(orderId, 'ProductionPlanned'), await reservedSeconds(orderId)]).toEqual([1, 5_400]);
});

it('plans by itself what was approved while Postgres was read-only, and puts nothing aside [E1] [E5]', async () => {
  const worker = await start();
  await sql.end();
  await database.becomeReadOnly();
  const orderId = await approve(orders);
  await publish(orderId, 'ManufacturingApproved');
  const waits = () => worker.lines().filter(({ message }) => message === 'a message waits to be tried again');
  await until('the word that it cannot', async () =>
    (await worker.readiness()).checks.some(({ name, code }) => name === 'postgres' && code === 'read-only'),
  );
  await until('its second wait', () => waits().length === 2);
  expect(waits()).toMatchObject([
    { dependency: 'postgres', code: '25006', attempt: 1, outages: 0 },
    { dependency: 'postgres', code: '25006', attempt: 1, outages: 1 },
  ]);
  await database.becomeWritable();
  sql = new pg.Client({ connectionString: database.url });
  await sql.connect();
  expect(await isPlanned(orderId)).toMatchObject({ machine_seconds: 5_400 });
  await isSettled(orderId);
  expect(await broker.ready(broker.topology.queues['manufacturing.plan.v1'].deadLetterQueue)).toBe(0);
  await until('ready', async () => (await worker.readiness()).status === 'ready');
});

it('shares the work between two instances without taking any time twice', async () => {
  await Promise.all([start(), start()]);
  const ids = await Promise.all(Array.from({ length: 12 }, () => approve(orders, { machine_seconds: 40_000 })));
  await Promise.all(ids.map((id) => publish(id, 'ManufacturingApproved')));
  for (const id of ids) {
    await isPlanned(id);
    expect([await orders.count(id, 'ProductionPlanned'), await reservedSeconds(id)]).toEqual([1, 40_000]);
  }
  const { rows } = await sql.query(`
    select r.work_centre, r.day, sum(r.seconds) as taken, max(r.to_s) as last, min(v.capacity_seconds) as capacity,
      (select count(*) from production.reservation a join production.reservation b using (work_centre, day)
       where a.work_centre = r.work_centre and a.day = r.day and a.from_s < b.from_s and b.from_s < a.to_s) as overlaps
    from production.reservation r join production.work_centre_version v using (work_centre)
    group by r.work_centre, r.day`);
  for (const { taken, last, capacity, overlaps } of rows) {
    expect(Number(taken)).toBeLessThanOrEqual(capacity);
    expect(last).toBeLessThanOrEqual(capacity);
    expect(Number(overlaps)).toBe(0);
  }
});

it('puts an order that nobody can make among the dead letters, with the reason', async () => {
  await start();
  await sql.query(`delete from production.work_centre_version where work_centre = 'sls-1'`);
  const orderId = await approve(orders, { specification: { material: 'PA12', process: 'SLS' } });
  await publish(orderId, 'ManufacturingApproved');
  const letter = await until('a dead letter', async () =>
    broker.take(broker.topology.queues['manufacturing.plan.v1'].deadLetterQueue),
  );
  expect(letter.properties.headers).toMatchObject({ 'x-error-class': 'permanent', 'x-error-code': 'no-work-centre' });
  expect(JSON.parse(letter.content.toString()).order_id).toBe(orderId);
});

it('puts an order that cannot be read among the dead letters at the first attempt, and plans the next', async () => {
  await start();
  const bad = await approve(orders);
  const message = await messageOf(orders, bad, 'ManufacturingApproved');
  await appendUnreadable(store.url, `order-${bad}`);
  await bridge.publish(message, { mandatory: true });
  const good = await approve(orders);
  await publish(good, 'ManufacturingApproved');
  await isPlanned(good);
  const letter = await until('a dead letter', async () =>
    broker.take(broker.topology.queues['manufacturing.plan.v1'].deadLetterQueue),
  );
  expect(letter.properties.headers).toMatchObject({
    'x-error-class': 'permanent',
    'x-error-code': 'UnreadableEventError',
    'x-attempt': 1,
  });
  expect(JSON.parse(letter.content.toString()).order_id).toBe(bad);
});

it('is ready only with its broker, its ledger and its database, and stops in order', async () => {
  const process = await start();
  await until('ready', async () => (await process.readiness()).status === 'ready');
  expect((await process.readiness()).checks.map(({ name }) => name)).toEqual([
    'postgres',
    'schema',
    'ledger',
    'messaging',
    'consumer',
    'ledger-follower',
  ]);
  expect(await process.stop()).toBe(0);
});
