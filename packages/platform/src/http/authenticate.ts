import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { ProblemError } from './problem.ts';
import { keySource, type TokenKeys } from './token-keys.ts';
import { createTokenMemory, isIssued, type TokenTimes, timeFor } from './token-memory.ts';

/** Who asks, whatever the credential was. */
export type Caller = TokenCaller | PartnerCaller;

export interface TokenCaller {
  readonly kind: 'service' | 'person';
  /** The token's subject. */
  readonly id: string;
  /** The name that command ids are made from: `sub:<subject>`. */
  readonly name: string;
  readonly system: string | undefined;
  readonly roles: readonly string[];
  readonly carrier: string | undefined;
  readonly expiresAt: Date;
}

interface PartnerCaller {
  readonly kind: 'partner';
  /** The partner's id, the same for all his keys. */
  readonly id: string;
  /** `partner:<id>` */
  readonly name: string;
  readonly keyId: string;
  readonly scopes: readonly string[];
}

/** Gives the partner of a live key, undefined for every other; compares secrets in constant time. */
export type VerifyApiKey = (
  keyId: string,
  secret: string,
) => Promise<{ readonly partnerId: string; readonly scopes: readonly string[] } | undefined>;

interface AuthenticatorOptions {
  /** The public keys: path of a JWKS file, or its http(s) address. */
  readonly jwks: string;
  readonly issuer: string;
  readonly audience?: string;
  readonly verifyApiKey?: VerifyApiKey;
}

/**
 * Takes the value of an Authorization header. Throws, or rejects with, a 401 problem for every credential that does not
 * hold. It promises a caller only where it has to ask for him: most tokens were verified before.
 */
export type Authenticator = (authorization: string | undefined) => Caller | Promise<Caller>;

/** Whom every token of ours is for. */
export const AUDIENCE = 'order-ledger';

/** Asymmetric only: with a shared secret every reader of tokens could make them, and `none` is no signature at all. */
const algorithms = ['EdDSA', 'Ed25519', 'ES256', 'RS256'];

/** What stands in events and is compared with codes of ours: nothing that only looks like another one. */
const word = z.string().regex(/^[A-Za-z0-9._:/-]{1,100}$/);

/** ASCII, because it stands in a header too. */
const FORM = 'Ids and codes are 1 to 100 characters of A-Z a-z 0-9 . _ : / -, and iat is not in the future.';

const claims = z.object({
  sub: word,
  exp: z.number(),
  iat: z.number().refine(isIssued).optional(),
  kind: z.enum(['service', 'person']),
  system: word.optional(),
  // An issuer's own roles may have any name: those that are not ours grant nothing.
  roles: z.array(z.string().max(100).regex(/\S/)).max(50).default([]),
  carrier: word.optional(),
});

export const createAuthenticator = async (options: AuthenticatorOptions): Promise<Authenticator> => {
  const { jwks, issuer, audience = AUDIENCE, verifyApiKey } = options;
  const keys = await keySource(jwks);
  const memory = createTokenMemory(keys.current);
  return (authorization) => {
    const credential = /^Bearer +([^\s]+)$/i.exec(authorization ?? '')?.[1];
    if (credential === undefined) throw missingCredential();
    if (credential.startsWith('pk_')) return partnerOf(credential, verifyApiKey);
    const caller = memory.callerOf(credential, () => tokenCaller(credential, keys, issuer, audience));
    if (!(caller instanceof Promise)) return caller;
    return caller.catch((error: unknown) => {
      throw tokenFault(error, issuer, audience);
    });
  };
};

const partnerOf = async (credential: string, verifyApiKey: VerifyApiKey | undefined): Promise<PartnerCaller> => {
  const [, keyId, secret] = /^pk_([A-Za-z0-9-]{1,64})_([A-Za-z0-9_-]{8,200})$/.exec(credential) ?? [];
  if (keyId === undefined || secret === undefined) {
    throw refused('key-malformed', 'An API key has the form pk_<id>_<secret>.');
  }
  const partner = await verifyApiKey?.(keyId, secret);
  if (partner === undefined) throw refused('key-unknown', 'The API key is unknown, revoked or not accepted here.');
  return {
    kind: 'partner',
    id: partner.partnerId,
    name: `partner:${partner.partnerId}`,
    keyId,
    scopes: partner.scopes,
  };
};

