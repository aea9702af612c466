import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '@order-ledger/platform/config';
import { type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { issuer, tokenMaker } from '@order-ledger/testing/tokens';
import { exportJWK } from 'jose';
import { pageSettings } from '../src/dashboard/page-answers.ts';
import { createPeople } from '../src/dashboard/people.ts';
import { signInSettings } from '../src/dashboard/sign-in-settings.ts';
import { settings } from '../src/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'order-ledger-people-'));
const PEOPLE = [
  { id: 'p.orlov', name: 'Павел Орлов', system: 'MES', roles: ['mes.lead'] },
  { id: 'r.safin', name: 'Рустам Сафин', system: 'MES', roles: ['mes.operator', 'mes.packer'] },
];
const peopleFile = join(folder, 'people.json');
const keyFile = join(folder, 'key.json');
let tokens: Awaited<ReturnType<typeof tokenMaker>>;

beforeAll(async () => {
  tokens = await tokenMaker('ES256');
  writeFileSync(peopleFile, JSON.stringify(PEOPLE));
  writeFileSync(keyFile, JSON.stringify({ ...(await exportJWK(tokens.privateKey)), kid: 'one' }));
});
afterAll(async () => {
  await tokens.remove();
  rmSync(folder, { recursive: true });
});

describe('the settings of the sign-in', () => {
  const of = (env: Record<string, string>) =>
    signInSettings(loadConfig(settings, { DATABASE_URL: 'postgres://x@127.0.0.1/x', JWKS: 'x', ...env }));
  const people = { SIGN_IN_PEOPLE_FILE: 'people', SIGN_IN_KEY_FILE: 'key' };
  const oidc = { OIDC_AUTHORITY: 'https://login.example.com', OIDC_CLIENT_ID: 'dashboard' };

  it('are none unless it is configured', () => {
    expect(of({})).toBeUndefined();
  });

  it('are the people of development or an issuer', () => {
    expect(of(people)).toMatchObject({ kind: 'people', peopleFile: 'people', lifetimeS: 900 });
    expect(of(oidc)).toEqual({
      kind: 'oidc',
      authority: 'https://login.example.com',
      clientId: 'dashboard',
      scope: 'openid',
    });
  });

  it.each<[Record<string, string>, string]>([
    [{ ...people, ...oidc }, 'both set'],
    [{ ...people, HOST: '0.0.0.0' }, 'HOST must be a loopback address'],
    [{ ...people, HOST: '10.0.0.5' }, 'HOST must be a loopback address'],
    [{ ...people, TRUSTED_PROXIES: '1' }, 'TRUSTED_PROXIES must be 0'],
    [{ SIGN_IN_PEOPLE_FILE: 'people' }, 'SIGN_IN_KEY_FILE is missing'],
    [{ SIGN_IN_KEY_FILE: 'key' }, 'SIGN_IN_PEOPLE_FILE is missing'],
    [{ OIDC_AUTHORITY: 'https://login.example.com' }, 'OIDC_CLIENT_ID is missing'],
    [{ OIDC_CLIENT_ID: 'dashboard' }, 'OIDC_AUTHORITY is missing'],
    [{ DASHBOARD_FOLDER: 'dist' }, 'how people sign in'],
  ])('are refused where they are %j [N3]', (env, words) => {
    expect(() => of(env)).toThrow(words);
  });
});

/** Asked with headers that fetch keeps to itself. */
const ask = async (
  url: string,
  { path = '/dashboard/sign-in', method = 'POST', body = '', headers = {} as Record<string, string> },
) => {
  const sent = httpRequest(`${url}${path}`, {
    method,
    agent: false,
    headers: { ...(body === '' ? {} : { 'Content-Type': 'application/json' }), ...headers },
  });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(text) as Record<string, unknown> };
};

describe('on a machine for development', () => {
  let api: RunningApi;
  beforeAll(async () => {
    const people = createPeople({ kind: 'people', peopleFile, keyFile, lifetimeS: 60, issuer });
    api = await startApi([], { jwks: tokens.jwks, signIn: { kind: 'people', people } });
  });
  afterAll(() => api.close());
  const signIn = (person: unknown, headers = {}) => ask(api.url, { body: JSON.stringify({ person }), headers });

  it('tells the page who may be signed in as', async () => {
    const { status, body } = await ask(api.url, { path: '/dashboard.json', method: 'GET' });
    expect([status, pageSettings.parse(body)]).toEqual([
      200,
      {
        version: '0.0.0',
        environment: 'development',
        plant_time_zone: 'Europe/Moscow',
        sign_in: { kind: 'people', people: PEOPLE.map(({ id, name, roles }) => ({ id, name, roles })) },
        interfaces: { query_api: '/openapi.json' },
      },
    ]);
  });

  it('gives a token that lasts shortly and says who its person is, and logs nothing of it [N3]', async () => {
    const { status, headers, body } = await signIn('r.safin');
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    const { token, expires_at } = body as { token: string; expires_at: string };
    const [, claims = ''] = token.split('.');
    const said = JSON.parse(String(Buffer.from(claims, 'base64url')));
    expect(said).toMatchObject({ sub: 'r.safin', kind: 'person', roles: ['mes.operator', 'mes.packer'] });
    expect(new Date(said.exp * 1_000).toISOString()).toBe(expires_at);
    expect(said.exp - said.iat).toBeLessThanOrEqual(61);
    expect((await api.get('/v1/board', { credential: token })).status).toBe(200);
    expect(api.logText()).not.toContain(token.slice(0, 20));
  });

  it.each<[string, Record<string, string>]>([
    ['from another host name', { Host: 'evil.example:8082' }],
    ['through a proxy', { 'X-Forwarded-For': '127.0.0.1' }],
    ['through a proxy that says so in the newer way', { Forwarded: 'for=127.0.0.1' }],
  ])('signs nobody in who asks %s [N3]', async (_name, headers) => {
    expect(await signIn('p.orlov', headers)).toMatchObject({ status: 404, body: { code: 'unknown-route' } });
    expect((await ask(api.url, { path: '/dashboard.json', method: 'GET', headers })).status).toBe(404);
  });

  it.each<[unknown, Record<string, string>, number, string]>([
    ['nobody', {}, 404, 'unknown-person'],
    [17, {}, 400, 'invalid-request'],
    ['p.orlov', { 'Content-Type': 'text/plain' }, 415, 'unsupported-media-type'],
  ])('refuses %j with %j', async (person, headers, status, code) => {
    expect(await signIn(person, headers)).toMatchObject({ status, body: { code } });
  });
});

describe('with an issuer', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi([], {
      signIn: { kind: 'oidc', authority: 'https://login.example.com', clientId: 'dashboard', scope: 'openid' },
    });
  });
  afterAll(() => api.close());

  it('tells the page where, and signs nobody in itself [N3]', async () => {
    const { body } = await api.get('/dashboard.json');
    expect(pageSettings.parse(body)).toMatchObject({
      environment: 'production',
      sign_in: { kind: 'oidc', authority: 'https://login.example.com', client_id: 'dashboard', scope: 'openid' },
    });
    expect((await ask(api.url, { body: '{"person":"p.orlov"}' })).status).toBe(404);
  });
});

it('has no page and no sign-in unless they are configured [N3]', async () => {
  const api = await startApi([]);
  expect((await api.get('/dashboard.json')).status).toBe(404);
  expect((await ask(api.url, { body: '{"person":"p.orlov"}' })).status).toBe(404);
  expect((await api.get('/')).status).toBe(401);
  await api.close();
});
