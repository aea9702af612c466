import { EventEmitter, once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import { issuer, tokenMaker } from '@order-ledger/testing/tokens';
import { untilDone } from '@order-ledger/testing/waiting';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { addToContext } from '../src/context.ts';
import { createApp } from '../src/http/app.ts';
import { createAuthenticator } from '../src/http/authenticate.ts';
import { CORRELATION_FAULTS } from '../src/http/correlation.ts';
import { jsonBody } from '../src/http/json-body.ts';
import { ProblemError } from '../src/http/problem.ts';
import { addressRateLimit, rateLimit } from '../src/http/rate-limit.ts';
import { callerOf } from '../src/http/request-state.ts';
import type { Route } from '../src/http/route.ts';
import { type HttpServer, listen } from '../src/http/server.ts';
import { registry } from '../src/metrics.ts';
import { startTelemetry, type Telemetry } from '../src/telemetry.ts';

const { log, text, lines } = keepingLog();
const servers: HttpServer[] = [];
let tokens: Awaited<ReturnType<typeof tokenMaker>>;
let bearer: { Authorization: string };
let telemetry: Telemetry;

beforeAll(async () => {
  telemetry = await startTelemetry({ service: 'test' });
  tokens = await tokenMaker();
  bearer = { Authorization: `Bearer ${await tokens.token()}` };
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close(1_000)));
});

afterAll(async () => {
  await tokens.remove();
  await telemetry.shutdown();
});

const orderId = '0190c8a2-0000-7000-8000-000000000001';

const routes: Route[] = [
  { method: 'GET', path: '/open', access: 'public', handlers: [(_request, response) => void response.json({})] },
  {
    method: 'POST',
    path: '/v1/orders/:order_id',
    access: 'caller',
    handlers: [
      async (request, response) => {
        addToContext({ order_id: String(request.params.order_id) });
        log.info('in the handler');
        const body = z.strictObject({ quantity: z.int().positive() }).parse(jsonBody(request, 100));
        response.json({ body, caller: callerOf(response) });
      },
    ],
  },
  {
    method: 'GET',
    path: '/v1/broken',
    access: 'caller',
    handlers: [
      async () => {
        throw new Error('select secret_column from hidden_table: mail jane@example.com');
      },
    ],
  },
  {
    method: 'GET',
    path: '/v1/conflict',
    access: 'caller',
    handlers: [
      () => {
        throw new ProblemError(409, 'held', 'The order is on hold.', { extras: { allowed_transitions: [] } });
      },
    ],
  },
];

async function serve(extra: Partial<Parameters<typeof createApp>[0]> = {}): Promise<string> {
  const authenticate = await createAuthenticator({
    jwks: tokens.jwks,
    issuer,
    verifyApiKey: async (keyId, secret) =>
      keyId === 'k1' && secret === 'right-secret' ? { partnerId: 'acme', scopes: ['orders'] } : undefined,
  });
  const server = await listen(createApp({ log, routes, authenticate, bodyLimitBytes: 10_000, ...extra }), { port: 0 });
  servers.push(server);
  return server.url;
}

