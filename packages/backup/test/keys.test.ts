import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { backup } from '@order-ledger/backup/backup';
import { copyKeys, findKey, type KeyFiles, placeKeys } from '@order-ledger/backup/keys';
import { placesIn } from '@order-ledger/backup/servers';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'order-ledger-keys-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** A system's own key files. */
const system = (name: string, key: Buffer | null): KeyFiles => {
  mkdirSync(join(root, name));
  const files = { freeTextKey: join(root, name, 'free-text.key'), partners: join(root, name, 'partners.json') };
  if (key !== null) writeFileSync(files.freeTextKey, key);
  return files;
};

const key = randomBytes(32);
const kept = () => join(root, 'kept');

it('copies the key and says which it is without saying what it is', () => {
  const known = copyKeys(system('old', key), kept());
  expect(readFileSync(join(kept(), 'free-text.key'))).toEqual(key);
  expect(statSync(kept()).mode & 0o077).toBe(0);
  expect(known).toMatch(/^[0-9a-f]{64}$/);
  expect(known).not.toBe(key.toString('hex'));
});

it('finds the key that was kept apart, or the one that is in its place, and sets another one aside', () => {
  const known = copyKeys(system('old', key), kept());
  const fresh = system('fresh', null);
  placeKeys(findKey(known, kept(), fresh), kept(), fresh);
  expect(readFileSync(fresh.freeTextKey)).toEqual(key);
  expect(findKey(known, join(root, 'nowhere'), fresh)).toBe(fresh.freeTextKey);

  const other = randomBytes(32);
  const used = system('used', other);
  placeKeys(findKey(known, kept(), used), kept(), used);
  expect(readFileSync(used.freeTextKey)).toEqual(key);
  expect(readFileSync(`${used.freeTextKey}.before-restore`)).toEqual(other);
});

it('keeps both keys where one took the place of the other while the backup was made', () => {
  const [former, next] = [system('old', key), randomBytes(32)];
  const before = copyKeys(former, kept());
  writeFileSync(former.freeTextKey, next);
  const known = copyKeys(former, kept());
  expect(readFileSync(join(kept(), 'free-text.key'))).toEqual(Buffer.concat([key, next]));
  expect(known).not.toBe(before);
  const fresh = system('fresh', null);
  placeKeys(findKey(known, kept(), fresh), kept(), fresh);
  expect(readFileSync(fresh.freeTextKey)).toHaveLength(64);
});

it('refuses a restore without the key, and says where it was looked for', () => {
  const known = copyKeys(system('old', key), kept());
  writeFileSync(join(kept(), 'free-text.key'), randomBytes(32));
  const fresh = system('fresh', null);
  expect(() => findKey(known, kept(), fresh)).toThrow(
    /kept\/free-text.key is another key\n.*fresh\/free-text.key does not exist/,
  );
});

it('refuses to put the keys into the backup, and a folder that is not empty', async () => {
  const source = { ...placesIn(root, join(root, 'data'), {}), postgres: '', eventStore: '' };
  const to = join(root, 'copy');
  for (const keys of [to, join(to, 'keys')])
    await expect(backup(source, to, keys, () => undefined)).rejects.toThrow('The keys must lie apart from the backup');
  expect(existsSync(to)).toBe(false);
  mkdirSync(to);
  writeFileSync(join(to, 'something'), '');
  await expect(backup(source, to, kept(), () => undefined)).rejects.toThrow('is not empty');
});
