import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cubeStl } from '@order-ledger/testing/models/bodies';
import type { Reply, TusClient } from '@order-ledger/testing/running/tus-client';
import { type RunningUploads, startUploads } from '@order-ledger/testing/running/uploads';
import { METADATA_LIMITS } from '../src/upload-metadata.ts';

let uploads: RunningUploads;
let store: TusClient;

beforeAll(async () => {
  uploads = await startUploads();
  store = await uploads.store();
}, 120_000);
afterAll(async () => expect(await uploads.close()).toBe(0));

const BYTES = 'application/offset+octet-stream';
const PATCHING = { 'Upload-Offset': '0', 'Content-Type': BYTES };

/** As fetch would not send it: any Host, and headers more than once. */
const sendRaw = async (method: string, path: string, headers: Record<string, string | string[]>, body = '') => {
  const credential = await uploads.token(['store.service']);
  return new Promise<number | undefined>((resolve, reject) => {
    const sent = request(new URL(path, uploads.url()), {
      method,
      setHost: false,
      headers: { Host: 'x', Authorization: `Bearer ${credential}`, 'Tus-Resumable': '1.0.0', ...headers },
    });
    sent.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
    sent.end(body);
  });
};

describe('what proxies and browsers add to a request', () => {
  it.each([
    ['two proxies', { 'X-Forwarded-Proto': 'https,http' }],
    ['two proxies with a blank', { 'X-Forwarded-Proto': 'https, http' }],
    ['capitals', { 'X-Forwarded-Proto': 'HTTPS' }],
    ['a protocol that is no web', { 'X-Forwarded-Proto': 'wss' }],
    ['no protocol', { 'X-Forwarded-Proto': '' }],
    ['odd hosts', { 'X-Forwarded-Host': 'shop.example, "inner', 'X-Forwarded-Port': 'x' }],
    ['Forwarded', { Forwarded: 'for="[2001:db8::1]";proto=https;host="shop.example", for=unknown;proto=ftp' }],
    ['an address that is none', { 'X-Forwarded-For': 'unknown, 10.0.0.300:1' }],
    ['an origin', { Origin: 'https://shop.example', 'X-Requested-With': 'XMLHttpRequest' }],
    ['headers of the answer', { 'Tus-Version': '0.2.2,1.0.0', 'Tus-Extension': 'creation', 'Tus-Max-Size': '1' }],
  ])('changes nothing: %s', async (_what, headers) => {
    const cube = cubeStl(3);
    const path = await store.begin(cube.length, headers);
    expect(path).toMatch(/^\/v1\/uploads\/[0-9a-f-]{36}$/);
    expect((await store.send('HEAD', path, headers)).headers.get('upload-offset')).toBe('0');
    expect((await store.send('PATCH', path, { ...PATCHING, ...headers }, cube)).status).toBe(204);
    const unfinished = await store.begin(9, headers);
    expect((await store.send('DELETE', unfinished, headers)).status).toBe(204);
  });

  it.each(['', 'somewhere.else', 'a b"c', '[::1', 'x:99999'])('changes nothing: the host %j', async (Host) => {
    const cube = cubeStl(3);
    const path = await store.begin(cube.length);
    expect(await sendRaw('HEAD', path, { Host })).toBe(200);
    expect(await sendRaw('POST', '/v1/uploads', { Host, 'Upload-Length': '9' })).toBe(201);
  });

  it('takes the kind of the bytes with what clients add to it', async () => {
    const cube = cubeStl(3);
    const path = await store.begin(cube.length);
    const headers = { 'Upload-Offset': '0', 'Content-Type': 'Application/Offset+Octet-Stream; charset=utf-8' };
    expect((await store.send('PATCH', path, headers, cube)).status).toBe(204);
    const atOnce = await store.send('POST', '/v1/uploads', { 'Upload-Length': String(cube.length), ...headers }, cube);
    expect([atOnce.status, atOnce.headers.get('upload-offset')]).toEqual([201, String(cube.length)]);
  });
});

