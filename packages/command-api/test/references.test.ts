import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@order-ledger/domain/grants';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';

let api: RunningApi;
let partner: string;
let store: string;
let crm: string;

const STORE: Actor = { id: 'store', kind: 'service', roles: ['store.service'] };
const CRM: Actor = { id: 'crm', kind: 'service', roles: ['crm.service'] };
const NEW_ORDER = { customer_ref: 'customer-17', channel: 'API' };
const LONGEST = '\u{20BB7}'.repeat(100);

beforeAll(async () => {
  api = await startApi();
  partner = (await api.partners())[0]?.api_key ?? '';
  store = await api.tokenOf(STORE);
  crm = await api.tokenOf(CRM);
});
afterAll(() => api.close());

const create = (fields: Record<string, unknown>, key: string = crypto.randomUUID()) =>
  api.post('/v1/orders', { credential: partner, key, body: { ...NEW_ORDER, ...fields } });

describe('a reference', () => {
  it.each([
    'ЗК-000123',
    '#1001',
    '№ 5',
    '5726128734520',
    '5726128734527',
    '305-1234567-1234567',
    'gid://shop/Order/5726128734520',
    '4006381333931',
    '7707083893',
    '500100732259',
    '112-233-445 95',
    '79161234567',
    'anna.k/79161234567',
    'ORD-4111111111111111',
    LONGEST,
  ])('%s is taken and stored, wherever it stands', async (text) => {
    const { status, body } = await create({ customer_ref: text, external_ref: text, note: 'with a note' });
    expect([status, body.errors]).toEqual([201, undefined]);
    expect(await api.ledger.load(String(body.order_id))).toMatchObject({ customer_ref: text, external_ref: text });
  });

  it.each([
    ['customer_ref', '+79161234567', /telephone number/],
    ['external_ref', 'тел. +7 916 123-45-67', /telephone number/],
    ['external_ref', '8/916/1234567', /telephone number/],
    ['customer_ref', '(916) 123-45-67', /U\+0028/],
    ['customer_ref', 'jane@example.com', /U\+0040/],
    ['external_ref', '4111 1111 1111 1111', /prefix/],
    ['external_ref', '378282246310005', /prefix/],
    ['external_ref', '№\u{A0}5', /U\+00A0/],
  ])('in %s is never %s [M2]', async (field, text, words) => {
    const { status, body } = await create({ [field]: text });
    expect([status, body.errors]).toEqual([400, [{ pointer: `/${field}`, detail: expect.stringMatching(words) }]]);
    expect(JSON.stringify(body)).not.toContain(text);
  });

  it('in delivery is looked at like the others', async () => {
    const orderId = String((await create({})).body.order_id);
    const submit = (address_ref: string) =>
      api.post(`/v1/orders/${orderId}/commands/submit-order`, {
        credential: partner,
        headers: { 'If-Match': '"v1"' },
        body: { material: 'PLA', process: 'FDM', quantity: 1, delivery: { method: 'CARRIER', address_ref } },
      });
    const { status, body } = await submit('+79161234567');
    expect([status, body.errors]).toEqual([
      400,
      [{ pointer: '/delivery/address_ref', detail: expect.stringContaining('telephone') }],
    ]);
    // Nothing is wrong with the body: there is no model yet.
    expect((await submit('адрес № 7')).status).toBe(409);
  });

  it('to a thing may be a telephone number by its form, and no card number', async () => {
    const orderId = String((await create({})).body.order_id);
    const pay = (payment_id: string) =>
      api.post(`/v1/orders/${orderId}/commands/record-payment`, {
        credential: crm,
        body: { payment_id, amount: { amount: 1, currency: 'RUB' }, method: 'CARD' },
      });
    const refused = await pay('5555 5555 5555 4444');
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [{ pointer: '/payment_id', detail: expect.stringContaining('prefix') }],
    ]);
    const detailsOf = async (text: string) => (await pay(text)).body.code;
    expect([await detailsOf('8-916-123-45-67'), await detailsOf('N5555555555554444')]).not.toContain('invalid-request');
  });
});

describe('another normal form of a reference', () => {
  it('makes no other request, so the first answer is repeated', async () => {
    const key = crypto.randomUUID();
    const fields = { customer_ref: 'Й-1', external_ref: 'Björn № 1' };
    const first = await create(fields, key);
    const again = await create(
      { customer_ref: 'Й-1'.normalize('NFD'), external_ref: ` ${'Björn № 1'.normalize('NFD')} ` },
      key,
    );
    expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true']);
    expect(again.text).toBe(first.text);
    expect((await create({ ...fields, external_ref: 'Björn № 2' }, key)).status).toBe(422);
    expect(await api.ledger.load(String(first.body.order_id))).toMatchObject(fields);
  });

  it('names the same customer, for whom the store acts', async () => {
    const { body } = await api.post('/v1/orders', {
      credential: store,
      body: { customer_ref: 'Й-1'.normalize('NFD'), channel: 'ONLINE_STORE' },
    });
    const orderId = String(body.order_id);
    const { value: created } = await api.ledger.readOrder(orderId)[Symbol.asyncIterator]().next();
    expect(created.metadata.actor).toMatchObject({ id: 'store', on_behalf_of: 'Й-1' });
  });
});
