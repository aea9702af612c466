import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { asciiStl, binaryStl, cubeBody, cubeStl, openCubeStl, sphereStl } from '@order-ledger/testing/models/bodies';
import { bodyAs3mf } from '@order-ledger/testing/models/three-mf';
import { type TusClient, tusClient } from '@order-ledger/testing/running/tus-client';
import { type RunningUploads, startUploads } from '@order-ledger/testing/running/uploads';
import { until } from '@order-ledger/testing/waiting';

const LIMIT = 3_000_000;

let uploads: RunningUploads;
let store: TusClient;

beforeAll(async () => {
  uploads = await startUploads({ env: { UPLOAD_LIMIT_BYTES: String(LIMIT), GEOMETRY_LIMIT_TRIANGLES: '20000' } });
  store = await uploads.store();
}, 120_000);
afterAll(async () => expect(await uploads.close()).toBe(0));

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const idOf = (path: string): string => path.split('/').at(-1) ?? '';
const incoming = () => readdir(join(uploads.folder, 'incoming'));

it('seals a valid model read-only under its SHA-256 and tells what it is before the last answer [R2]', async () => {
  const cube = cubeStl(20);
  const { path, last } = await store.upload(cube);
  expect([last.status, last.headers.get('upload-state')]).toEqual([204, 'VALID']);
  expect((await store.status(path)).body).toEqual({
    upload_id: idOf(path),
    complete: true,
    valid: true,
    sha256: sha256(cube),
    model: { bytes: 684, format: 'STL_BINARY', triangles: 12, bounding_box: [20_000, 20_000, 20_000], warnings: [] },
  });
  const sealed = await stat(join(uploads.folder, 'models', sha256(cube)));
  expect([sealed.mode & 0o777, sealed.size]).toEqual([0o400, cube.length]);
});