describe('X-HTTP-Method-Override', () => {
  const instead = (method: string, headers: Record<string, string> = {}) => ({
    'X-HTTP-Method-Override': method,
    ...headers,
  });

  it('sends bytes, asks for the offset and takes an upload back by POST', async () => {
    const cube = cubeStl(3);
    const path = await store.begin(cube.length);
    const first = cube.subarray(0, 100);
    expect((await store.send('POST', path, instead('PATCH', PATCHING), first)).status).toBe(204);
    const asked = await store.send('POST', path, instead('HEAD'));
    expect([asked.status, asked.headers.get('upload-offset')]).toEqual([200, '100']);
    const rest = instead('PATCH', { ...PATCHING, 'Upload-Offset': '100' });
    const last = await store.send('POST', path, rest, cube.subarray(100));
    expect([last.status, last.headers.get('upload-state')]).toEqual([204, 'VALID']);
    const unfinished = await store.begin(9);
    expect((await store.send('POST', unfinished, instead('DELETE'))).status).toBe(204);
    expect((await store.send('HEAD', unfinished)).status).toBe(404);
  });

  it('has the checks of the method that it names', async () => {
    const cube = cubeStl(3);
    const path = await store.begin(cube.length);
    const stranger = await uploads.partner('acme');
    const stolen = await stranger.send('POST', path, instead('PATCH', PATCHING), cube);
    expect([stolen.status, stolen.body.code]).toEqual([404, 'unknown-upload']);
    const nobody = await fetch(new URL(path, uploads.url()), { method: 'OPTIONS', headers: instead('DELETE') });
    expect(nobody.status).toBe(401);
    const untyped = await store.send('POST', path, instead('PATCH', { 'Upload-Offset': '0' }), cube);
    expect([untyped.status, untyped.body.code]).toEqual([415, 'unsupported-media-type']);
    for (const method of ['PUT', 'GET', 'nonsense']) {
      const { status, body, headers } = await store.send('POST', path, instead(method));
      expect([status, body.code, headers.get('allow')]).toEqual([405, 'method-not-allowed', 'DELETE, HEAD, PATCH']);
    }
    expect(await store.offset(path)).toBe(0);
  });

  it('says nothing to an address that is not of tus', async () => {
    const { path } = await store.upload(cubeStl(3));
    const status = await store.send('GET', `${path}/status`, instead('DELETE'));
    expect([status.status, status.body.valid]).toEqual([200, true]);
  });
});

