import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createLife, type Life } from '@order-ledger/testing/orders/over-http';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { lifeInto, seededReadModel } from '@order-ledger/testing/running/read-model';
import { waitingIn } from '../src/partners/calculations.ts';

/** How many orders of each partner wait, as the read model would say it. */
const waiting = new Map<string, number>();
let api: RunningApi;
let acme: Life;
let acmeId: string;
let globex: Life;
let store: Life;

beforeAll(async () => {
  api = await startApi({ countWaiting: async (partnerId, limit) => Math.min(limit, waiting.get(partnerId) ?? 0) });
  const [first, second] = await api.partners();
  await api.pool.query('update plan set waiting_calculations = 3');
  acmeId = first?.partner_id ?? '';
  acme = createLife(api, first?.api_key);
  globex = createLife(api, second?.api_key);
  store = createLife(api);
});
afterAll(() => api.close());

it('refuses a partner whose orders wait for as many prices as his plan lets, and nobody else with him', async () => {
  const order = await acme.bring('FILE_UPLOADED');
  waiting.set(acmeId, 3);
  const refused = await acme.send(order, 'SubmitOrder');
  expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('content-type')]).toEqual([
    429,
    '60',
    'application/problem+json; charset=utf-8',
  ]);
  expect(refused.body).toMatchObject({ code: 'too-many-calculations', limit: 3 });
  expect((await api.ledger.load(order))?.status).toBe('FILE_UPLOADED');
  expect(api.lines()).toContainEqual(
    expect.objectContaining({
      message: 'refused: a share of the capacity is used up',
      name: 'waiting_calculations',
      partner_id: acmeId,
    }),
  );
  await globex.bring('SUBMITTED');
  await store.bring('SUBMITTED');
  // What calculates nothing goes on.
  await acme.bring('FILE_UPLOADED');
  waiting.set(acmeId, 2);
  const key = crypto.randomUUID();
  expect((await acme.send(order, 'SubmitOrder', { key })).status).toBe(202);
  // A repetition is answered as the first time, whatever waits now.
  waiting.set(acmeId, 3);
  expect((await acme.send(order, 'SubmitOrder', { key })).status).toBe(202);
});

it('counts what the read model knows of every instance, until an order has its price', async () => {
  const partner = 'partner-prepaid';
  const waitingLives = [1, 2].map((n) => lifeInto('SUBMITTED', n, partner));
  const others = [lifeInto('SUBMITTED', 3, 'partner-invoice'), lifeInto('PRICE_CALCULATED', 4, partner)];
  const model = await seededReadModel([...waitingLives, ...others].flat());
  await model.beat();
  const countWaiting = waitingIn(model.pool);
  const first = await startApi({ countWaiting });
  const second = await startApi({ countWaiting }, { ...first.database, drop: async () => undefined });
  try {
    const [seeded, other] = await first.partners();
    expect(seeded?.partner_id).toBe(partner);
    await first.pool.query('update plan set waiting_calculations = 3');
    const instances = [createLife(first, seeded?.api_key), createLife(second, seeded?.api_key)] as const;
    const orders = await Promise.all(instances.map((instance) => instance.bring('FILE_UPLOADED')));
    const submitAt = async (n: 0 | 1) => {
      const { status, body } = await instances[n].send(orders[n] ?? '', 'SubmitOrder');
      return [status, body.code, body.limit];
    };
    const third = lifeInto('SUBMITTED', 5, partner);
    await model.store(third);
    for (const n of [0, 1] as const) expect(await submitAt(n)).toEqual([429, 'too-many-calculations', 3]);
    await createLife(second, other?.api_key).bring('SUBMITTED');
    await model.store(lifeInto('PRICE_CALCULATED', 5, partner).slice(third.length));
    expect((await submitAt(1))[0]).toBe(202);
  } finally {
    await second.close();
    await first.close();
    await model.drop();
  }
}, 120_000);
