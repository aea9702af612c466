import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpAnswer, HttpClient, HttpRequest } from './http.ts';
import type { ModelFile } from './models.ts';
import type { Uploaded } from './scenario/bodies.ts';

const CHUNK_BYTES = 256 * 1_024;
const TUS = { 'Tus-Resumable': '1.0.0' };
const INSPECTION_LIMIT_MS = 60_000;

const failed = (what: string, { status, text }: HttpAnswer): Error => new Error(`${what}: ${status} ${text}`);

/**
 * Uploads a file by tus 1.0, in chunks; after a chunk whose fate is unknown it asks where the upload stands and goes on
 * from there. Comes back when the file was inspected and may be attached.
 *
 * @throws Error when the file was refused or arrived as another one
 */
export const upload = async (
  http: HttpClient,
  address: string,
  bearer: string,
  { filename, bytes }: ModelFile,
): Promise<Uploaded> => {
  const send = (request: Omit<HttpRequest, 'bearer'>) => http.send({ bearer, ...request });

  const begun = await send({
    method: 'POST',
    url: `${address}/v1/uploads`,
    headers: {
      ...TUS,
      'Upload-Length': String(bytes.length),
      'Upload-Metadata': `filename ${Buffer.from(filename).toString('base64')}`,
    },
  });
  const location = begun.headers.get('location');
  if (begun.status !== 201 || location === null) throw failed(`the upload of ${filename} was not begun`, begun);
  const url = new URL(location, `${address}/v1/uploads`).href;

  const standing = async (): Promise<number> => {
    const head = await send({ method: 'HEAD', url, headers: TUS });
    const offset = Number(head.headers.get('upload-offset') ?? Number.NaN);
    if (Number.isNaN(offset)) throw failed(`nobody knows where the upload of ${filename} stands`, head);
    return offset;
  };

  let offset = 0;
  while (offset < bytes.length) {
    const answer = await send({
      method: 'PATCH',
      url,
      headers: { ...TUS, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
      body: Uint8Array.from(bytes.subarray(offset, offset + CHUNK_BYTES)),
    });
    // 409: the chunk had arrived although its answer was lost.
    if (answer.status !== 204 && answer.status !== 409) throw failed(`the upload of ${filename} was refused`, answer);
    offset = answer.status === 204 ? Number(answer.headers.get('upload-offset')) : await standing();
  }

  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const giveUpAt = performance.now() + INSPECTION_LIMIT_MS;
  for (let wait = 20; ; wait = Math.min(wait * 2, 1_000)) {
    const status = await send({ method: 'GET', url: `${url}/status` });
    if (status.status !== 200) throw failed(`the upload of ${filename} cannot be asked for`, status);
    const { upload_id, complete, valid } = status.fields;
    if (complete === true) {
      if (valid !== true) throw failed(`${filename} was refused as a model`, status);
      if (status.fields.sha256 !== sha256) throw failed(`${filename} arrived as another file`, status);
      return { upload_id: String(upload_id), sha256 };
    }
    if (performance.now() > giveUpAt) throw new Error(`${filename} was not inspected within a minute`);
    await sleep(wait);
  }
};
