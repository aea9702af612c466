import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { stat, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterEach, expect, it } from '@jest/globals';
import { sphereStl } from '@order-ledger/testing/models/bodies';
import type { TusClient } from '@order-ledger/testing/running/tus-client';
import { freshFolder, removeFolder } from '@order-ledger/testing/running/upload-process';
import { type RunningUploads, startUploads } from '@order-ledger/testing/running/uploads';
import { until } from '@order-ledger/testing/waiting';

let uploads: RunningUploads;
let outside: string;
afterEach(async () => {
  expect(await uploads.close()).toBe(0);
  await removeFolder(outside);
});

/** How many bytes the whole disk has now, with what lies on it. */
const disk = (bytes: number) => writeFile(join(outside, 'disk'), String(bytes));
const start = async (bytes: number) => {
  outside = await freshFolder();
  await disk(bytes);
  uploads = await startUploads({
    env: {
      NODE_OPTIONS: `--import=${new URL('support/small-disk.mjs', import.meta.url).href}`,
      SMALL_DISK: join(outside, 'disk'),
      DISK_RESERVE_BYTES: '1',
    },
  });
};

const announce = (client: TusClient, bytes: number) =>
  client.send('POST', '/v1/uploads', { 'Upload-Length': String(bytes) });
/** All of an upload but its last byte. */
const almost = async (client: TusClient, bytes: number): Promise<void> => {
  const reply = await client.append(await client.begin(bytes), 0, new Uint8Array(bytes - 1));
  expect(reply.status).toBe(204);
};

it('keeps a part of the disk for the house, whatever partners have sent of what they never finish', async () => {
  await start(1_000_000);
  const [acme, globex, store] = [await uploads.partner('acme'), await uploads.partner('globex'), await uploads.store()];
  await almost(acme, 390_000);
  await almost(globex, 390_000);
  for (const partner of [acme, globex]) {
    const { status, body } = await announce(partner, 30_000);
    expect([status, body.code]).toEqual([503, 'too-many-bytes-announced']);
  }
  const sphere = sphereStl(10, 3_000);
  expect(sphere.length).toBeGreaterThan(140_000);
  const { path, last } = await store.upload(sphere);
  expect(last.status).toBe(204);
  expect(await store.verdict(path)).toMatchObject({ valid: true });
}, 120_000);

it('asks for the space of each piece that comes in, keeps what came before, and goes on when there is space', async () => {
  const sphere = sphereStl(10, 20_000);
  await start(2 * sphere.length);
  const store = await uploads.store();
  const path = await store.begin(sphere.length);
  const arrived = async () => (await stat(join(uploads.folder, 'incoming', path.split('/').at(-1) ?? ''))).size;
  const sending = request(new URL(path, uploads.url()), {
    method: 'PATCH',
    headers: {
      Authorization: `Bearer ${await uploads.token(['store.service'])}`,
      'Tus-Resumable': '1.0.0',
      'Upload-Offset': '0',
      'Content-Type': 'application/offset+octet-stream',
      'Content-Length': String(sphere.length),
    },
  });
  sending.on('error', () => undefined);
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
  sending.write(sphere.subarray(0, 200_000));
  await until('the first bytes', async () => (await arrived()) === 200_000);
  // Something else takes the rest of the disk while the request is under way.
  await disk(300_000);
  sending.end(sphere.subarray(200_000));
  const [answer] = await answered;
  const body = (await json(answer)) as Record<string, unknown>;
  expect([answer.statusCode, body.code, answer.headers['retry-after']]).toEqual([507, 'disk-full', '60']);
  const kept = await store.offset(path);
  expect(kept).toBeGreaterThanOrEqual(200_000);
  expect(kept).toBeLessThan(300_000);
  await disk(2 * sphere.length);
  expect((await store.append(path, kept, sphere.subarray(kept))).status).toBe(204);
  expect(await store.verdict(path)).toMatchObject({
    valid: true,
    sha256: createHash('sha256').update(sphere).digest('hex'),
  });
}, 120_000);
