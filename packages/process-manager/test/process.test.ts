import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { programOf } from '@order-ledger/platform/own-program';
import { keepingLog } from '@order-ledger/testing/lines';
import { createOrders, type Orders } from '@order-ledger/testing/orders/in-ledger';
import { PRICE } from '@order-ledger/testing/orders/rightful';
import { type RunningProcess, startProcess } from '@order-ledger/testing/processes/child';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { type EventStore, startEventStore } from '@order-ledger/testing/services/event-store';
import { until } from '@order-ledger/testing/waiting';
import pg from 'pg';
import { idOf } from '../src/order-history.ts';

jest.setTimeout(180_000);
const MAIN = programOf('process-manager');

let store: EventStore;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let sql: pg.Client;
let ledger: Ledger;
let orders: Orders;
const running: RunningProcess[] = [];

beforeAll(async () => {
  store = await startEventStore();
  database = await createTestDatabase();
  sql = new pg.Client({ connectionString: database.url });
  await sql.connect();
  ledger = openLedger({ connectionString: store.url, log: keepingLog().log });
  orders = createOrders(ledger);
});
afterEach(async () => {
  for (const process of running.splice(0)) await process.stop();
});
afterAll(async () => {
  await ledger.close();
  await sql.end();
  await database.drop();
  await store.stop();
});

const start = async (env: Record<string, string> = {}): Promise<RunningProcess> => {
  const process = await startProcess(MAIN, {
    EVENTSTORE_URL: store.url,
    DATABASE_URL: database.url,
    TIMER_SWEEP_MS: '50',
    TIMER_GRACE_MS: '0',
    ...env,
  });
  running.push(process);
  return process;
};
const becomes = (orderId: string, status: string) =>
  until(`${status} of the order`, async () => {
    const state = await ledger.load(orderId);
    return state?.status === status ? state : null;
  });
const payment = (amount: number) => ({ amount: { amount, currency: 'RUB' } });
const isReady = (process: RunningProcess) =>
  until('ready', async () => ((await process.readiness()).status === 'ready' ? true : null));
/** Waits until everything that stands in the ledger now is behind the checkpoint. */
const settled = () =>
  until('the checkpoint at the tail', async () => {
    const tail = await ledger.tail();
    const { rows } = await sql.query('select commit_position from process_manager.checkpoint');
    return tail !== null && rows[0]?.commit_position === String(tail.position.commit);
  });

it('approves an order whose payment arrives in two parts, and says which part made it so', async () => {
  await start();
  const orderId = await orders.bring('WAITING_PAYMENT');
  await orders.act(orderId, 'RecordPayment', payment(PRICE.amount - 1));
  await settled();
  expect((await ledger.load(orderId))?.status).toBe('WAITING_PAYMENT');
  await orders.act(orderId, 'RecordPayment', payment(1));
  await becomes(orderId, 'MANUFACTURING_APPROVED');
  const events = await orders.events(orderId);
  const approved = events.at(-1);
  const lastPayment = events.findLast(({ type }) => type === 'PaymentRecorded');
  expect(approved).toMatchObject({
    type: 'ManufacturingApproved',
    metadata: {
      system: 'CRM',
      actor: { id: 'process-manager', kind: 'service' },
      correlation_id: lastPayment?.metadata.correlation_id,
    },
  });
  expect(approved?.metadata.causation_id).toBe(lastPayment === undefined ? '' : idOf(lastPayment));
});

it('keeps what the carrier said before the shipment was asked for, and acts on it then', async () => {
  await start();
  const orderId = await orders.bring('PACKAGING_COMPLETED');
  const said = { shipment_request_id: `ship-${orderId}`, tracking_number: 'track-1' };
  await orders.act(orderId, 'RecordCarrierEvent', { kind: 'ACCEPTED', ...said });
  await settled();
  await orders.act(orderId, 'RequestShipment', { carrier: 'dpd', shipment_request_id: said.shipment_request_id });
  await becomes(orderId, 'SHIPPED');
  expect((await orders.events(orderId)).at(-1)).toMatchObject({
    type: 'OrderShipped',
    data: { ...said, handover: 'CARRIER' },
  });
});

it('acts after a hold on what came during it: the money and the carrier', async () => {
  await start();
  const unpaid = await orders.bring('WAITING_PAYMENT');
  await orders.act(unpaid, 'HoldOrder', { hold_id: 'hold-1', reason: 'PAYMENT_RISK' });
  await orders.act(unpaid, 'RecordPayment', payment(PRICE.amount));
  const asked = await orders.bring('WAITING_SHIPMENT_CONFIRMATION');
  const shipment_request_id = (await ledger.load(asked))?.shipment?.shipment_request_id ?? '';
  await orders.act(asked, 'HoldOrder', { hold_id: 'hold-1', reason: 'PAYMENT_RISK' });
  await orders.act(asked, 'RecordCarrierEvent', { kind: 'DECLINED', shipment_request_id, decline_reason: 'WEIGHT' });
  await settled();
  expect((await ledger.load(unpaid))?.status).toBe('ON_HOLD');
  expect((await ledger.load(asked))?.status).toBe('ON_HOLD');
  await orders.act(unpaid, 'ResumeOrder', { hold_id: 'hold-1' });
  await orders.act(asked, 'ResumeOrder', { hold_id: 'hold-1' });
  await becomes(unpaid, 'MANUFACTURING_APPROVED');
  await becomes(asked, 'PACKAGING_COMPLETED');
});

it('ships, delivers and closes an order whose parcel was faster than its paper [A15]', async () => {
  await start();
  const orderId = await orders.bring('WAITING_SHIPMENT_CONFIRMATION');
  await orders.act(orderId, 'RecordCarrierEvent', { kind: 'DELIVERED', proof_of_delivery_id: 'proof-1' });
  await becomes(orderId, 'CLOSED');
  expect((await orders.types(orderId)).slice(-4)).toEqual([
    'CarrierEventRecorded',
    'OrderShipped',
    'OrderDelivered',
    'OrderClosed',
  ]);
});

