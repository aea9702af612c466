import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cubeStl, openCubeStl } from '@order-ledger/testing/models/bodies';
import { type RunningUploads, startUploads } from '@order-ledger/testing/running/uploads';
import { until } from '@order-ledger/testing/waiting';

let uploads: RunningUploads;
let acme: string;
let globex: string;

beforeAll(async () => {
  uploads = await startUploads();
  [acme, globex] = [await uploads.key('acme'), await uploads.key('globex')];
}, 120_000);
afterAll(async () => expect(await uploads.close()).toBe(0));

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const ask = (path: string, credential: string, headers: Record<string, string> = {}) =>
  fetch(`${uploads.url()}${path}/preview`, { headers: { Authorization: `Bearer ${credential}`, ...headers } });

it('shows an upload to who made it, with the faces at fault marked, and to nobody else [N3]', async () => {
  const { path } = await uploads.client(acme).upload(openCubeStl(10));
  const answer = await ask(path, acme);
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    'model/gltf-binary',
    'private, no-cache',
  ]);
  const file = Buffer.from(await answer.arrayBuffer());
  expect(file.subarray(0, 4).toString()).toBe('glTF');
  expect(file.toString('latin1')).toContain('OPEN_EDGES');
  const tag = answer.headers.get('etag') ?? '';
  expect(tag).toBe(`"${sha256(file)}"`);
  const again = await ask(path, acme, { 'If-None-Match': tag });
  expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
  expect((await ask(path, globex)).status).toBe(404);
  expect((await ask(path, await uploads.token(['analyst'], 'person'))).status).toBe(403);
});

it('says why nothing is shown of a file that is no model', async () => {
  const { path } = await uploads.client(acme).upload(cubeStl(9).subarray(0, 500));
  const answer = await ask(path, acme);
  expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'no-preview' }]);
});

it('makes those of models that came before there were any, and none twice', async () => {
  const { path } = await uploads.client(acme).upload(cubeStl(11));
  await uploads.pool.query('delete from upload.preview');
  await uploads.restart();
  await until('the model can be looked at', async () => (await ask(path, acme)).status === 200);
  await until('all have one', async () => {
    const { rows: left } = await uploads.pool.query(
      `select from upload.upload u where state = 'VALID' and not exists (select from upload.preview p where p.sha256 = u.sha256)`,
    );
    return left.length === 0;
  });
});
