import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Status } from '@order-ledger/domain/status';
import { openLedger } from '@order-ledger/ledger/ledger';
import { registry } from '@order-ledger/platform/metrics';
import { keepingLog } from '@order-ledger/testing/lines';
import { WAYS } from '@order-ledger/testing/orders/journeys';
import { createLife, type Life } from '@order-ledger/testing/orders/over-http';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { anyEventStore } from '@order-ledger/testing/services/event-store';

jest.setTimeout(120_000);

const LIMIT = 20;
const { log, lines } = keepingLog();
let store: Awaited<ReturnType<typeof anyEventStore>>;
let api: RunningApi;
let life: Life;

beforeAll(async () => {
  store = await anyEventStore();
  api = await startApi({ ledger: openLedger({ connectionString: store.url, log, eventLimit: LIMIT }) });
  life = createLife(api);
});
afterAll(async () => {
  await api.close();
  await store.stop();
});

const versionOf = async (orderId: string) => (await api.ledger.load(orderId))?.event_version ?? 0;
/** Notes until the order takes no more. */
const fill = async (orderId: string): Promise<string> => {
  while ((await versionOf(orderId)) < LIMIT) await life.act(orderId, 'AddNote');
  return orderId;
};
const filling = async (percent: number): Promise<number> => {
  const metric = await registry.getSingleMetric('ledger_orders_filling_total')?.get();
  return metric?.values.find(({ labels }) => labels.percent === String(percent))?.value ?? 0;
};

it('refuses with 409 order-full what is not needed to finish an order, and says what is still taken', async () => {
  const orderId = await fill(await life.bring('WAITING_SHIPMENT_CONFIRMATION'));
  for (const name of ['AddNote', 'HoldOrder', 'RecordCarrierEvent', 'ChangePriority'] as const) {
    const { status, body } = await life.send(orderId, name);
    expect([name, status, body.code, body.event_limit]).toEqual([name, 409, 'order-full', LIMIT]);
    expect(body.order_status).toBe('WAITING_SHIPMENT_CONFIRMATION');
  }
  expect(await versionOf(orderId)).toBe(LIMIT);
  for (const name of ['ConfirmShipment', 'ConfirmDelivery', 'CloseOrder'] as const) await life.act(orderId, name);
  expect((await api.ledger.load(orderId))?.status).toBe('CLOSED');
});

it('lets a full order be finished from its approval on, and cancelled, resumed and resolved', async () => {
  const orderId = await fill(await life.bring('MANUFACTURING_APPROVED'));
  const road: Status[] = ['MANUFACTURING_STARTED', 'MANUFACTURING_COMPLETED', 'PACKAGING_STARTED'];
  road.push('PACKAGING_COMPLETED', 'WAITING_SHIPMENT_CONFIRMATION', 'SHIPPED', 'DELIVERED', 'CLOSED');
  for (const status of road) {
    const [, ...steps] = WAYS[status];
    for (const step of steps) if (typeof step === 'string') await life.act(orderId, step);
  }
  expect((await api.ledger.load(orderId))?.status).toBe('CLOSED');

  const held = await fill(await life.bring('ON_HOLD'));
  await life.act(held, 'ResumeOrder');
  await life.act(held, 'CancelOrder');
  const errored = await fill(await life.bring('ERROR'));
  await life.act(errored, 'ResolveError');
  expect((await api.ledger.load(errored))?.status).toBe('MANUFACTURING_STARTED');
});

it('tells before it that an order fills up, by a metric and a line with its id', async () => {
  const [before80, before100] = [await filling(80), await filling(100)];
  const orderId = await life.bring('PRICE_CALCULATED');
  while ((await versionOf(orderId)) < LIMIT * 0.8) await life.act(orderId, 'AddNote');
  expect([await filling(80), await filling(100)]).toEqual([before80 + 1, before100]);
  await fill(orderId);
  expect([await filling(80), await filling(100)]).toEqual([before80 + 1, before100 + 1]);
  const told = lines().filter(
    (line) => line.order_id === orderId && line.message === 'an order nears its limit of events',
  );
  expect(told).toHaveLength(1);
});