/** What a Date holds, milliseconds to either side of 1970. */
const FURTHEST_MS = 8.64e15;

/** An issuer may say "never" by any number. */
const dateOf = (exp: number): Date => new Date(Math.min(Math.max(exp * 1_000, -FURTHEST_MS), FURTHEST_MS));

const tokenCaller = async (token: string, keys: TokenKeys, issuer: string, audience: string) => {
  const before = keys.lastRead();
  const payload = await verified(token, keys, issuer, audience);
  const { sub, exp, iat, kind, system, roles, carrier } = claims.parse(payload);
  const caller: TokenCaller = Object.freeze({
    ...{ kind, id: sub, name: `sub:${sub}`, system, carrier, expiresAt: dateOf(exp) },
    roles: Object.freeze([...roles].sort()),
  });
  const times: TokenTimes = { exp, nbf: payload.nbf, iat };
  // Of keys that were read meanwhile it is not known which the token was held against.
  return { caller, times, keys: keys.lastRead() === before ? before : undefined };
};

/** Without a key id any of several keys may have signed: each is tried. */
const verified = async (
  token: string,
  keys: JWTVerifyGetKey,
  issuer: string,
  audience: string,
): Promise<JWTPayload> => {
  const currentDate = timeFor(decodeJwt(token).nbf);
  const options = { algorithms, issuer, audience, requiredClaims: ['exp', 'sub'], currentDate };
  try {
    return (await jwtVerify(token, keys, options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      try {
        return (await jwtVerify(token, key, options)).payload;
      } catch (failure) {
        if (!(failure instanceof errors.JWSSignatureVerificationFailed)) throw failure;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
};

/** What is wrong with a token itself; every other failure lies with the keys. */
const tokenFaults = [
  errors.JWSInvalid,
  errors.JWTInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
];

const tokenFault = (error: unknown, issuer: string, audience: string): unknown => {
  if (error instanceof errors.JWTExpired) {
    const expired = typeof error.payload.exp === 'number' ? ` at ${dateOf(error.payload.exp).toISOString()}` : '';
    return refused('token-expired', `The token expired${expired}. Ask for a new one.`);
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return refused('token-algorithm', `The token must be signed with ${algorithms.join(', ')}.`);
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    const wanted =
      error.claim === 'iss' ? ` It must be ${issuer}.` : error.claim === 'aud' ? ` It must be ${audience}.` : '';
    return refused('token-claim', `The token's claim ${error.claim} is missing or not the one asked for.${wanted}`);
  }
  if (error instanceof z.ZodError) {
    const names = [...new Set(error.issues.map(({ path }) => String(path[0])))].join(', ');
    return refused('token-claim', `The token's claims do not have the form asked for: ${names}. ${FORM}`);
  }
  if (!tokenFaults.some((fault) => error instanceof fault)) {
    return new ProblemError(
      503,
      'identity-unavailable',
      'The keys that tokens are checked with cannot be read now. Try again.',
      {
        headers: { 'Retry-After': '5' },
        cause: error,
      },
    );
  }
  // A wrong signature and an unknown key say the same: nothing is told about which keys there are.
  return refused('token-invalid', 'The token is malformed or its signature does not hold.');
};

const missingCredential = (): ProblemError => {
  return new ProblemError(401, 'credential-missing', 'Send Authorization: Bearer with a token or an API key.', {
    headers: { 'WWW-Authenticate': 'Bearer realm="order-ledger"' },
  });
};

const refused = (code: string, detail: string): ProblemError => {
  return new ProblemError(401, code, detail, {
    headers: {
      'WWW-Authenticate': `Bearer realm="order-ledger", error="invalid_token", error_description="${detail.replaceAll('"', "'")}"`,
    },
  });
};