describe('a refusal of an upload', () => {
  const refusals: [what: string, ask: () => Promise<Reply>, status: number, code: string][] = [
    ['a deferred length', () => beginning({ 'Upload-Defer-Length': '1' }), 400, 'tus-extension'],
    ['a length and a deferred one', () => beginning({ ...NINE, 'Upload-Defer-Length': '1' }), 400, 'tus-extension'],
    ['a deferral that is none', () => beginning({ ...NINE, 'Upload-Defer-Length': '2' }), 400, 'tus-extension'],
    ['a part of several', () => beginning({ ...NINE, 'Upload-Concat': 'partial' }), 400, 'tus-extension'],
    ['parts put together', () => beginning({ 'Upload-Concat': 'final;/v1/uploads/a' }), 400, 'tus-extension'],
    ['a concatenation that is none', () => beginning({ ...NINE, 'Upload-Concat': 'x' }), 400, 'tus-extension'],
    ['metadata that are none', () => beginning({ ...NINE, 'Upload-Metadata': 'name ***' }), 400, 'upload-header'],
    ['metadata without anything', () => beginning({ ...NINE, 'Upload-Metadata': '' }), 400, 'upload-header'],
    ['a key of metadata twice', () => beginning({ ...NINE, 'Upload-Metadata': 'a YQ==,a YQ==' }), 400, 'upload-header'],
    ['metadata of commas', () => beginning({ ...NINE, 'Upload-Metadata': ',,' }), 400, 'upload-header'],
    ['metadata of three words', () => beginning({ ...NINE, 'Upload-Metadata': 'a YQ== b' }), 400, 'upload-header'],
    ['metadata in half base64', () => beginning({ ...NINE, 'Upload-Metadata': 'a YQ' }), 400, 'upload-header'],
    ['a version of tus without end', () => beginning({ ...NINE, 'Tus-Resumable': LONG }), 412, 'tus-version'],
    ['a length without end', () => beginning({ 'Upload-Length': LONG }), 400, 'upload-header'],
    ['an offset without end', () => appending({ 'Upload-Offset': LONG }), 400, 'upload-header'],
    ['a packing without end', () => appending({ 'Content-Encoding': LONG }), 415, 'unsupported-encoding'],
    ['a method without end', () => beginning({ 'X-HTTP-Method-Override': LONG }), 405, 'method-not-allowed'],
    ['a negative length', () => beginning({ 'Upload-Length': '-1' }), 400, 'upload-header'],
    ['a length beyond 2^53', () => beginning({ 'Upload-Length': '9007199254740993' }), 400, 'upload-header'],
    ['a length larger than any disk', () => beginning({ 'Upload-Length': '900000000000000' }), 413, 'upload-too-large'],
    ['two versions of tus', () => beginning({ ...NINE, 'Tus-Resumable': '1.0.0, 1.0.0' }), 412, 'tus-version'],
    ['a length with the bytes', () => appending({ 'Upload-Length': '9' }), 400, 'upload-header'],
    ['a length that is none with the bytes', () => appending({ 'Upload-Length': 'x' }), 400, 'upload-header'],
    ['a deferred length with the bytes', () => appending({ 'Upload-Defer-Length': '1' }), 400, 'tus-extension'],
    ['an offset that is none', () => appending({ 'Upload-Offset': '1.5' }), 400, 'upload-header'],
    ['an offset beyond 2^53', () => appending({ 'Upload-Offset': '9007199254740993' }), 400, 'upload-header'],
    ['packed bytes', () => appending({ 'Content-Encoding': 'gzip' }), 415, 'unsupported-encoding'],
    ['bytes of another kind', () => appending({ 'Content-Type': 'text/plain' }), 415, 'unsupported-media-type'],
    ['an unknown upload', () => store.append(unknown(), 0, new Uint8Array(9)), 404, 'unknown-upload'],
    ['an id that is none', () => store.append('/v1/uploads/4711', 0, new Uint8Array(9)), 404, 'unknown-upload'],
    ['a method that there is not', () => store.send('PUT', '/v1/uploads'), 405, 'method-not-allowed'],
    ['an address that there is not', () => store.send('POST', '/v1/uploads/a/b/c', NINE), 404, 'unknown-route'],
  ];
  const NINE = { 'Upload-Length': '9' };
  const LONG = '9'.repeat(15_000);
  const unknown = () => `/v1/uploads/${crypto.randomUUID()}`;
  const beginning = (headers: Record<string, string>) => store.send('POST', '/v1/uploads', headers);
  const appending = async (headers: Record<string, string>) =>
    store.send('PATCH', await store.begin(9), { ...PATCHING, ...headers }, new Uint8Array(9));

  it.each(refusals)('is a problem, and no failure of ours: %s', async (_what, ask, status, code) => {
    const before = errors();
    const reply = await ask();
    expect([reply.status, reply.body.code, reply.headers.get('content-type')]).toEqual([
      status,
      code,
      'application/problem+json; charset=utf-8',
    ]);
    expect(reply.body).toMatchObject({ status, correlation_id: reply.headers.get('x-correlation-id') });
    expect(errors()).toEqual(before);
  });

  it('names the bound that metadata go beyond, and takes them up to it', async () => {
    const pairs = (count: number) => Array.from({ length: count }, (_, n) => `k${n}`).join(',');
    const value = (characters: number) => `a ${'A'.repeat(characters - 2)}`;
    const { pairs: most, characters: longest } = METADATA_LIMITS;
    for (const [text, limit, unit] of [
      [pairs(most + 1), most, 'pairs'],
      [','.repeat(longest), most, 'pairs'],
      [value(longest + 2), longest, 'characters'],
      [pairs(2_500), longest, 'characters'],
    ] as const) {
      const { status, body } = await beginning({ ...NINE, 'Upload-Metadata': text });
      expect([status, body.code, body.limit]).toEqual([400, 'upload-header', limit]);
      expect(body.detail).toBe(`Upload-Metadata may ${unit === 'pairs' ? 'hold' : 'have'} ${limit} ${unit} at most.`);
    }
    for (const text of [pairs(most), value(longest - 2)]) {
      expect((await beginning({ ...NINE, 'Upload-Metadata': text })).status).toBe(201);
    }
  });

  const errors = () =>
    uploads
      .process()
      .lines()
      .filter(({ level }) => level === 'error');

  it('leaves what does not concern a method to itself: no header of another one refuses it', async () => {
    const path = await store.begin(9);
    const others = {
      'Upload-Metadata': '***',
      'Upload-Length': 'x',
      'Upload-Offset': 'x',
      'Content-Type': 'text/plain',
    };
    expect((await store.send('HEAD', path, others)).status).toBe(200);
    expect((await store.send('DELETE', path, others)).status).toBe(204);
  });
});

it('knows an upload by its id in any case', async () => {
  const cube = cubeStl(3);
  const path = (await store.begin(cube.length)).replace(/[^/]+$/, (id) => id.toUpperCase());
  expect(await store.offset(path)).toBe(0);
  expect((await store.append(path, 0, cube)).status).toBe(204);
  expect(await store.verdict(path)).toMatchObject({ valid: true, upload_id: path.split('/').at(-1)?.toLowerCase() });
});
