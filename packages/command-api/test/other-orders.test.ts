import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newOrderId } from '@order-ledger/ledger/identity';
import { registry } from '@order-ledger/platform/metrics';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { createLife, type Life } from '@order-ledger/testing/orders/over-http';
import { type Reply, type RunningApi, type Send, startApi } from '@order-ledger/testing/running/command-api';

let api: RunningApi;
let life: Life;
let keys: string[];

beforeAll(async () => {
  api = await startApi();
  life = createLife(api);
  keys = (await api.partners()).map(({ api_key }) => api_key);
});
afterAll(() => api.close());

const customerOf = async (orderId: string): Promise<string> => (await api.ledger.load(orderId))?.customer_ref ?? '';

/** A creation by an agent who names another order. */
const order = async (body: Record<string, unknown>, sent: Send = {}): Promise<Reply> =>
  api.post('/v1/orders', {
    credential: await api.tokenOf(ACTORS.agent),
    ...sent,
    body: { channel: 'CRM', customer_ref: 'c-1', ...body },
  });
const answer = ({ status, body }: Reply) => [status, body.code ?? body.status];

describe('an order that is free of charge because it makes another once more', () => {
  it('names one of the same customer that was shipped, in whatever case its id is written', async () => {
    const remake_of_order_id = await life.bring('DELIVERED');
    const customer_ref = await customerOf(remake_of_order_id);
    expect(answer(await order({ customer_ref, remake_of_order_id }))).toEqual([201, 'INITIATED']);
    expect(answer(await order({ customer_ref, remake_of_order_id: remake_of_order_id.toUpperCase() }))).toEqual([
      201,
      'INITIATED',
    ]);
    expect(answer(await order({ remake_of_order_id }))).toEqual([409, 'unknown-remade-order']);
  });

  it('names none that is not there, none that has not been made, and never itself', async () => {
    const unknown = [409, 'unknown-remade-order'];
    expect(answer(await order({ remake_of_order_id: crypto.randomUUID() }))).toEqual(unknown);
    const submitted = await life.bring('SUBMITTED');
    expect(answer(await order({ customer_ref: await customerOf(submitted), remake_of_order_id: submitted }))).toEqual([
      409,
      'remake-not-due',
    ]);
    const key = crypto.randomUUID();
    const itself = newOrderId(`sub:${ACTORS.agent.id}`, key);
    expect(answer(await order({ remake_of_order_id: itself }, { key }))).toEqual(unknown);
    expect(await api.ledger.load(itself)).toBeNull();
    // The guess was right.
    expect((await order({}, { key })).body.order_id).toBe(itself);
  });

  it("of a partner's customer is the partner's, and closes the return of what it remakes", async () => {
    const returned = await createLife(api, keys[0]).bring('RETURNED');
    const partner_id = (await api.ledger.load(returned))?.partner_id;
    const customer_ref = await customerOf(returned);
    const without = await order({ customer_ref, remake_of_order_id: returned });
    expect(answer(without)).toEqual([409, 'unknown-remade-order']);
    const remake = await order({ customer_ref, partner_id, remake_of_order_id: returned });
    expect(answer(remake)).toEqual([201, 'INITIATED']);
    expect(await api.ledger.load(String(remake.body.order_id))).toMatchObject({ partner_id, free_of_charge: true });

    const closing = (remake_order_id: unknown) =>
      life.send(returned, 'CloseOrder', { body: { no_refund: undefined, remake_order_id } });
    expect(answer(await closing(await life.create()))).toEqual([409, 'unknown-remake-order']);
    expect(answer(await closing(crypto.randomUUID()))).toEqual([409, 'unknown-remake-order']);
    expect(answer(await closing(String(remake.body.order_id).toUpperCase()))).toEqual([200, 'CLOSED']);
  });
});

it('an order in place of another: of the same customer, rejected or cancelled; another partner learns nothing [N3]', async () => {
  const [own, other] = keys;
  const send = (credential: string | undefined, body: object) =>
    api.post('/v1/orders', { credential, body: { customer_ref: 'c-7', channel: 'API', ...body } });
  const replaces_order_id = String((await send(own, {})).body.order_id);
  expect(answer(await send(own, { replaces_order_id }))).toEqual([409, 'replacement-not-due']);
  await life.act(replaces_order_id, 'CancelOrder');
  const foreign = await send(other, { replaces_order_id });
  const absent = await send(other, { replaces_order_id: crypto.randomUUID() });
  expect(answer(foreign)).toEqual([409, 'unknown-replaced-order']);
  const told = ({ body }: Reply) => String(body.detail).replace(/[0-9a-f-]{36}/, 'ID');
  expect(told(foreign)).toBe(told(absent));
  expect(answer(await send(own, { replaces_order_id, customer_ref: 'c-8' }))).toEqual([409, 'unknown-replaced-order']);
  // The store may order for a partner, but sees none of its orders.
  const partner_id = (await api.ledger.load(replaces_order_id))?.partner_id;
  const store = await api.tokenOf(ACTORS.store);
  const blind = await send(store, { channel: 'ONLINE_STORE', partner_id, replaces_order_id });
  expect(answer(blind)).toEqual([409, 'unknown-replaced-order']);
  expect(answer(await send(own, { replaces_order_id }))).toEqual([201, 'INITIATED']);
});

