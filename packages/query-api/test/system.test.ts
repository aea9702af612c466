import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { oldestAbove } from '@order-ledger/read-model/reading/oldest-above';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { journeyTo } from '@order-ledger/testing/orders/journeys';
import { uuidOf } from '@order-ledger/testing/orders/specification';
import { type RunningApi, startApiOver } from '@order-ledger/testing/running/query-api';
import { renamed, type SeededReadModel, seededReadModel } from '@order-ledger/testing/running/read-model';
import { systemAnswer } from '../src/presentation/system-answer.ts';

const EVENTS = renamed(journeyTo('SHIPPED').events, 'shipped');

let model: SeededReadModel;
let api: RunningApi;
let credential: string;
beforeAll(async () => {
  model = await seededReadModel(EVENTS);
  await model.beat();
  api = await startApiOver(model);
  credential = await api.tokenOf({ id: 'olga', kind: 'person', roles: ['ops'] });
});
afterAll(() => api.close());

it('tells how far the followers of the ledger are, what is parked, and who could not be asked', async () => {
  await model.pool.query(
    `insert into ${model.schema}.order_parked (order_id, event_version, reason, detail, closed_at)
     values ($1, 3, 'unreadable', 'as a test has it', null), ($2, 1, 'unreadable', 'closed by a person', now())`,
    [uuidOf('parked'), uuidOf('closed')],
  );
  const { status, body } = await api.get('/v1/system', { credential });
  expect(status).toBe(200);
  const { followers, parked, processes, queues, objectives, away } = systemAnswer.parse(body);
  expect(followers.map(({ process }) => process)).toEqual(['projector']);
  expect(followers[0]?.position).toMatch(/^\d+$/);
  expect(parked).toEqual([
    expect.objectContaining({ order_id: uuidOf('parked'), process: 'projector', reason: 'unreadable' }),
  ]);
  // No process runs beside this one, and none is named.
  expect([processes, queues, objectives]).toEqual([null, null, null]);
  expect(away.map(({ source }) => source)).toEqual(
    expect.arrayContaining(['processes', 'queues', 'objectives', 'parked']),
  );
});

it('knows the oldest event that a follower has not done', async () => {
  const times = EVENTS.map(({ metadata }) => Date.parse(metadata.recorded_at));
  expect((await oldestAbove(model, null))?.getTime()).toBe(Math.min(...times));
  expect(await oldestAbove(model, '9223372036854775807')).toBeNull();
});

it('is for nobody who sees only some orders', async () => {
  const store = await api.tokenOf(ACTORS.store);
  expect((await api.get('/v1/system', { credential: store })).body.code).toBe('route-forbidden');
});
