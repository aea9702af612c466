import { importJWK, type JWK, SignJWT } from 'jose';
import { AUDIENCE } from './authenticate.ts';

/** Of every key of ours that signs. */
export const SIGNING_ALGORITHM = 'ES256';

/** Both halves. */
export type SecretKey = JWK & { kid: string };

/** Whom a token is made for. */
export interface Bearer {
  readonly sub: string;
  readonly kind: 'service' | 'person';
  readonly system: string;
  readonly roles: readonly string[];
  readonly carrier?: string;
}

/** Signs with this key, and says so in the token. @param expires a moment, or how long from now, such as `900 s` */
export const signToken = async (
  jwk: SecretKey,
  { sub, ...claims }: Bearer,
  { issuer, expires }: { issuer: string; expires: Date | string },
): Promise<string> =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: jwk.kid })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setSubject(sub)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(await importJWK(jwk, SIGNING_ALGORITHM));
