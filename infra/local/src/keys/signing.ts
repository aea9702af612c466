import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SecretKey } from '@order-ledger/platform/http/token-signing';
import { writeSecretJson } from '@order-ledger/platform/secret-file';
import { ServiceProblem } from '../problem.ts';
import { newSecretKey, publish, publishedKeys, readSecretKey, unpublish } from '../signing-keys.ts';
import { allTokens, LIFETIME_S, loadSigningKey, roleHolder, signWith, writeModelToken } from '../tokens.ts';
import type { KeyCommand } from './command.ts';

/** Where the key that signs tokens lies, and what follows from it. */
const placesIn = (data: string) => ({
  /** Signs now. */
  signs: join(data, 'signing-key.json'),
  /** Signs as soon as every process knows it. */
  next: join(data, 'signing-key.next.json'),
  jwks: join(data, 'jwks.json'),
  modelToken: join(data, 'model-token'),
  credentials: join(data, 'credentials.json'),
});

const TAKEN_WITHIN_MS = 60_000;
const ASK_AGAIN_MS = 200;
const ANSWER_LIMIT_MS = 5_000;

const requireOwnKey = (file: string): SecretKey => {
  if (existsSync(file)) return readSecretKey(file);
  throw new ServiceProblem(
    `There is no ${file}: tokens are issued by somebody else, who changes the key that signs them. docs/security.md says in which order.`,
  );
};

/** Why an interface does not take this token yet; null where it does, or does not run and reads the keys when it starts. */
const refusalAt = async (url: string, token: string): Promise<string | null> => {
  try {
    // Nothing is at that address: who is known is told so, and who is not gets 401 before.
    const answer = await fetch(`${url}/v1`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    await answer.arrayBuffer();
    return answer.status === 404 ? null : `${url} answers ${answer.status}`;
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    return code === 'ECONNREFUSED' ? null : `${url} gives no answer`;
  }
};

const takenEverywhere = async (urls: readonly string[], key: SecretKey, limitMs: number): Promise<void> => {
  for (const deadline = Date.now() + limitMs; ; await sleep(ASK_AGAIN_MS)) {
    const token = await signWith(key, { ...roleHolder('analyst'), sub: 'key-rotation' }, '1 minute');
    const refusals = (await Promise.all(urls.map((url) => refusalAt(url, token)))).filter((text) => text !== null);
    if (refusals.length === 0) return;
    if (Date.now() > deadline)
      throw new ServiceProblem(
        `The new key is published and does not sign yet, because not every interface accepts its tokens: ${refusals.join(', ')}. ` +
          'Tokens are signed as before and nobody is refused. Once that is repaired: npm run keys -- signing rotate',
      );
  }
};

/** Tokens that lie about are written anew, so that nobody needs one of the former key. */
const writeTokens = async (data: string): Promise<void> => {
  const { signs, jwks, modelToken, credentials } = placesIn(data);
  const signingKey = await loadSigningKey(signs, jwks);
  await writeModelToken(modelToken, signingKey);
  if (!existsSync(credentials)) return;
  const known = JSON.parse(readFileSync(credentials, 'utf8')) as object;
  writeSecretJson(credentials, { ...known, ...(await allTokens(signingKey)) });
};

interface Rotation extends Pick<KeyCommand, 'data' | 'report' | 'record'> {
  /** Base addresses of the interfaces that run. */
  urls: readonly string[];
  /** Milliseconds that they have to take the new key. */
  limitMs?: number;
}

/**
 * Another key signs tokens from here on. Each step leaves every token good that was good before, so it may break off
 * anywhere, and the next call goes on with it.
 * @returns the name of the key
 */
export const rotateSigningKey = async (rotation: Rotation): Promise<string> => {
  const { data, urls, report, record, limitMs = TAKEN_WITHIN_MS } = rotation;
  const { signs, next, jwks } = placesIn(data);
  const former = requireOwnKey(signs);
  if (!existsSync(next)) writeSecretJson(next, await newSecretKey());
  else report('An earlier rotation was interrupted; continuing it.');
  const key = readSecretKey(next);
  await record('signing publish', key.kid);
  publish(jwks, former, LIFETIME_S, key);
  report(`Published ${key.kid} beside ${former.kid}.`);
  await takenEverywhere(urls, key, limitMs);
  report(
    urls.length === 0 ? 'No interface runs here: each reads the keys at its start.' : 'Every interface accepts it.',
  );
  await record('signing rotate', key.kid);
  renameSync(next, signs);
  await writeTokens(data);
  const until = publishedKeys(jwks).find(({ kid }) => kid === former.kid)?.retire_at ?? 0;
  report(
    `${key.kid} signs tokens now; those in .data/credentials.json are new. Tokens of ${former.kid} are accepted until ` +
      `${new Date(until * 1_000).toISOString()}. If it has leaked: npm run keys -- signing retire ${former.kid}`,
  );
  return key.kid;
};

/** Takes a key away that signs no more: each token of it is refused from now on. */
export const retireSigningKey = async ({ data, report, record }: KeyCommand, kid: string): Promise<void> => {
  const { signs, next, jwks } = placesIn(data);
  const signing = requireOwnKey(signs).kid;
  if (kid === signing)
    throw new ServiceProblem(`${kid} signs tokens now. First another one has to: npm run keys -- signing rotate`);
  const others = publishedKeys(jwks).filter((key) => key.kid !== signing);
  if (!others.some((key) => key.kid === kid))
    throw new ServiceProblem(
      `No key ${kid} is published beside ${signing}. ${others.length === 0 ? 'There is none that could be retired.' : `Those that can be retired: ${others.map((key) => key.kid).join(', ')}`}`,
    );
  await record('signing retire', kid);
  if (existsSync(next) && readSecretKey(next).kid === kid) rmSync(next);
  unpublish(jwks, kid);
  report(`${kid} is removed: within seconds its tokens are refused.`);
};

export const listSigningKeys = ({ data, report }: Pick<KeyCommand, 'data' | 'report'>): void => {
  const { signs, jwks } = placesIn(data);
  const { kid: signing } = requireOwnKey(signs);
  for (const { kid, retire_at } of publishedKeys(jwks)) {
    const state =
      kid === signing
        ? 'signs tokens'
        : retire_at === undefined
          ? 'is published, and signs once its rotation is continued'
          : `no longer signs; its tokens are accepted until ${new Date(retire_at * 1_000).toISOString()}`;
    report(`${kid.padEnd(16)}  ${state}`);
  }
};
