import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { MODEL_SHA256 } from '@order-ledger/testing/orders/rightful';
import { type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { lifeInto } from '@order-ledger/testing/running/read-model';
import { QUERY_ROUTES } from '../src/http/query-routes.ts';

const [WITH_MODEL, WITHOUT] = [lifeInto('PRICE_CALCULATED', 1, 'acme'), lifeInto('INITIATED', 2, 'acme')];
const idOf = (life: typeof WITH_MODEL): string => life[0]?.metadata.order_id ?? '';
const DIGEST = 'b'.repeat(64);
const FILE = Buffer.from('glTF of a cube');

let api: RunningApi;
let lead: string;
beforeAll(async () => {
  api = await startApi([WITH_MODEL, WITHOUT].flat());
  lead = await api.tokenOf(ACTORS.lead);
});
afterAll(() => api.close());

const ask = (life: typeof WITH_MODEL, headers: Record<string, string> = {}) =>
  api.get(`/v1/orders/${idOf(life)}/preview`, { credential: lead, headers });

it('says that there is no preview of a model that nobody has looked at, and of an order without one', async () => {
  for (const life of [WITH_MODEL, WITHOUT]) {
    const { status, body } = await ask(life);
    expect([status, body.code]).toEqual([404, 'no-preview']);
  }
});

it('shows how the model of an order looks, and says when the caller has that already', async () => {
  await api.model.pool.query('insert into upload.preview (sha256, file, digest) values ($1, $2, $3)', [
    MODEL_SHA256,
    FILE,
    DIGEST,
  ]);
  const first = await ask(WITH_MODEL);
  expect([first.status, first.text, first.headers.get('content-type'), first.headers.get('etag')]).toEqual([
    200,
    FILE.toString(),
    'model/gltf-binary',
    `"${DIGEST}"`,
  ]);
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  const again = await ask(WITH_MODEL, { 'If-None-Match': `W/"${DIGEST}"` });
  expect([again.status, again.text]).toEqual([304, '']);
});

it('tells where the faces are for which the last measure of an order refuses it', async () => {
  const asked = () => api.get(`/v1/orders/${idOf(WITH_MODEL)}/preview/marks`, { credential: lead });
  expect((await asked()).body).toEqual({ order_id: idOf(WITH_MODEL), marks: [] });
  const marks = [{ code: 'THIN_WALL', faces: [7], corners: [0, 0, 0, 1.5, 0, 0, 0, 1.5, 0] }];
  const { pool } = api.model;
  await pool.query(
    `insert into pricing.price_job (measure_key, tenant, sha256, unit, orientation, process, engine_version, triangles, bytes,
       lane, predicted_p50_s, predicted_p95_s) values ('key', 'house', $1, 'MM', 'AS_IS', 'FDM', '0', 12, 684, 'SHORT', 1, 1)`,
    [MODEL_SHA256],
  );
  await pool.query(
    `insert into pricing.waiter (order_id, measure_key, job_id, run, attempt, spec_version, state)
     values ($1, 'key', gen_random_uuid(), 1, 1, 1, 'DONE')`,
    [idOf(WITH_MODEL)],
  );
  await pool.query(
    `insert into pricing.measure (measure_key, result, triangles, orientation, process, seconds)
     values ('key', $1, 12, 'AS_IS', 'FDM', 1)`,
    [JSON.stringify({ ok: false, marks })],
  );
  const { body } = await asked();
  expect(QUERY_ROUTES.readMarks.answer.schema.parse(body).marks).toEqual(marks);
});
