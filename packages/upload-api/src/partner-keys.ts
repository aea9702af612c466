import { createPartnerKeys as keysIn, type PartnerKeys } from '@order-ledger/platform/http/partner-keys';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { isNotPublished } from '@order-ledger/platform/sqlstate';
import { transientFault } from '@order-ledger/platform/transient';
import type pg from 'pg';

const unavailable = (cause: unknown): unknown =>
  transientFault(cause) !== undefined || isNotPublished(cause)
    ? new ProblemError(503, 'keys-unavailable', 'API keys cannot be checked now. Try again.', {
        headers: { 'Retry-After': '5' },
        cause,
      })
    : cause;

/**
 * Knows partners by the keys that command-api publishes in a view of live ones.
 *
 * @throws ProblemError 503 when they cannot be read
 */
export const createPartnerKeys = (pool: pg.Pool): PartnerKeys => {
  const keys = keysIn(pool, 'command_api.partner_key_view');
  return {
    ...keys,
    verify: (keyId, secret) =>
      keys.verify(keyId, secret).catch((error: unknown) => {
        throw unavailable(error);
      }),
  };
};
