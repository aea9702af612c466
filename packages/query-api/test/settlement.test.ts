import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { lifeInto } from '@order-ledger/testing/running/read-model';
import { QUERY_ROUTES } from '../src/http/query-routes.ts';

const rub = (amount: number) => ({ amount, currency: 'RUB' });
const PRICE = 129_900;
const goodwill = (amount: number) =>
  ['RecordRefund', { as: 'supervisor', body: { amount: rub(amount), reason: 'GOODWILL' } }] as const;
const cancelled = ['CancelOrder', ['RecordCarrierEvent', { body: { kind: 'DELIVERED' } }]] as const;

/** Events until the carrier is asked; the next one is the cancellation. */
const REQUESTED = lifeInto('WAITING_SHIPMENT_CONFIRMATION', 8, 'acme').length;

const LIVES = {
  begun: lifeInto('SUBMITTED', 1, 'acme'),
  waiting: lifeInto('WAITING_PAYMENT', 2, 'acme', { more: [['RecordPayment', { body: { amount: rub(900) } }]] }),
  twice: lifeInto('WAITING_PAYMENT', 3, 'acme', { more: ['RecordPayment', 'RecordPayment'] }),
  twiceOfHouse: lifeInto('CLOSED', 4, null, { more: ['RecordPayment'] }),
  given: lifeInto('CLOSED', 5, 'acme', { more: [goodwill(PRICE + 50)] }),
  closed: lifeInto('CLOSED', 6, 'acme'),
  delivered: lifeInto('WAITING_SHIPMENT_CONFIRMATION', 7, 'acme', { more: [...cancelled] }),
  decided: lifeInto('WAITING_SHIPMENT_CONFIRMATION', 8, 'acme', {
    more: [...cancelled, ['RecordCorrection', { body: { corrects_event_version: REQUESTED + 1 } }]],
  }),
};
type Name = keyof typeof LIVES;
const idOf = (name: Name): string => (LIVES[name][0] as RecordedEvent).metadata.order_id;
const namesOf = (orders: { order_id: string }[]): Name[] =>
  orders.map(({ order_id }) => (Object.keys(LIVES) as Name[]).find((name) => idOf(name) === order_id) as Name).sort();

let api: RunningApi;
let credentials: Record<'agent' | 'acme' | 'carrier', string>;
beforeAll(async () => {
  api = await startApi(Object.values(LIVES).flat());
  credentials = {
    agent: await api.tokenOf(ACTORS.agent),
    acme: await api.keyOf('acme'),
    carrier: await api.tokenOf(ACTORS.carrier),
  };
});
afterAll(() => api.close());

const get = (path: string, who: keyof typeof credentials = 'agent') => api.get(path, { credential: credentials[who] });
const shown = async (name: Name, query = '') => {
  const { body } = await get(`/v1/orders/${idOf(name)}${query}`);
  QUERY_ROUTES.readOrder.answer.schema.parse(body);
  return [body.settlement, body.settlement_amount.amount];
};

