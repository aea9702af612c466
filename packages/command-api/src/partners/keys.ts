import { randomBytes } from 'node:crypto';
import { secretDigest } from '@order-ledger/platform/http/partner-keys';
import { inTransaction } from '@order-ledger/platform/postgres';
import type pg from 'pg';

/** What a key may be used for. A route that names none of these is closed to partners. */
export const PARTNER_SCOPES = ['orders:write', 'orders:read', 'uploads:write'] as const;
export type PartnerScope = (typeof PARTNER_SCOPES)[number];

/** One to use and one to change over to. */
export const LIVE_KEYS = 2;

/**
 * Makes a new key of a partner and returns it, the only time that it can be seen.
 * @throws when the partner is unknown or has two live keys already
 */
export const issueKey = (
  pool: pg.Pool,
  partnerId: string,
  scopes: readonly PartnerScope[] = PARTNER_SCOPES,
): Promise<string> => {
  const keyId = randomBytes(9).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  return inTransaction(pool, async (client) => {
    const partner = await client.query('select 1 from partner where partner_id = $1 for update', [partnerId]);
    if (partner.rowCount === 0) throw new Error(`there is no partner ${partnerId}: seed or create it first`);
    const live = await client.query('select 1 from partner_key where partner_id = $1 and revoked_at is null', [
      partnerId,
    ]);
    if ((live.rowCount ?? 0) >= LIVE_KEYS) {
      throw new Error(`${partnerId} has ${LIVE_KEYS} live keys, and may have no more: revoke one first`);
    }
    await client.query('insert into partner_key (key_id, partner_id, secret_sha256, scopes) values ($1, $2, $3, $4)', [
      keyId,
      partnerId,
      secretDigest(secret),
      scopes,
    ]);
    return `pk_${keyId}_${secret}`;
  });
};

/** Ends a key at once; revoking it again changes nothing. */
export const revokeKey = async (pool: pg.Pool, keyId: string): Promise<void> => {
  await pool.query('update partner_key set revoked_at = coalesce(revoked_at, now()) where key_id = $1', [keyId]);
};
