import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { defineMetrics } from '../metrics.ts';

/** When keys are read again, in milliseconds. */
export interface ReadingTimes {
  /**
   * Keys that are older are read again while tokens come; if they are twice as old a token waits for that, unless
   * reading fails.
   */
  readonly againMs: number;
  /** How long keys are believed that cannot be read again. */
  readonly believedMs: number;
  /** Between two reads at least, whatever tokens come: a key that is not known is looked for at once, and so often. */
  readonly restMs: number;
}

/** A file is at hand, so what was taken out of it ends with the next look. */
const FILE_TIMES: ReadingTimes = { againMs: 1_000, believedMs: 1_000, restMs: 100 };
const ADDRESS_TIMES: ReadingTimes = { againMs: 30_000, believedMs: 600_000, restMs: 2_000 };
const ADDRESS_LIMIT_MS = 5_000;

/** Another object as soon as other keys are published. */
export type KeySet = JWTVerifyGetKey;

/** Finds a token's key; asks for them to be read again when they are due. */
export interface TokenKeys extends JWTVerifyGetKey {
  /** The keys as they are now, read again when they are due. */
  readonly current: () => KeySet | Promise<KeySet>;
  /** The keys that were read last. */
  readonly lastRead: () => KeySet | undefined;
}

const metrics = defineMetrics({
  reads: {
    type: 'counter',
    name: 'token_key_reads_total',
    help: 'Reads of the public keys of tokens, by outcome: changed, unchanged, failed',
    labels: ['outcome'],
  },
});

/**
 * The public keys of tokens as they are now. A new key is accepted when it is first seen; a removed one stays valid for
 * twice `againMs` at most, or `believedMs` if the keys cannot be read.
 */
export const keySource = async (jwks: string, times?: ReadingTimes): Promise<TokenKeys> => {
  if (!/^https?:\/\//.test(jwks)) {
    const { keys, readAgain } = keysRead(() => readFile(jwks, 'utf8'), times ?? FILE_TIMES);
    await readAgain();
    return keys;
  }
  // The time of the next read is decided here, so that no caller can cause more reads.
  const remote = createRemoteJWKSet(new URL(jwks), { timeoutDuration: ADDRESS_LIMIT_MS });
  const read = async (): Promise<string> => {
    await remote.reload();
    return JSON.stringify(remote.jwks());
  };
  return keysRead(read, times ?? ADDRESS_TIMES).keys;
};

const keysRead = (read: () => Promise<string>, { againMs, believedMs, restMs }: ReadingTimes) => {
  let text: string | undefined;
  let known: JWTVerifyGetKey | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let failure: unknown;
  let reading: Promise<void> | undefined;

  const readNow = async (): Promise<void> => {
    triedAt = performance.now();
    try {
      const found = await read();
      if (found !== text) known = createLocalJWKSet(JSON.parse(found));
      metrics.reads.inc({ outcome: found === text ? 'unchanged' : 'changed' });
      text = found;
      readAt = triedAt;
      failure = undefined;
    } catch (error) {
      metrics.reads.inc({ outcome: 'failed' });
      failure = error;
      throw error;
    }
  };
  /** Callers at the same time share one read; one right after it gets the same result. */
  const readAgain = async (): Promise<void> => {
    if (reading === undefined) {
      if (performance.now() - triedAt < restMs) {
        if (failure !== undefined) throw failure;
        return;
      }
      reading = readNow().finally(() => {
        reading = undefined;
      });
    }
    await reading;
  };

  const renewed = async (age: number): Promise<KeySet> => {
    if (known === undefined || age > believedMs) await readAgain();
    else {
      const lately = failure === undefined && age > 2 * againMs;
      // A failure is counted, and reading is retried with the next token.
      const read = readAgain().catch(() => undefined);
      if (lately) await read;
    }
    if (known === undefined) throw new Error('the keys of tokens were never read');
    return known;
  };
  /** Waits for nothing where they are not due. */
  const current = (): KeySet | Promise<KeySet> => {
    const age = performance.now() - readAt;
    return known !== undefined && age <= Math.min(againMs, believedMs) ? known : renewed(age);
  };

  const find: JWTVerifyGetKey = async (header, token) => {
    const believed = await current();
    try {
      return await believed(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await readAgain();
      if (known === undefined || known === believed) throw error;
      return await known(header, token);
    }
  };
  return { keys: Object.assign(find, { current, lastRead: () => known }), readAgain };
};
