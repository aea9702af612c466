import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { eventId } from '@order-ledger/ledger/identity';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { createPool } from '@order-ledger/platform/postgres';
import { keepingLog } from '@order-ledger/testing/lines';
import { createOrders, type Orders } from '@order-ledger/testing/orders/in-ledger';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { anyEventStore } from '@order-ledger/testing/services/event-store';
import type pg from 'pg';
import type { WorkCentre } from '../src/planner.ts';
import { createPlanning, type Planning } from '../src/planning.ts';
import { migrateSchema, SCHEMA } from '../src/schema.ts';
import { sweepPlans } from '../src/sweep.ts';
import { seedWorkCentres } from '../src/work-centres.ts';
import { approve, messageOf } from './support/approvals.ts';

jest.setTimeout(120_000);
const { log } = keepingLog();
const ALWAYS = Object.fromEntries(
  ['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, { opens: '00:00', closes: '24:00' }]),
);
/** One machine that never rests, so that the time of the test does not matter. */
const CENTRE: WorkCentre = {
  work_centre: 'fdm-1',
  version: 1,
  materials: ['PLA'],
  processes: ['FDM'],
  capacity_seconds: 86_400,
  time_zone: 'UTC',
  calendar: ALWAYS,
};

let store: Awaited<ReturnType<typeof anyEventStore>>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;
let ledger: Ledger;
let orders: Orders;
let planning: Planning;

beforeAll(async () => {
  store = await anyEventStore();
  database = await createTestDatabase();
  await migrateSchema({ connectionString: database.url, log });
  const connectionString = database.url;
  pool = createPool({
    connectionString,
    applicationName: 'test',
    name: 'planning-test',
    log,
    searchPath: SCHEMA,
    max: 25,
    // As the process itself: planners of one centre wait for each other.
    statementTimeoutMs: 20_000,
    connectTimeoutMs: 20_000,
  });
  ledger = openLedger({ connectionString: store.url, log });
  orders = createOrders(ledger);
  planning = createPlanning({ ledger, pool, log });
});
beforeEach(async () => {
  await pool.query('truncate reservation, plan, work_centre_version, work_centre, inbox cascade');
  await seedWorkCentres(pool, [CENTRE]);
});
afterAll(async () => {
  await ledger.close();
  await pool.end();
  await database.drop();
  await store.stop();
});

const planned = async (orderId: string) => {
  const event = (await orders.events(orderId)).find(({ type }) => type === 'ProductionPlanned');
  return event?.type === 'ProductionPlanned' ? event : null;
};
const reservedSeconds = async (orderId: string): Promise<number> => {
  const { rows } = await pool.query('select coalesce(sum(seconds), 0) as s from reservation where order_id = $1', [
    orderId,
  ]);
  return Number(rows[0]?.s);
};
const stateOf = async (orderId: string) =>
  (await pool.query('select state from plan where order_id = $1', [orderId])).rows[0]?.state;
const sweep = () => sweepPlans(planning, pool, log, 0);

it('takes the machine time of the price and says in the ledger where and when, because of the approval', async () => {
  const orderId = await approve(orders, { machine_seconds: 5_400 });
  await planning.handle(await messageOf(orders, orderId, 'ManufacturingApproved'));
  const approval = (await orders.events(orderId)).find(({ type }) => type === 'ManufacturingApproved');
  const event = await planned(orderId);
  expect(event).toMatchObject({
    data: { work_centre: 'fdm-1', machine_seconds: 5_400 },
    metadata: {
      system: 'MES',
      actor: { id: 'manufacturing-worker' },
      causation_id: eventId(approval?.metadata.hash ?? ''),
      correlation_id: approval?.metadata.correlation_id,
    },
  });
  const { start_at = '', finish_at = '' } = event?.data ?? {};
  expect(Date.parse(finish_at) - Date.parse(start_at)).toBeGreaterThanOrEqual(5_400_000 - 1);
  expect([await reservedSeconds(orderId), await stateOf(orderId)]).toEqual([5_400, 'PLANNED']);
});

it("never exceeds a centre's capacity with twenty plans at once, by two workers", async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, () => approve(orders, { machine_seconds: 30_000 })));
  const other = createPlanning({ ledger, pool, log });
  // All are awaited, however the first of them ends: nothing may run on behind the test.
  const outcomes = await Promise.allSettled(
    ids.map((id, index) => (index % 2 === 0 ? planning : other).planOrder(id, null)),
  );
  expect(outcomes).toEqual(ids.map(() => ({ status: 'fulfilled', value: 'planned' })));
  const { rows: slots } = await pool.query('select day::text, from_s, to_s from reservation order by day, from_s');
  for (const [index, { day, from_s, to_s }] of slots.entries()) {
    const before = slots[index - 1];
    expect(from_s).toBeGreaterThanOrEqual(before?.day === day ? before.to_s : 0);
    expect(to_s).toBeLessThanOrEqual(CENTRE.capacity_seconds);
  }
  const plans = await Promise.all(ids.map(planned));
  expect(plans).not.toContain(null);
  expect(await Promise.all(ids.map(reservedSeconds))).toEqual(ids.map(() => 30_000));
  const finishes = plans.map((event) => event?.data.finish_at);
  expect(new Set(finishes).size).toBe(ids.length);
});

