import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { COMMAND_NAMES } from '@order-ledger/domain/bodies';
import { expectWholeDocument } from '@order-ledger/testing/openapi';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { COMMAND_BY_SEGMENT } from '../src/command-names.ts';

interface Operation {
  summary: string;
  security: object[];
  responses: Record<string, object>;
  requestBody?: { content: { 'application/json': { schema: { properties: object; additionalProperties?: boolean } } } };
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

let api: RunningApi;
let document: Document;

beforeAll(async () => {
  api = await startApi();
  const { text } = await api.send('GET', '/openapi.json', { key: null });
  document = JSON.parse(text) as Document;
});
afterAll(() => api.close());

/** The generic route of commands is documented once for each command. */
const ofEachCommand = (path: string): string[] =>
  path.includes('{command}')
    ? [...COMMAND_BY_SEGMENT.keys()].map((segment) => path.replace('{command}', segment))
    : [path];

it('documents every route that the process answers, and none that it does not', () => {
  expectWholeDocument(document, api.routes, ofEachCommand);
});

it('describes the body of every command, from the schemas that requests are held against', () => {
  const described = Object.entries(document.paths).flatMap(([path, { post }]) =>
    post && !path.startsWith('/v1/partners/') ? [[path, post] as const] : [],
  );
  expect(new Set(described.map(([, { summary }]) => summary))).toEqual(new Set(COMMAND_NAMES));
  for (const [path, { requestBody }] of described) {
    const schema = requestBody?.content['application/json'].schema;
    expect([path, schema?.additionalProperties]).toEqual([path, false]);
    expect(Object.keys(schema?.properties ?? {})).toEqual(expect.arrayContaining(['occurred_at', 'note']));
  }
});

it('says that the routes of the shop floor are closed to partners', () => {
  expect(document.paths['/v1/orders/{order_id}/claim']?.post?.security).toEqual([{ token: [] }]);
  expect(document.paths['/v1/orders']?.post?.security).toHaveLength(2);
});

it('shows the document to people, without anything from elsewhere', async () => {
  const { status, headers, text } = await api.send('GET', '/docs', { key: null });
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(text).toContain('POST /v1/orders/{order_id}/commands/submit-order');
  expect(text).not.toMatch(/<script|src=|https?:\/\//);
});

it('answers a method or an address that there is not with 405 and 404', async () => {
  const credential = await api.tokens.token();
  expect((await api.send('GET', '/v1/orders', { credential })).status).toBe(405);
  expect((await api.post('/v1/shop-floor/last', { credential })).status).toBe(404);
});
