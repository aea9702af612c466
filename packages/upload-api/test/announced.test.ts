import { readdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { cubeStl } from '@order-ledger/testing/models/bodies';
import { type TusClient, tusClient } from '@order-ledger/testing/running/tus-client';
import { freshFolder, removeFolder, startUploadProcess } from '@order-ledger/testing/running/upload-process';
import { type RunningUploads, startUploads, type UploadsOptions } from '@order-ledger/testing/running/uploads';

let uploads: RunningUploads;
const start = async (env: UploadsOptions['env'] = {}) => {
  uploads = await startUploads({ env: { UPLOAD_LIMIT_BYTES: String(2 ** 50), ...env } });
};
afterEach(async () => expect(await uploads.close()).toBe(0));

const announce = (client: TusClient, bytes: number) =>
  client.send('POST', '/v1/uploads', { 'Upload-Length': String(bytes) });
const freeBytes = async (): Promise<number> => {
  const { bavail, bsize } = await statfs(uploads.folder);
  return bavail * bsize;
};

it('refuses a partner who has all his uploads open, and nobody else with him, until one is taken back or whole', async () => {
  await start();
  await uploads.pool.query('update plan set open_uploads = 2');
  const [acme, globex, store] = [await uploads.partner('acme'), await uploads.partner('globex'), await uploads.store()];
  const cube = cubeStl(10);
  // At once, so that each is asked before the others are written down.
  const answers = await Promise.all(Array.from({ length: 6 }, () => announce(acme, cube.length)));
  const taken = answers.filter(({ status }) => status === 201).map(({ headers }) => String(headers.get('location')));
  expect(taken).toHaveLength(2);
  const refused = answers.find(({ status }) => status !== 201);
  expect([refused?.status, refused?.headers.get('retry-after')]).toEqual([429, '60']);
  expect(refused?.body).toMatchObject({
    code: 'too-many-uploads',
    limit: 2,
    detail: expect.stringContaining('DELETE'),
  });
  expect(await readdir(join(uploads.folder, 'incoming'))).toHaveLength(2);
  for (const other of [globex, store]) expect((await announce(other, cube.length)).status).toBe(201);
  const [first = '', second = ''] = taken;
  expect((await acme.send('DELETE', first)).status).toBe(204);
  expect((await announce(acme, cube.length)).status).toBe(201);
  expect((await announce(acme, cube.length)).status).toBe(429);
  await acme.append(second, 0, cube);
  await acme.verdict(second);
  expect((await announce(acme, cube.length)).status).toBe(201);
}, 120_000);

it('counts what a partner has open at every instance', async () => {
  await start();
  const folder = await freshFolder();
  const other = await startUploadProcess({ database: uploads.database, folder, jwks: uploads.tokens.jwks });
  try {
    await uploads.pool.query('update plan set open_uploads = 3, upload_bytes = 2000');
    const key = await uploads.key('acme');
    const instances = [tusClient(uploads.url(), key), tusClient(other.url, key)] as const;
    const atOnce = await Promise.all(Array.from({ length: 8 }, (_, n) => announce(instances[n % 2] as TusClient, 500)));
    expect(atOnce.filter(({ status }) => status === 201)).toHaveLength(3);
    for (const instance of instances) {
      const { status, body } = await announce(instance, 1);
      expect([status, body.code, body.limit]).toEqual([429, 'too-many-uploads', 3]);
    }
    await uploads.pool.query('update plan set open_uploads = 10');
    for (const instance of instances) {
      const { status, body } = await announce(instance, 501);
      expect([status, body.code, body.limit]).toEqual([429, 'too-many-bytes-announced', 2_000]);
    }
    expect((await announce(instances[1], 500)).status).toBe(201);
    expect((await announce(instances[0], 1)).status).toBe(429);
  } finally {
    await other.end();
    await removeFolder(folder);
  }
}, 120_000);

it('counts announced bytes as taken, of a partner and against the disk, and keeps a part of it for the house', async () => {
  await start({ DISK_RESERVE_BYTES: '1' });
  const [acme, globex, store] = [await uploads.partner('acme'), await uploads.partner('globex'), await uploads.store()];
  await uploads.pool.query('update plan set upload_bytes = 1000');
  expect((await announce(acme, 600)).status).toBe(201);
  const own = await announce(acme, 600);
  expect([own.status, own.body.code, own.body.limit]).toEqual([429, 'too-many-bytes-announced', 1_000]);
  expect((await announce(globex, 600)).status).toBe(201);
  await uploads.pool.query('update plan set upload_bytes = $1', [2 ** 50]);
  // The keys' limits are those of the last time that a key was looked at: with each request.
  const free = await freeBytes();
  expect((await announce(acme, Math.floor(free * 0.5))).status).toBe(201);
  const beyond = await announce(globex, Math.floor(free * 0.4));
  expect([beyond.status, beyond.headers.get('retry-after'), beyond.body.code]).toEqual([
    503,
    '60',
    'too-many-bytes-announced',
  ]);
  expect((await announce(store, Math.floor(free * 0.1))).status).toBe(201);
  const full = await announce(store, Math.floor(free * 0.6));
  expect([full.status, full.body.code, full.headers.get('retry-after')]).toEqual([507, 'disk-full', '60']);
}, 120_000);

it('takes no bytes of an upload that was let in where something else has taken the space since', async () => {
  const env = { DISK_RESERVE_BYTES: '1' };
  uploads = await startUploads({ env });
  const cube = cubeStl(10);
  const path = await (await uploads.store()).begin(cube.length);
  // To the process a larger reserve looks as a fuller disk does.
  env.DISK_RESERVE_BYTES = String(2 ** 50);
  await uploads.restart();
  const { status, body, headers } = await (await uploads.store()).append(path, 0, cube);
  expect([status, body.code, headers.get('retry-after')]).toEqual([507, 'disk-full', '60']);
  env.DISK_RESERVE_BYTES = '1';
  await uploads.restart();
  const again = await uploads.store();
  expect((await again.append(path, 0, cube)).status).toBe(204);
  expect(await again.verdict(path)).toMatchObject({ valid: true });
}, 120_000);
