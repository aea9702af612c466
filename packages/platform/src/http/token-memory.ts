import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { clock } from '../clock.ts';
import { defineMetrics } from '../metrics.ts';
import type { TokenCaller } from './authenticate.ts';
import type { KeySet } from './token-keys.ts';

/** What of a token depends on the time, seconds. */
export interface TokenTimes {
  readonly exp: number;
  readonly nbf: number | undefined;
  readonly iat: number | undefined;
}

interface Remembered {
  readonly caller: TokenCaller;
  readonly times: TokenTimes;
  /** With which its signature was found to hold. */
  readonly keys: KeySet;
}

type Verify = () => Promise<Omit<Remembered, 'keys'> & { readonly keys: KeySet | undefined }>;

/** A person has one, a service one or two; an issuer that makes one for each request has the rest to itself. */
const MOST_TOKENS = 10_000;

/** How far an issuer's clock may be ahead of ours. */
const AHEAD_S = 30;

const metrics = defineMetrics({
  checks: {
    type: 'counter',
    name: 'token_checks_total',
    help: 'Tokens by what they cost: remembered (verified before, with the present keys), verified, refused',
    labels: ['outcome'],
  },
  remembered: {
    type: 'gauge',
    name: 'tokens_remembered',
    help: `Verified tokens that are remembered, ${MOST_TOKENS} at most`,
  },
});

/** What must not be used yet may be by any clock that is not known to be wrong; what is over is so by the time as it is. */
export const timeFor = (nbf: unknown): Date =>
  new Date(typeof nbf === 'number' && nbf * 1_000 > clock.now() ? clock.latest() : clock.now());

/** An issue in the future is a clock's fault, or a lie. */
export const isIssued = (iat: number): boolean => iat <= clock.latest() / 1_000 + AHEAD_S;

/** As the verification would find them now. */
const hold = ({ exp, nbf, iat }: TokenTimes): boolean => {
  const now = Math.floor(timeFor(nbf).getTime() / 1_000);
  return exp > now && (nbf === undefined || nbf <= now) && (iat === undefined || isIssued(iat));
};

/**
 * Verified tokens, by a hash: what takes long is done once for each. Its times are looked at with each use, and it is
 * verified again as soon as other keys are published, so it ends exactly when it would without being remembered. A token
 * that does not hold is never kept.
 *
 * @param current the keys as they are now, read again when they are due
 */
export const createTokenMemory = (current: () => KeySet | Promise<KeySet>) => {
  const tokens = new LRUCache<string, Remembered>({ max: MOST_TOKENS });
  const changed = (): void => metrics.remembered.set({}, tokens.size);
  const isSound = ({ keys, times }: Remembered, present: KeySet): boolean => keys === present && hold(times);
  const verified = async (digest: string, verify: Verify): Promise<TokenCaller> => {
    tokens.delete(digest);
    try {
      const { keys, ...found } = await verify();
      if (keys !== undefined) tokens.set(digest, { ...found, keys });
      metrics.checks.inc({ outcome: 'verified' });
      return found.caller;
    } catch (error) {
      metrics.checks.inc({ outcome: 'refused' });
      throw error;
    } finally {
      changed();
    }
  };
  return {
    /**
     * Whose the token is, if it is remembered and would be verified now; otherwise `verify` decides. A promise only where
     * something is to be waited for.
     */
    callerOf: (token: string, verify: Verify): TokenCaller | Promise<TokenCaller> => {
      const digest = hash('sha256', token, 'base64');
      const known = tokens.get(digest);
      if (known === undefined) return verified(digest, verify);
      const judged = (present: KeySet): TokenCaller | Promise<TokenCaller> => {
        if (!isSound(known, present)) return verified(digest, verify);
        metrics.checks.inc({ outcome: 'remembered' });
        return known.caller;
      };
      const present = current();
      return present instanceof Promise ? present.then(judged) : judged(present);
    },
  };
};
