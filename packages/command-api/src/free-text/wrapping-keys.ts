import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

export const KEY_BYTES = 32;

/** Says which key it is, and nothing about it: it is 32 random bytes. */
export const wrappingKeyId = (key: Buffer): string =>
  createHash('sha256').update('order-ledger free text key\n').update(key).digest('hex').slice(0, 16);

/** The keys that wrap the subjects' keys: one, and while another one takes its place two. */
export interface WrappingKeys {
  readonly all: ReadonlyMap<string, Buffer>;
  /** The key of that name; where it is not at hand it may have come since, and is looked for. */
  find(keyId: string): Promise<Buffer | undefined>;
  /** Takes what is there now. */
  readAgain(): Promise<void>;
}

const byId = (keys: readonly Buffer[]): Map<string, Buffer> => new Map(keys.map((key) => [wrappingKeyId(key), key]));

/** Keys that stay as they are. */
export const keptKeys = (...keys: readonly Buffer[]): WrappingKeys => {
  const all = byId(keys);
  return { all, find: async (keyId) => all.get(keyId), readAgain: async () => undefined };
};

/**
 * Raw bytes, 32 for each key, in a file that is backed up apart from the database.
 * @throws when the file has another length
 */
const readKeyFile = async (path: string): Promise<Buffer[]> => {
  const bytes = await readFile(path);
  if (bytes.length === 0 || bytes.length % KEY_BYTES !== 0)
    throw new Error(
      `${path} holds ${bytes.length} bytes, not ${KEY_BYTES} for each key: make it with "head -c ${KEY_BYTES} /dev/urandom"`,
    );
  return Array.from({ length: bytes.length / KEY_BYTES }, (_, n) => bytes.subarray(n * KEY_BYTES, (n + 1) * KEY_BYTES));
};

/** Between two looks for a key that is not there, milliseconds. */
const REST_MS = 100;

/** @throws when the file cannot be read, or has another length */
export const openKeyFile = async (path: string): Promise<WrappingKeys> => {
  let all = byId(await readKeyFile(path));
  let lookedAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  const readAgain = (): Promise<void> => {
    lookedAt = performance.now();
    reading ??= readKeyFile(path)
      .then((keys) => {
        all = byId(keys);
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  return {
    get all() {
      return all;
    },
    find: async (keyId) => {
      // A file that cannot be read now has no other key; who reads it now and then tells what is wrong with it.
      const isDue = reading !== undefined || performance.now() - lookedAt > REST_MS;
      if (!all.has(keyId) && isDue) await readAgain().catch(() => undefined);
      return all.get(keyId);
    },
    readAgain,
  };
};
