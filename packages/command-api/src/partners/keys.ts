import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { VerifyApiKey } from '@order-ledger/platform/http/authenticate';
import { inTransaction } from '@order-ledger/platform/postgres';
import type pg from 'pg';
import type { Plan } from './plans.ts';

/** What a key may be used for. A route that names none of these is closed to partners. */
export const PARTNER_SCOPES = ['orders:write', 'orders:read', 'uploads:write'] as const;
export type PartnerScope = (typeof PARTNER_SCOPES)[number];

/** One to use and one to change over to. */
export const LIVE_KEYS = 2;

// The secret is 32 random bytes, so a plain hash of it cannot be searched for.
const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

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
      digest(secret),
      scopes,
    ]);
    return `pk_${keyId}_${secret}`;
  });
};

/** Ends a key at once; revoking it again changes nothing. */
export const revokeKey = async (pool: pg.Pool, keyId: string): Promise<void> => {
  await pool.query('update partner_key set revoked_at = coalesce(revoked_at, now()) where key_id = $1', [keyId]);
};

interface KeyRow {
  partner_id: string;
  secret_sha256: Buffer;
  scopes: string[];
  plan: string;
  burst_per_second: number;
  sustained_per_minute: number;
}

export type PlanLimits = { plan: string } & Pick<Plan, 'burst_per_second' | 'sustained_per_minute'>;

export interface PartnerKeys {
  verify: VerifyApiKey;
  /** The limits of a key that was verified before in this process. */
  limitsOf(keyId: string): PlanLimits | undefined;
}

export const createPartnerKeys = (pool: pg.Pool): PartnerKeys => {
  const limits = new Map<string, PlanLimits>();
  return {
    verify: async (keyId, secret) => {
      const { rows } = await pool.query<KeyRow>({
        name: 'partner-key',
        text: `select k.partner_id, k.secret_sha256, k.scopes, p.plan, l.burst_per_second, l.sustained_per_minute
               from partner_key k join partner p using (partner_id) join plan l using (plan)
               where k.key_id = $1 and k.revoked_at is null`,
        values: [keyId],
      });
      const row = rows[0];
      if (row === undefined || !timingSafeEqual(row.secret_sha256, digest(secret))) return undefined;
      const { partner_id: partnerId, scopes, plan, burst_per_second, sustained_per_minute } = row;
      limits.set(keyId, { plan, burst_per_second, sustained_per_minute });
      return { partnerId, scopes };
    },
    limitsOf: (keyId) => limits.get(keyId),
  };
};
