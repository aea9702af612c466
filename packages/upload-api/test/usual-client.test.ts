import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sphereStl } from '@order-ledger/testing/models/bodies';
import { type RunningUploads, startUploads } from '@order-ledger/testing/running/uploads';
import { Upload } from 'tus-js-client';

let uploads: RunningUploads;

beforeAll(async () => {
  uploads = await startUploads();
}, 120_000);
afterAll(() => uploads.close());

it('takes what the usual client of tus sends in pieces, over a restart of the service [R1]', async () => {
  const sphere = sphereStl(10, 20_000);
  const headers = { Authorization: `Bearer ${await uploads.key('acme')}` };
  const send = (uploadUrl: string | null, until: number): Promise<string> =>
    new Promise((resolve, reject) => {
      const upload = new Upload(Buffer.from(sphere), {
        endpoint: `${uploads.url()}/v1/uploads`,
        uploadUrl,
        headers,
        chunkSize: 100_000,
        metadata: { filename: 'part.stl' },
        retryDelays: null,
        onError: reject,
        onSuccess: () => resolve(String(upload.url)),
        onChunkComplete: (_size, sent) => {
          if (sent < until) return;
          void upload.abort().then(() => resolve(String(upload.url)), reject);
        },
      });
      upload.start();
    });

  const begun = await send(null, 300_000);
  await uploads.restart('SIGKILL');
  const path = new URL(begun).pathname;
  const done = await send(new URL(path, uploads.url()).href, Number.POSITIVE_INFINITY);
  expect(new URL(done).pathname).toBe(path);
  const acme = await uploads.partner('acme');
  expect(await acme.verdict(path)).toMatchObject({ valid: true, model: { bytes: sphere.length } });
});
