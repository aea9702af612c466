import { createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setOwnClock } from '@order-ledger/testing/processes/shifted-clock';
import { issuer, tokenMaker } from '@order-ledger/testing/tokens';
import { until } from '@order-ledger/testing/waiting';
import { CompactSign, jwtVerify } from 'jose';
import { type Caller, createAuthenticator } from '../src/http/authenticate.ts';
import { ProblemError } from '../src/http/problem.ts';
import { keySource, type ReadingTimes } from '../src/http/token-keys.ts';

/** What it throws at once is no other answer than what it rejects with. */
const authenticator = async (options: Parameters<typeof createAuthenticator>[0]) => {
  const identify = await createAuthenticator(options);
  return async (authorization: string | undefined): Promise<Caller> => identify(authorization);
};
type Asking = Awaited<ReturnType<typeof authenticator>>;

let maker: Awaited<ReturnType<typeof tokenMaker>>;
let authenticate: Asking;

beforeAll(async () => {
  maker = await tokenMaker('EdDSA');
  authenticate = await authenticator({
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
/** Signed as it stands: JSON can say what JavaScript cannot write. */
const signedText = (payload: string) =>
  new CompactSign(Buffer.from(payload)).setProtectedHeader({ alg: 'EdDSA', kid: 'one' }).sign(maker.privateKey);
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
  const own = await authenticator({ jwks: other.jwks, issuer });
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
  ['no kind', { kind: undefined }, 'token-claim'],
  ['roles that are no list', { roles: 'admin' }, 'token-claim'],
  ['too many roles', { roles: Array.from({ length: 51 }, (_, n) => `role-${n}`) }, 'token-claim'],
  ['a beginning in the future', { nbf: seconds(600) }, 'token-claim'],
  ['a beginning that never comes', { nbf: 1e300 }, 'token-claim'],
  ['an issue in the future', { iat: seconds(600) }, 'token-claim'],
  ['an issue that never comes', { iat: 1e300 }, 'token-claim'],
  ['an end before all times', { exp: -1e300 }, 'token-expired'],
  ['an end in 1970', { exp: 0 }, 'token-expired'],
  ['a negative end', { exp: -1 }, 'token-expired'],
])('refuses a token with %s', async (_case, claims, code) => {
  expect(await refusalOf(`Bearer ${await maker.token(claims)}`)).toMatchObject({ status: 401, code });
});

/** What JSON has beside numbers, and the words that other languages write for what is none. */
const noNumbers = [null, true, '', '9999999999', '1e300', 'NaN', 'Infinity', [], [9_999_999_999], {}];
it.each(['exp', 'nbf', 'iat'].flatMap((claim) => noNumbers.map((value) => [claim, value] as const)))(
  'refuses a token whose %s is no number: %j',
  async (claim, value) => {
    expect(await refusalOf(`Bearer ${await maker.token({ [claim]: value })}`)).toMatchObject({
      status: 401,
      code: 'token-claim',
    });
  },
);

it.each(['exp', 'nbf', 'iat'])('takes no %s that is beyond all numbers for one: 1e400', async (claim) => {
  for (const written of ['1e400', '-1e400']) {
    const token = await signedText(JSON.stringify({ ...lawfulClaims(), [claim]: 0 }).replace('":0', `":${written}`));
    const refusal = await authenticate(`Bearer ${token}`).catch((error: unknown) => error);
    // A beginning before all times has come.
    if (claim === 'nbf' && written === '-1e400') expect(refusal).toMatchObject({ id: 'x' });
    else expect(refusal).toMatchObject({ status: 401 });
  }
});

it.each([
  ['has begun and was issued long ago', { nbf: -1e300, iat: -1e300 }],
  ['was issued by a clock that is a little ahead', { iat: seconds(5) }],
  ['begins and ends within a second', { nbf: seconds(0) - 0.5, exp: seconds(60) + 0.25 }],
])('takes a token that %s', async (_case, claims) => {
  expect(await bearer(await maker.token(claims))).toMatchObject({ id: 'operator-7' });
});

it.each([3_600, -3_600])(
  "judges a token by the time as it is when this machine's clock is set by %d s",
  async (step) => {
    const [fresh, old] = [{ iat: seconds(0), nbf: seconds(0), exp: seconds(60) }, { exp: seconds(-60) }];
    const tokens = await Promise.all([fresh, old].map((claims) => maker.token(claims)));
    setOwnClock(step * 1_000);
    try {
      expect(await bearer(tokens[0] as string)).toMatchObject({ id: 'operator-7' });
      expect((await refusalOf(`Bearer ${tokens[1]}`)).code).toBe('token-expired');
    } finally {
      setOwnClock(0);
    }
  },
);

const noWords: readonly [string, unknown][] = [
  ['empty', ''],
  ['a blank', ' '],
  ['blanks of other kinds', '\u00a0\u2003\t'],
  ['blanks around it', ' cdek '],
  ['a line', 'cdek\n'],
  ['U+0000', 'cdek\u0000'],
  ['another script that looks the same', 'с\u0501\u0435k'],
  ['full width', 'ｃｄｅｋ'],
  ['invisible characters', 'cdek\u200b'],
  ['half a character', '\ud800'],
  ['too long', 'x'.repeat(101)],
  ['far too long', 'x'.repeat(5_000)],
  ['null', null],
  ['a number', 7],
  ['a list', ['cdek']],
  ['an object', { cdek: true }],
];
it.each(['sub', 'carrier', 'system'].flatMap((claim) => noWords.map(([what, value]) => [claim, what, value] as const)))(
  'refuses a token whose %s is %s',
  async (claim, _what, value) => {
    expect(await refusalOf(`Bearer ${await maker.token({ [claim]: value })}`)).toMatchObject({
      status: 401,
      code: 'token-claim',
    });
  },
);

it.each(['', ' ', '\u00a0', 'x'.repeat(101), null, 7, ['admin']])('refuses a token with the role %j', async (role) => {
  expect(await refusalOf(`Bearer ${await maker.token({ roles: ['mes.lead', role] })}`)).toMatchObject({
    status: 401,
    code: 'token-claim',
  });
});

it('refuses a token with headers of another form', async () => {
  const headers = [{ kid: 5 }, { kid: null }, { kid: {} }, { kid: '' }, { kid: 'x'.repeat(5_000) }, { typ: 5 }];
  const others = [{ crit: [] }, { crit: ['b64'], b64: false }, { alg: 5 }, { alg: null }, { alg: '' }, { zip: 'DEF' }];
  for (const header of [...headers, ...others, { jku: 'http://x' }]) {
    const head = encode({ alg: 'EdDSA', kid: 'one', ...header });
    expect(await refusalOf(`Bearer ${head}.${encode(lawfulClaims())}.${'A'.repeat(86)}`)).toMatchObject({
      status: 401,
    });
  }
  for (const claims of ['[]', '7', 'null', '"x"', '{', '']) {
    expect(await refusalOf(`Bearer ${await signedText(claims)}`)).toMatchObject({ status: 401 });
  }
});

it('asks no address that a token names', async () => {
  const stranger = await tokenMaker('EdDSA');
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.end(JSON.stringify({ keys: [stranger.key] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;
    for (const header of [{ jku: url }, { x5u: url }, { kid: url }, { jwk: stranger.key }])
      for (const claims of [{}, { iss: url }, { sub: url }])
        expect(await refusalOf(`Bearer ${await stranger.token(claims, header)}`)).toMatchObject({ status: 401 });
    expect(asked).toBe(0);
    // It would have been told.
    await (await fetch(url)).text();
    expect(asked).toBe(1);
  } finally {
    server.close();
    await stranger.remove();
  }
});

describe('keys that change', () => {
  let second: Awaited<ReturnType<typeof tokenMaker>>;
  let folder: string;
  let file: string;
  let own: Asking;
  const publish = (...keys: object[]) => writeFile(file, JSON.stringify({ keys }));
  const subject = async (token: string) => {
    const answer = await own(`Bearer ${token}`).catch((error: unknown) => error);
    return answer instanceof ProblemError ? answer.code : (answer as { id: string }).id;
  };
  const becomes = async (token: () => Promise<string>, wanted: string) => {
    await until(`the subject is ${wanted}`, async () => (await subject(await token())) === wanted);
  };
  beforeEach(async () => {
    second = await tokenMaker('EdDSA');
    folder = await mkdtemp(join(tmpdir(), 'keys-'));
    file = join(folder, 'jwks.json');
    await publish(maker.key, { ...second.key, kid: 'two' });
    own = await authenticator({ jwks: file, issuer });
  });
  afterEach(async () => {
    await second.remove();
    await rm(folder, { recursive: true });
  });

  it('holds two keys at once, whether the token names its key or not', async () => {
    expect(await subject(await maker.token())).toBe('operator-7');
    expect(await subject(await second.token({}, { kid: 'two' }))).toBe('operator-7');
    expect(await subject(await maker.token({}, {}))).toBe('operator-7');
    expect(await subject(await second.token({}, {}))).toBe('operator-7');
    // By the other's name it is nobody's, and what is wrong with a token is told whichever key it is of.
    expect(await subject(await second.token({}, { kid: 'one' }))).toBe('token-invalid');
    expect(await subject(await second.token({ exp: 0 }, {}))).toBe('token-expired');
    const foreign = await tokenMaker('EdDSA');
    expect(await subject(await foreign.token({}, {}))).toBe('token-invalid');
    await foreign.remove();
  });

  it('refuses tokens of a key that was taken out of the file, and takes those of one that was put in', async () => {
    const third = await tokenMaker('ES256');
    await publish({ ...second.key, kid: 'two' }, { ...third.key, kid: 'three' });
    await becomes(() => maker.token(), 'token-invalid');
    expect(await subject(await second.token({}, { kid: 'two' }))).toBe('operator-7');
    expect(await subject(await third.token({}, { kid: 'three' }))).toBe('operator-7');
    await third.remove();
  });

  it('answers 503 while the file cannot be read, and goes on afterwards', async () => {
    await writeFile(file, '{"keys":[');
    await becomes(() => maker.token(), 'identity-unavailable');
    await rm(file);
    expect(await subject(await maker.token())).toBe('identity-unavailable');
    await publish(maker.key);
    await becomes(() => maker.token(), 'operator-7');
  });

  it('takes nobody once the file holds no key', async () => {
    await publish();
    await becomes(() => maker.token(), 'token-invalid');
  });
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

describe('keys at an address', () => {
  let published: object[];
  let isUp: boolean;
  let reads: number;
  let url: string;
  let server: ReturnType<typeof createServer>;
  beforeEach(async () => {
    [published, isUp, reads] = [[maker.key], true, 0];
    server = createServer((_request, response) => {
      reads += 1;
      response.statusCode = isUp ? 200 : 500;
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: published }));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  /** Tells of a token whether its key is known. */
  const knowing = async (times: ReadingTimes) => {
    const keys = await keySource(url, times);
    return async (token: string): Promise<string> =>
      await jwtVerify(token, keys).then(
        () => 'known',
        (error: Error & { code?: string }) => error.code ?? error.name,
      );
  };
  const NEVER = 3_600_000;

  it('are read when they are first needed, and 503 is answered while they cannot be', async () => {
    isUp = false;
    const remote = await authenticator({ jwks: url, issuer });
    const authorization = `Bearer ${await maker.token()}`;
    await expect(remote(authorization)).rejects.toMatchObject({ status: 503, code: 'identity-unavailable' });
    isUp = true;
    await until('the caller is known', async () => {
      const caller = await remote(authorization).catch((error: unknown) => error);
      return !(caller instanceof ProblemError) && (caller as { id: string }).id === 'operator-7';
    });
  });

  it('are taken at once when they are put in, by the name that a token has of its own key', async () => {
    const is = await knowing({ againMs: NEVER, believedMs: NEVER, restMs: 0 });
    const second = await tokenMaker('ES256');
    expect(await is(await maker.token())).toBe('known');
    published = [maker.key, { ...second.key, kid: 'two' }];
    expect(await is(await second.token({}, { kid: 'two' }))).toBe('known');
    expect(await is(await maker.token())).toBe('known');
    expect(await is(await second.token({}, { kid: 'one' }))).not.toBe('known');
    await second.remove();
  });

  it('are not read more often for tokens of keys that there are not, however many come', async () => {
    const is = await knowing({ againMs: NEVER, believedMs: NEVER, restMs: NEVER });
    const strangers = Array.from({ length: 200 }, (_, n) => maker.token({}, { kid: `random-${n}` }));
    const answers = await Promise.all((await Promise.all(strangers)).map(is));
    expect(new Set(answers)).toEqual(new Set(['ERR_JWKS_NO_MATCHING_KEY']));
    expect(await is(await maker.token())).toBe('known');
    expect(reads).toBe(1);
    isUp = false;
    const away = await knowing({ againMs: NEVER, believedMs: NEVER, restMs: NEVER });
    for (let n = 0; n < 20; n += 1) expect(await away(await maker.token())).not.toBe('known');
    expect(reads).toBe(2);
  });

  it('end soon after they are taken out, also where a token comes rarely', async () => {
    const is = await knowing({ againMs: 0, believedMs: NEVER, restMs: 0 });
    expect(await is(await maker.token())).toBe('known');
    const second = await tokenMaker('ES256');
    published = [{ ...second.key, kid: 'two' }];
    expect(await is(await maker.token())).not.toBe('known');
    await second.remove();
  });

  it('are believed for a while where they cannot be read again, and no longer', async () => {
    const is = await knowing({ againMs: 0, believedMs: NEVER, restMs: 0 });
    expect(await is(await maker.token())).toBe('known');
    isUp = false;
    const before = reads;
    await until('they were asked for again', async () => {
      expect(await is(await maker.token())).toBe('known');
      return reads > before + 2;
    });
    isUp = true;
    const short = await knowing({ againMs: 0, believedMs: 0, restMs: 0 });
    expect(await short(await maker.token())).toBe('known');
    isUp = false;
    expect(await short(await maker.token())).not.toBe('known');
  });
});