it('answers the examples of its document as they say, sent as they stand', async () => {
  type Operation = { parameters: { name: string; in: string; example?: string }[]; responses: Record<string, unknown> };
  const { paths } = (await (await fetch(`${uploads.url()}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  const headersOf = (operation: Operation | undefined): Record<string, string> =>
    Object.fromEntries(
      (operation?.parameters ?? [])
        .filter(({ in: where, example }) => where === 'header' && example !== undefined)
        .map(({ name, example = '' }) => [name, example]),
    );
  const begun = await store.send('POST', '/v1/uploads', headersOf(paths['/v1/uploads']?.post));
  expect(begun.status).toBe(201);
  const path = String(begun.headers.get('location'));
  const bytes = {
    ...headersOf(paths['/v1/uploads/{upload_id}']?.patch),
    'Content-Type': 'application/offset+octet-stream',
  };
  expect((await store.send('PATCH', path, bytes, cubeStl(20))).status).toBe(204);
  const shown = paths['/v1/uploads/{upload_id}/status']?.get?.responses['200'] as {
    content: { 'application/json': { example: object } };
  };
  expect((await store.status(path)).body).toEqual({
    ...shown.content['application/json'].example,
    upload_id: idOf(path),
  });
});

it('takes ASCII too, and the same model twice', async () => {
  const cube = asciiStl(cubeBody(7));
  for (const _time of [1, 2]) {
    const { path } = await store.upload(cube);
    expect(await store.verdict(path)).toMatchObject({
      valid: true,
      sha256: sha256(cube),
      model: { format: 'STL_ASCII', bounding_box: [7_000, 7_000, 7_000] },
    });
  }
});

it('takes Wavefront OBJ too', async () => {
  const corners = ['0 0 0', '9 0 0', '0 9 0', '0 0 9'].map((corner) => `v ${corner}`);
  const { path } = await store.upload(Buffer.from([...corners, 'f 1 3 2', 'f 1 2 4', 'f 2 3 4', 'f 3 1 4'].join('\n')));
  expect(await store.verdict(path)).toMatchObject({
    valid: true,
    model: { format: 'OBJ', triangles: 4, bounding_box: [9_000, 9_000, 9_000], warnings: [] },
  });
});

it('takes 3MF too, whose box is in its own unit', async () => {
  const { path } = await store.upload(bodyAs3mf(cubeBody(2), 'centimeter'));
  const verdict = await store.verdict(path);
  expect(verdict).toMatchObject({
    valid: true,
    model: { format: '3MF', triangles: 12, bounding_box: [20_000, 20_000, 20_000], warnings: [] },
  });
  expect(verdict).not.toHaveProperty('unit_doubt');
});

it('says of a model whose size suggests another unit what it measures in both', async () => {
  const { path } = await store.upload(cubeStl(2));
  expect(await store.verdict(path)).toMatchObject({
    valid: true,
    unit_doubt: {
      detail: expect.stringContaining('in inches 50.8 × 50.8 × 50.8 mm'),
      sizes: [
        { unit: 'MM', bounding_box: [2_000, 2_000, 2_000] },
        { unit: 'INCH', bounding_box: [50_800, 50_800, 50_800] },
      ],
    },
  });
});

it('goes on where a cut connection has left it, at any byte [R1]', async () => {
  const sphere = sphereStl(30, 40_000);
  const path = await store.begin(sphere.length);
  let offset = 0;
  for (const after of [1, 400_001, 333_333]) {
    const had = offset;
    const more = async () => (await stat(join(uploads.folder, 'incoming', idOf(path)))).size > had;
    await store.cutOff(path, offset, sphere.subarray(offset), after, () => until('more bytes', more));
    const now = await store.offset(path);
    expect(now).toBeGreaterThan(offset);
    expect(now).toBeLessThanOrEqual(offset + after);
    offset = now;
  }
  expect((await store.append(path, offset, sphere.subarray(offset))).status).toBe(204);
  expect(await store.verdict(path)).toMatchObject({ valid: true, sha256: sha256(sphere) });
});

it('says that the geometry of a large model was not checked', async () => {
  const { path } = await store.upload(sphereStl(30, 40_000));
  const { model } = (await store.verdict(path)) as { model: { triangles: number; warnings: object[] } };
  expect(model.warnings).toEqual([{ code: 'GEOMETRY_NOT_CHECKED', count: model.triangles, faces: [] }]);
});

it('shows faults of the geometry as warnings of a valid upload [R2]', async () => {
  const { path } = await store.upload(openCubeStl(10));
  const verdict = await store.verdict(path);
  expect(verdict).toMatchObject({
    valid: true,
    model: { triangles: 11, warnings: [{ code: 'OPEN_EDGES', count: 3 }] },
    advice: [{ code: 'OPEN_EDGES', name: 'Holes in the surface', help: expect.stringContaining('Close the holes') }],
  });
});

const nan = (): Uint8Array => {
  const bytes = Buffer.from(cubeStl(5));
  bytes.writeFloatLE(Number.NaN, 84 + 12);
  return bytes;
};

it.each([
  ['a file that ends too early', 'TRUNCATED', () => cubeStl(9).subarray(0, 500)],
  ['a text that claims to be an STL', 'NOT_STL', () => Buffer.from('dear shop, please print my model')],
  ['a coordinate that is no number', 'NAN_COORDINATES', nan],
  [
    'a model without triangles',
    'NO_TRIANGLES',
    () => binaryStl({ ...cubeBody(1), positions: new Float64Array(), triangles: 0 }),
  ],
])('refuses %s with the reason, and keeps nothing of it [R2]', async (_what, code, bytes) => {
  const { path, last } = await store.upload(bytes());
  expect([last.status, last.headers.get('upload-state')]).toEqual([204, 'INVALID']);
  const verdict = await store.verdict(path);
  expect(verdict).toMatchObject({ complete: true, valid: false, fault: { code }, sha256: sha256(bytes()) });
  expect(verdict).not.toHaveProperty('model');
  expect(await incoming()).not.toContain(idOf(path));
  expect((await uploads.model(sha256(bytes()))).status).toBe(404);
});

it('refuses a file that begins like an STL and is a text', async () => {
  const { path } = await store.upload(Buffer.from('solid lies\nthis is not a facet at all\nendsolid lies\n'));
  expect(await store.verdict(path)).toMatchObject({ valid: false, fault: { detail: expect.any(String) } });
});

it('refuses a file that is too large before a byte of it is sent, and names the limit [R3]', async () => {
  const { status, body, headers } = await store.send('POST', '/v1/uploads', { 'Upload-Length': String(LIMIT + 1) });
  expect([status, body.code, body.limit_bytes, headers.get('tus-max-size')]).toEqual([
    413,
    'upload-too-large',
    LIMIT,
    String(LIMIT),
  ]);
  const options = await store.send('OPTIONS', '/v1/uploads');
  expect(options.headers.get('tus-max-size')).toBe(String(LIMIT));
});

it('takes no more bytes than were announced', async () => {
  const path = await store.begin(100);
  const reply = await store.append(path, 0, new Uint8Array(101));
  expect([reply.status, reply.body.code]).toEqual([413, 'upload-too-large']);
  expect(await store.offset(path)).toBe(0);
});

/** A body that does not say its length: what was sent in these pieces, each when the one before has gone. */
const inPieces = (method: string, path: string, headers: Record<string, string>, pieces: readonly number[]) =>
  new Promise<{ status: number; code: unknown; type: string | undefined }>((resolve, reject) => {
    const sent = request(new URL(path, uploads.url()), {
      method,
      headers: { ...headers, ...PATCHING, 'Tus-Resumable': '1.0.0', 'Transfer-Encoding': 'chunked' },
    });
    sent.on('error', reject);
    sent.on('response', async (answer) => {
      const { code } = JSON.parse((await text(answer)) || '{}');
      resolve({ status: answer.statusCode ?? 0, code, type: answer.headers['content-type'] });
    });
    const next = (n: number): void => {
      const piece = pieces[n];
      if (piece === undefined) sent.end();
      else sent.write(new Uint8Array(piece), () => setImmediate(next, n + 1));
    };
    next(0);
  });
const PATCHING = { 'Content-Type': 'application/offset+octet-stream' };
const TOO_LARGE = {
  status: 413,
  code: 'upload-too-large',
  type: 'application/problem+json; charset=utf-8',
};

it.each([
  ['in the first piece', [101]],
  ['in a later piece', [60, 41]],
  ['after the last byte that was announced', [100, 1]],
  ['by far', [100, 200_000, 3_000_000]],
])('refuses a body that does not say its length and goes beyond what was announced, %s', async (_where, pieces) => {
  const path = await store.begin(100);
  const Authorization = `Bearer ${await uploads.token(['store.service'])}`;
  expect(await inPieces('PATCH', path, { Authorization, 'Upload-Offset': '0' }, pieces)).toEqual(TOO_LARGE);
  expect(await store.offset(path)).toBeLessThanOrEqual(100);
  const begun = { Authorization, 'Upload-Length': '100' };
  expect(await inPieces('POST', '/v1/uploads', begun, pieces)).toEqual(TOO_LARGE);
  expect(
    uploads
      .process()
      .lines()
      .filter(({ level }) => level === 'error'),
  ).toEqual([]);
});

it('takes a body that does not say its length and ends where it was announced', async () => {
  const path = await store.begin(100);
  const Authorization = `Bearer ${await uploads.token(['store.service'])}`;
  expect(await inPieces('PATCH', path, { Authorization, 'Upload-Offset': '0' }, [60, 39])).toMatchObject({
    status: 204,
  });
  expect(await store.offset(path)).toBe(99);
  expect(await inPieces('PATCH', path, { Authorization, 'Upload-Offset': '99' }, [1])).toMatchObject({ status: 204 });
  expect(await inPieces('PATCH', path, { Authorization, 'Upload-Offset': '99' }, [1])).toMatchObject({ status: 409 });
});

it.each([
  ['no length', {}, 400, 'upload-length-missing'],
  ['a deferred length', { 'Upload-Defer-Length': '1' }, 400, 'tus-extension'],
  ['a length of 0', { 'Upload-Length': '0' }, 400, 'upload-empty'],
  ['a length that is none', { 'Upload-Length': '1e3' }, 400, 'upload-header'],
  ['another version of tus', { 'Upload-Length': '9', 'Tus-Resumable': '0.2.2' }, 412, 'tus-version'],
])('refuses an upload with %s', async (_what, headers, status, code) => {
  const reply = await store.send('POST', '/v1/uploads', headers);
  expect([reply.status, reply.body.code]).toEqual([status, code]);
});

it('refuses bytes at a wrong offset and keeps what there is', async () => {
  const cube = cubeStl(3);
  const path = await store.begin(cube.length);
  expect((await store.append(path, 0, cube.subarray(0, 200))).status).toBe(204);
  for (const offset of [0, 199, 201]) {
    const { status, body } = await store.append(path, offset, cube.subarray(offset));
    expect([status, body.code]).toEqual([409, 'offset-conflict']);
  }
  expect(await store.offset(path)).toBe(200);
  await store.append(path, 200, cube.subarray(200));
  expect(await store.verdict(path)).toMatchObject({ valid: true });
});

it('gives an upload to nobody by its address, and deletes no finished one', async () => {
  const { path } = await store.upload(cubeStl(4));
  const get = await store.send('GET', path);
  expect([get.status, get.headers.get('allow')]).toEqual([405, 'DELETE, HEAD, PATCH']);
  const gone = await store.send('DELETE', path);
  expect([gone.status, gone.body.code]).toEqual([409, 'upload-complete']);
  expect((await store.append(path, 0, cubeStl(5))).body.code).toBe('upload-complete');
  expect(await store.offset(path)).toBe(cubeStl(4).length);
  expect((await uploads.model(sha256(cubeStl(4)))).status).toBe(200);
});

it('lets an owner take back an unfinished upload', async () => {
  const path = await store.begin(100);
  await store.append(path, 0, new Uint8Array(10));
  expect((await store.send('DELETE', path)).status).toBe(204);
  expect((await store.send('HEAD', path)).status).toBe(404);
  expect(await incoming()).not.toContain(idOf(path));
});

it('keeps the uploads of one owner from every other', async () => {
  const cube = cubeStl(6);
  const owners = { acme: await uploads.partner('acme'), globex: await uploads.partner('globex'), house: store };
  for (const [name, owner] of Object.entries(owners)) {
    const finished = (await owner.upload(cube)).path;
    const unfinished = await owner.begin(cube.length);
    for (const [other, client] of Object.entries(owners)) {
      if (other === name) continue;
      for (const path of [finished, unfinished]) {
        const answers = [
          await client.send('HEAD', path),
          await client.append(path, 0, cube),
          await client.send('DELETE', path),
          await client.status(path),
        ];
        expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      }
    }
    expect([await owner.offset(finished), await owner.offset(unfinished)]).toEqual([cube.length, 0]);
  }
});

it('shares the uploads of the shop between the store and the CRM', async () => {
  const { path } = await store.upload(cubeStl(8));
  for (const [role, kind] of [
    ['crm.agent', 'person'],
    ['crm.service', 'service'],
  ] as const) {
    const client = uploads.client(await uploads.token([role], kind));
    expect((await client.status(path)).body).toMatchObject({ valid: true });
  }
});

const unsigned = (payload: object): string => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(payload)}.`;
};

it('takes no credential that does not hold', async () => {
  const exp = Math.floor(Date.now() / 1_000) + 60;
  const claims = {
    iss: 'https://issuer.test',
    aud: 'order-ledger',
    sub: 'x',
    kind: 'service',
    roles: ['store.service'],
  };
  const credentials: [string, string][] = [
    [unsigned({ ...claims, exp }), 'token-algorithm'],
    [await uploads.tokens.token({ ...claims, exp: exp - 120 }), 'token-expired'],
    [`pk_${'0'.repeat(18)}_${'x'.repeat(43)}`, 'key-unknown'],
    [(await uploads.key('acme')).slice(0, -4).concat('AAAA'), 'key-unknown'],
  ];
  for (const [credential, code] of credentials) {
    const client = tusClient(uploads.url(), credential);
    for (const [method, path] of [
      ['POST', '/v1/uploads'],
      ['GET', `/v1/models/${'a'.repeat(64)}`],
    ] as const) {
      const { status, body } = await client.send(method, path, { 'Upload-Length': '9' });
      expect([status, body.code]).toEqual([401, code]);
    }
  }
});

it.each([
  ['an operator', ['mes.operator'], 'person'],
  ['the pricing worker', ['pricing.worker'], 'service'],
  ["a person with the store's role", ['store.service'], 'person'],
  ['a token without roles', [], 'service'],
] as const)('refuses uploads of %s', async (_who, roles, kind) => {
  const client = uploads.client(await uploads.token([...roles], kind));
  const { status, body } = await client.send('POST', '/v1/uploads', { 'Upload-Length': '9' });
  expect([status, body.code]).toEqual([403, 'route-forbidden']);
});

it('refuses a key without the scope', async () => {
  const key = await uploads.key('globex');
  await uploads.pool.query(`update partner_key set scopes = '{orders:read}' where key_id = $1`, [key.split('_')[1]]);
  const { status, body } = await uploads.client(key).send('POST', '/v1/uploads', { 'Upload-Length': '9' });
  expect([status, body.code]).toEqual([403, 'route-forbidden']);
});

it('writes down no name of a file, neither in the log nor in the database', async () => {
  const metadata = `filename ${Buffer.from('jane-doe-hip.stl').toString('base64')}`;
  const named = { 'Upload-Metadata': metadata, 'X-Correlation-Id': `names-${crypto.randomUUID()}` };
  const path = await store.begin(684, named);
  const offset = { 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' };
  await store.send('PATCH', path, { ...offset, ...named }, cubeStl(2));
  expect(await store.verdict(path)).toMatchObject({ valid: true });
  // The last line about a request comes after its answer, and the log by another way.
  const logged = (method: string) =>
    uploads
      .process()
      .lines()
      .some(
        (line) =>
          line.message === 'request' && line.method === method && line.correlation_id === named['X-Correlation-Id'],
      );
  await until('the requests are logged', async () => logged('POST') && logged('PATCH'));
  const { rows } = await uploads.pool.query('select u::text as row from upload.upload u');
  const all = uploads.process().text() + rows.map(({ row }) => row).join();
  expect(all).toContain(idOf(path));
  expect(all).not.toMatch(/jane|hip\.stl|amFuZS/);
});

it('counts uploads and bytes', async () => {
  const metrics = await (await fetch(`${uploads.adminUrl()}/metrics`)).text();
  for (const sample of [
    /uploads_total\{.*outcome="valid"/,
    /uploads_total\{.*outcome="invalid"/,
    /upload_received_bytes_total/,
    /upload_validation_seconds_count/,
    /upload_disk_free_bytes/,
  ]) {
    expect(metrics).toMatch(sample);
  }
});

it('documents every address that it answers and takes no method that is not documented', async () => {
  const { paths } = (await (await fetch(`${uploads.url()}/openapi.json`)).json()) as { paths: Record<string, object> };
  for (const [path, operations] of Object.entries(paths)) {
    const address = path.replace('{upload_id}', crypto.randomUUID()).replace('{sha256}', 'a'.repeat(64));
    const allowed = (await store.send('PUT', address)).headers.get('allow')?.toLowerCase().split(', ');
    expect([path, allowed]).toEqual([path, Object.keys(operations).sort()]);
  }
});
