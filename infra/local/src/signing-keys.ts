import { existsSync, readFileSync } from 'node:fs';
import { type SecretKey, SIGNING_ALGORITHM } from '@order-ledger/platform/http/token-signing';
import { writeSecretJson } from '@order-ledger/platform/secret-file';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** As the processes read it. */
interface PublicKey extends JWK {
  kid: string;
  /** Seconds since 1970 at which the last token of a key that signs no more has ended. */
  retire_at?: number;
}

/** Named by its thumbprint: no two keys have one name. */
export const newSecretKey = async (): Promise<SecretKey> => {
  const pair = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  const jwk = await exportJWK(pair.privateKey);
  const thumbprint = Buffer.from(await calculateJwkThumbprint(jwk), 'base64url').toString('hex');
  return { ...jwk, kid: thumbprint.slice(0, 16) };
};

export const readSecretKey = (file: string): SecretKey => JSON.parse(readFileSync(file, 'utf8')) as SecretKey;

export const publishedKeys = (jwksFile: string): PublicKey[] =>
  existsSync(jwksFile) ? (JSON.parse(readFileSync(jwksFile, 'utf8')) as { keys: PublicKey[] }).keys : [];

const now = (): number => Math.floor(Date.now() / 1_000);

const publicHalf = ({ d: _private, ...rest }: SecretKey): PublicKey => ({
  ...rest,
  alg: SIGNING_ALGORITHM,
  use: 'sig',
});

/**
 * Publishes the key that signs, with those that have signed as long as tokens of theirs last.
 *
 * @param lifetimeS of the longest token that one of them may have signed until now
 * @param next that signs soon
 */
export const publish = (jwksFile: string, signs: SecretKey, lifetimeS: number, next?: SecretKey): void => {
  const stay = [signs, ...(next === undefined ? [] : [next])];
  const former = publishedKeys(jwksFile)
    .filter(({ kid, x }) => !stay.some((key) => key.kid === kid && key.x === x))
    .map((key) => ({ ...key, retire_at: key.retire_at ?? now() + lifetimeS }))
    .filter(({ retire_at }) => retire_at > now());
  writeSecretJson(jwksFile, { keys: [...stay.map(publicHalf), ...former] });
};

/** @returns whether it was there */
export const unpublish = (jwksFile: string, kid: string): boolean => {
  const keys = publishedKeys(jwksFile);
  const left = keys.filter((key) => key.kid !== kid);
  if (left.length === keys.length) return false;
  writeSecretJson(jwksFile, { keys: left });
  return true;
};
