import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import { createApp } from '../src/http/app.ts';
import { type HttpServer, listen } from '../src/http/server.ts';
import { registry } from '../src/metrics.ts';

const { log, lines } = keepingLog();
let server: HttpServer;
/** Lets the answer of `/slow` begin, and with it the first half of what is told there. */
let beginSlow = (): void => undefined;

beforeAll(async () => {
  const routes = [
    {
      method: 'GET',
      path: '/open',
      access: 'public',
      handlers: [(_request, response) => void response.json({ open: true })],
    },
    {
      method: 'GET',
      path: '/slow',
      access: 'public',
      handlers: [
        (_request, response) => {
          response.write('begun');
          beginSlow();
        },
      ],
    },
    {
      method: 'POST',
      path: '/body',
      access: 'public',
      handlers: [(_request, response) => void response.json({ whole: true })],
    },
    {
      method: 'POST',
      path: '/late',
      access: 'public',
      handlers: [(_request, response) => void setTimeout(() => response.json({ done: true }), 100)],
    },
  ] as const satisfies Parameters<typeof createApp>[0]['routes'];
  server = await listen(createApp({ log, routes }), { port: 0, log, requestTimeoutMs: 1_000 });
});
afterAll(() => server.close(1_000));

/** Sends text as it is and gives what comes back until the connection is closed. */
const exchange = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    // A reset after the answer is the server's right.
    socket.on('error', (error) => (answer === '' ? reject(error) : undefined));
  });

const partsOf = (answer: string) => {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  const headers = new Map(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => {
        const [name = '', ...rest] = line.split(': ');
        return [name.toLowerCase(), rest.join(': ')] as const;
      }),
  );
  return { status: Number(head.split(' ')[1]), headers, problem: JSON.parse(body) as Record<string, unknown> };
};

const HOST = 'Host: x\r\n';

it.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400, 'malformed-request'],
  ['a method that is none', `G@T / HTTP/1.1\r\n${HOST}\r\n`, 400, 'malformed-request'],
  ['a version that is none', `GET / HTTP/9.9\r\n${HOST}\r\n`, 400, 'malformed-request'],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'malformed-request'],
  ['a header with a space in its name', `GET /open HTTP/1.1\r\n${HOST}a b: 1\r\n\r\n`, 400, 'malformed-request'],
  ['a control character in a header', `GET /open HTTP/1.1\r\n${HOST}a: \u0001\r\n\r\n`, 400, 'malformed-request'],
  ['a length that is none', `POST /body HTTP/1.1\r\n${HOST}Content-Length: 1e3\r\n\r\n`, 400, 'malformed-request'],
  [
    'two lengths',
    `POST /body HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
    400,
    'malformed-request',
  ],
  [
    'a length beside chunks',
    `POST /body HTTP/1.1\r\n${HOST}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
    'malformed-request',
  ],
  [
    'a chunk whose length is none',
    `POST /body HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
    400,
    'malformed-request',
  ],
  [
    'headers that are too large',
    `GET /open HTTP/1.1\r\n${HOST}a: ${'x'.repeat(60_000)}\r\n\r\n`,
    431,
    'headers-too-large',
  ],
  ['an address that is too long', `GET /${'x'.repeat(60_000)} HTTP/1.1\r\n${HOST}\r\n`, 431, 'headers-too-large'],
  ['a request that never ends', `GET /open HTTP/1.1\r\n${HOST}`, 408, 'request-timeout'],
  ['a tunnel', 'CONNECT example.test:443 HTTP/1.1\r\nHost: example.test:443\r\n\r\n', 405, 'method-not-allowed'],
  [
    'an expectation that nobody knows',
    `POST /body HTTP/1.1\r\n${HOST}Expect: a-miracle\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
    417,
    'expectation-unknown',
  ],
])('answers %s with a problem', async (_what, text, status, code) => {
  const { headers, problem, ...answer } = partsOf(await exchange(text));
  expect([answer.status, headers.get('content-type'), headers.get('connection')]).toEqual([
    status,
    'application/problem+json',
    'close',
  ]);
  expect(problem).toMatchObject({ status, code, type: `urn:order-ledger:problem:${code}`, detail: expect.any(String) });
  expect(problem.correlation_id).toBe(headers.get('x-correlation-id'));
  expect(lines()).toContainEqual(
    expect.objectContaining({
      message: 'request refused before it was parsed',
      code,
      correlation_id: problem.correlation_id,
    }),
  );
  expect(await registry.metrics()).toContain(`http_unreadable_requests_total{code="${code}"}`);
});

it('asks for a host, as HTTP/1.1 does, and takes any', async () => {
  const { status, headers, problem } = partsOf(await exchange('GET /open HTTP/1.1\r\nConnection: close\r\n\r\n'));
  expect([status, problem.code]).toEqual([400, 'host-missing']);
  expect(headers.get('content-type')).toContain('application/problem+json');
  for (const host of ['', 'somewhere.else', '[::1]:1', 'a b"c', 'x:99999']) {
    const answer = await exchange(`GET /open HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect([host, partsOf(answer).status]).toEqual([host, 200]);
  }
  expect(partsOf(await exchange('GET /open HTTP/1.0\r\n\r\n')).status).toBe(200);
});

it('answers the request that came whole, and not what follows it', async () => {
  const answer = await exchange(
    `POST /late HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}{}`,
  );
  expect(answer).toContain('HTTP/1.1 200');
  expect(answer).toContain('"done":true');
  expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
});

it('does not write into an answer that has begun', async () => {
  const begun = new Promise<void>((resolve) => {
    beginSlow = resolve;
  });
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(`GET /slow HTTP/1.1\r\n${HOST}\r\n`));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('close', () => resolve(text));
    socket.on('error', () => undefined);
    void begun.then(() => socket.write('nonsense\r\n\r\n'));
  });
  expect(answer).toContain('begun');
  expect(answer).not.toContain('problem');
});
