import { existsSync } from 'node:fs';
import { type SecretKey, signToken } from '@order-ledger/platform/http/token-signing';
import { writeSecret, writeSecretJson } from '@order-ledger/platform/secret-file';
import { newSecretKey, publish, readSecretKey } from './signing-keys.ts';

/** A role's holder, for whom a token is made at each start. */
export interface TokenHolder {
  role: string;
  sub: string;
  kind: 'service' | 'person';
  system: string;
  carrier?: string;
}

const service = (role: string, system: string, more: Partial<TokenHolder> = {}): TokenHolder => ({
  role,
  sub: `${role}-local`,
  kind: 'service',
  system,
  ...more,
});
const person = (role: string, system: string): TokenHolder => ({ role, sub: `${role}-local`, kind: 'person', system });

/** One token per role, as `npm start` writes them. */
export const TOKEN_HOLDERS: readonly TokenHolder[] = [
  service('store.service', 'store'),
  service('crm.service', 'CRM'),
  person('crm.agent', 'CRM'),
  person('crm.supervisor', 'CRM'),
  person('crm.warehouse', 'CRM'),
  person('mes.operator', 'MES'),
  person('mes.packer', 'MES'),
  person('mes.quality', 'MES'),
  person('mes.lead', 'MES'),
  service('carrier.adapter', 'carrier', { carrier: 'cdek' }),
  service('pricing.worker', 'MES'),
  service('manufacturing.worker', 'MES'),
  service('claim.keeper', 'MES'),
  service('process.manager', 'CRM'),
  person('ops', 'CRM'),
  person('analyst', 'CRM'),
  person('admin', 'CRM'),
];
export const roleHolder = (role: string): TokenHolder => {
  const holder = TOKEN_HOLDERS.find((candidate) => candidate.role === role);
  if (holder === undefined) throw new Error(`no token is made for the role ${role}`);
  return holder;
};

/** Two operators beside the role's own, who can be after the same order. */
export const OPERATORS: readonly TokenHolder[] = ['operator-1', 'operator-2'].map((sub) => ({
  ...person('mes.operator', 'MES'),
  sub,
}));

const ISSUER = 'order-ledger';
/** Of a token, seconds. */
export const LIFETIME_S = 43_200;

export interface SigningKey {
  /** Where the public keys lie for the processes. */
  jwksFile: string;
  /** @param lifetime 12 hours if absent: a session at the machine is not longer */
  sign(holder: TokenHolder, lifetime?: string): Promise<string>;
}

/** Signs with this key, and says so in the token. */
export const signWith = (
  jwk: SecretKey,
  { role, ...bearer }: TokenHolder,
  lifetime = `${LIFETIME_S} s`,
): Promise<string> => signToken(jwk, { ...bearer, roles: [role] }, { issuer: ISSUER, expires: lifetime });

/** The key that signs tokens, made once; its public half is published beside it for the processes. */
export const loadSigningKey = async (keyFile: string, jwksFile: string): Promise<SigningKey> => {
  if (!existsSync(keyFile)) writeSecretJson(keyFile, await newSecretKey());
  publish(jwksFile, readSecretKey(keyFile), LIFETIME_S);
  return {
    jwksFile,
    // Read anew: it may have been rotated since.
    sign: (holder, lifetime) => signWith(readSecretKey(keyFile), holder, lifetime),
  };
};

/** Its token lies in a file, which is written anew when the key is another one. */
const MODEL_TOKEN_LIFETIME = '365d';
export const writeModelToken = async (file: string, { sign }: Pick<SigningKey, 'sign'>): Promise<void> =>
  writeSecret(file, await sign(roleHolder('pricing.worker'), MODEL_TOKEN_LIFETIME));

/** A token for each role and operator, as `credentials.json` has them. */
export const allTokens = async ({ sign }: Pick<SigningKey, 'sign'>) => ({
  tokens: Object.fromEntries(
    await Promise.all(TOKEN_HOLDERS.map(async (holder) => [holder.role, await sign(holder)] as const)),
  ),
  operators: await Promise.all(OPERATORS.map((holder) => sign(holder))),
});
