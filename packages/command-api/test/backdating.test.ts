import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Actor } from '@order-ledger/domain/grants';
import type { Metadata } from '@order-ledger/domain/metadata';
import { createLife, type Life } from '@order-ledger/testing/orders/over-http';
import { type Reply, type RunningApi, startApi } from '@order-ledger/testing/running/command-api';

const DAY_S = 86_400;
const LIMIT_S = 30 * DAY_S;
const ZERO = '1970-01-01T00:00:00Z';

let api: RunningApi;
let life: Life;
let partner: string;

beforeAll(async () => {
  api = await startApi({ backdatingLimitS: LIMIT_S });
  life = createLife(api);
  [partner] = (await api.partners()).map(({ api_key }) => api_key) as [string];
});
afterAll(() => api.close());

const AGENT: Actor = { id: `agent-${crypto.randomUUID()}`, kind: 'person', roles: ['crm.agent'] };
const STORE: Actor = { id: 'store', kind: 'service', roles: ['store.service'] };
const CRM: Actor = { id: 'crm', kind: 'service', roles: ['crm.service'] };

const secondsAgo = (s: number): string => new Date(Date.now() - s * 1_000).toISOString();
const create = (credential: string, channel: string, occurred_at: string) =>
  api.post('/v1/orders', { credential, body: { customer_ref: 'customer-17', channel, occurred_at } });

const creationOf = async ({ body }: Reply): Promise<Metadata> => {
  for await (const { metadata } of api.ledger.readOrder(String(body.order_id))) return metadata;
  throw new Error('there is no such order');
};

/** The oldest time that a refusal names, or what else was answered. */
const oldestNamed = ({ status, body }: Reply): string => {
  const [error] = (body.errors ?? []) as { pointer: string; detail: string }[];
  const named = /^must not lie before (\S+):/.exec(error?.detail ?? '')?.[1];
  return status === 400 && error?.pointer === '/occurred_at' && named !== undefined ? named : JSON.stringify(body);
};
const expectLimit = (named: string): void => {
  expect(Math.abs(Date.now() - LIMIT_S * 1_000 - Date.parse(named))).toBeLessThan(60_000);
};

it('refuses an order that a partner or a person dates far back, and names the oldest time that is allowed', async () => {
  const agent = await api.tokenOf(AGENT);
  for (const occurred_at of [ZERO, secondsAgo(LIMIT_S + 60)]) {
    expectLimit(oldestNamed(await create(partner, 'API', occurred_at)));
    expectLimit(oldestNamed(await create(agent, 'CRM', occurred_at)));
  }
  const recent = secondsAgo(LIMIT_S - 600);
  for (const reply of [await create(partner, 'API', recent), await create(agent, 'CRM', recent)]) {
    expect(reply.status).toBe(201);
    expect((await creationOf(reply)).occurred_at).toBe(recent);
  }
});

it('refuses every other command that is dated so, and leaves the order as it was', async () => {
  const orderId = await life.create();
  const as: Actor = { ...AGENT, roles: ['crm.supervisor'] };
  expectLimit(oldestNamed(await life.send(orderId, 'RecordCorrection', { as, body: { occurred_at: ZERO } })));
  expectLimit(oldestNamed(await life.send(orderId, 'CancelOrder', { as: AGENT, body: { occurred_at: ZERO } })));
  expect((await api.ledger.load(orderId))?.event_version).toBe(1);
});

it('lets services bring in what is old, for a customer too, but nothing from before all times', async () => {
  const store = await api.tokenOf(STORE);
  const made = await create(store, 'ONLINE_STORE', ZERO);
  expect(made.status).toBe(201);
  const orderId = String(made.body.order_id);
  const { occurred_at, actor } = await creationOf(made);
  expect([occurred_at, actor.on_behalf_of]).toEqual(['1970-01-01T00:00:00.000Z', 'customer-17']);
  const payment = { payment_id: 'p-1', amount: { amount: 1, currency: 'RUB' }, method: 'BANK', occurred_at: ZERO };
  expect((await life.send(orderId, 'RecordPayment', { as: CRM, body: payment })).status).toBe(200);
  const { status, body } = await create(store, 'ONLINE_STORE', '0001-01-01T00:00:00+03:00');
  expect([status, body.errors]).toEqual([
    400,
    [{ pointer: '/occurred_at', detail: expect.stringContaining('between 1970-01-01T00:00:00.000Z and 9999') }],
  ]);
});

it('answers a repetition as the first time, when its time has become too old meanwhile', async () => {
  const key = crypto.randomUUID();
  const body = { customer_ref: 'customer-17', channel: 'CRM', occurred_at: secondsAgo(20 * DAY_S) };
  const first = await api.post('/v1/orders', { credential: await api.tokenOf(AGENT), key, body });
  expect(first.status).toBe(201);
  const payment = { payment_id: 'p-1', occurred_at: secondsAgo(20 * DAY_S) };
  const paid = await life.send(String(first.body.order_id), 'RecordPayment', { as: AGENT, body: payment });
  expect(paid.status).toBe(200);

  const later = await startApi({ backdatingLimitS: 10 * DAY_S });
  try {
    const credential = await later.tokenOf(AGENT);
    const again = await later.post('/v1/orders', { credential, key, body });
    expect([again.status, again.text, again.headers.get('idempotent-replayed')]).toEqual([201, first.text, 'true']);
    const fact = await createLife(later).send(String(first.body.order_id), 'RecordPayment', {
      as: AGENT,
      body: payment,
    });
    expect([fact.status, fact.body.events]).toEqual([200, paid.body.events]);
    const fresh = await later.post('/v1/orders', { credential, body });
    expect(oldestNamed(fresh)).toMatch(/^\d{4}-/);
  } finally {
    await later.close();
  }
});

it('chooses no order for a "next for me" that is dated so', async () => {
  let asked = 0;
  const readyOrders = async () => {
    asked += 1;
    return [{ order_id: orderId }];
  };
  const orderId = await life.bring('MANUFACTURING_APPROVED');
  const shopFloor = await startApi({ backdatingLimitS: LIMIT_S, readyOrders: readyOrders as never });
  try {
    const credential = await shopFloor.tokenOf({ id: 'operator-1', kind: 'person', roles: ['mes.operator'] });
    for (const occurred_at of [ZERO, new Date(Date.now() + 120_000).toISOString()]) {
      const { status } = await shopFloor.post('/v1/shop-floor/next', { credential, body: { occurred_at } });
      expect(status).toBe(400);
    }
    // What is chosen is written at once, in a stream of its own.
    expect(asked).toBe(0);
    expect((await shopFloor.post('/v1/shop-floor/next', { credential, body: {} })).status).toBe(200);
  } finally {
    await shopFloor.close();
  }
});
