import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { type Reply, type RunningApi, startApi } from '@order-ledger/testing/running/command-api';

let api: RunningApi;
let partner: string;

beforeAll(async () => {
  api = await startApi();
  const [first] = await api.partners();
  partner = first?.api_key ?? '';
});
afterAll(() => api.close());

const NEW_ORDER = { customer_ref: 'customer-17', channel: 'API' };
const create = async (): Promise<string> => {
  const { status, body } = await api.post('/v1/orders', { credential: partner, body: NEW_ORDER });
  expect(status).toBe(201);
  return String(body.order_id);
};
const versionOf = async (orderId: string) => (await api.ledger.load(orderId))?.event_version;
const note = (orderId: string) => `/v1/orders/${orderId}/commands/add-note`;
const noted = (orderId: string, ifMatch: string) =>
  api.post(note(orderId), { credential: partner, body: { note: 'x' }, headers: { 'If-Match': ifMatch } });

describe('If-Match', () => {
  it.each([
    ['the tag of the answer', '"v1"'],
    ['a tag that a proxy has weakened', 'W/"v1"'],
    ['a tag that a proxy has added to', '"v1-gzip"'],
    ['a list', '"v7", W/"v1" , "x"'],
    ['a list with tags of others', '"a,b",,"v1"'],
    ['any version', '*'],
  ])('is met by %s [H4]', async (_what, ifMatch) => {
    const orderId = await create();
    const { status, headers } = await noted(orderId, ifMatch);
    expect([status, headers.get('etag')]).toEqual([200, '"v2"']);
  });

  it.each([
    ['another version', '"v2"'],
    ['a list of others', 'W/"v2", "v3"'],
    ['a tag that was never ours', '"33a64df5"'],
    ['a version in another spelling', '"v01"'],
    ['a version beyond all numbers', '"v99999999999999999999"'],
  ])('is not met by %s: 412 with the version as it is [H4]', async (_what, ifMatch) => {
    const orderId = await create();
    const { status, body } = await noted(orderId, ifMatch);
    expect([status, body.code, body.event_version]).toEqual([412, 'precondition-failed', 1]);
    expect(await versionOf(orderId)).toBe(1);
  });

  it.each(['v1', '1', "'v1'", '"v1', '"v1" "v2"', '*, "v1"', ','])('is refused as %j', async (ifMatch) => {
    const orderId = await create();
    const { status, body } = await noted(orderId, ifMatch);
    expect([status, body.code]).toEqual([400, 'precondition-malformed']);
    expect(await versionOf(orderId)).toBe(1);
  });
});

