import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';

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
const AUDIENCE = 'order-ledger';
const ALGORITHM = 'ES256';
const LIFETIME = '12h';

export interface SigningKey {
  /** Where the public keys lie for the processes. */
  jwksFile: string;
  /** @param lifetime 12 hours if absent: a session at the machine is not longer */
  sign(holder: TokenHolder, lifetime?: string): Promise<string>;
}

/** The key that signs tokens, made once; its public half is written beside it for the processes. */
export const loadSigningKey = async (keyFile: string, jwksFile: string): Promise<SigningKey> => {
  if (!existsSync(keyFile)) {
    const pair = await generateKeyPair(ALGORITHM, { extractable: true });
    writeFileSync(keyFile, JSON.stringify({ ...(await exportJWK(pair.privateKey)), kid: 'local-1' }), { mode: 0o600 });
  }
  const jwk = JSON.parse(readFileSync(keyFile, 'utf8')) as JWK;
  const { d: _private, ...publicKey } = jwk;
  writeFileSync(jwksFile, JSON.stringify({ keys: [{ ...publicKey, alg: ALGORITHM, use: 'sig' }] }), { mode: 0o600 });
  const key = await importJWK(jwk, ALGORITHM);
  return {
    jwksFile,
    sign: ({ role, sub, kind, system, carrier }, lifetime = LIFETIME) =>
      new SignJWT({ kind, system, roles: [role], ...(carrier === undefined ? {} : { carrier }) })
        .setProtectedHeader({ alg: ALGORITHM, kid: 'local-1' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(sub)
        .setIssuedAt()
        .setExpirationTime(lifetime)
        .sign(key),
  };
};
