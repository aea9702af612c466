import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { createModels, ModelsAwayError, ModelUnreadableError } from '../src/calculating/models.ts';

const MODEL = Buffer.from('a model');
const SHA256 = createHash('sha256').update(MODEL).digest('hex');

const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0)) step();
});

/** The first fetch from a server that answers so; what it came to. */
const fetched = async (answer: (response: ServerResponse) => unknown) => {
  const server = createServer((_request, response) => void answer(response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  undo.push(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const models = createModels({ url: `http://127.0.0.1:${port}`, token: async () => 'token' });
  const file = await models.fetch(SHA256, new AbortController().signal).catch((error: unknown) => error);
  server.closeAllConnections();
  return { models, file };
};

const html =
  (status: number, headers = {}) =>
  (response: ServerResponse) =>
    response.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end('<html>nobody behind me</html>');
const problem = (status: number, code: string) => (response: ServerResponse) =>
  response.writeHead(status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify({ code }));

it.each<[string, (response: ServerResponse) => unknown]>([
  ['a proxy that knows no such service', html(404)],
  ['a page of maintenance', html(200)],
  ['an error page of a proxy', html(500)],
  ['a page to log in at, without an end', html(302, { Location: '/' })],
  ['nothing that has a type', (response) => response.end('garbage')],
  ['a service that has no such route', problem(404, 'unknown-route')],
  ['half a problem', (response) => response.writeHead(500, { 'Content-Type': 'application/problem+json' }).end('{')],
  ['a service that cannot see its files', problem(503, 'folder-unavailable')],
])('learns nothing of a model from %s', async (_who, answer) => {
  const { models, file } = await fetched(answer);
  expect(file).toBeInstanceOf(ModelsAwayError);
  expect(() => models.check()).toThrow('cannot be fetched');
});

it.each([
  [404, 'unknown-model'],
  [410, 'model-damaged'],
])('learns from upload-api alone that a model cannot be had: %i %s', async (status, code) => {
  const { models, file } = await fetched(problem(status, code));
  expect(file).toBeInstanceOf(ModelUnreadableError);
  expect(() => models.check()).not.toThrow();
});
