import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { listSigningKeys, retireSigningKey, rotateSigningKey } from '@order-ledger/local/keys/signing';
import { loadSigningKey, roleHolder } from '@order-ledger/local/tokens';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';

let data: string;
let records: string[];
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'order-ledger-signing-'));
  records = [];
});
afterEach(() => rmSync(data, { recursive: true }));

const jwksFile = () => join(data, 'jwks.json');
const start = () => loadSigningKey(join(data, 'signing-key.json'), jwksFile());
const published = (): { kid: string; d?: string; retire_at?: number }[] =>
  JSON.parse(readFileSync(jwksFile(), 'utf8')).keys;
const isTaken = (token: string): Promise<boolean> =>
  jwtVerify(token, createLocalJWKSet(JSON.parse(readFileSync(jwksFile(), 'utf8')))).then(
    () => true,
    () => false,
  );
const options = (failsAt?: string) => ({
  data,
  urls: [],
  report: () => undefined,
  record: async (action: string, keyId: string) => {
    if (action === failsAt) throw new Error('the process has died');
    records.push(`${action} ${keyId}`);
  },
});
const token = async () => (await start()).sign(roleHolder('analyst'));
const kidOf = (of: string) => String(decodeProtectedHeader(of).kid);

it('signs with the new key by its own name, and keeps the former one published over every start until its tokens end', async () => {
  const former = await token();
  const kid = await rotateSigningKey(options());
  const newest = await token();
  expect([kidOf(newest), kid]).toEqual([kid, expect.not.stringContaining(kidOf(former))]);
  expect(records).toEqual([`signing publish ${kid}`, `signing rotate ${kid}`]);
  await start();
  expect([await isTaken(former), await isTaken(newest)]).toEqual([true, true]);
  expect(kidOf(readFileSync(join(data, 'model-token'), 'utf8'))).toBe(kid);
  for (const file of ['jwks.json', 'signing-key.json', 'model-token'])
    expect(statSync(join(data, file)).mode & 0o077).toBe(0);
  expect(published().every(({ d }) => d === undefined)).toBe(true);

  const keys = published().map((key) => (key.kid === kid ? key : { ...key, retire_at: 1 }));
  writeFileSync(jwksFile(), JSON.stringify({ keys }));
  await start();
  expect(published().map((key) => key.kid)).toEqual([kid]);
  expect([await isTaken(former), await isTaken(newest)]).toEqual([false, true]);
});

it.each(['signing publish', 'signing rotate'])('goes on with the same key where it died at "%s"', async (step) => {
  const former = await token();
  await expect(rotateSigningKey(options(step))).rejects.toThrow('died');
  // Also over a start: nobody is refused, and the former key signs.
  const meanwhile = await token();
  expect([kidOf(meanwhile), await isTaken(former), await isTaken(meanwhile)]).toEqual([kidOf(former), true, true]);
  const coming = JSON.parse(readFileSync(join(data, 'signing-key.next.json'), 'utf8')).kid;
  expect(await rotateSigningKey(options())).toBe(coming);
  expect(kidOf(await token())).toBe(coming);
  expect([await isTaken(former), await isTaken(await token())]).toEqual([true, true]);
});

it('gives no two keys one name, and takes away what is named alone, and never what signs', async () => {
  const former = kidOf(await token());
  await rotateSigningKey(options());
  const second = kidOf(await token());
  await rotateSigningKey(options());
  const third = kidOf(await token());
  expect(new Set([former, second, third]).size).toBe(3);
  await expect(retireSigningKey(options(), third)).rejects.toThrow('signing rotate');
  await expect(retireSigningKey(options(), 'x')).rejects.toThrow(`${second}, ${former}`);
  await retireSigningKey(options(), former);
  expect(published().map(({ kid }) => kid)).toEqual([third, second]);
  const lines: string[] = [];
  listSigningKeys({ data, report: (line) => void lines.push(line) });
  expect(lines.map((line) => line.split(/ +/).slice(0, 2))).toEqual([
    [third, 'signs'],
    [second, 'no'],
  ]);
  expect(lines[1]).toContain('no longer signs');
});

it('says who changes the key where none is here', async () => {
  await expect(rotateSigningKey(options())).rejects.toThrow('tokens are issued by somebody else');
});
