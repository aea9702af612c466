import { createHash, timingSafeEqual } from 'node:crypto';
import type { VerifyApiKey } from '@order-ledger/platform/http/authenticate';
import type pg from 'pg';

export interface PlanLimits {
  plan: string;
  burst_per_second: number;
  sustained_per_minute: number;
}

interface KeyRow extends PlanLimits {
  partner_id: string;
  secret_sha256: Buffer;
  scopes: string[];
}

export interface PartnerKeys {
  verify: VerifyApiKey;
  /** The limits of a key that was verified before in this process. */
  limitsOf(keyId: string): PlanLimits | undefined;
}

/** Looks keys up in the view of live keys that command-api, their owner, publishes. */
export const createPartnerKeys = (pool: pg.Pool): PartnerKeys => {
  const limits = new Map<string, PlanLimits>();
  return {
    verify: async (keyId, secret) => {
      const { rows } = await pool.query<KeyRow>({
        name: 'partner-key',
        text: `select partner_id, secret_sha256, scopes, plan, burst_per_second, sustained_per_minute
               from command_api.partner_key_view where key_id = $1`,
        values: [keyId],
      });
      const row = rows[0];
      const digest = createHash('sha256').update(secret).digest();
      if (row === undefined || !timingSafeEqual(row.secret_sha256, digest)) return undefined;
      const { partner_id: partnerId, scopes, plan, burst_per_second, sustained_per_minute } = row;
      limits.set(keyId, { plan, burst_per_second, sustained_per_minute });
      return { partnerId, scopes };
    },
    limitsOf: (keyId) => limits.get(keyId),
  };
};
