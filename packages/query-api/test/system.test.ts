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

it('tells of each follower with a place of its own whether it has done all that the tables hold', async () => {
  const { rows } = await model.pool.query<{ last: string }>(
    `select max(position_commit)::text as last from ${model.schema}.order_timeline`,
  );
  await model.pool.query(
    'insert into command_api.checkpoint (follower, commit_position, prepare_position) values ($1, $2, $2)',
    ['command-api', rows[0]?.last],
  );
  await model.pool.query(
    `insert into pricing.checkpoint (name, commit_position, prepare_position, epoch, owner_id)
     values ('turns@1', 1, 1, 1, gen_random_uuid())`,
  );
  const { body } = await api.get('/v1/system', { credential });
  const { followers, away } = systemAnswer.parse(body);
  expect(followers.map(({ process, behind }) => [process, behind])).toEqual([
    ['projector', false],
    ['command-api', false],
    ['pricing-worker', true],
  ]);
  expect(followers.at(-1)?.lag_ms).toBeGreaterThan(0);
  expect(away).toContainEqual({ source: 'followers', says: expect.stringContaining('manufacturing-worker') });
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
