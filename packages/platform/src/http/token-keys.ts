import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';

/** How long a file's keys are taken for what they were: so long a key that was taken out still counts. */
const LOOK_AGAIN_MS = 1_000;

/**
 * The public keys of tokens, as they are now. At an address a new key is fetched when it is first seen, and one that is
 * gone counts for ten minutes at most; a file is read again while tokens come.
 */
export async function keySource(jwks: string): Promise<JWTVerifyGetKey> {
  if (/^https?:\/\//.test(jwks)) return createRemoteJWKSet(new URL(jwks), { timeoutDuration: 5_000 });
  return await keysInFile(jwks);
}

async function keysInFile(path: string): Promise<JWTVerifyGetKey> {
  let text = await readFile(path, 'utf8');
  let keys = createLocalJWKSet(JSON.parse(text));
  let lookedAt = performance.now();
  return async (header, token) => {
    if (performance.now() - lookedAt > LOOK_AGAIN_MS) {
      const found = await readFile(path, 'utf8');
      if (found !== text) keys = createLocalJWKSet(JSON.parse(found));
      text = found;
      lookedAt = performance.now();
    }
    return await keys(header, token);
  };
}
