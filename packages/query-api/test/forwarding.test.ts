import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { createApp } from '@order-ledger/platform/http/app';
import { addressRateLimit } from '@order-ledger/platform/http/rate-limit';
import type { Route } from '@order-ledger/platform/http/route';
import { listen } from '@order-ledger/platform/http/server';
import { startTelemetry, type Telemetry } from '@order-ledger/platform/telemetry';
import { keepingLog } from '@order-ledger/testing/lines';
import { until } from '@order-ledger/testing/waiting';
import { forwardingRoutes } from '../src/forwarding/routes.ts';

const undo: (() => Promise<unknown> | unknown)[] = [];
let telemetry: Telemetry;

beforeAll(async () => {
  telemetry = await startTelemetry({ service: 'test' });
});
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each();
});
afterAll(() => telemetry.shutdown());

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** An interface that answers like this. */
const standIn = async (answer: Answer): Promise<string> => {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  undo.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const OWN: Route = {
  method: 'GET',
  path: '/v1/orders/:order_id/pricing',
  access: 'public',
  handlers: [(_request, response) => void response.json({})],
};

/** The one origin before both interfaces. */
const originBefore = async (answer: Answer, more: Partial<Parameters<typeof createApp>[0]> = {}) => {
  const url = await standIn(answer);
  return { ...(await originTo(url, more)), behind: url };
};

const originTo = async (url: string, more: Partial<Parameters<typeof createApp>[0]> = {}) => {
  const kept = keepingLog();
  const routes = [OWN, ...forwardingRoutes({ 'command-api': url, 'upload-api': url }, [OWN])];
  const server = await listen(createApp({ log: kept.log, routes, bodyTimeMs: 30_000, ...more }), {
    port: 0,
    requestTimeoutMs: 0,
  });
  undo.push(() => server.close(500));
  return { url: server.url, ...kept };
};

const TOKEN = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJvcGVyYXRvciJ9.c2lnbmF0dXJl';
const COMMAND = '/v1/orders/0190c8a2-0000-7000-8000-000000000001/commands/submit-order';
const UPLOAD = '/v1/uploads/0190c8a2-0000-7000-8000-000000000002';

/** With headers that fetch keeps to itself. */
const sendRaw = async (
  url: string,
  path: string,
  { method = 'POST', headers = {}, body = '' }: { method?: string; headers?: Record<string, string>; body?: string },
) => {
  const sent = httpRequest(`${url}${path}`, { method, headers, agent: false });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return { status: answer.statusCode, headers: answer.headers, text };
};

it('sends a request on as it came and gives its answer back, and no token comes into a log [N3]', async () => {
  const seen: { method?: string; url?: string; headers?: IncomingMessage['headers']; body?: string } = {};
  const origin = await originBefore(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    Object.assign(seen, { method: request.method, url: request.url, headers: request.headers, body });
    response.writeHead(409, { 'Content-Type': 'application/problem+json', ETag: '"v4"' }).end('{"code":"held"}');
  });
  const answer = await fetch(`${origin.url}${COMMAND}?a=%20b`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${TOKEN}`, 'Idempotency-Key': 'k-1', 'Content-Type': 'application/json' },
    body: '{"quantity":2}',
  });
  expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([409, '"v4"', '{"code":"held"}']);
  expect(seen).toMatchObject({ method: 'POST', url: `${COMMAND}?a=%20b`, body: '{"quantity":2}' });
  expect(seen.headers).toMatchObject({ authorization: `Bearer ${TOKEN}`, 'idempotency-key': 'k-1' });
  const line = await until(
    () => 'the request is logged',
    () => origin.lines().find(({ message }) => message === 'request'),
  );
  expect(line).toMatchObject({ route: '/v1/orders/:order_id/commands/:command', method: 'POST', http_status: 409 });
  expect(line).toMatchObject({ correlation_id: answer.headers.get('x-correlation-id') });
  expect(origin.text()).not.toContain(TOKEN.slice(0, 20));
});

it('goes on in the trace and the correlation of the request [L3]', async () => {
  let headers: IncomingMessage['headers'] = {};
  const origin = await originBefore((request, response) => {
    headers = request.headers;
    response.end('{}');
  });
  const answer = await fetch(`${origin.url}/v1/orders`, {
    method: 'POST',
    headers: {
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      'X-Correlation-Id': 'order-17',
    },
  });
  expect(headers['x-correlation-id']).toBe('order-17');
  expect(headers.traceparent).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-/);
  expect(headers.traceparent).not.toContain('b7ad6b7169203331');
  expect(answer.headers.get('traceresponse')).toBe(headers.traceparent);
});

it('keeps headers of a connection, and what a caller says of where it came from, out of both sides [N3]', async () => {
  let headers: IncomingMessage['headers'] = {};
  const origin = await originBefore((request, response) => {
    headers = request.headers;
    response.setHeader('Keep-Alive', 'timeout=900');
    response.setHeader('Proxy-Authenticate', 'Basic');
    response.setHeader('X-Of-Hop', '1');
    response.setHeader('Connection', 'keep-alive, X-Of-Hop');
    response.end('{}');
  });
  const answer = await sendRaw(origin.url, '/v1/orders', {
    headers: {
      Connection: 'close, X-Secret-Hop',
      'X-Secret-Hop': '1',
      TE: 'trailers',
      'Proxy-Authorization': 'Basic xyz',
      'X-Forwarded-For': '203.0.113.9',
      'X-Forwarded-Host': 'evil.test',
      Forwarded: 'for=203.0.113.9',
    },
  });
  expect(answer.status).toBe(200);
  for (const name of ['x-secret-hop', 'te', 'proxy-authorization', 'forwarded', 'x-forwarded-host'])
    expect([name, headers[name]]).toEqual([name, undefined]);
  expect(headers['x-forwarded-for']).toBe('127.0.0.1');
  for (const name of ['x-of-hop', 'proxy-authenticate'])
    expect([name, answer.headers[name]]).toEqual([name, undefined]);
  expect(answer.headers['keep-alive'] ?? '').not.toContain('900');
});

it('tells the interface behind the address of the caller, so that its limits count him', async () => {
  const log = keepingLog().log;
  const behind = createApp({
    log,
    trustedProxies: 1,
    routes: [
      {
        method: 'POST',
        path: '/v1/orders',
        access: 'forwarded',
        handlers: [(_request, response) => void response.json({})],
      },
    ],
    beforeCredential: [addressRateLimit(2, 60)],
  });
  const server = await listen(behind, { port: 0 });
  undo.push(() => server.close(500));
  const origin = await originTo(server.url, { trustedProxies: 1 });
  const statuses = async (address: string, times: number) => {
    const each: number[] = [];
    for (let n = 0; n < times; n += 1) {
      // A proxy in front of the origin has seen this address; what the caller himself has written stands before it.
      const answer = await sendRaw(origin.url, '/v1/orders', {
        headers: { 'X-Forwarded-For': `198.51.100.1, ${address}` },
      });
      each.push(answer.status ?? 0);
    }
    return each;
  };
  expect(await statuses('203.0.113.1', 3)).toEqual([200, 200, 429]);
  expect(await statuses('203.0.113.2', 2)).toEqual([200, 200]);
});

it('counts what it sends on by the address of the caller too', async () => {
  const origin = await originBefore((_request, response) => void response.end('{}'), {
    beforeCredential: [addressRateLimit(1, 60)],
  });
  const first = await fetch(`${origin.url}/v1/orders`, { method: 'POST' });
  const second = await fetch(`${origin.url}/v1/orders`, { method: 'POST' });
  expect([first.status, second.status]).toEqual([200, 429]);
});

it.each([
  ['http://127.0.0.1:8082/v1/orders/x/pricing?a=1', '/v1/orders/x/pricing?a=1'],
  ['https://elsewhere.test/of/another', 'https://elsewhere.test/of/another'],
  ['/v1/uploads/x', '/v1/uploads/x'],
])('makes an address of ours in Location one of this origin: %s', async (location, expected) => {
  const origin = await originBefore((_request, response) => void response.writeHead(202, { Location: location }).end());
  const answer = await fetch(`${origin.url}/v1/orders`, { method: 'POST', redirect: 'manual' });
  expect(answer.headers.get('location')).toBe(expected);
});

it('says that an interface cannot be reached, and that nothing was sent', async () => {
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port } = gone.address() as AddressInfo;
  await new Promise((resolve) => gone.close(resolve));
  const origin = await originTo(`http://127.0.0.1:${port}`);
  const answer = await fetch(`${origin.url}${COMMAND}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${TOKEN}` },
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json; charset=utf-8']);
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(await answer.json()).toMatchObject({
    code: 'interface-unavailable',
    detail: 'command-api cannot be reached, and nothing was sent to it. Try again.',
  });
  expect(origin.text()).not.toContain(TOKEN.slice(0, 20));
});

it.each([
  ['POST', COMMAND, 503, 'outcome-unknown'],
  ['GET', `${UPLOAD}/status`, 502, 'interface-unavailable'],
  ['PATCH', UPLOAD, 502, 'upload-interrupted'],
])('says of a %s whose interface ended without an answer what to do', async (method, path, status, code) => {
  const origin = await originBefore((request) => void request.socket.destroy());
  const answer = await fetch(`${origin.url}${path}`, { method });
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
});

it('cuts an answer that was not whole, instead of ending it', async () => {
  const origin = await originBefore((_request, response) => {
    response.writeHead(200, { 'Content-Length': '100' }).write('half');
    setTimeout(() => response.destroy(), 50);
  });
  const answer = await fetch(`${origin.url}${UPLOAD}/status`);
  await expect(answer.text()).rejects.toThrow();
});

it('ends the request behind when its caller goes away', async () => {
  let ended = false;
  let begun = false;
  const origin = await originBefore((_request, response) => {
    begun = true;
    response.once('close', () => {
      ended = true;
    });
  });
  const leave = new AbortController();
  const asked = fetch(`${origin.url}${COMMAND}`, { method: 'POST', signal: leave.signal }).catch(() => undefined);
  await until(
    () => 'the request came',
    () => begun,
  );
  leave.abort();
  await asked;
  await until(
    () => 'the request behind is ended',
    () => ended,
  );
  await until(
    () => 'the line says that the caller went away',
    () => origin.lines().some(({ http_status }) => http_status === 499),
  );
});

it('takes no more of a large upload than the interface behind does, and sends it on as it comes', async () => {
  let received = 0;
  let go = (): void => undefined;
  const origin = await originBefore(async (request, response) => {
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    for await (const chunk of request) received += (chunk as Buffer).length;
    response.writeHead(204, { 'Upload-Offset': String(received) }).end();
  });
  const total = 96 << 20;
  const chunk = Buffer.alloc(1 << 20, 7);
  const sent = httpRequest(`${origin.url}${UPLOAD}`, {
    method: 'PATCH',
    headers: { 'Content-Length': total, 'Content-Type': 'application/offset+octet-stream' },
  });
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  let written = 0;
  // Until nobody takes any more.
  while (sent.write(chunk) || (await Promise.race([once(sent, 'drain'), idleFor(1_000)])) !== 'idle')
    written += chunk.length;
  expect(written).toBeLessThan(48 << 20);
  go();
  written += chunk.length;
  for (; written < total; written += chunk.length) if (!sent.write(chunk)) await once(sent, 'drain');
  sent.end();
  const [answer] = await answered;
  expect([answer.statusCode, answer.headers['upload-offset']]).toEqual([204, String(total)]);
  answer.resume();
});

const idleFor = (ms: number) => new Promise<'idle'>((resolve) => setTimeout(() => resolve('idle'), ms));

it('gives the body of a command its time, and lets that of an upload take longer', async () => {
  const origin = await originBefore(
    (request, response) => void request.once('end', () => response.end('{}')).resume(),
    {
      bodyTimeMs: 300,
    },
  );
  const slowly = async (method: string, path: string) => {
    const sent = httpRequest(`${origin.url}${path}`, { method, headers: { 'Content-Length': 2 }, agent: false });
    sent.write('{');
    const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
    await Promise.race([answered, idleFor(900)]);
    if (!sent.destroyed) sent.end('}');
    const [answer] = await answered;
    answer.resume();
    return answer.statusCode;
  };
  expect(await slowly('POST', COMMAND)).toBe(408);
  expect(await slowly('PATCH', UPLOAD)).toBe(200);
});

it('has the method of an upload from the header that tus knows for it', async () => {
  let seen = '';
  const origin = await originBefore((request, response) => {
    seen = `${request.method} ${request.url}`;
    response.writeHead(204).end();
  });
  await fetch(`${origin.url}${UPLOAD}`, { method: 'POST', headers: { 'X-HTTP-Method-Override': 'PATCH' } });
  expect(seen).toBe(`PATCH ${UPLOAD}`);
});

it('has the OpenAPI document of each interface', async () => {
  const origin = await originBefore((request, response) => void response.end(request.url));
  expect(await (await fetch(`${origin.url}/interfaces/upload-api/openapi.json`)).text()).toBe('/openapi.json');
});

it('sends on what its table names, and nothing else', async () => {
  let came = 0;
  const origin = await originBefore((_request, response) => {
    came += 1;
    response.end();
  });
  const asked = [
    ['GET', '/v1/models/0190c8a2'],
    ['PUT', '/v1/orders'],
    ['POST', '/v1/orders/x/commands/y/z'],
    ['POST', '/admin'],
    ['GET', '/interfaces/command-api/metrics'],
  ] as const;
  for (const [method, path] of asked) {
    const answer = await fetch(`${origin.url}${path}`, { method });
    expect([path, answer.status >= 400]).toEqual([path, true]);
  }
  expect(came).toBe(0);
});
