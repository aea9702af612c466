import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import express, { type Express, type RequestHandler } from 'express';
import { createApp } from '../src/http/app.ts';
import type { Method, Route } from '../src/http/route.ts';
import { type HttpServer, listen } from '../src/http/server.ts';

/** Says which route has run, and what it has read in the address. */
const tell =
  (name: string): RequestHandler =>
  (request, response) =>
    void response.json({ name, params: request.params, query: request.query, method: request.method });

const table: readonly (readonly [Method, string, ...RequestHandler[]])[] = [
  ['GET', '/v1/orders'],
  ['GET', '/v1/orders/latest'],
  ['GET', '/v1/orders/:order_id'],
  ['POST', '/v1/orders/:order_id'],
  ['GET', '/v1/orders/:order_id/events/:event_version'],
  ['POST', '/v1/orders/:order_id/commands/:command'],
  ['HEAD', '/v1/uploads/:id'],
  ['GET', '/v1/uploads/:id'],
  ['GET', '/openapi.json'],
  ['GET', '/'],
  ['GET', '/v1/passed', (_request, _response, next) => next()],
  [
    'GET',
    '/v1/handed',
    (_request, response, next) => {
      response.set('x-by', 'first');
      next();
    },
  ],
];
const routes: Route[] = table.map(([method, path, ...first]) => ({
  ...{ method, path, access: 'operator' },
  handlers: path === '/v1/passed' ? first : [...first, tell(`${method} ${path}`)],
}));

/** As express itself finds them. */
const plain = (): Express => {
  const app = express();
  app.disable('etag');
  for (const { method, path, handlers } of routes) {
    app[method.toLowerCase() as 'get' | 'post' | 'head'](path, ...handlers);
  }
  return app;
};

let ours: HttpServer;
let theirs: HttpServer;
beforeAll(async () => {
  ours = await listen(createApp({ log: keepingLog().log, routes, audience: 'operators' }), { port: 0 });
  theirs = await listen(plain(), { port: 0 });
});
afterAll(() => Promise.all([ours.close(), theirs.close()]));

it.each([
  ['GET', '/v1/orders'],
  ['GET', '/v1/orders/'],
  ['GET', '/V1/Orders?Status=a&b=%20'],
  ['GET', '/v1/orders/latest'],
  ['GET', '/v1/orders/%D0%96%2F%20x'],
  ['GET', '/v1/orders/a+b;c=1'],
  ['GET', '/v1/orders/__proto__'],
  ['GET', '/v1/orders/o-1/events/7/'],
  ['GET', '/v1/orders/o-1//events/7'],
  ['GET', '/v1/orders/o-1/events'],
  ['GET', '//v1/orders'],
  ['GET', '/v1/orders%2Flatest'],
  ['GET', '/v1/order'],
  ['GET', '/v1/ordersx'],
  ['GET', '/v1/orderſ'],
  ['GET', '/'],
  ['GET', '/?x'],
  ['GET', '/OPENAPI.json'],
  ['GET', '/openapiXjson'],
  ['GET', '/v1/passed'],
  ['GET', '/v1/handed'],
  ['POST', '/v1/orders/o-1'],
  ['POST', '/v1/orders/o-1/commands/submit-order'],
  ['HEAD', '/v1/uploads/u-1'],
  ['HEAD', '/v1/orders/o-1'],
  ['GET', '/v1/uploads/u-1'],
])('%s %s runs what express would run, with the same parts of the address', async (method, path) => {
  const asked = async (server: HttpServer) => {
    const answer = await fetch(`${server.url}${path}`, { method });
    const body = await answer.text();
    return { status: answer.status, by: answer.headers.get('x-by'), body: answer.status === 200 ? body : '' };
  };
  expect(await asked(ours)).toEqual(await asked(theirs));
});

it('sets the headers of helmet on each answer, also on a refusal', async () => {
  for (const path of ['/v1/orders', '/v1/nothing']) {
    const { headers } = await fetch(`${ours.url}${path}`);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('strict-transport-security')).toContain('max-age');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.has('x-powered-by')).toBe(false);
  }
});