const postOrder = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/v1/orders/${orderId}`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...bearer, ...headers },
  });

it.each(['chain-1', 'store/2026-000123', crypto.randomUUID(), 'x'.repeat(100), 'job-1763886115128'])(
  'answers with the correlation id %s that it was given, and says nothing of it [B6]',
  async (id) => {
    const answer = await fetch(`${await serve()}/open`, { headers: { 'X-Correlation-Id': id } });
    expect(answer.headers.get('x-correlation-id')).toBe(id);
    expect(answer.headers.has('x-correlation-id-replaced')).toBe(false);
  },
);

it.each([
  ['length', ''],
  ['length', 'x'.repeat(101)],
  ['characters', 'has space'],
  ['characters', 'Bj\u00f6rn'],
  ['characters', 'jane@example.com'],
  ['characters', '+79261234567'],
  ['masked', '79261234567'],
  ['masked', '8/926/1234567'],
  ['masked', 'order-5726128734520'],
  ['masked', 'order-5726128734527'],
  ['masked', '4111-1111-1111-1111'],
  ['masked', 'card:4111111111111112'],
  ['masked', 'pk_a1_s3cr3ts3cr3t'],
] as const)(
  'makes another correlation id, and says why, where it is at fault by its %s: "%s" [B6] [M1]',
  async (fault, id) => {
    const url = await serve();
    const answer = await fetch(`${url}/open`, { headers: { 'X-Correlation-Id': id } });
    const made = answer.headers.get('x-correlation-id') ?? '';
    expect(made).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('x-correlation-id-replaced')).toBe(CORRELATION_FAULTS[fault]);
    const refused = await postOrder(url, '{"quantity":', { 'X-Correlation-Id': id });
    expect([refused.status, refused.headers.get('x-correlation-id-replaced')]).toEqual([
      400,
      CORRELATION_FAULTS[fault],
    ]);
    await untilDone(() =>
      expect(lines().find(({ correlation_id }) => correlation_id === made)).toMatchObject({
        correlation_replaced: fault,
      }),
    );
    if (fault === 'masked') expect(text()).not.toContain(id);
    expect(await registry.metrics()).toContain(`http_correlation_ids_replaced_total{reason="${fault}"}`);
  },
);

it('takes none of two correlation ids, and makes one where none came', async () => {
  const url = await serve();
  const sent = httpRequest(`${url}/open`, { headers: { 'X-Correlation-Id': ['a', 'b'] } }).end();
  const [two] = await once(sent, 'response');
  two.resume();
  expect(two.headers['x-correlation-id-replaced']).toBe(CORRELATION_FAULTS.characters);
  const none = await fetch(`${url}/open`);
  expect(none.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(none.headers.has('x-correlation-id-replaced')).toBe(false);
});

it('continues the trace of the caller and says so in traceresponse [B8]', async () => {
  const url = await serve();
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const answer = await fetch(`${url}/open`, { headers: { traceparent } });
  expect(answer.headers.get('traceresponse')).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-0[01]$/);
});

it('logs order, correlation and trace id in the lines of a request, after its body was read too [L5] [B6]', async () => {
  const url = await serve();
  const answer = await postOrder(url, '{"quantity":1}', { 'X-Correlation-Id': 'chain-2' });
  expect(answer.status).toBe(200);
  await answer.json();
  const own = () => lines().filter((line) => line.correlation_id === 'chain-2');
  const traceId = answer.headers.get('traceresponse')?.slice(3, 35);
  // A request is over, and logged, when its answer has left: the caller may have it first.
  await untilDone(() => expect(own().map((line) => line.message)).toEqual(['in the handler', 'request']));
  for (const line of own()) {
    expect(line).toMatchObject({
      order_id: orderId,
      trace_id: traceId,
      span_id: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  }
});

it('refuses malformed JSON with a 400 problem', async () => {
  const url = await serve();
  const answer = await postOrder(url, '{"quantity":', { 'X-Correlation-Id': 'chain-3' });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(await answer.json()).toEqual({
    type: 'urn:order-ledger:problem:malformed-json',
    title: 'Bad request',
    status: 400,
    detail: 'The body is not valid JSON.',
    instance: `/v1/orders/${orderId}`,
    code: 'malformed-json',
    correlation_id: 'chain-3',
  });
});

it('tells every fault of a body by its JSON pointer without repeating the values', async () => {
  const url = await serve();
  const answer = await postOrder(url, '{"quantity":"jane@example.com","more":1}');
  const body = await answer.text();
  expect(answer.status).toBe(400);
  expect(JSON.parse(body)).toMatchObject({ code: 'invalid-request' });
  expect(JSON.parse(body).errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/quantity', '/more']);
  expect(body).not.toContain('jane@example.com');
});

it('refuses a body of 10 MB with a 413 problem and goes on serving the connection', async () => {
  const url = await serve();
  const answer = await postOrder(url, JSON.stringify({ text: 'x'.repeat(10_000_000) }));
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: 'body-too-large', limit_bytes: 10_000 });
  expect((await fetch(`${url}/open`)).status).toBe(200);
});

it('refuses a too large body that does not say its length', async () => {
  const url = await serve();
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const sent = httpRequest(`${url}/v1/orders/${orderId}`, {
      method: 'POST',
      headers: { ...bearer, 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' },
    });
    sent.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
    sent.write(`"${'x'.repeat(50_000)}`);
    sent.end('"');
  });
  expect(status).toBe(413);
});

it('leaves the body of a raw route to its handler, whatever its length and kind', async () => {
  const length: RequestHandler = async (request, response) => {
    let bytes = 0;
    for await (const chunk of request) bytes += chunk.length;
    response.json({ bytes });
  };
  const url = await serve({
    routes: [{ method: 'POST', path: '/v1/uploads', access: 'caller', body: 'raw', handlers: [length] }],
  });
  const answer = await fetch(`${url}/v1/uploads`, { method: 'POST', headers: bearer, body: Buffer.alloc(20_000) });
  expect(await answer.json()).toEqual({ bytes: 20_000 });
});

