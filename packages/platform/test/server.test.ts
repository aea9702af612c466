import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { expect, it } from '@jest/globals';
import { listen } from '../src/http/server.ts';

async function get(url: string, agent: Agent): Promise<IncomingMessage> {
  const sent = request(url, { agent }).end();
  const [answer] = await once(sent, 'response');
  return answer;
}

it('closes connections that are kept alive and idle when it closes', async () => {
  const server = await listen((_request, response) => void response.end('x'), { port: 0 });
  const agent = new Agent({ keepAlive: true });
  const answer = await get(server.url, agent);
  const gone = once(answer.socket, 'close');
  await once(answer.resume(), 'end');
  await server.close();
  await gone;
  await expect(fetch(server.url)).rejects.toThrow();
  agent.destroy();
});

it('closes a connection whose headers were out already once its answer is whole', async () => {
  let finish = () => undefined as unknown;
  const server = await listen(
    (_request, response) => {
      response.write('first');
      finish = () => response.end('last');
    },
    { port: 0 },
  );
  const agent = new Agent({ keepAlive: true });
  const answer = await get(server.url, agent);
  const closed = server.close(10_000);
  finish();
  let body = '';
  for await (const chunk of answer) body += chunk;
  expect(body).toBe('firstlast');
  await closed;
  agent.destroy();
});

it('cuts what still runs at its limit', async () => {
  const server = await listen((_request, response) => void response.write('never whole'), { port: 0 });
  const agent = new Agent();
  const answer = await get(server.url, agent);
  const cut = once(answer.resume(), 'error');
  await server.close(50);
  expect(await cut).toMatchObject([{ code: 'ECONNRESET' }]);
  agent.destroy();
});

it('hands over every header that was sent, however many stand before it', async () => {
  const server = await listen((asked, response) => void response.end(asked.headers['if-match']), { port: 0 });
  const headers = [...Array.from({ length: 3_000 }, (): [string, string] => ['a', '']), ['If-Match', '"v4"']];
  const socket = connect(server.port, '127.0.0.1');
  socket.end(
    `GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers.map(([k, v]) => `${k}:${v}\r\n`).join('')}\r\n`,
  );
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  expect(answer).toMatch(/^HTTP\/1\.1 200 .*"v4"$/s);
  await server.close();
});

it('closes a connection whose headers come slowly, also where a body may take as long as it likes', async () => {
  const server = await listen((_request, response) => void response.end('x'), { port: 0, requestTimeoutMs: 0 });
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.on('error', () => undefined);
  socket.write('POST / HTTP/1.1\r\nHost: x\r\n');
  // A header each second is no silence, and no end either.
  const drip = setInterval(() => socket.write('a: b\r\n'), 1_000);
  await once(socket, 'close');
  clearInterval(drip);
  expect(answer).toContain('HTTP/1.1 408 ');
  expect(answer).toContain('"code":"request-timeout"');
  await server.close();
}, 60_000);

it('leaves who still sends a body the time to read an answer that closes the connection', async () => {
  const text = 'x'.repeat(500_000);
  let answerOut = () => undefined as unknown;
  const out = new Promise<void>((resolve) => {
    answerOut = resolve;
  });
  const server = await listen(
    (_request, response) => {
      response.end(text);
      response.once('close', answerOut);
      response.once('finish', answerOut);
    },
    { port: 0 },
  );
  const socket = connect(server.port, '127.0.0.1').pause();
  socket.write(`GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2000000\r\n\r\n${text}`);
  await out;
  socket.write(text + text + text);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  expect(answer.split('\r\n\r\n')[1]).toHaveLength(text.length);
  await server.close();
});
