import { createHash, timingSafeEqual } from 'node:crypto';
import type { VerifyApiKey } from '@order-ledger/platform/http/authenticate';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { isConnectionLost } from '@order-ledger/platform/sqlstate';
import pg from 'pg';

interface KeyRow {
  partner_id: string;
  secret_sha256: Buffer;
  scopes: string[];
}

/** SQLSTATEs of a view that is not there yet, or not for this role: the process that owns it has not been set up. */
const NOT_PUBLISHED = new Set(['42P01', '3F000', '42501']);

const unavailable = (cause: unknown): unknown =>
  isConnectionLost(cause) || (cause instanceof pg.DatabaseError && NOT_PUBLISHED.has(cause.code ?? ''))
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
export const partnerKeyVerifier =
  (pool: pg.Pool): VerifyApiKey =>
  async (keyId, secret) => {
    const { rows } = await pool
      .query<KeyRow>({
        name: 'partner-key',
        text: 'select partner_id, secret_sha256, scopes from command_api.partner_key_view where key_id = $1',
        values: [keyId],
      })
      .catch((error: unknown) => {
        throw unavailable(error);
      });
    const [row] = rows;
    const digest = createHash('sha256').update(secret).digest();
    if (row === undefined || !timingSafeEqual(row.secret_sha256, digest)) return undefined;
    return { partnerId: row.partner_id, scopes: row.scopes };
  };
