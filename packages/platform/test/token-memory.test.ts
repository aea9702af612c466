import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setOwnClock } from '@order-ledger/testing/processes/shifted-clock';
import { issuer, tokenMaker } from '@order-ledger/testing/tokens';
import { until } from '@order-ledger/testing/waiting';
import { type Caller, createAuthenticator } from '../src/http/authenticate.ts';
import type { KeySet } from '../src/http/token-keys.ts';
import { createTokenMemory } from '../src/http/token-memory.ts';
import { registry } from '../src/metrics.ts';

/** What it throws at once is no other answer than what it rejects with. */
const authenticator = async (options: Parameters<typeof createAuthenticator>[0]) => {
  const identify = await createAuthenticator(options);
  return async (authorization: string | undefined): Promise<Caller> => identify(authorization);
};
type Asking = Awaited<ReturnType<typeof authenticator>>;

/** How often tokens were remembered, verified and refused until now. */
const checks = async (): Promise<Record<string, number>> => {
  const shown = await registry.metrics();
  return Object.fromEntries(
    ['remembered', 'verified', 'refused'].map((outcome) => [
      outcome,
      Number(new RegExp(`token_checks_total\\{outcome="${outcome}"\\} (\\d+)`).exec(shown)?.[1] ?? 0),
    ]),
  );
};
const during = async (work: () => Promise<unknown>): Promise<Record<string, number>> => {
  const before = await checks();
  await work();
  const after = await checks();
  return Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - (before[name] as number)]));
};

