import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createLife, type Life } from './support/life.ts';
import { type RunningApi, startApi } from './support/running-api.ts';

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
    expect.objectContaining({ message: 'a share is used up', name: 'waiting_calculations', partner_id: acmeId }),
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
