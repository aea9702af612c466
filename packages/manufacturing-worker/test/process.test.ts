import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { appendUnreadable } from '@order-ledger/testing/ledger/append-unreadable';
import { until } from '@order-ledger/testing/waiting';
import pg from 'pg';
import { approve, messageOf } from './support/approvals.ts';
import { openShopFloor, type ShopFloor } from './support/shop-floor.ts';

jest.setTimeout(180_000);

let floor: ShopFloor;
let sql: pg.Client;

const connect = async (): Promise<void> => {
  sql = new pg.Client({ connectionString: floor.database.url });
  await sql.connect();
};
beforeAll(async () => {
  floor = await openShopFloor();
  await connect();
});
afterEach(() => floor.endWorkers());
afterAll(async () => {
  await sql.end();
  await floor.close();
});

const start = () => floor.start({ SWEEP_MS: '60000' });
const isPlanned = (orderId: string) =>
  until('the plan in the ledger', async () => {
    const event = (await floor.orders.events(orderId)).find(({ type }) => type === 'ProductionPlanned');
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
  const queue = floor.queue.name;
  const { messageCount } = await until('the broker to see the consumer gone', async () => {
    const state = await floor.broker.channel.checkQueue(queue);
    return state.consumerCount === 0 && state;
  });
  return messageCount;
};

it('plans what is approved and frees what is cancelled', async () => {
  await start();
  const orderId = await approve(floor.orders);
  await floor.publish(orderId, 'ManufacturingApproved');
  expect(await isPlanned(orderId)).toMatchObject({ machine_seconds: 5_400 });
  await floor.orders.act(orderId, 'CancelOrder');
  await floor.publish(orderId, 'OrderCancelled');
  await until('released', async () => (await planRow(orderId))?.state === 'RELEASED');
  expect(await reservedSeconds(orderId)).toBe(0);
});

it('loses and doubles nothing when it is killed after the reservation and before the ledger [K6]', async () => {
  const first = await start();
  const orderId = await approve(floor.orders);
  await sql.query('begin');
  await sql.query('select 1 from production.work_centre for update');
  await floor.publish(orderId, 'ManufacturingApproved');
  await until('the worker at the lock', async () => {
    // In a transaction pg_stat_activity goes on showing the connections of the first look; the locks are those of now.
    const { rowCount } = await sql.query(
      'select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))',
    );
    return (rowCount ?? 0) > 0;
  });
  await floor.store.kill();
  await sql.query('commit');
  const reserved = await until('the reservation', async () => {
    const row = await planRow(orderId);
    return row?.state === 'RESERVED' ? row : null;
  });
  await first.kill();
  await floor.store.restart();
  await start();
  expect(await isPlanned(orderId)).toMatchObject({
    work_centre: reserved.work_centre,
    start_at: reserved.start_at.toISOString(),
    finish_at: reserved.finish_at.toISOString(),
  });
  await isSettled(orderId);
  expect([await floor.orders.count(orderId, 'ProductionPlanned'), await reservedSeconds(orderId)]).toEqual([1, 5_400]);
});

it('loses and doubles nothing when it is killed after the ledger and before the acknowledgement [K6]', async () => {
  const first = await start();
  const orderId = await approve(floor.orders);
  const settling = await holdSettling();
  await floor.publish(orderId, 'ManufacturingApproved');
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
  expect([await floor.orders.count(orderId, 'ProductionPlanned'), await reservedSeconds(orderId)]).toEqual([1, 5_400]);
});

it('plans by itself what was approved while Postgres was read-only, and parks nothing [E1] [E5]', async () => {
  const worker = await start();
  await sql.end();
  await floor.database.becomeReadOnly();
  const orderId = await approve(floor.orders);
  await floor.publish(orderId, 'ManufacturingApproved');
  const waits = () => worker.lines().filter(({ message }) => message === 'a message waits to be tried again');
  await until('the word that it cannot', async () =>
    (await worker.readiness()).checks.some(({ name, code }) => name === 'postgres' && code === 'read-only'),
  );
  await until('its second wait', () => waits().length === 2);
  expect(waits()).toMatchObject([
    { dependency: 'postgres', code: '25006', attempt: 1, outages: 0 },
    { dependency: 'postgres', code: '25006', attempt: 1, outages: 1 },
  ]);
  await floor.database.becomeWritable();
  await connect();
  expect(await isPlanned(orderId)).toMatchObject({ machine_seconds: 5_400 });
  await isSettled(orderId);
  expect(await floor.broker.ready(floor.queue.deadLetterQueue)).toBe(0);
  await until('ready', async () => (await worker.readiness()).status === 'ready');
});

it('shares the work between two instances without taking any time twice', async () => {
  await Promise.all([start(), start()]);
  const ids = await Promise.all(Array.from({ length: 12 }, () => approve(floor.orders, { machine_seconds: 40_000 })));
  await Promise.all(ids.map((id) => floor.publish(id, 'ManufacturingApproved')));
  for (const id of ids) {
    await isPlanned(id);
    expect([await floor.orders.count(id, 'ProductionPlanned'), await reservedSeconds(id)]).toEqual([1, 40_000]);
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
  const orderId = await approve(floor.orders, { specification: { material: 'PA12', process: 'SLS' } });
  await floor.publish(orderId, 'ManufacturingApproved');
  const letter = await until('a dead letter', async () => floor.broker.take(floor.queue.deadLetterQueue));
  expect(letter.properties.headers).toMatchObject({ 'x-error-class': 'permanent', 'x-error-code': 'no-work-centre' });
  expect(JSON.parse(letter.content.toString()).order_id).toBe(orderId);
});

it('puts an order that cannot be read among the dead letters at the first attempt, and plans the next', async () => {
  await start();
  const bad = await approve(floor.orders);
  const message = await messageOf(floor.orders, bad, 'ManufacturingApproved');
  await appendUnreadable(floor.store.url, `order-${bad}`);
  await floor.bridge.publish(message, { mandatory: true });
  const good = await approve(floor.orders);
  await floor.publish(good, 'ManufacturingApproved');
  await isPlanned(good);
  const letter = await until('a dead letter', async () => floor.broker.take(floor.queue.deadLetterQueue));
  expect(letter.properties.headers).toMatchObject({
    'x-error-class': 'permanent',
    'x-error-code': 'UnreadableEventError',
    'x-attempt': 1,
  });
  expect(JSON.parse(letter.content.toString()).order_id).toBe(bad);
});

it('is ready only with its floor.broker, its ledger and its floor.database, and stops in order', async () => {
  const process = await start();
  await until('ready', async () => (await process.readiness()).status === 'ready');
  expect((await process.readiness()).checks.map(({ name }) => name)).toEqual([
    'postgres',
    'schema',
    'ledger',
    'clock',
    'messaging',
    'consumer',
    'ledger-follower',
  ]);
  expect(await process.stop()).toBe(0);
});
