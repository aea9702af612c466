import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { appendUnreadable } from '@order-ledger/testing/ledger/append-unreadable';
import type { RunningProcess } from '@order-ledger/testing/processes/child';
import { until } from '@order-ledger/testing/waiting';
import pg from 'pg';
import { migrateSchema } from '../src/schema.ts';
import { approve } from './support/approvals.ts';
import { openShopFloor, type ShopFloor } from './support/shop-floor.ts';

jest.setTimeout(180_000);

let floor: ShopFloor;
let sql: pg.Client;

beforeAll(async () => {
  floor = await openShopFloor();
  await migrateSchema({ connectionString: floor.database.url, log: floor.log });
  sql = new pg.Client({ connectionString: floor.database.url });
  await sql.connect();
});
afterEach(() => floor.endWorkers());
afterAll(async () => {
  await sql.end();
  await floor.close();
});

const start = (env: Record<string, string> = {}) =>
  floor.start({ SWEEP_MS: '200', OVERLOOKED_AFTER_MS: '1000', ...env });
/** The queue with all that is in it: it is declared again, empty. */
const loseQueue = async (): Promise<number> => {
  return (await floor.broker.channel.deleteQueue(floor.queue.name)).messageCount;
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
  const end = (await floor.ledger.tail())?.position.commit ?? 0n;
  await until('the follower at the end', async () => {
    const { rows } = await sql.query('select commit_position from production.checkpoint');
    return BigInt(rows[0]?.commit_position ?? -1) >= end;
  });
};
/** What the process brought on without a message. */
const repairs = (process: RunningProcess) =>
  process
    .lines()
    .filter(({ message }) => message === 'the reconciler advanced an order whose message never came')
    .map(({ order_id, event_type }) => [order_id, event_type]);
const counted = async ({ url }: RunningProcess, turn: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  const [, figure = '0'] = text.match(`production_reconciler_repairs_total\\{[^}]*turn="${turn}"[^}]*\\} (\\d+)`) ?? [];
  return Number(figure);
};

it('plans an order whose approval was lost with its queue, and counts it', async () => {
  const orderId = await approve(floor.orders);
  await floor.publish(orderId, 'ManufacturingApproved');
  expect(await loseQueue()).toBe(1);
  const worker = await start();
  await reaches(orderId, 'PLANNED');
  expect(await floor.orders.count(orderId, 'ProductionPlanned')).toBe(1);
  expect(repairs(worker)).toEqual([[orderId, 'ManufacturingApproved']]);
  expect(await counted(worker, 'ManufacturingApproved')).toBe(1);
});

it('gives the machine time back of an order whose cancellation was lost', async () => {
  const worker = await start();
  const orderId = await approve(floor.orders);
  await floor.publish(orderId, 'ManufacturingApproved');
  await reaches(orderId, 'PLANNED');
  await floor.orders.act(orderId, 'CancelOrder');
  await reaches(orderId, 'RELEASED');
  const { rowCount } = await sql.query('select from production.reservation where order_id = $1', [orderId]);
  expect(rowCount).toBe(0);
  expect(await counted(worker, 'OrderCancelled')).toBe(1);
});

it('leaves an order alone that was cancelled after its lost approval', async () => {
  const worker = await start({ OVERLOOKED_AFTER_MS: '600000' });
  const orderId = await approve(floor.orders);
  await until('the approval noted', async () => (await awaited(orderId))?.turn === 'ManufacturingApproved');
  await floor.orders.act(orderId, 'CancelOrder');
  await followed();
  expect([await awaited(orderId), await stateOf(orderId)]).toEqual([undefined, undefined]);
  expect(await floor.orders.count(orderId, 'ProductionPlanned')).toBe(0);
  expect(repairs(worker)).toEqual([]);
});

it('plans an order after its hold whose approval was lost', async () => {
  const orderId = await approve(floor.orders);
  await floor.orders.act(orderId, 'HoldOrder', { hold_id: 'hold-1', reason: 'MATERIAL_SHORTAGE' });
  await start();
  await reaches(orderId, 'WAITING');
  await floor.orders.act(orderId, 'ResumeOrder', { hold_id: 'hold-1' });
  await reaches(orderId, 'PLANNED');
  expect(await floor.orders.count(orderId, 'ProductionPlanned')).toBe(1);
});

it('looks ever more rarely at an order that cannot be planned, and plans it once that is mended, without its dead letter', async () => {
  const worker = await start();
  await sql.query(
    `create temporary table closed as select * from production.work_centre_version where work_centre = 'sls-1'`,
  );
  await sql.query(`delete from production.work_centre_version where work_centre = 'sls-1'`);
  const orderId = await approve(floor.orders, { specification: { material: 'PA12', process: 'SLS' } });
  await floor.publish(orderId, 'ManufacturingApproved');
  await until('a dead letter', () => floor.broker.take(floor.queue.deadLetterQueue));
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
  const bad = await approve(floor.orders);
  await appendUnreadable(floor.store.url, `order-${bad}`);
  const good = await approve(floor.orders);
  await start();
  await reaches(good, 'PLANNED');
  await until('its next look', async () => (await awaited(bad))?.looks === 1);
});

it('follows with one of two instances, and plans a lost order once', async () => {
  const workers = await Promise.all([start(), start()]);
  const ids = await Promise.all(Array.from({ length: 6 }, () => approve(floor.orders)));
  for (const id of ids) await reaches(id, 'PLANNED');
  for (const id of ids) expect(await floor.orders.count(id, 'ProductionPlanned')).toBe(1);
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
  const [planned, released] = await Promise.all([approve(floor.orders), approve(floor.orders)]);
  await start();
  await floor.publish(planned, 'ManufacturingApproved');
  await floor.publish(released, 'ManufacturingApproved');
  await reaches(planned, 'PLANNED');
  await reaches(released, 'PLANNED');
  await floor.orders.act(released, 'CancelOrder');
  await floor.publish(released, 'OrderCancelled');
  await reaches(released, 'RELEASED');
  await floor.endWorkers();
  await sql.query('truncate production.checkpoint, production.awaited_order');
  const after = await start();
  await followed();
  expect(await awaited(planned)).toBeUndefined();
  expect(await awaited(released)).toBeUndefined();
  expect(await floor.orders.count(planned, 'ProductionPlanned')).toBe(1);
  expect(repairs(after)).toEqual([]);
});

it('is not ready, and notes nothing, where the ledger does not hold what its checkpoint stands on', async () => {
  await start();
  const orderId = await approve(floor.orders);
  await reaches(orderId, 'PLANNED');
  await followed();
  await floor.endWorkers();
  await sql.query('update production.checkpoint set event_id = gen_random_uuid()');
  const worker = await start({ OVERLOOKED_AFTER_MS: '600000' });
  const later = await approve(floor.orders);
  await until('the word that it cannot', async () =>
    (await worker.readiness()).checks.some(
      ({ name, code }) => name === 'ledger-follower' && code === 'ledger-diverged',
    ),
  );
  expect(await awaited(later)).toBeUndefined();
});