it('leaves a closed order closed when an older refusal comes late, and says that it changes nothing', async () => {
  const process = await start();
  const orderId = await orders.bring('SHIPPED');
  const [refused, delivered] = [60_000, 30_000].map((ago) => new Date(Date.now() - ago).toISOString());
  await orders.act(orderId, 'RecordCarrierEvent', { kind: 'DELIVERED', proof_of_delivery_id: 'proof-1' }, delivered);
  await becomes(orderId, 'CLOSED');
  await orders.act(orderId, 'RecordCarrierEvent', { kind: 'REFUSED' }, refused);
  await settled();
  expect((await orders.types(orderId)).at(-1)).toBe('CarrierEventRecorded');
  expect((await ledger.load(orderId))?.status).toBe('CLOSED');
  await until('it says so', () =>
    process
      .lines()
      .some(
        ({ message, order_id, kind }) => order_id === orderId && kind === 'REFUSED' && /too late/.test(`${message}`),
      ),
  );
  const metrics = await (await fetch(`${process.url}/metrics`)).text();
  expect(metrics).toMatch(/process_manager_overtaken_carrier_events_total\{.*kind="REFUSED".*\} 1/);
});

it('does nothing twice when it is killed after its append and before its checkpoint [K6]', async () => {
  const first = await start();
  const orderId = await orders.bring('WAITING_PAYMENT');
  await settled();
  await sql.query('begin');
  await sql.query('select 1 from process_manager.checkpoint for update');
  await orders.act(orderId, 'RecordPayment', payment(PRICE.amount));
  await becomes(orderId, 'MANUFACTURING_APPROVED');
  await first.kill();
  await sql.query('rollback');
  await start();
  await settled();
  expect(await orders.count(orderId, 'ManufacturingApproved')).toBe(1);
});

it('finds what it had to do when it was killed before its append', async () => {
  const first = await start();
  const orderId = await orders.bring('WAITING_PAYMENT');
  await settled();
  await first.kill();
  await orders.act(orderId, 'RecordPayment', payment(PRICE.amount));
  await start();
  await becomes(orderId, 'MANUFACTURING_APPROVED');
  await settled();
  expect(await orders.count(orderId, 'ManufacturingApproved')).toBe(1);
});

it('lets a second instance stand by and take over when the first is killed [K6]', async () => {
  const first = await start();
  await isReady(first);
  const second = await start();
  await isReady(second);
  await until('standing by', () => second.lines().some(({ message }) => String(message).includes('standing by')));
  const before = await orders.bring('WAITING_PAYMENT');
  await orders.act(before, 'RecordPayment', payment(PRICE.amount));
  await becomes(before, 'MANUFACTURING_APPROVED');
  await first.kill();
  const after = await orders.bring('WAITING_PAYMENT');
  await orders.act(after, 'RecordPayment', payment(PRICE.amount));
  await becomes(after, 'MANUFACTURING_APPROVED');
  await settled();
  expect(await orders.count(before, 'ManufacturingApproved')).toBe(1);
  expect(await orders.count(after, 'ManufacturingApproved')).toBe(1);
  await until('the second says so', () => second.lines().some(({ message }) => message === 'owner'));
});

it('cancels what nobody paid when its time is over, and leaves alone what was paid in part', async () => {
  const unpaid = await orders.bring('WAITING_PAYMENT');
  const part = await orders.bring('WAITING_PAYMENT');
  await orders.act(part, 'RecordPayment', payment(1));
  await start({ UNPAID_EXPIRY_S: '0.5' });
  await becomes(unpaid, 'CANCELLED');
  expect((await orders.events(unpaid)).at(-1)).toMatchObject({ data: { reason: 'EXPIRED', from: 'WAITING_PAYMENT' } });
  await settled();
  expect((await ledger.load(part))?.status).toBe('WAITING_PAYMENT');
  expect(
    (await sql.query('select 1 from process_manager.timer where order_id = any($1)', [[unpaid, part]])).rowCount,
  ).toBe(0);
});

it('builds its timers again from the ledger when its database was lost, and appends nothing twice', async () => {
  const first = await start();
  const waiting = await orders.bring('WAITING_PAYMENT');
  const approved = await orders.bring('WAITING_PAYMENT');
  await orders.act(approved, 'RecordPayment', payment(PRICE.amount));
  await becomes(approved, 'MANUFACTURING_APPROVED');
  await settled();
  const timers = async () =>
    (await sql.query('select * from process_manager.timer where order_id = $1', [waiting])).rows;
  const before = await timers();
  expect(before).toHaveLength(1);
  await first.stop();
  await sql.query('drop schema process_manager cascade');
  await start();
  await settled();
  expect(await timers()).toEqual(before);
  expect(await orders.count(approved, 'ManufacturingApproved')).toBe(1);
});

it('waits for an event store that is away, and goes on where it was', async () => {
  const process = await start();
  const orderId = await orders.bring('WAITING_PAYMENT');
  await settled();
  await store.kill();
  await until('not ready', async () =>
    (await process.readiness()).checks.some(({ name, ok }) => name === 'ledger' && !ok),
  );
  await store.restart();
  await until('the payment is recorded', async () => {
    const sent = await orders.send(orderId, 'RecordPayment', payment(PRICE.amount)).catch(() => null);
    return sent?.outcome === 'done';
  });
  await becomes(orderId, 'MANUFACTURING_APPROVED');
  await settled();
  expect(await orders.count(orderId, 'ManufacturingApproved')).toBe(1);
});
