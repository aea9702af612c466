import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { until } from '@order-ledger/testing/waiting';
import { listen } from '../src/event-stream.ts';
import { httpClient } from '../src/http.ts';
import { upload } from '../src/tus.ts';

const BYTES = Buffer.alloc(700_000, 'order-ledger');
const SHA256 = createHash('sha256').update(BYTES).digest('hex');

type Handler = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;
let stop: (() => Promise<void>) | undefined;

/** A server on a port of its own that answers as told. */
const serving = async (handler: Handler): Promise<string> => {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => handler(request, response, Buffer.concat(chunks)));
    request.on('error', () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

const json = (response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));

describe('the client of the demonstration', () => {
  it('waits out a limit and an outage, sends the same key again, and says how often', async () => {
    const keys: unknown[] = [];
    const answers = [
      { status: 429, body: { code: 'rate-limited' } },
      { status: 503, body: { code: 'ledger-unavailable' } },
      { status: 200, body: { status: 'INITIATED' } },
    ];
    const url = await serving((request, response) => {
      keys.push(request.headers['idempotency-key']);
      const { status, body } = answers[keys.length - 1] ?? { status: 500, body: {} };
      json(response, status, body, { 'Retry-After': '0' });
    });
    const http = httpClient(10_000);
    const headers = { 'Idempotency-Key': 'key-1' };
    const answer = await http.send({ method: 'POST', url, bearer: 'token', headers, body: '{}' });
    expect(answer.fields).toEqual({ status: 'INITIATED' });
    expect(keys).toEqual(['key-1', 'key-1', 'key-1']);
    expect(Object.fromEntries(http.repeats)).toEqual({ 'rate-limited': 1, 'ledger-unavailable': 1 });
  });

  it('sends again what lost its connection', async () => {
    let count = 0;
    const url = await serving((request, response) => {
      count += 1;
      if (count === 1) request.socket.destroy();
      else json(response, 200, {});
    });
    expect((await httpClient(10_000).send({ method: 'GET', url, bearer: 'token' })).status).toBe(200);
    expect(count).toBe(2);
  });

  it('does not repeat a refusal', async () => {
    let count = 0;
    const url = await serving((_request, response) => {
      count += 1;
      json(response, 409, { code: 'claimed' });
    });
    const answer = await httpClient(10_000).send({ method: 'POST', url, bearer: 'token' });
    expect([answer.status, answer.fields.code, count]).toEqual([409, 'claimed', 1]);
  });

  it('gives up a service that never answers, and names what it got', async () => {
    const url = await serving((_request, response) => json(response, 503, { code: 'starting' }));
    await expect(httpClient(50).send({ method: 'GET', url: `${url}/v1/orders`, bearer: 'token' })).rejects.toThrow(
      /GET \/v1\/orders: no answer but starting in \d+ tries/,
    );
  });
});

describe('the upload of the demonstration', () => {
  it('goes on where the upload stands when the answer to a chunk was lost', async () => {
    const stored: Buffer[] = [];
    const offset = () => stored.reduce((sum, chunk) => sum + chunk.length, 0);
    let lost = false;
    const url = await serving((request, response, body) => {
      if (request.method === 'POST') return void response.writeHead(201, { Location: '/v1/uploads/u-1' }).end();
      if (request.method === 'HEAD') return void response.writeHead(200, { 'Upload-Offset': `${offset()}` }).end();
      if (request.method === 'GET') {
        return void json(response, 200, { upload_id: 'u-1', complete: true, valid: true, sha256: SHA256 });
      }
      if (Number(request.headers['upload-offset']) !== offset()) return void json(response, 409, {});
      stored.push(body);
      if (stored.length === 2 && !lost) {
        lost = true;
        return void request.socket.destroy();
      }
      response.writeHead(204, { 'Upload-Offset': `${offset()}` }).end();
    });
    const uploaded = await upload(httpClient(10_000), url, 'token', { filename: 'a.stl', bytes: BYTES });
    expect(uploaded).toEqual({ upload_id: 'u-1', sha256: SHA256 });
    expect(Buffer.concat(stored).equals(BYTES)).toBe(true);
    expect(stored.length).toBeGreaterThan(2);
  });

  it('says why a file was refused', async () => {
    const url = await serving((request, response) => {
      if (request.method === 'POST') return void response.writeHead(201, { Location: '/v1/uploads/u-1' }).end();
      if (request.method === 'PATCH') {
        return void response.writeHead(204, { 'Upload-Offset': `${request.headers['content-length']}` }).end();
      }
      json(response, 200, { complete: true, valid: false, fault: { code: 'TRUNCATED' } });
    });
    await expect(
      upload(httpClient(10_000), url, 'token', { filename: 'a.stl', bytes: BYTES.subarray(0, 100) }),
    ).rejects.toThrow(/a\.stl was refused as a model: 200 .*TRUNCATED/);
  });
});

describe('the listener to the stream of events', () => {
  const event = (version: number) => {
    const data = { order_id: 'o-1', event_version: version, recorded_at: new Date(Date.now() - 40).toISOString() };
    return `id: p-${version}\nevent: order\ndata: ${JSON.stringify(data)}\n\n`;
  };
  const arrived = (holds: () => boolean) => until('the event', holds);

  it('goes on from the last event after a broken connection, and takes the age of each event for the lag', async () => {
    const asked: unknown[] = [];
    const address = await serving((request, response) => {
      asked.push(request.headers['last-event-id']);
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      if (asked.length > 1) return void response.write(event(2));
      // In pieces, as a network cuts them, with a heartbeat between.
      const text = `: heartbeat\n\n${event(1)}`;
      response.write(text.slice(0, 30));
      response.write(text.slice(30), () => request.socket.destroy());
    });
    const stream = await listen({ address, bearer: 'token' });
    await arrived(() => stream.has('o-1', 2));
    expect([stream.has('o-1', 1), stream.has('o-1', 3), stream.has('o-2', 1)]).toEqual([true, false, false]);
    expect(asked).toEqual([undefined, 'p-1']);
    expect(stream.lags).toHaveLength(2);
    for (const lag of stream.lags) expect(lag).toBeGreaterThanOrEqual(40);
    await stream.close();
  });

  it('says at once that there is no stream', async () => {
    const address = await serving((_request, response) => json(response, 403, { code: 'route-forbidden' }));
    await expect(listen({ address, bearer: 'token' })).rejects.toThrow(/GET \/v1\/events: 403 .*route-forbidden/);
  });
});
