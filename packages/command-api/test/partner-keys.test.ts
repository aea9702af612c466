import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ROLE_NAMES } from '@order-ledger/domain/grants';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { KEY_ROUTES } from '../src/http/access.ts';

let api: RunningApi;
let admin: string;
const PARTNER = 'partner-prepaid';
const KEYS = `/v1/partners/${PARTNER}/keys`;

beforeAll(async () => {
  api = await startApi();
  await api.partners();
  admin = await api.tokenOf({ id: 'anna', kind: 'person', roles: ['admin'] });
});
afterAll(() => api.close());

const list = async () =>
  (await api.send('GET', KEYS, { credential: admin, key: null })).body.keys as Record<string, unknown>[];
const revoke = (keyId: unknown) => api.send('DELETE', `${KEYS}/${keyId}`, { credential: admin, key: null });
const creates = async (credential: unknown) =>
  (await api.post('/v1/orders', { credential: String(credential), body: { customer_ref: 'c-1', channel: 'API' } }))
    .status;
const audit = async () =>
  (
    await api.pool.query(
      'select changed_by, action, key_id, partner_id from key_change order by change_id desc limit 1',
    )
  ).rows[0];
/** Leaves the one that the partner began with. */
const onlyTheFirst = async () => {
  for (const { key_id } of (await list()).slice(1)) await revoke(key_id);
};

it('issues a key beside the one that is in use, shows it once, and ends one with the next request [N3]', async () => {
  const [first] = await list();
  const issued = await api.post(KEYS, { credential: admin });
  expect([issued.status, issued.headers.get('cache-control')]).toEqual([201, 'no-store']);
  const { api_key, key_id } = issued.body;
  expect(issued.body).toMatchObject({ partner_id: PARTNER, expires_at: null, revoked_at: null });
  expect(await creates(api_key)).toBe(201);
  expect(await audit()).toEqual({ changed_by: 'sub:anna', action: 'partner issue', key_id, partner_id: PARTNER });
  const third = await api.post(KEYS, { credential: admin });
  expect([third.status, third.body.code]).toEqual([409, 'too-many-keys']);
  expect(third.body.detail).toContain(String(first?.key_id));
  expect((await list()).map((key) => key.key_id)).toEqual([first?.key_id, key_id]);

  const revoked = await revoke(key_id);
  expect([revoked.status, revoked.body.revoked_at]).toEqual([200, expect.any(String)]);
  expect(await creates(api_key)).toBe(401);
  expect((await revoke(key_id)).text).toBe(revoked.text);
  expect(await audit()).toMatchObject({ action: 'partner revoke', key_id });

  const secret = String(api_key).split('_').slice(2).join('_');
  expect(api.logText()).not.toContain(secret);
  expect(JSON.stringify(await list())).not.toContain(secret);
  const { rows } = await api.pool.query(
    'select t::text as row from partner_key t union all select k::text from key_change k',
  );
  expect(JSON.stringify(rows)).not.toContain(secret);
});

it('issues one key to a request that is sent again, and shows it no second time', async () => {
  await onlyTheFirst();
  const key = crypto.randomUUID();
  const body = { scopes: ['orders:read'], expires_at: '2099-01-01T00:00:00Z' };
  const first = await api.post(KEYS, { credential: admin, key, body });
  const again = await api.post(KEYS, { credential: admin, key, body });
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
  expect(again.body).toEqual({ ...first.body, api_key: null });
  expect(again.body.expires_at).toBe('2099-01-01T00:00:00.000Z');
  const other = await api.post(KEYS, { credential: admin, key, body: {} });
  expect([other.status, other.body.code]).toEqual([422, 'key-reused']);
  expect(await list()).toHaveLength(2 + (await list()).filter((each) => each.revoked_at !== null).length);
  // Only for what it may be used.
  expect(await creates(first.body.api_key)).toBe(403);
});

it('makes of many equal requests at once one key', async () => {
  await onlyTheFirst();
  const key = crypto.randomUUID();
  const answers = await Promise.all(Array.from({ length: 8 }, () => api.post(KEYS, { credential: admin, key })));
  expect(new Set(answers.map(({ body }) => body.key_id)).size).toBe(1);
  expect(answers.filter(({ body }) => body.api_key !== null)).toHaveLength(1);
});

it('ends a key by itself at its time, and makes room for another one', async () => {
  await onlyTheFirst();
  const { body } = await api.post(KEYS, { credential: admin, body: { expires_at: '2099-01-01T00:00:00Z' } });
  expect(await creates(body.api_key)).toBe(201);
  await api.pool.query("update partner_key set expires_at = now() - interval '1 second' where key_id = $1", [
    body.key_id,
  ]);
  expect(await creates(body.api_key)).toBe(401);
  expect((await api.post(KEYS, { credential: admin })).status).toBe(201);
  const past = await api.post(KEYS, { credential: admin, body: { expires_at: '2020-01-01T00:00:00Z' } });
  expect([past.status, past.body.code]).toEqual([400, 'invalid-request']);
});

it.each([
  ['scopes that there are not', { scopes: ['everything'] }],
  ['no scope', { scopes: [] }],
  ['a field that is unknown', { secret: 'mine' }],
  ['a time that is none', { expires_at: 'tomorrow' }],
  ['a list', []],
])('refuses %s', async (_case, body) => {
  const { status } = await api.post(KEYS, { credential: admin, body });
  expect(status).toBe(400);
});

it('knows no partner and no key that there is not', async () => {
  for (const name of ['nobody', 'with%20space', 'nul%00', '%F0%9F%94%91', 'x'.repeat(200)]) {
    const { status, body } = await api.post(`/v1/partners/${name}/keys`, { credential: admin });
    expect([name, status, body.code]).toEqual([name, 404, 'unknown-partner']);
    expect((await revoke(name)).body.code).toBe('unknown-key');
  }
  const [first] = await list();
  // Another partner's.
  const { body } = await api.send('DELETE', `/v1/partners/partner-invoice/keys/${first?.key_id}`, {
    credential: admin,
  });
  expect(body.code).toBe('unknown-key');
});

it.each(KEY_ROUTES)('$method $path is for the role admin alone', async ({ method, path }) => {
  const [first] = await list();
  const at = path.replace(':partner_id', PARTNER).replace(':key_id', String(first?.key_id));
  const key = (await api.partners())[0]?.api_key;
  const others = ROLE_NAMES.filter((role) => role !== 'admin');
  const tokens = await Promise.all(others.map((role) => api.tokenOf({ id: role, kind: 'service', roles: [role] })));
  for (const credential of [...tokens, ...(key === undefined ? [] : [key])]) {
    const { status, body } = await api.send(method, at, { credential });
    expect([status, body.code]).toEqual([403, 'route-forbidden']);
  }
  expect((await api.send(method, at)).status).toBe(401);
  expect((await list())[0]?.revoked_at).toBeNull();
});
