import { request } from 'node:http';
import { until } from '../waiting.ts';

export interface Reply {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

const replyOf = async (response: Response): Promise<Reply> => {
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, body: json && text !== '' ? JSON.parse(text) : {} };
};

/** A sender of files with one credential. */
export const tusClient = (base: string, credential: string) => {
  const send = async (method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array) =>
    replyOf(
      await fetch(new URL(path, base), {
        method,
        headers: { Authorization: `Bearer ${credential}`, 'Tus-Resumable': '1.0.0', ...headers },
        ...(body === undefined ? {} : { body }),
      }),
    );

  /** The address of a new upload. */
  const begin = async (bytes: number, headers: Record<string, string> = {}): Promise<string> => {
    const reply = await send('POST', '/v1/uploads', { 'Upload-Length': String(bytes), ...headers });
    if (reply.status !== 201) throw new Error(`no upload began: ${reply.status} ${JSON.stringify(reply.body)}`);
    return String(reply.headers.get('location'));
  };

  const append = (path: string, offset: number, bytes: Uint8Array): Promise<Reply> =>
    send('PATCH', path, { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' }, bytes);

  /** Sends only the first bytes of what it announces, and goes away once `arrived` says that some have come in. */
  const cutOff = (
    path: string,
    offset: number,
    bytes: Uint8Array,
    after: number,
    arrived: () => Promise<unknown>,
  ): Promise<void> =>
    new Promise((resolve, reject) => {
      const cut = request(new URL(path, base), {
        method: 'PATCH',
        headers: {
          Authorization: `Bearer ${credential}`,
          'Tus-Resumable': '1.0.0',
          'Upload-Offset': String(offset),
          'Content-Type': 'application/offset+octet-stream',
          'Content-Length': String(bytes.length),
        },
      });
      cut.on('error', () => undefined);
      cut.on('response', () => reject(new Error('there was an answer before the end')));
      cut.on('close', () => resolve());
      cut.write(bytes.subarray(0, after));
      arrived().then(() => cut.destroy(), reject);
    });

  const offset = async (path: string): Promise<number> => {
    const { status, headers } = await send('HEAD', path);
    if (status !== 200) throw new Error(`HEAD was answered with ${status}`);
    return Number(headers.get('upload-offset'));
  };

  const status = (path: string): Promise<Reply> => send('GET', `${path}/status`);

  /** The status of an upload once it is complete. */
  const verdict = (path: string): Promise<Record<string, unknown>> => {
    let body: Record<string, unknown> = {};
    return until(
      () => `the upload is complete; it is ${JSON.stringify(body)}`,
      async () => {
        ({ body } = await status(path));
        return body.complete === true && body;
      },
    );
  };

  /** A whole file at once; its address and the answer of the last request. */
  const upload = async (bytes: Uint8Array): Promise<{ path: string; last: Reply }> => {
    const path = await begin(bytes.length);
    return { path, last: await append(path, 0, bytes) };
  };

  return { send, begin, append, cutOff, offset, status, verdict, upload };
};

export type TusClient = ReturnType<typeof tusClient>;
