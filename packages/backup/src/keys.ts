import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceProblem } from '@order-ledger/local/problem';
import { runOurs } from './commands.ts';

/** What is kept apart from the backup: with both in one hand, the texts can be read. */
const FREE_TEXT_KEY = 'free-text.key';
const PARTNERS = 'partners.json';

/** Says which key it is, and nothing about it: it is 32 random bytes. */
const fingerprint = (file: string): string =>
  createHash('sha256').update('order-ledger free text key\n').update(readFileSync(file)).digest('hex');

const KEY_BYTES = 32;
const keysIn = (file: string): string[] => {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  return Array.from({ length: Math.ceil(bytes.length / KEY_BYTES) }, (_, n) =>
    bytes.subarray(n * KEY_BYTES, (n + 1) * KEY_BYTES).toString('hex'),
  );
};

export interface KeyFiles {
  freeTextKey: string;
  /** API keys that `npm start` has made for its demonstration; elsewhere partners have theirs themselves. */
  partners: string;
}

/**
 * Copies them, beside those of an earlier call: a key may be changed while a backup is made, and then each has wrapped
 * some of what is copied.
 * @returns which keys they are; null where there is none, on a system that was never started
 */
export const copyKeys = ({ freeTextKey, partners }: KeyFiles, to: string): string | null => {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  if (existsSync(partners)) copyFileSync(partners, join(to, PARTNERS));
  if (!existsSync(freeTextKey)) return null;
  const copy = join(to, FREE_TEXT_KEY);
  const keys = new Set([...keysIn(copy), ...keysIn(freeTextKey)]);
  writeFileSync(copy, Buffer.concat([...keys].map((key) => Buffer.from(key, 'hex'))), { mode: 0o600 });
  return fingerprint(copy);
};

/**
 * Which file holds the key of the backup: the one that was kept apart, or the one that is in its place already.
 * @throws ServiceProblem where neither does: without it every text would be lost
 */
export const findKey = (expected: string | null, folder: string, { freeTextKey }: KeyFiles): string | null => {
  if (expected === null) return null;
  const places = [join(folder, FREE_TEXT_KEY), freeTextKey];
  const found = places.find((file) => existsSync(file) && fingerprint(file) === expected);
  if (found !== undefined) return found;
  throw new ServiceProblem(
    [
      'The key that wraps the keys of free texts is not there; without it the texts of this backup cannot be read.',
      ...places.map((file) => `  ${file} ${existsSync(file) ? 'is another key' : 'does not exist'}`),
      'Say where it was kept: npm run restore -- DIR --keys FOLDER',
    ].join('\n'),
  );
};

/** A key that lies there already protects nothing in an empty system; it is set aside all the same. */
export const placeKeys = (key: string | null, folder: string, { freeTextKey, partners }: KeyFiles): void => {
  const place = (from: string, to: string): void => {
    if (!existsSync(from) || from === to) return;
    if (existsSync(to) && !readFileSync(to).equals(readFileSync(from))) renameSync(to, `${to}.before-restore`);
    copyFileSync(from, to);
  };
  if (key !== null) place(key, freeTextKey);
  place(join(folder, PARTNERS), partners);
};

export interface KeyReport {
  subject_keys: number;
  /** Keys of subjects that the wrapping key does not open. */
  unopened: number;
  /** Partners that have no live key. */
  without_key: readonly string[];
  /** Keys at hand that the table does not know, or has revoked, by partner. */
  dead: readonly string[];
}

/** Holds keys and tables against each other, by the process that owns both. */
export const checkKeys = async (root: string, database: string, files: KeyFiles): Promise<KeyReport> =>
  JSON.parse(
    await runOurs(root, 'command-api/dist/check-keys.js', [], {
      env: { DATABASE_URL: database, FREE_TEXT_KEY_FILE: files.freeTextKey },
      input: existsSync(files.partners) ? readFileSync(files.partners, 'utf8') : '[]',
    }),
  );
