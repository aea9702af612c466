import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { COMMAND_NAMES, type CommandName } from '@order-ledger/domain/bodies';
import { type Grantee, isRole } from '@order-ledger/domain/grants';
import { EXAMPLE, openApiPath } from '@order-ledger/platform/http/openapi';
import { expectProblemsExplained, expectWholeDocument } from '@order-ledger/testing/openapi';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { COMMAND_BY_SEGMENT } from '../src/command-names.ts';
import { COMMAND_ROUTES } from '../src/http/access.ts';
import { successOf } from '../src/http/command-answer.ts';
import { EXAMPLES, exampleAnswer, lifeTo, versionsAfter } from '../src/http/examples.ts';
import { KEY_EXAMPLES } from '../src/http/key-documents.ts';

interface Operation {
  summary: string;
  security: object[];
  responses: Record<string, object>;
  requestBody?: { content: { 'application/json': { schema: { properties: object; additionalProperties?: boolean } } } };
}
interface Document {
  openapi: string;
  info: { description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

let api: RunningApi;
let document: Document;
/** What the shop floor could take next. */
const ready: string[] = [];

beforeAll(async () => {
  api = await startApi({
    readyOrders: async () => ready.map((order_id) => ({ order_id })),
    findUpload: async (_id, owner) => ({
      ...{ owner, sha256: EXAMPLES.AttachModel.body.sha256, complete: true, valid: true },
      model: { bytes: 684, format: 'STL_BINARY', triangles: 12, bounding_box: [20_000, 20_000, 20_000], warnings: [] },
    }),
  });
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
    post && COMMAND_ROUTES.some((route) => ofEachCommand(openApiPath(route.path)).includes(path))
      ? [[path, post] as const]
      : [],
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

it('explains every refusal by its code', () => {
  expectProblemsExplained(document, ['command-api/src', 'platform/src/http']);
  const claims = document.paths['/v1/orders/{order_id}/claim']?.post?.responses['409'];
  expect(claims).toMatchObject({ description: expect.stringMatching(/`claimed`/) });
});

it('shows the reference to people, with all that it is made of from here and nothing inline', async () => {
  const { status, headers, text } = await api.send('GET', '/docs', { key: null });
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(headers.get('content-security-policy')).toContain("script-src 'self'; style-src 'self';");
  expect(text).not.toMatch(/<style|<script>|https?:\/\/|\son\w+=/);
  const files = [...text.matchAll(/(?:src|href)="(\/docs\/[^"]+)"/g)].map(([, file = '']) => file);
  expect(files).toHaveLength(4);
  for (const file of files) {
    const { headers: got, ...reply } = await api.send('GET', file, { key: null });
    expect([file, reply.status, got.get('content-encoding')]).toEqual([file, 200, 'gzip']);
  }
  expect((await api.send('GET', '/docs/index.js', { key: null })).status).toBe(404);
});

const credentialOf = (grantee: Grantee): Promise<string> => {
  const actor = Object.values(ACTORS).find(({ roles }) => isRole(grantee) && (roles as Grantee[]).includes(grantee));
  if (actor === undefined) throw new Error(`nobody is ${grantee}`);
  return api.tokenOf(actor);
};
const pathOf = (name: CommandName): string => {
  const { path } = COMMAND_ROUTES.find(({ command, access }) => command === name && access.orders !== 'next') ?? {
    path: `/v1/orders/:order_id/commands/${[...COMMAND_BY_SEGMENT].find(([, command]) => command === name)?.[0]}`,
  };
  return path;
};

/** Sends an example to an order as it stands, and holds the answer against the example's. */
const sendExample = async (name: CommandName, orderId: string, path = pathOf(name)): Promise<string> => {
  const { as, body, after } = EXAMPLES[name];
  const reply = await api.post(path.replace(':order_id', orderId), {
    credential: await credentialOf(as),
    body,
    headers: {
      'X-Expected-Status-Version': String(versionsAfter(after).status_version || 1),
      'X-Correlation-Id': EXAMPLE.correlationId,
    },
  });
  expect([name, reply.status, reply.body.detail]).toEqual([name, successOf(name).status, undefined]);
  const { order_id, events, expires_at, ...rest } = reply.body;
  expect([name, rest]).toEqual([name, expect.objectContaining(rest)]);
  expect({
    ...rest,
    order_id: EXAMPLE.orderId,
    events: (events as object[]).map((event) => ({ ...event, id: EXAMPLE.eventId })),
    ...(expires_at === undefined ? {} : { expires_at: (exampleAnswer(name) as { expires_at?: string }).expires_at }),
  }).toEqual(exampleAnswer(name));
  return String(order_id);
};
const liveExample = async (name: CommandName): Promise<string> => {
  let orderId = '';
  for (const step of lifeTo(name)) orderId = await sendExample(step, orderId);
  return orderId;
};

const LAST_ONES = COMMAND_NAMES.filter((name) => !COMMAND_NAMES.some((other) => EXAMPLES[other].after === name));
it.each(LAST_ONES)('has examples that are answered as they say, sent as they stand: up to %s', async (name) => {
  expect(await liveExample(name)).not.toBe('');
});

it('has examples of the shop floor, of free texts and of keys that are answered as they say', async () => {
  ready.push(await liveExample('PlanProduction'));
  await sendExample('ClaimOrder', '', '/v1/shop-floor/next');

  const orderId = await liveExample('AddNote');
  const { event_version } = versionsAfter('AddNote');
  const texts = await api.send('GET', `/v1/orders/${orderId}/events/${event_version}/texts`, {
    credential: await credentialOf('crm.agent'),
    key: null,
  });
  const shown = document.paths['/v1/orders/{order_id}/events/{event_version}/texts']?.get?.responses['200'];
  expect(shown).toMatchObject({
    content: { 'application/json': { example: { ...texts.body, order_id: EXAMPLE.orderId } } },
  });

  await api.partners();
  const credential = await credentialOf('admin');
  const keys = `/v1/partners/${KEY_EXAMPLES.issue.answer.partner_id}/keys`;
  const namesOf = (value: object): string[] => Object.keys(value).sort();
  const issued = await api.post(keys, { credential, body: KEY_EXAMPLES.issue.body });
  const { scopes, expires_at, ...made } = KEY_EXAMPLES.issue.answer;
  expect([issued.status, issued.body]).toEqual([201, expect.objectContaining({ scopes, expires_at })]);
  expect(namesOf(issued.body)).toEqual(namesOf({ scopes, expires_at, ...made }));
  const listed = await api.send('GET', keys, { credential, key: null });
  const [first] = listed.body.keys as object[];
  expect(namesOf(first ?? {})).toEqual(namesOf(KEY_EXAMPLES.list.answer.keys[0]));
  const revoked = await api.send('DELETE', `${keys}/${issued.body.key_id}`, { credential, key: null });
  expect([revoked.status, namesOf(revoked.body)]).toEqual([200, namesOf(KEY_EXAMPLES.revoke.answer)]);
});

it('answers a method or an address that there is not with 405 and 404', async () => {
  const credential = await api.tokens.token();
  expect((await api.send('GET', '/v1/orders', { credential })).status).toBe(405);
  expect((await api.post('/v1/shop-floor/last', { credential })).status).toBe(404);
});
