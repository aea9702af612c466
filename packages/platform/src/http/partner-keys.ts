import { createHash, timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import type { VerifyApiKey } from './authenticate.ts';

/** How much a partner may call, by its plan. */
export type PlanLimits = {
  readonly plan: string;
  readonly burst_per_second: number;
  readonly sustained_per_minute: number;
};

type KeyRow = PlanLimits & {
  readonly partner_id: string;
  readonly secret_sha256: Buffer;
  readonly scopes: string[];
};

export type PartnerKeys = {
  /** Rejects with the database's error when keys cannot be read. */
  readonly verify: VerifyApiKey;
  /** The limits of a key that was verified before in this process. */
  readonly limitsOf: (keyId: string) => PlanLimits | undefined;
};

/** What is kept of a key's secret. It is 32 random bytes, so a plain hash of it cannot be searched for. */
export const secretDigest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/**
 * Knows partners by their keys.
 *
 * @param view name of the view or table of live keys: key_id, partner_id, secret_sha256 (32 bytes), scopes, plan,
 * burst_per_second, sustained_per_minute
 */
export function createPartnerKeys(pool: pg.Pool, view: string): PartnerKeys {
  const text = `
    select partner_id, secret_sha256, scopes, plan, burst_per_second, sustained_per_minute
    from ${view} where key_id = $1`;
  const limits = new Map<string, PlanLimits>();
  return {
    verify: async (keyId, secret) => {
      const { rows } = await pool.query<KeyRow>({ name: 'partner-key', text, values: [keyId] });
      const [row] = rows;
      if (row === undefined || !timingSafeEqual(row.secret_sha256, secretDigest(secret))) return undefined;
      const { partner_id: partnerId, scopes, plan, burst_per_second, sustained_per_minute } = row;
      limits.set(keyId, { plan, burst_per_second, sustained_per_minute });
      return { partnerId, scopes };
    },
    limitsOf: (keyId) => limits.get(keyId),
  };
}