it('answers the same message again with the same plan, and says it once [E13]', async () => {
  const orderId = await approve(orders);
  const message = await messageOf(orders, orderId, 'ManufacturingApproved');
  await Promise.all([planning.handle(message), planning.handle(message)]);
  await planning.handle(message);
  expect(await orders.count(orderId, 'ProductionPlanned')).toBe(1);
  expect(await reservedSeconds(orderId)).toBe(5_400);
});

it('gives the time of a cancelled order to the next one', async () => {
  const first = await approve(orders, { machine_seconds: 10_000 });
  await planning.planOrder(first, null);
  await orders.act(first, 'CancelOrder');
  await planning.handle(await messageOf(orders, first, 'OrderCancelled'));
  expect([await reservedSeconds(first), await stateOf(first)]).toEqual([0, 'RELEASED']);
  const second = await approve(orders, { machine_seconds: 10_000 });
  await planning.planOrder(second, null);
  const [a, b] = [await planned(first), await planned(second)];
  // The first's time began at once; only what has passed since is gone.
  expect(Date.parse(b?.data.start_at ?? '')).toBeLessThan(Date.parse(a?.data.finish_at ?? ''));
});

it('plans nothing for an order whose cancellation is heard of before its approval', async () => {
  const orderId = await approve(orders);
  const approval = await messageOf(orders, orderId, 'ManufacturingApproved');
  await orders.act(orderId, 'CancelOrder');
  await planning.handle(await messageOf(orders, orderId, 'OrderCancelled'));
  await planning.handle(approval);
  expect([await planned(orderId), await reservedSeconds(orderId)]).toEqual([null, 0]);
});

it('releases an order that was never planned once, however often its cancellation comes [E13]', async () => {
  const orderId = await approve(orders);
  await orders.act(orderId, 'CancelOrder');
  const message = await messageOf(orders, orderId, 'OrderCancelled');
  await Promise.all([planning.handle(message), planning.handle(message)]);
  await planning.handle(message);
  const { rows } = await pool.query('select count(*)::integer as count from inbox where message_id = $1', [message.id]);
  expect([await stateOf(orderId), rows[0]]).toEqual(['RELEASED', { count: 1 }]);
});

it('waits with an order on hold, without keeping machine time from others, and plans it after', async () => {
  const orderId = await approve(orders);
  const message = await messageOf(orders, orderId, 'ManufacturingApproved');
  await orders.act(orderId, 'HoldOrder', { hold_id: 'hold-1', reason: 'MATERIAL_SHORTAGE' });
  await planning.handle(message);
  await sweep();
  expect([await planned(orderId), await reservedSeconds(orderId), await stateOf(orderId)]).toEqual([
    null,
    0,
    'WAITING',
  ]);
  await orders.act(orderId, 'ResumeOrder', { hold_id: 'hold-1' });
  await sweep();
  expect(await planned(orderId)).not.toBeNull();
  expect([await reservedSeconds(orderId), await stateOf(orderId)]).toEqual([5_400, 'PLANNED']);
});

