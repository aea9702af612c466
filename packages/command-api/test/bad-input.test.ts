import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@order-ledger/domain/grants';
import { MOST_ERRORS } from '@order-ledger/domain/list';
import { MOST_FIELD_ERRORS } from '@order-ledger/platform/http/problem';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';

let api: RunningApi;
let partner: string;
let otherPartner: string;
let agent: string;

const run = crypto.randomUUID().slice(0, 8);
const AGENT: Actor = { id: `agent-${run}`, kind: 'person', roles: ['crm.agent'] };
const NEW_ORDER = { customer_ref: 'customer-17', channel: 'API' };

beforeAll(async () => {
  api = await startApi();
  const [first, second] = await api.partners();
  partner = first?.api_key ?? '';
  otherPartner = second?.api_key ?? '';
  agent = await api.tokenOf(AGENT);
});
afterAll(() => api.close());

const create = async (): Promise<string> => {
  const { status, body } = await api.post('/v1/orders', { credential: partner, body: NEW_ORDER });
  expect(status).toBe(201);
  return String(body.order_id);
};
const versionOf = async (orderId: string): Promise<number | undefined> =>
  (await api.ledger.load(orderId))?.event_version;
const note = (orderId: string) => `/v1/orders/${orderId}/commands/add-note`;

describe('bad input gets its documented answer and leaves the ledger as it was', () => {
  it('answers 404 for an unknown order, a malformed id and an unknown command alike', async () => {
    const orderId = await create();
    for (const path of [note(crypto.randomUUID()), note('4711'), `/v1/orders/${orderId}/commands/initiate-order`]) {
      const { status } = await api.post(path, { credential: agent, body: { note: 'hello' } });
      expect(status).toBe(404);
    }
  });

  it("does not let a partner know whether another's order exists, whatever else is wrong", async () => {
    const orderId = await create();
    const foreign = [
      await api.post(note(orderId), { credential: otherPartner, body: { note: 'hello' } }),
      await api.post(note(orderId), { credential: otherPartner, body: { nonsense: 1 } }),
      await api.post(note(orderId), { credential: otherPartner, key: null, body: {} }),
      await api.post(note(crypto.randomUUID()), { credential: otherPartner, body: { note: 'hello' } }),
    ];
    for (const { status, body } of foreign) {
      expect([status, body.code, body.detail]).toEqual([404, 'unknown-order', 'There is no such order.']);
    }
    expect(await versionOf(orderId)).toBe(1);
  });

  it('answers 400 for malformed JSON, wrong types and unknown fields, and says where', async () => {
    const orderId = await create();
    const headers = { 'If-Match': '"v1"' };
    const malformed = await api.post(note(orderId), { credential: partner, raw: '{"note": ', headers });
    expect([malformed.status, malformed.body.code]).toEqual([400, 'malformed-json']);

    const typed = await api.post(note(orderId), { credential: partner, body: { note: 7, 'e/x~tra': 1 }, headers });
    expect([typed.status, typed.body.code]).toEqual([400, 'invalid-request']);
    expect(typed.body.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/note', detail: expect.any(String) },
        { pointer: '/e~1x~0tra', detail: 'is not a field of this command' },
      ]),
    );
    const list = await api.post(note(orderId), { credential: partner, body: [1], headers });
    expect(list.status).toBe(400);
    const control = await api.post(note(orderId), { credential: partner, body: { note: 'a\u0000b' }, headers });
    expect(control.status).toBe(400);
    expect(await versionOf(orderId)).toBe(1);
  });

  /** Bodies near the limit of bytes, each of one kind: many, long or deep. */
  const HEAVY: Record<string, string> = {
    'empty items of a list that may hold items': `{"parcels": [${'{},'.repeat(340_000)}{}]}`,
    'empty items of a field of another kind': `{"note": [${'{},'.repeat(340_000)}{}]}`,
    'as many items as a list may hold, none of them right': `{"parcels": [${'{},'.repeat(999)}{}]}`,
    'unknown keys': `{${Array.from({ length: 90_000 }, (_, n) => `"k${n}":1`).join()}}`,
    'some unknown keys': `{${Array.from({ length: 900 }, (_, n) => `"${'k'.repeat(1_000)}${n}":1`).join()}}`,
    'a key without end': `{"${'k'.repeat(1_000_000)}": 1}`,
    'a text without end': `{"note": "${'x'.repeat(1_000_000)}"}`,
    'blanks without end': `{"note": "${' '.repeat(1_000_000)}"}`,
    'a time without end': `{"occurred_at": "2026-11-29T09:00:00.${'1'.repeat(1_000_000)}Z"}`,
    'lists within each other': `{"note": ${'['.repeat(500_000)}${']'.repeat(500_000)}}`,
    'a number without end': `{"fence_token": ${'9'.repeat(1_000_000)}}`,
    'what is no JSON': `[${','.repeat(1_000_000)}`,
  };

  it('looks for as many errors as it tells', () => expect(MOST_ERRORS).toBe(MOST_FIELD_ERRORS));

  it('takes no notice of what stands behind the ? of a command, however much it is', async () => {
    const orderId = await create();
    const long = Array.from({ length: 1_000 }, (_, n) => `note[${n}]=${n}`).join('&');
    for (const query of [long, `note=${'x'.repeat(15_000)}`, `note${'[a]'.repeat(4_500)}=1`]) {
      const known = (await versionOf(orderId)) ?? 0;
      const sent = { credential: partner, body: { note: 'of the body' }, headers: { 'If-Match': `"v${known}"` } };
      const { status } = await api.post(`${note(orderId)}?${query}`, sent);
      expect([status, await versionOf(orderId)]).toEqual([200, known + 1]);
    }
    const beyond = await api.post(`${note(orderId)}?note=${'x'.repeat(16_384)}`, { credential: partner });
    expect([beyond.status, beyond.body.code]).toEqual([431, 'headers-too-large']);
  });

  it.each(Object.entries(HEAVY))('answers %s in few words, and the first of many errors', async (_what, raw) => {
    const orderId = await create();
    const lead = await api.tokenOf({ id: `lead-${run}`, kind: 'person', roles: ['mes.lead'] });
    for (const command of ['add-note', 'complete-packaging']) {
      const path = `/v1/orders/${orderId}/commands/${command}`;
      const { status, body, text } = await api.post(path, { credential: lead, raw, headers: { 'If-Match': '"v1"' } });
      expect([status, ['invalid-request', 'malformed-json'].includes(String(body.code))]).toEqual([400, true]);
      expect(text.length).toBeLessThan(16_384);
      expect(((body.errors ?? []) as unknown[]).length).toBeLessThanOrEqual(MOST_ERRORS);
    }
    expect(await versionOf(orderId)).toBe(1);
  });

  it.each(Object.entries(HEAVY))('reads no body of who may not send it: %s', async (_what, raw) => {
    const orderId = await create();
    const headers = { 'If-Match': '"v1"' };
    const unknown = await api.post(note(crypto.randomUUID()), { credential: partner, raw, headers });
    const foreign = await api.post(note(orderId), { credential: otherPartner, raw, headers });
    const ungranted = await api.post(`/v1/orders/${orderId}/commands/complete-packaging`, {
      credential: partner,
      raw,
      headers,
    });
    const next = await api.post('/v1/shop-floor/next', { credential: agent, raw });
    expect([unknown, foreign, ungranted, next].map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'unknown-order'],
      [404, 'unknown-order'],
      [403, 'forbidden'],
      [403, 'forbidden'],
    ]);
  });

  it('refuses a fact from the future', async () => {
    const orderId = await create();
    const { status, body } = await api.post(note(orderId), {
      credential: partner,
      headers: { 'If-Match': '"v1"' },
      body: { note: 'later', occurred_at: new Date(Date.now() + 120_000).toISOString() },
    });
    expect([status, body.errors]).toEqual([
      400,
      [{ pointer: '/occurred_at', detail: expect.stringContaining('minute') }],
    ]);
  });

  it('refuses a body of 10 MB before it is read', async () => {
    const { status, body } = await api.post('/v1/orders', {
      credential: partner,
      body: { ...NEW_ORDER, note: 'x'.repeat(10_000_000) },
    });
    expect([status, body.code]).toEqual([413, 'body-too-large']);
  });

  it('refuses an expired token, `alg: none`, a foreign key and no credential', async () => {
    const expired = await api.tokens.token({ exp: Math.floor(Date.now() / 1_000) - 10 });
    const claims = (await api.tokenOf(AGENT)).split('.')[1];
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    const codes = [];
    for (const credential of [expired, none, 'pk_0000_not-a-real-secret', undefined]) {
      const { status, body } = await api.post('/v1/orders', { credential, body: NEW_ORDER });
      expect(status).toBe(401);
      codes.push(body.code);
    }
    expect(codes).toEqual(['token-expired', 'token-algorithm', 'key-unknown', 'credential-missing']);
  });

  it('asks for an Idempotency-Key and for a precondition, and refuses malformed ones', async () => {
    const orderId = await create();
    const answers = [
      await api.post('/v1/orders', { credential: partner, key: null, body: NEW_ORDER }),
      await api.post(note(orderId), { credential: partner, key: 'a b', body: { note: 'x' } }),
      await api.post(note(orderId), { credential: partner, body: { note: 'x' } }),
      await api.post(note(orderId), { credential: partner, body: { note: 'x' }, headers: { 'If-Match': 'v1' } }),
      await api.post(note(orderId), {
        credential: partner,
        body: { note: 'x' },
        headers: { 'If-Match': '"v1"', 'X-Expected-Status-Version': '1' },
      }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [400, 'idempotency-key-missing'],
      [400, 'idempotency-key-malformed'],
      [428, 'precondition-required'],
      [400, 'precondition-malformed'],
      [400, 'precondition-malformed'],
    ]);
    expect(await versionOf(orderId)).toBe(1);
  });

  it('refuses a stale precondition and tells the present versions [H4][B3]', async () => {
    const orderId = await create();
    const noted = await api.post(note(orderId), {
      credential: partner,
      body: { note: 'first' },
      headers: { 'If-Match': '"v1"' },
    });
    expect([noted.status, noted.headers.get('etag')]).toEqual([200, '"v2"']);
    const stale = await api.post(note(orderId), {
      credential: partner,
      body: { note: 'second' },
      headers: { 'If-Match': '"v1"' },
    });
    expect([stale.status, stale.body.event_version, stale.headers.get('etag')]).toEqual([412, 2, '"v2"']);
    // A note is no change of status, so who knows the status only is not disturbed by it.
    const byStatus = await api.post(note(orderId), {
      credential: partner,
      body: { note: 'third' },
      headers: { 'X-Expected-Status-Version': '1' },
    });
    expect(byStatus.status).toBe(200);
    expect(await versionOf(orderId)).toBe(3);
  });

  it('answers a repetition byte for byte, and the same key with another body with 422 [B10]', async () => {
    const key = crypto.randomUUID();
    const first = await api.post('/v1/orders', { credential: partner, key, body: NEW_ORDER });
    const orderId = String(first.body.order_id);
    await api.post(note(orderId), {
      credential: partner,
      body: { note: 'meanwhile' },
      headers: { 'If-Match': '"v1"' },
    });
    const again = await api.post('/v1/orders', { credential: partner, key, body: NEW_ORDER });
    expect([first.status, first.headers.get('idempotent-replayed')]).toEqual([201, null]);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    const other = await api.post('/v1/orders', { credential: partner, key, body: { ...NEW_ORDER, priority: 'HIGH' } });
    expect([other.status, other.body.code]).toEqual([422, 'key-reused']);
    expect(await versionOf(orderId)).toBe(2);
  });

  it('tells texts apart by their keyed hash: the same note repeats, another is 422', async () => {
    const orderId = await create();
    const key = crypto.randomUUID();
    const headers = { 'If-Match': '"v1"' };
    const first = await api.post(note(orderId), { credential: partner, key, body: { note: 'ring twice' }, headers });
    const again = await api.post(note(orderId), { credential: partner, key, body: { note: 'ring twice' }, headers });
    const other = await api.post(note(orderId), { credential: partner, key, body: { note: 'ring once' }, headers });
    expect([first.status, again.status, other.status]).toEqual([200, 200, 422]);
    expect(again.text).toBe(first.text);
  });

  it('gives twenty equal requests at once the one outcome', async () => {
    const key = crypto.randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => api.post('/v1/orders', { credential: partner, key, body: NEW_ORDER })),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(1);
    expect(await versionOf(String(answers[0]?.body.order_id))).toBe(1);
  });

  it('repeats what it was told under a correlation id, in answer, header and event [B6]', async () => {
    const correlation = `store/${run}`;
    const headers = { 'X-Correlation-Id': correlation };
    const { body, headers: answered } = await api.post('/v1/orders', { credential: partner, body: NEW_ORDER, headers });
    expect([body.correlation_id, answered.get('x-correlation-id')]).toEqual([correlation, correlation]);
  });
});
