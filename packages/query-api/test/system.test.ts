import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { journeyTo } from '@order-ledger/testing/orders/journeys';
import { type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { renamed } from '@order-ledger/testing/running/read-model';
import { systemAnswer } from '../src/presentation/system-answer.ts';

let api: RunningApi;
let credential: string;
beforeAll(async () => {
  api = await startApi(renamed(journeyTo('SHIPPED').events, 'shipped'));
  credential = await api.tokenOf({ id: 'olga', kind: 'person', roles: ['ops'] });
});
afterAll(() => api.close());

it('tells how far the followers of the ledger are, what is parked, and who could not be asked', async () => {
  const { status, body } = await api.get('/v1/system', { credential });
  expect(status).toBe(200);
  const { followers, parked, processes, queues, away } = systemAnswer.parse(body);
  expect(followers.map(({ process }) => process)).toEqual(['projector']);
  expect(followers[0]?.position).toMatch(/^\d+$/);
  expect(parked).toEqual([]);
  // No process runs beside this one, and none is named.
  expect([processes, queues]).toEqual([null, null]);
  expect(away.map(({ source }) => source)).toEqual(expect.arrayContaining(['processes', 'queues', 'parked']));
});

it('is for nobody who sees only some orders', async () => {
  const store = await api.tokenOf(ACTORS.store);
  expect((await api.get('/v1/system', { credential: store })).body.code).toBe('route-forbidden');
});