it('refuses a body that is not JSON with 415', async () => {
  const url = await serve();
  expect((await postOrder(url, 'a=b', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(415);
});

it('answers an unknown address with 404, a wrong method with 405 and Allow, and both only to a caller', async () => {
  const url = await serve();
  expect((await fetch(`${url}/v1/nothing`)).status).toBe(401);
  const unknown = await fetch(`${url}/v1/nothing`, { headers: bearer });
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toMatchObject({ code: 'unknown-route' });
  const wrong = await fetch(`${url}/v1/orders/${orderId}`, { method: 'DELETE', headers: bearer });
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
});

it('runs the method of X-HTTP-Method-Override where routes say so, with the checks of that method', async () => {
  const told: RequestHandler = (request, response) => void response.json({ method: request.method });
  const url = await serve({
    routes: [
      { method: 'OPTIONS', path: '/v1/files', access: 'public', body: 'raw', methodFrom: 'header', handlers: [told] },
      { method: 'PATCH', path: '/v1/files', access: 'caller', body: 'raw', methodFrom: 'header', handlers: [told] },
      { method: 'POST', path: '/v1/orders', access: 'caller', handlers: [told] },
      { method: 'DELETE', path: '/v1/orders', access: 'caller', handlers: [told] },
    ],
  });
  const sent = async (method: string, path: string, instead: string, headers: Record<string, string> = bearer) => {
    const answer = await fetch(`${url}${path}`, { method, headers: { ...headers, 'X-HTTP-Method-Override': instead } });
    const { method: ran, code } = (await answer.json()) as { method?: string; code?: string };
    return [answer.status, ran ?? code];
  };
  for (const [method, instead] of [
    ['POST', 'PATCH'],
    ['POST', 'patch'],
    ['GET', 'PATCH'],
    ['OPTIONS', 'PATCH'],
    ['PATCH', ''],
  ] as const) {
    expect([method, instead, ...(await sent(method, '/v1/files', instead))]).toEqual([method, instead, 200, 'PATCH']);
  }
  // What is open under one method is not open under another.
  expect(await sent('OPTIONS', '/v1/files', 'PATCH', {})).toEqual([401, 'credential-missing']);
  expect(await sent('PATCH', '/v1/files', 'DELETE')).toEqual([405, 'method-not-allowed']);
  expect(await sent('PATCH', '/v1/files', 'PATCH, PATCH')).toEqual([405, 'method-not-allowed']);
  expect(await sent('PATCH', '/v1/files', '<script>')).toEqual([405, 'method-not-allowed']);
  // Who posted a HEAD gets the whole answer that its length tells.
  expect(await sent('POST', '/v1/files', 'HEAD')).toEqual([405, 'method-not-allowed']);
  // Elsewhere the header says nothing.
  expect(await sent('POST', '/v1/orders', 'DELETE')).toEqual([200, 'POST']);
});

it('sends a refusal whole where HEAD came in X-HTTP-Method-Override, and without a body where it came as HEAD', async () => {
  const refuse: RequestHandler = () => {
    throw new ProblemError(409, 'refused', 'Not now.');
  };
  const url = await serve({
    routes: [{ method: 'HEAD', path: '/v1/files', access: 'public', methodFrom: 'header', handlers: [refuse] }],
  });
  const signal = AbortSignal.timeout(10_000);
  const posted = await fetch(`${url}/v1/files`, {
    method: 'POST',
    signal,
    headers: { 'X-HTTP-Method-Override': 'HEAD' },
  });
  expect([posted.status, await posted.json()]).toEqual([409, expect.objectContaining({ code: 'refused' })]);
  const asked = await fetch(`${url}/v1/files`, { method: 'HEAD', signal });
  expect([asked.status, Number(asked.headers.get('content-length')) > 0, await asked.text()]).toEqual([409, true, '']);
});

it('sends an answer without a tag whatever the caller has already', async () => {
  const url = await serve();
  const future = new Date(Date.now() + 86_400_000).toUTCString();
  for (const headers of [{ 'If-None-Match': '*' }, { 'If-None-Match': '"x"' }, { 'If-Modified-Since': future }]) {
    // Not by fetch, which adds `Cache-Control: no-cache` to such a question.
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      httpRequest(`${url}/open`, { headers }, resolve).on('error', reject).end();
    });
    answer.resume();
    expect([headers, answer.statusCode]).toEqual([headers, 200]);
  }
});

it('answers a path with a broken percent sequence with 404', async () => {
  const url = await serve();
  const answer = await fetch(`${url}/v1/orders/%E0%A4%A`, { method: 'POST', headers: bearer });
  expect(answer.status).toBe(404);
});

it('tells nothing of the inside in a 500, and logs the error with the same correlation id, scrubbed [M1]', async () => {
  const url = await serve();
  const answer = await fetch(`${url}/v1/broken`, { headers: { ...bearer, 'X-Correlation-Id': 'chain-5' } });
  const body = await answer.text();
  expect(answer.status).toBe(500);
  expect(JSON.parse(body)).toMatchObject({ code: 'internal-error', correlation_id: 'chain-5' });
  expect(body).not.toMatch(/secret_column|hidden_table|\bat /);
  const line = lines().find((one) => one.message === 'request failed' && one.correlation_id === 'chain-5');
  expect(JSON.stringify(line)).toContain('hidden_table');
  expect(text()).not.toContain('jane@example.com');
});

it('adds what the case has to say to the standard members of a problem', async () => {
  const url = await serve();
  const answer = await fetch(`${url}/v1/conflict`, { headers: bearer });
  expect(await answer.json()).toMatchObject({ status: 409, code: 'held', allowed_transitions: [] });
});

it('counts requests by the route’s pattern, never by the address [L1]', async () => {
  const url = await serve();
  await (await postOrder(url, '{"quantity":1}')).json();
  await (await fetch(`${url}/v1/${orderId}/x`, { headers: bearer })).json();
  await untilDone(async () => {
    const shown = await registry.metrics();
    expect(shown).toContain(
      'http_server_request_duration_seconds_count{method="POST",route="/v1/orders/:order_id",status="200"}',
    );
    expect(shown).toContain('route="unmatched",status="404"');
  });
  expect(await registry.metrics()).not.toContain(orderId);
});

it('refuses too many requests of one address before it looks at the credential', async () => {
  const url = await serve({ beforeCredential: [addressRateLimit(2, 60)] });
  const answers = [];
  for (let request = 0; request < 3; request += 1) answers.push(await fetch(`${url}/v1/conflict`));
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 429]);
  const refusal = answers[2]!;
  expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refusal.headers.get('ratelimit-policy')).toBe('"address";q=2;w=60');
  expect(refusal.headers.get('ratelimit')).toMatch(/^"address";r=0;t=\d+$/);
  expect((await fetch(`${url}/open`)).status).toBe(200);
});