describe('a token that was verified', () => {
  let maker: Awaited<ReturnType<typeof tokenMaker>>;
  let other: Awaited<ReturnType<typeof tokenMaker>>;
  let folder: string;
  let file: string;
  let authenticate: Asking;
  const publish = (...keys: object[]) => writeFile(file, JSON.stringify({ keys }));
  /** The subject, or the code of the refusal. */
  const asked = (token: string): Promise<string> =>
    authenticate(`Bearer ${token}`).then(
      ({ id }) => id,
      ({ code }: { code: string }) => code,
    );
  const becomes = (token: string, wanted: string) =>
    until(`the answer is ${wanted}`, async () => (await asked(token)) === wanted, 5_000);
  const seconds = (offset: number) => Math.floor(Date.now() / 1_000) + offset;

  beforeEach(async () => {
    [maker, other] = await Promise.all([tokenMaker('EdDSA'), tokenMaker('EdDSA')]);
    folder = await mkdtemp(join(tmpdir(), 'keys-'));
    file = join(folder, 'jwks.json');
    await publish(maker.key, { ...other.key, kid: 'two' });
    authenticate = await authenticator({ jwks: file, issuer });
  });
  afterEach(async () => {
    setOwnClock(0);
    await Promise.all([maker.remove(), other.remove(), rm(folder, { recursive: true })]);
  });

  it('is verified no second time', async () => {
    const token = await maker.token();
    const counted = await during(async () => {
      for (let use = 0; use < 5; use += 1) expect(await asked(token)).toBe('operator-7');
    });
    expect(counted).toEqual({ remembered: 4, verified: 1, refused: 0 });
  });

  it.each([
    ['is taken out', () => publish({ ...other.key, kid: 'two' }), 'token-invalid'],
    ['has another key under its name', () => publish({ ...other.key, kid: 'one' }), 'token-invalid'],
    ['is the last that is taken out', () => publish(), 'token-invalid'],
    ['cannot be read any more', () => rm(file), 'identity-unavailable'],
  ])('ends within 5 s when its key %s, and not before', async (_what, change, code) => {
    const token = await maker.token();
    for (let use = 0; use < 3; use += 1) expect(await asked(token)).toBe('operator-7');
    await change();
    await becomes(token, code);
    // And it stays so, however often it is asked for.
    for (let use = 0; use < 3; use += 1) expect(await asked(token)).toBe(code);
    await publish(maker.key);
    await becomes(token, 'operator-7');
  });

  it('goes on when another key is put in, or another is taken out', async () => {
    const token = await maker.token();
    expect(await asked(token)).toBe('operator-7');
    for (const keys of [[maker.key, { ...other.key, kid: 'three' }], [maker.key]]) {
      await publish(...keys);
      const verifiedAnew = async () => (await during(() => asked(token))).verified === 1;
      await until('it is held against the new keys', verifiedAnew, 5_000);
      expect(await asked(token)).toBe('operator-7');
    }
  });

  it('ends when it expires, and no clock that is set brings it back', async () => {
    const token = await maker.token({ exp: seconds(2) });
    expect(await asked(token)).toBe('operator-7');
    await becomes(token, 'token-expired');
    for (const step of [-3_600_000, 3_600_000, -60_000]) {
      setOwnClock(step);
      expect(await asked(token)).toBe('token-expired');
    }
  });

  it('lasts as long as it would without being remembered, whatever the clock is set to', async () => {
    const token = await maker.token({ iat: seconds(0), nbf: seconds(0), exp: seconds(60) });
    for (const step of [0, -3_600_000, 3_600_000]) {
      setOwnClock(step);
      const [here, anew] = [await asked(token), await authenticator({ jwks: file, issuer })];
      expect([here, (await anew(`Bearer ${token}`)).id]).toEqual(['operator-7', 'operator-7']);
    }
  });

  it('does not lend its goodness to one that was altered', async () => {
    const token = await maker.token();
    expect(await asked(token)).toBe('operator-7');
    const [head, body, signature = ''] = token.split('.');
    const flipped = `${head}.${body}.${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`;
    const foreign = await other.token();
    const counted = await during(async () => {
      for (let use = 0; use < 3; use += 1) {
        expect(await asked(flipped)).toBe('token-invalid');
        expect(await asked(foreign)).toBe('token-invalid');
        expect(await asked(`${token}A`)).toBe('token-invalid');
      }
    });
    expect(counted).toEqual({ remembered: 0, verified: 0, refused: 9 });
  });

  it('stays where bad ones come in a flood', async () => {
    const token = await maker.token();
    expect(await asked(token)).toBe('operator-7');
    for (let bad = 0; bad < 12_000; bad += 1) await asked(`${bad}.b.c`);
    expect(await during(() => asked(token))).toEqual({ remembered: 1, verified: 0, refused: 0 });
  });

  it('gives a caller that nobody can change', async () => {
    const token = await maker.token();
    const caller = await authenticate(`Bearer ${token}`);
    expect(() => Object.assign(caller, { id: 'another' })).toThrow(TypeError);
    expect(() => (caller as unknown as { roles: string[] }).roles.push('admin')).toThrow(TypeError);
  });
});

describe('what is remembered', () => {
  const caller = { kind: 'service', id: 'x', name: 'sub:x', system: undefined, roles: [] } as const;
  const found = { caller: { ...caller, carrier: undefined, expiresAt: new Date(8.64e15) } };
  const times = { exp: 8.64e12, nbf: undefined, iat: undefined };
  const keys = (async () => undefined) as unknown as KeySet;

  it('is bounded, the latest kept', async () => {
    const memory = createTokenMemory(() => keys);
    for (let token = 0; token < 12_000; token += 1) {
      await memory.callerOf(String(token), async () => ({ ...found, times, keys }));
    }
    expect(await registry.metrics()).toMatch(/^tokens_remembered 10000$/m);
    const nobody = () => Promise.reject(new Error('asked again'));
    expect(await memory.callerOf('11999', nobody)).toBe(found.caller);
    await expect(memory.callerOf('0', nobody)).rejects.toThrow('asked again');
  });

  it('is nothing where the keys changed while the token was verified', async () => {
    const memory = createTokenMemory(() => keys);
    await memory.callerOf('a', async () => ({ ...found, times, keys: undefined }));
    await expect(memory.callerOf('a', () => Promise.reject(new Error('asked again')))).rejects.toThrow('asked again');
  });
});
