import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { EXAMPLE, openApiPath } from '@order-ledger/platform/http/openapi';
import { expectProblemsExplained, expectWholeDocument } from '@order-ledger/testing/openapi';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { MODEL_SHA256 } from '@order-ledger/testing/orders/rightful';
import { listenTo } from '@order-ledger/testing/running/listener';
import { type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { lifeInto } from '@order-ledger/testing/running/read-model';
import { until } from '@order-ledger/testing/waiting';
import { QUERY_EXAMPLES } from '../src/http/examples.ts';
import { QUERY_ROUTES, type QueryName } from '../src/http/query-routes.ts';

interface Operation {
  security: object[];
  parameters: { name: string; in: string; required: boolean }[];
  responses: Record<string, { content?: Record<string, object> }>;
}
interface Document {
  openapi: string;
  info: { description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

const OF_GROUP = {
  store: ACTORS.store,
  CRM: ACTORS.agent,
  operator: ACTORS.operator,
  carrier: ACTORS.carrier,
  analyst: ACTORS.analyst,
  administrator: ACTORS.ops,
} as const;

let api: RunningApi;
let document: Document;
let partner: string;

/** The order that the examples ask for, and others beside it. */
const LIVES = [
  JSON.parse(
    JSON.stringify(lifeInto('WAITING_SHIPMENT_CONFIRMATION', 1, 'acme')).replaceAll(
      lifeInto('INITIATED', 1, 'acme')[0]?.metadata.order_id ?? '',
      EXAMPLE.orderId,
    ),
  ) as RecordedEvent[],
  lifeInto('CLOSED', 2, null),
  lifeInto('MANUFACTURING_STARTED', 3, null),
  lifeInto('MANUFACTURING_APPROVED', 4, 'bolt'),
];

beforeAll(async () => {
  api = await startApi(LIVES.flat());
  document = (await api.get('/openapi.json')).body as Document;
  partner = await api.keyOf('acme');
  await api.model.pool.query('insert into upload.preview (sha256, file, digest) values ($1, $2, $3)', [
    MODEL_SHA256,
    Buffer.from(QUERY_EXAMPLES.readPreview.answer),
    'b'.repeat(64),
  ]);
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

it('explains every refusal by its code', () => {
  expectProblemsExplained(document, ['query-api/src/http', 'query-api/src/stream', 'platform/src/http']);
});

it('has a page for people', async () => {
  const { status, text } = await api.get('/docs');
  expect(status).toBe(200);
  expect(text).toContain('data-documents="{&quot;query_api&quot;:&quot;/openapi.json&quot;}"');
});

const addressOf = (name: QueryName): string =>
  `${QUERY_ROUTES[name].path.replace(':order_id', EXAMPLE.orderId)}?${new URLSearchParams(QUERY_EXAMPLES[name].query)}`;

describe.each(Object.keys(QUERY_ROUTES) as QueryName[])('the example of %s', (name) => {
  const { answer, askedBy } = QUERY_ROUTES[name];

  it('is a question that is answered as it stands, in the form of the answer that it shows', async () => {
    expect(() => answer.schema.parse(QUERY_EXAMPLES[name].answer)).not.toThrow();
    const credential = await api.tokenOf(ACTORS.lead);
    if ('streams' in QUERY_ROUTES[name]) {
      const first = LIVES[0]?.[0];
      const stream = await listenTo(api, addressOf(name), credential, { 'Last-Event-ID': `0/0/${EXAMPLE.orderId}/0` });
      await until('an event has come', () => stream.messages.length > 0);
      await stream.leave();
      expect(stream.messages[0]?.data.type).toBe(first?.type);
      expect(() => answer.schema.parse(stream.messages[0]?.data)).not.toThrow();
      return;
    }
    const { status, body, text } = await api.get(addressOf(name), { credential });
    if ('bytes' in QUERY_ROUTES[name]) return expect([status, text]).toEqual([200, QUERY_EXAMPLES[name].answer]);
    expect([status, body.detail]).toEqual([200, undefined]);
    expect(() => answer.schema.parse(body)).not.toThrow();
  });

  it('stands under callers whom the route is open to', async () => {
    for (const group of askedBy) {
      const credential = group === 'partner' ? partner : await api.tokenOf(OF_GROUP[group]);
      const reply = await api.fetchFrom(addressOf(name), { credential });
      const refused = reply.status === 403 ? ((await reply.json()) as { code: string }).code : undefined;
      if (refused === undefined) await reply.body?.cancel();
      expect([group, refused]).not.toEqual([group, 'route-forbidden']);
    }
  });
});