it.each([
  ['HoldOrder', 'WAITING'],
  ['ReportError', 'WAITING'],
  ['CancelOrder', 'RELEASED'],
] as const)('gives the time back when %s comes between the reservation and the ledger', async (command, state) => {
  const orderId = await approve(orders);
  const slow = createPlanning({
    ledger: {
      readOrder: ledger.readOrder,
      execute: async (request) => {
        expect(await reservedSeconds(orderId)).toBe(5_400);
        await orders.act(orderId, command);
        return ledger.execute(request);
      },
    },
    pool,
    log,
  });
  await slow.planOrder(orderId, null);
  expect([await planned(orderId), await reservedSeconds(orderId), await stateOf(orderId)]).toEqual([null, 0, state]);
});

it('reads of an order that waits on hold only what is new at each look, however long it waits', async () => {
  let read = 0;
  const counting: Pick<Ledger, 'readOrder' | 'execute'> = {
    ...ledger,
    readOrder: async function* (...order) {
      for await (const event of ledger.readOrder(...order)) {
        read += 1;
        yield event;
      }
    },
  };
  const looking = createPlanning({ ledger: counting, pool, log });
  const orderId = await orders.bring('MANUFACTURING_APPROVED');
  await orders.act(orderId, 'HoldOrder', { hold_id: 'hold-2', reason: 'MATERIAL_SHORTAGE' });
  expect(await looking.planOrder(orderId, null)).toBe('waiting');
  read = 0;
  for (let look = 0; look < 5; look += 1) expect(await looking.planOrder(orderId, null)).toBe('waiting');
  expect(read).toBe(5);
  await orders.act(orderId, 'ResumeOrder', { hold_id: 'hold-2' });
  expect(await looking.planOrder(orderId, null)).toBe('planned');
  expect(read).toBe(7);
});

it('says the same as before the crash when the ledger was not told yet', async () => {
  const orderId = await approve(orders);
  const message = await messageOf(orders, orderId, 'ManufacturingApproved');
  const dying = createPlanning({
    ledger: { readOrder: ledger.readOrder, execute: () => Promise.reject(new Error('died')) },
    pool,
    log,
  });
  await expect(dying.handle(message)).rejects.toThrow('died');
  const { rows } = await pool.query('select start_at, finish_at from plan where order_id = $1', [orderId]);
  await planning.handle(message);
  expect((await planned(orderId))?.data).toMatchObject({
    start_at: rows[0]?.start_at.toISOString(),
    finish_at: rows[0]?.finish_at.toISOString(),
  });
  expect(await reservedSeconds(orderId)).toBe(5_400);
});

it('takes the plan of the ledger for true when its own tables are older', async () => {
  const orderId = await approve(orders);
  await planning.planOrder(orderId, null);
  await pool.query('truncate reservation, plan');
  await pool.query(`insert into plan (order_id, state) values ($1, 'WAITING')`, [orderId]);
  await sweep();
  expect([await stateOf(orderId), await orders.count(orderId, 'ProductionPlanned')]).toEqual(['PLANNED', 1]);
});

it('gives up the message of an order that no centre makes, and plans it once a new version of a centre does', async () => {
  const orderId = await approve(orders, { specification: { material: 'PA12', process: 'SLS' } });
  const message = await messageOf(orders, orderId, 'ManufacturingApproved');
  await expect(planning.handle(message)).rejects.toMatchObject({ name: 'PermanentError', code: 'no-work-centre' });
  expect(await pool.query('select 1 from inbox')).toMatchObject({ rowCount: 0 });
  await seedWorkCentres(pool, [{ ...CENTRE, version: 2, materials: ['PLA', 'PA12'], processes: ['FDM', 'SLS'] }]);
  await planning.handle(message);
  expect((await planned(orderId))?.data.work_centre).toBe('fdm-1');
});

it('knows nothing of an order that was never approved', async () => {
  const orderId = await orders.bring('WAITING_PAYMENT');
  await expect(planning.planOrder(orderId, null)).rejects.toMatchObject({ code: 'unknown-approval' });
});