it.each([
  ['an IPv4 address', '203.0.113.7:1', '203.0.113.7:65535', '203.0.113.7'],
  ['an IPv6 address', '[2001:db8::7]:1', '[2001:db8::7]', '2001:db8::7'],
])('counts %s that a proxy tells with its port for the address alone', async (_what, ...addresses) => {
  const url = await serve({ trustedProxies: 1, beforeCredential: [addressRateLimit(addresses.length, 60)] });
  const from = (address: string) => fetch(`${url}/v1/conflict`, { headers: { 'X-Forwarded-For': `x, ${address}` } });
  const statuses = [];
  for (const address of [...addresses, addresses[0] as string]) statuses.push((await from(address)).status);
  expect(statuses).toEqual([401, 401, 401, 429]);
  expect((await from('2001:db8::8')).status).toBe(401);
});

it('counts a caller’s requests for himself alone [E12]', async () => {
  const byCaller = rateLimit({
    name: 'caller',
    points: 1,
    seconds: 60,
    key: (_request, response) => callerOf(response).name,
  });
  const url = await serve({ afterCredential: [byCaller] });
  const other = { Authorization: `Bearer ${await tokens.token({ sub: 'operator-8' })}` };
  const statuses = [];
  for (const headers of [bearer, bearer, other]) statuses.push((await fetch(`${url}/v1/conflict`, { headers })).status);
  expect(statuses).toEqual([409, 429, 409]);
});

it('counts and logs a caller who goes away before the answer', async () => {
  const handler = new EventEmitter();
  const entered = once(handler, 'entered');
  const url = await serve({
    routes: [{ method: 'GET', path: '/v1/slow', access: 'public', handlers: [() => void handler.emit('entered')] }],
  });
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write('GET /v1/slow HTTP/1.1\r\nHost: x\r\n\r\n');
  await entered;
  socket.destroy();
  await untilDone(() =>
    expect(lines()).toContainEqual(expect.objectContaining({ route: '/v1/slow', http_status: 499 })),
  );
});