it('the store is told once more what it ordered for a partner, and sees nothing further of that order [B5]', async () => {
  const store = await api.tokenOf(ACTORS.store);
  const key = crypto.randomUUID();
  const partner_id = (await api.ledger.load(await createLife(api, keys[0]).create()))?.partner_id;
  const body = { channel: 'ONLINE_STORE', customer_ref: 'c-1', partner_id };
  const [first, again] = [
    await api.post('/v1/orders', { credential: store, key, body }),
    await api.post('/v1/orders', { credential: store, key, body }),
  ];
  expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
  const noted = await api.post(`/v1/orders/${first.body.order_id}/commands/add-note`, {
    credential: store,
    headers: { 'If-Match': '*' },
    body: { note: 'x' },
  });
  expect(answer(noted)).toEqual([404, 'unknown-order']);
});

it('a partner calls an order urgent where its plan says so, and takes no other channel than its own [N3]', async () => {
  const [credential] = keys;
  const create = (body: object) =>
    api.post('/v1/orders', { credential, body: { customer_ref: 'c-9', channel: 'API', ...body } });
  expect(answer(await create({ channel: 'ONLINE_STORE' }))).toEqual([400, 'invalid-request']);
  expect(answer(await create({ channel: 'CRM' }))).toEqual([400, 'invalid-request']);
  expect(answer(await create({ priority: 'URGENT' }))).toEqual([409, 'urgent-not-agreed']);
  const made = await create({ priority: 'HIGH' });
  const hurry = (priority: string) =>
    api.post(`/v1/orders/${made.body.order_id}/commands/change-priority`, {
      credential,
      body: { priority, reason: 'CUSTOMER_ASKED' },
      headers: { 'If-Match': '*' },
    });
  expect(answer(await hurry('URGENT'))).toEqual([409, 'urgent-not-agreed']);
  await api.pool.query('update plan set urgent_orders = true');
  try {
    expect(answer(await create({ priority: 'URGENT' }))).toEqual([201, 'INITIATED']);
    expect(answer(await hurry('URGENT'))).toEqual([200, 'INITIATED']);
  } finally {
    await api.pool.query('update plan set urgent_orders = null');
  }
});

const counted = async (name: string, labels: object): Promise<number> => {
  const metric = (await registry.getMetricsAsJSON()).find((each) => each.name === name);
  return metric?.values.find((value) => JSON.stringify(value.labels) === JSON.stringify(labels))?.value ?? 0;
};

it('a second payment is recorded, counted and told, and so is a parcel of a cancelled order [B10]', async () => {
  const twice = { command: 'RecordPayment', settlement: 'overpaid' };
  const before = await counted('money_recorded_total', twice);
  const orderId = await life.bring('WAITING_PAYMENT');
  await life.act(orderId, 'RecordPayment');
  expect(await counted('money_recorded_total', twice)).toBe(before);
  const second = { key: crypto.randomUUID(), body: { payment_id: 'second' } };
  await life.act(orderId, 'RecordPayment', second);
  await life.act(orderId, 'RecordPayment', second);
  expect(await counted('money_recorded_total', twice)).toBe(before + 1);
  const line = (text: string) =>
    api.lines().filter(({ message, order_id }) => message === text && order_id === orderId);
  expect(line('the balance of an order does not match its status')).toMatchObject([{ code: 'overpaid' }]);

  const parcels = await counted('cancelled_parcels_total', {});
  const cancelled = await life.bring('WAITING_SHIPMENT_CONFIRMATION');
  await life.act(cancelled, 'CancelOrder');
  const refused = await life.send(cancelled, 'ConfirmDelivery', { as: ACTORS.carrier });
  expect([answer(refused), refused.body.detail]).toEqual([
    [409, 'illegal-transition'],
    expect.stringContaining('recorded by RecordCarrierEvent'),
  ]);
  expect((await life.send(cancelled, 'ConfirmDelivery', { as: ACTORS.agent })).body.detail).not.toContain(
    'recorded by',
  );
  await life.act(cancelled, 'RecordCarrierEvent', { body: { kind: 'DELIVERED' } });
  expect(await counted('cancelled_parcels_total', {})).toBe(parcels + 1);
  expect(api.lines().filter(({ message }) => String(message).includes('a person must act'))).toMatchObject([
    { order_id: cancelled, kind: 'DELIVERED' },
  ]);
});