/** A body of bytes as they are. */
const postBytes = async (path: string, key: string, bytes: Uint8Array<ArrayBuffer>, contentType: string) => {
  const answer = await fetch(`${api.url}${path}`, {
    method: 'POST',
    body: bytes,
    headers: {
      Authorization: `Bearer ${partner}`,
      'Idempotency-Key': key,
      'If-Match': '*',
      'Content-Type': contentType,
    },
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, body: JSON.parse(text) } satisfies Reply;
};
const JSON_TYPE = 'application/json';

describe('two bodies that are not the same', () => {
  it('never become the same request: bytes that are not UTF-8 are refused, under a known key too', async () => {
    const orderId = await create();
    const key = crypto.randomUUID();
    const replies = [];
    for (const byte of [0xcf, 0xd0]) {
      const bytes = Uint8Array.from([...Buffer.from('{"note": "'), byte, ...Buffer.from('"}')]);
      replies.push(await postBytes(note(orderId), key, bytes, JSON_TYPE));
    }
    expect(replies.map(({ status, body }) => [status, body.code])).toEqual([
      [400, 'malformed-text'],
      [400, 'malformed-text'],
    ]);
    const written = await postBytes(note(orderId), key, new Uint8Array(Buffer.from('{"note": "�"}')), JSON_TYPE);
    expect(written.status).toBe(200);
    const other = await postBytes(note(orderId), key, Uint8Array.from([0x7b, 0xcf, 0x7d]), JSON_TYPE);
    expect([other.status, other.headers.get('idempotent-replayed')]).toEqual([400, null]);
    expect(await versionOf(orderId)).toBe(2);
  });

  it.each([
    ['a key that stands twice', '{"customer_ref": "a-1", "channel": "API", "customer_ref": "b-2"}', '/customer_ref'],
    ['a key twice in two spellings', '{"customer_ref": "a-1", "channel": "API", "chann\\u0065l": "CRM"}', '/channel'],
    ['half a surrogate pair', '{"customer_ref": "a-1", "channel": "API", "note": "\\ud800"}', '/note'],
  ])('are refused where nobody knows which of two they are: %s', async (_what, raw, pointer) => {
    const { status, body } = await api.post('/v1/orders', { credential: partner, raw });
    expect([status, body.code, body.errors]).toEqual([
      400,
      'malformed-json',
      [{ pointer, detail: expect.any(String) }],
    ]);
  });

  it.each([
    '{"customer_ref": "a-1", "channel": "API", "__proto__": {"priority": "HIGH"}}',
    '{"customer_ref": "a-1", "channel": "API", "constructor": {"priority": "HIGH"}}',
    '{"__proto__": {"customer_ref": "a-1", "channel": "API"}}',
  ])('hide no field behind a name of the language: %s', async (raw) => {
    const { status, body } = await api.post('/v1/orders', { credential: partner, raw });
    expect([status, body.code]).toEqual([400, 'invalid-request']);
  });

  it.each(['9007199254740993', '1e400', '-1e400', '1e-400', '4.5', '-1'])(
    'lose no figure: %s is no version',
    async (figure) => {
      const orderId = await create();
      const { status, body } = await api.post(`/v1/orders/${orderId}/commands/accept-quote`, {
        credential: partner,
        raw: `{"quote_version": ${figure}}`,
        headers: { 'If-Match': '*' },
      });
      expect([status, body.code]).toEqual([400, 'invalid-request']);
    },
  );
});

it.each(['application/json;charset=utf8', 'application/json; charset="UTF-8"'])(
  'takes a body that comes as %s, whatever script it is in',
  async (contentType) => {
    const orderId = await create();
    const bytes = new Uint8Array(Buffer.from(JSON.stringify({ note: 'Позвонить дважды 😀' })));
    expect((await postBytes(note(orderId), crypto.randomUUID(), bytes, contentType)).status).toBe(200);
  },
);

it('knows an order by its id in any case', async () => {
  const orderId = await create();
  const upper = orderId.toUpperCase();
  const sent = { credential: partner, key: crypto.randomUUID(), body: { note: 'x' }, headers: { 'If-Match': '*' } };
  const first = await api.post(note(upper), sent);
  expect([first.status, first.body.order_id]).toEqual([200, orderId]);
  const again = await api.post(note(orderId), sent);
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
  const keyless = await api.post(note(upper), { ...sent, key: null });
  expect([keyless.status, keyless.body.code]).toEqual([400, 'idempotency-key-missing']);
  const claim = await api.post(`/v1/orders/${upper}/claim`, {
    credential: await api.tokenOf(ACTORS.operator),
    body: {},
  });
  expect([claim.status, claim.body.code]).toEqual([409, 'illegal-transition']);
});

describe('If-Match where there is no order', () => {
  it.each(['*', '"v1"'])('is no way in: %s', async (ifMatch) => {
    const { status, body } = await noted(crypto.randomUUID(), ifMatch);
    expect([status, body.code]).toEqual([404, 'unknown-order']);
  });

  it('If-None-Match: * begins one, and says nothing of one that is there', async () => {
    const headers = { 'If-None-Match': '*' };
    const begun = await api.post('/v1/orders', { credential: partner, body: NEW_ORDER, headers });
    expect(begun.status).toBe(201);
    const orderId = String(begun.body.order_id);
    const more = { credential: partner, body: { note: 'x' }, headers: { ...headers, 'If-Match': '*' } };
    expect((await api.post(note(orderId), more)).status).toBe(200);
  });
});

it('gives X-HTTP-Method-Override no say over commands', async () => {
  const orderId = await create();
  const headers = { 'If-Match': '*', 'X-HTTP-Method-Override': 'DELETE' };
  const { status } = await api.post(note(orderId), { credential: partner, body: { note: 'x' }, headers });
  expect(status).toBe(200);
  const instead = await api.send('PUT', note(orderId), {
    credential: partner,
    body: { note: 'x' },
    headers: { 'If-Match': '*', 'X-HTTP-Method-Override': 'POST' },
  });
  expect(instead.status).toBe(405);
});
