import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Authenticator, createAuthenticator } from '../src/http/authenticate.ts';
import { ProblemError } from '../src/http/problem.ts';
import { issuer, tokenMaker } from './support/tokens.ts';

let maker: Awaited<ReturnType<typeof tokenMaker>>;
let authenticate: Authenticator;

beforeAll(async () => {
  maker = await tokenMaker('EdDSA');
  authenticate = await createAuthenticator({
    jwks: maker.jwks,
    issuer,
    verifyApiKey: async (keyId, secret) =>
      keyId === 'k1' && secret === 'right-secret' ? { partnerId: 'acme', scopes: ['orders:write'] } : undefined,
  });
});

afterAll(() => maker.remove());

const seconds = (offset: number) => Math.floor(Date.now() / 1_000) + offset;
const bearer = (credential: string) => authenticate(`Bearer ${credential}`);

async function refusalOf(authorization: string | undefined): Promise<ProblemError> {
  const error = await authenticate(authorization).catch((thrown: unknown) => thrown);
  if (error instanceof ProblemError) return error;
  throw new Error('the credential was not refused');
}

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const lawfulClaims = () => ({
  iss: issuer,
  aud: 'order-ledger',
  sub: 'x',
  exp: seconds(60),
  kind: 'service',
  roles: ['admin'],
});

it('gives the caller of a token with his roles sorted', async () => {
  const exp = seconds(60);
  expect(await bearer(await maker.token({ exp, carrier: 'CDEK' }))).toEqual({
    kind: 'person',
    id: 'operator-7',
    name: 'sub:operator-7',
    system: 'MES',
    roles: ['mes.operator', 'mes.packer'],
    carrier: 'CDEK',
    expiresAt: new Date(exp * 1_000),
  });
});

it.each(['ES256', 'RS256'] as const)('accepts a token signed with %s', async (algorithm) => {
  const other = await tokenMaker(algorithm);
  const own = await createAuthenticator({ jwks: other.jwks, issuer });
  expect(await own(`Bearer ${await other.token()}`)).toMatchObject({ id: 'operator-7' });
  await other.remove();
});

it('gives the partner of an API key, the same for all his keys', async () => {
  expect(await bearer('pk_k1_right-secret')).toEqual({
    kind: 'partner',
    id: 'acme',
    name: 'partner:acme',
    keyId: 'k1',
    scopes: ['orders:write'],
  });
});

it('refuses an expired token with 401, WWW-Authenticate and the time', async () => {
  const refusal = await refusalOf(`Bearer ${await maker.token({ exp: seconds(-10) })}`);
  expect(refusal).toMatchObject({
    status: 401,
    code: 'token-expired',
    message: expect.stringContaining('expired at 20'),
  });
  expect(refusal.headers['WWW-Authenticate']).toMatch(
    /^Bearer realm="order-ledger", error="invalid_token", error_description="[^"]+"$/,
  );
});

it('takes a token that never expires, however its issuer says so, and refuses one that expired before all times', async () => {
  for (const exp of [253_402_300_800, 9e15, 1e300]) {
    const { expiresAt } = (await bearer(await maker.token({ exp }))) as { expiresAt: Date };
    expect(expiresAt.getTime()).toBeGreaterThan(Date.UTC(9999, 11, 31));
  }
  expect(await refusalOf(`Bearer ${await maker.token({ exp: -1e300 })}`)).toMatchObject({ code: 'token-expired' });
});

it('refuses alg none', async () => {
  const unsigned = `${encode({ alg: 'none' })}.${encode(lawfulClaims())}.`;
  expect(await refusalOf(`Bearer ${unsigned}`)).toMatchObject({ status: 401 });
});

it('refuses a token that is signed with the public key as a shared secret', async () => {
  const content = `${encode({ alg: 'HS256', kid: 'one' })}.${encode(lawfulClaims())}`;
  const signature = createHmac('sha256', JSON.stringify(maker.key)).update(content).digest('base64url');
  expect(await refusalOf(`Bearer ${content}.${signature}`)).toMatchObject({ status: 401, code: 'token-algorithm' });
});

it.each([
  ['another issuer', { iss: 'https://other.test' }, 'token-claim'],
  ['another audience', { aud: 'another' }, 'token-claim'],
  ['no subject', { sub: undefined }, 'token-claim'],
  ['no expiry', { exp: undefined }, 'token-claim'],
  ['an unknown kind', { kind: 'partner' }, 'token-claim'],
  ['roles that are no list', { roles: 'admin' }, 'token-claim'],
  ['a beginning in the future', { nbf: seconds(600) }, 'token-claim'],
])('refuses a token with %s', async (_case, claims, code) => {
  expect(await refusalOf(`Bearer ${await maker.token(claims)}`)).toMatchObject({ status: 401, code });
});

it('refuses a token of a foreign key and one that was altered', async () => {
  const foreign = await tokenMaker('EdDSA');
  expect(await refusalOf(`Bearer ${await foreign.token()}`)).toMatchObject({ status: 401, code: 'token-invalid' });
  await foreign.remove();
  const [head, , signature] = (await maker.token()).split('.');
  expect(await refusalOf(`Bearer ${head}.${encode(lawfulClaims())}.${signature}`)).toMatchObject({
    code: 'token-invalid',
  });
});

it.each([
  [undefined, 'credential-missing'],
  ['', 'credential-missing'],
  ['Basic dTpw', 'credential-missing'],
  ['Bearer', 'credential-missing'],
  ['Bearer x', 'token-invalid'],
  ['Bearer a.b.c', 'token-invalid'],
  ['Bearer pk_k1', 'key-malformed'],
  ['Bearer pk_k1_wrong-secret', 'key-unknown'],
  ['Bearer pk_k2_right-secret', 'key-unknown'],
])('refuses the credential %s', async (authorization, code) => {
  expect(await refusalOf(authorization)).toMatchObject({ status: 401, code });
});

it('reads the keys from an address, and answers 503 while they cannot be read', async () => {
  let up = false;
  const server = createServer((_request, response) => {
    response.statusCode = up ? 200 : 500;
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: [maker.key] }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const remote = await createAuthenticator({ jwks: `http://127.0.0.1:${port}/jwks`, issuer });
  const authorization = `Bearer ${await maker.token()}`;
  await expect(remote(authorization)).rejects.toMatchObject({ status: 503, code: 'identity-unavailable' });
  up = true;
  expect(await remote(authorization)).toMatchObject({ id: 'operator-7' });
  await new Promise((resolve) => server.close(resolve));
});
