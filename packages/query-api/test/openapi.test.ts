import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApiPath } from '@order-ledger/platform/http/openapi';
import { expectWholeDocument } from '@order-ledger/testing/openapi';
import { type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { QUERY_ROUTES } from '../src/http/query-routes.ts';

interface Operation {
  security: object[];
  parameters: { name: string; in: string; required: boolean }[];
  responses: Record<string, { content?: Record<string, object> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

let api: RunningApi;
let document: Document;

beforeAll(async () => {
  api = await startApi([]);
  document = (await api.get('/openapi.json')).body as Document;
});
afterAll(() => api.close());

it('documents every route that the process answers, and none that it does not', () => {
  expectWholeDocument(document, api.routes);
});

it('names every parameter that a route takes, and no route takes another', async () => {
  for (const { path, parameters } of Object.values(QUERY_ROUTES)) {
    const operation = document.paths[openApiPath(path)]?.get as Operation;
    const named = operation.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
    expect([path, named]).toEqual([path, Object.keys(parameters.shape)]);
  }
  const from = document.paths['/v1/durations']?.get?.parameters.find(({ name }) => name === 'from');
  expect(from?.required).toBe(true);
  const token = await api.tokenOf({ id: 'adam', kind: 'person', roles: ['admin'] });
  for (const path of ['/v1/orders', '/v1/board', '/v1/flow', '/v1/projections', '/v1/events']) {
    const reply = await api.get(`${path}?nonsense=1`, { credential: token });
    expect([path, reply.status, reply.body.code]).toEqual([path, 400, 'invalid-request']);
  }
});

it('says which routes are closed to partners, and which give CSV or a stream', () => {
  expect(document.paths['/v1/board']?.get?.security).toEqual([{ token: [] }]);
  expect(document.paths['/v1/orders']?.get?.security).toEqual([{ token: [] }, { partnerKey: [] }]);
  expect(Object.keys(document.paths['/v1/durations']?.get?.responses['200']?.content ?? {})).toContain('text/csv');
  expect(Object.keys(document.paths['/v1/events']?.get?.responses['200']?.content ?? {})).toEqual([
    'text/event-stream',
  ]);
});

it('has a page for people', async () => {
  const { status, text } = await api.get('/docs');
  expect(status).toBe(200);
  expect(text).toContain('/v1/lead-times');
});
