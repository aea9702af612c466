import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPool } from '@order-ledger/platform/postgres';
import { keepingLog } from '@order-ledger/testing/lines';
import { asciiStl, cubeBody, cubeStl, gappedCubeBody, openCubeStl } from '@order-ledger/testing/models/bodies';
import { bodyAs3mf } from '@order-ledger/testing/models/three-mf';
import { createLife, type Life } from '@order-ledger/testing/orders/over-http';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { issueKey } from '@order-ledger/testing/running/partner-keys';
import type { TusClient } from '@order-ledger/testing/running/tus-client';
import { type RunningUploads, startUploads } from '@order-ledger/testing/running/uploads';
import type pg from 'pg';
import { DEFAULT_HOUSE_TERMS } from '../../command-api/src/partners/plans.ts';
import { uploadsIn } from '../../command-api/src/uploads.ts';

const READER = `reader_${crypto.randomUUID().slice(0, 8)}`;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let uploads: RunningUploads;
let store: TusClient;
let reader: pg.Pool;
let api: RunningApi;
let life: Life;

beforeAll(async () => {
  uploads = await startUploads({ roles: [READER] });
  store = await uploads.store();
  const url = new URL(uploads.database);
  url.username = READER;
  url.password = READER;
  // Its own role: what upload-api grants must be enough.
  reader = createPool({ connectionString: url.href, applicationName: 'test', name: 'reader', log: keepingLog().log });
  api = await startApi({ findUpload: uploadsIn(reader) });
  life = createLife(api);
}, 120_000);
afterAll(async () => {
  await api.close();
  await reader.end();
  await uploads.close();
});

const uploaded = async (bytes: Uint8Array, by = store): Promise<string> =>
  String((await by.upload(bytes)).path.split('/').at(-1));
const attach = async (orderId: string, body: Record<string, unknown>) => life.send(orderId, 'AttachModel', { body });
const modelOf = async (orderId: string): Promise<Record<string, unknown> | undefined> => {
  for await (const { type, data } of api.ledger.readOrder(orderId)) {
    if (type === 'ModelFileUploaded') return data.model as unknown as Record<string, unknown>;
  }
  return undefined;
};

it('attaches an upload by its id in any case', async () => {
  const cube = cubeStl(20);
  const id = await uploaded(cube);
  const orderId = await life.create();
  const reply = await attach(orderId, { upload_id: id.toUpperCase(), sha256: sha256(cube) });
  expect([reply.status, reply.body.status]).toEqual([200, 'FILE_UPLOADED']);
  expect((await api.ledger.load(orderId))?.specification?.upload_id).toBe(id);
});

it.each([
  ['MM', 20_000],
  ['CM', 200_000],
  ['INCH', 508_000],
  ['M', 20_000_000],
])('attaches a valid upload to an order, its file read in %s [R2] [R3]', async (unit, side) => {
  const cube = cubeStl(20);
  const orderId = await life.create();
  const reply = await attach(orderId, { upload_id: await uploaded(cube), sha256: sha256(cube), unit });
  expect([reply.status, reply.body.status]).toEqual([200, 'FILE_UPLOADED']);
  expect(await modelOf(orderId)).toEqual({
    bytes: 684,
    format: 'STL_BINARY',
    triangles: 12,
    bounding_box: [side, side, side],
    warnings: [],
  });
});

it('reads a 3MF in its own unit, whatever is asked for [R2] [R3]', async () => {
  const cube = bodyAs3mf(cubeBody(1), 'inch');
  const orderId = await life.create();
  const reply = await attach(orderId, { upload_id: await uploaded(cube), sha256: sha256(cube), unit: 'CM' });
  expect(reply.status).toBe(200);
  expect((await api.ledger.load(orderId))?.specification).toMatchObject({
    unit: 'MM',
    model: { format: '3MF', bounding_box: [25_400, 25_400, 25_400] },
  });
});

it('shows in the order what is wrong with the geometry, before anybody asks for a price [R2]', async () => {
  const open = openCubeStl(10);
  const orderId = await life.create();
  expect((await attach(orderId, { upload_id: await uploaded(open), sha256: sha256(open) })).status).toBe(200);
  expect(await modelOf(orderId)).toMatchObject({ warnings: [{ code: 'OPEN_EDGES', count: 3 }] });
});

it('says within how much corners were taken for one, in the unit of the order [R2]', async () => {
  const noisy = asciiStl(gappedCubeBody(20, 2.7e-16));
  const orderId = await life.create();
  const reply = await attach(orderId, { upload_id: await uploaded(noisy), sha256: sha256(noisy), unit: 'CM' });
  expect(reply.status).toBe(200);
  expect(await modelOf(orderId)).toMatchObject({
    warnings: [{ code: 'MERGED_CORNERS', count: 4, faces: [], tolerance: 0.05 }],
  });
});

it('attaches no file that is no model, none that is not whole, and none but the one that is named', async () => {
  const cube = cubeStl(11);
  const truncated = cube.subarray(0, 300);
  const half = await store.begin(cube.length);
  const cases: [string, string][] = [
    [await uploaded(truncated), sha256(truncated)],
    [String(half.split('/').at(-1)), sha256(cube)],
    [await uploaded(cube), sha256(truncated)],
  ];
  const orderId = await life.create();
  for (const [upload_id, hash] of cases) {
    const { status, body } = await attach(orderId, { upload_id, sha256: hash });
    expect([status, body.code]).toEqual([409, 'upload-unusable']);
  }
  expect((await api.ledger.load(orderId))?.status).toBe('INITIATED');
});

it("attaches nobody else's upload, and does not tell that there is one", async () => {
  const cube = cubeStl(12);
  const orderId = await life.create();
  const foreign = await uploaded(cube, await uploads.partner('acme'));
  for (const upload_id of [foreign, crypto.randomUUID(), 'not/an-id']) {
    const { status, body } = await attach(orderId, { upload_id, sha256: sha256(cube) });
    expect([status, body.code]).toEqual([409, 'unknown-upload']);
  }
});

it("attaches a partner's upload to its own order, by its key, and no other partner's", async () => {
  await api.pool.query(`
    insert into plan (plan, terms, burst_per_second, sustained_per_minute)
      select 'test', $json$${JSON.stringify(DEFAULT_HOUSE_TERMS)}$json$, 1000, 10000;
    insert into partner (partner_id, plan) values ('acme', 'test')`);
  const credential = await issueKey(api.pool, 'acme');
  const order = await api.post('/v1/orders', { credential, body: { customer_ref: 'c-1', channel: 'API' } });
  const cube = cubeStl(13);
  const attachOwn = (upload_id: string) =>
    api.post(`/v1/orders/${order.body.order_id}/commands/attach-model`, {
      credential,
      body: { upload_id, sha256: sha256(cube) },
      headers: { 'If-Match': String(order.headers.get('etag')) },
    });
  for (const other of [store, await uploads.partner('globex')]) {
    expect((await attachOwn(await uploaded(cube, other))).body.code).toBe('unknown-upload');
  }
  const attached = await attachOwn(await uploaded(cube, await uploads.partner('acme')));
  expect([attached.status, attached.body.status]).toEqual([200, 'FILE_UPLOADED']);
});

it('lets the reader see what is published and nothing else', async () => {
  await expect(reader.query('select 1 from upload.upload')).rejects.toThrow(/permission denied/);
  const { rows } = await reader.query('select * from upload.model_view limit 1');
  expect(Object.keys(rows[0])).toEqual([
    'upload_id',
    'owner',
    'sha256',
    'complete',
    'valid',
    'fault_code',
    'fault_detail',
    'model',
  ]);
});