describe('how the money of an order stands', () => {
  it('is told of one order and in lists, by how much it does not fit', async () => {
    const expected: Record<Name, [string, number]> = {
      begun: ['settled', 0],
      waiting: ['underpaid', PRICE - 900],
      twice: ['overpaid', PRICE],
      twiceOfHouse: ['overpaid', PRICE],
      given: ['over-refunded', PRICE + 50],
      closed: ['settled', 0],
      delivered: ['overpaid', PRICE],
      decided: ['settled', 0],
    };
    for (const name of Object.keys(LIVES) as Name[]) expect([name, await shown(name)]).toEqual([name, expected[name]]);
    const { body } = await get('/v1/orders');
    QUERY_ROUTES.listOrders.answer.schema.parse(body);
    for (const [name, [settlement, amount]] of Object.entries(expected)) {
      const listed = body.orders.find(({ order_id }: { order_id: string }) => order_id === idOf(name as Name));
      expect(listed).toMatchObject({ settlement, settlement_amount: rub(amount) });
    }
  });

  it('is told of any moment', async () => {
    const paidOnce = LIVES.twice.at(-2)?.metadata.recorded_at;
    expect(await shown('twice', `?as_of=${paidOnce}`)).toEqual(['settled', 0]);
  });

  it('narrows lists, whatever their sort, and is counted', async () => {
    for (const [settlement, names] of [
      ['underpaid', ['waiting']],
      ['overpaid', ['delivered', 'twice', 'twiceOfHouse']],
      ['over-refunded', ['given']],
    ] as const) {
      for (const sort of ['newest', 'stage_age', 'priority']) {
        const { body } = await get(`/v1/orders?settlement=${settlement}&sort=${sort}&total=true`);
        expect([sort, body.total, namesOf(body.orders)]).toEqual([sort, names.length, names]);
      }
    }
    const { body } = await get('/v1/orders?settlement=overpaid&status=WAITING_PAYMENT');
    expect(namesOf(body.orders)).toEqual(['twice']);
    const board = (await get('/v1/board')).body;
    QUERY_ROUTES.readBoard.answer.schema.parse(board);
    expect(board.settlement).toEqual({ underpaid: 1, overpaid: 3, 'over-refunded': 1 });
    expect((await get('/v1/board?as_of=2026-03-02T08:30:00Z')).body.settlement).toBeUndefined();
  });

  it('narrows no list of the past and no stream, and knows no other word', async () => {
    const past = await get('/v1/orders?settlement=overpaid&as_of=2026-03-02T08:30:00Z');
    expect([past.status, past.body.code]).toEqual([400, 'filter-of-today']);
    for (const path of ['orders?settlement=settled', 'orders?settlement=over_refunded', 'events?settlement=overpaid'])
      expect([path, (await get(`/v1/${path}`)).status]).toEqual([path, 400]);
  });

  it('is for the partner whose order it is, and never for a carrier [N3]', async () => {
    const own = await get('/v1/orders?settlement=overpaid', 'acme');
    expect(namesOf(own.body.orders)).toEqual(['delivered', 'twice']);
    expect(own.body.orders[0]).toMatchObject({ settlement: 'overpaid', settlement_amount: rub(PRICE) });
    expect(own.text).not.toContain('needs_person');
    expect((await get('/v1/orders?needs_person=true', 'acme')).body.code).toBe('filter-forbidden');

    const parcel = await get(`/v1/orders/${idOf('delivered')}`, 'carrier');
    expect(parcel.status).toBe(200);
    expect(parcel.text).not.toMatch(/settlement|needs_person|paid/);
    for (const filter of ['settlement=overpaid', 'needs_person=true'])
      expect((await get(`/v1/orders?${filter}`, 'carrier')).body.code).toBe('filter-forbidden');
  });
});

describe('an order that needs a person', () => {
  it('is listed with both events until one of them is corrected, and counted', async () => {
    const { body } = await get('/v1/orders?needs_person=true&sort=stage_age&total=true');
    expect([body.total, namesOf(body.orders)]).toEqual([1, ['delivered']]);
    const [cancellation, delivery] = LIVES.delivered.slice(-2).map(({ type, metadata }) => ({
      type,
      event_version: metadata.event_version,
      occurred_at: metadata.occurred_at,
      recorded_at: metadata.recorded_at,
    }));
    const events = [
      { ...cancellation, code: 'CANNOT_PRODUCE' },
      { ...delivery, code: 'DELIVERED' },
    ];
    const needs_person = { reason: 'PARCEL_OF_CANCELLED_ORDER', events };
    expect(body.orders[0]).toMatchObject({ status: 'CANCELLED', needs_person });
    expect((await get(`/v1/orders/${idOf('delivered')}`)).body).toMatchObject({ needs_person });
    expect((await get(`/v1/orders/${idOf('decided')}`)).body.needs_person).toBeNull();
    expect((await get('/v1/board')).body.needs_person).toBe(1);
    expect((await get('/v1/orders?needs_person=false&limit=200')).body.orders).toHaveLength(8);
  });
});
