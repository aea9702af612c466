import { createHash, timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import type { VerifyApiKey } from './authenticate.ts';
import { SHARE_NAMES, type ShareName } from './shares.ts';

/** How much a partner may call, by its plan. */
export interface PlanLimits {
  readonly plan: string;
  readonly burst_per_second: number;
  readonly sustained_per_minute: number;
  /** What it may hold at once of what all share; what is not here, by the table of shares. */
  readonly shares?: Readonly<Partial<Record<ShareName, number>>>;
}

type KeyRow = Omit<PlanLimits, 'shares'> & {
  readonly shown: Readonly<Record<string, unknown>>;
  readonly partner_id: string;
  readonly secret_sha256: Buffer;
  readonly scopes: string[];
};

export interface PartnerKeys {
  /** Rejects with the database's error when keys cannot be read. */
  readonly verify: VerifyApiKey;
  /** The limits of a key that was verified before in this process. */
  readonly limitsOf: (keyId: string) => PlanLimits | undefined;
}

/** What is kept of a key's secret. It is 32 random bytes, so a plain hash of it cannot be searched for. */
export const secretDigest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** An older build of the view's owner has no such columns, and a plan may leave them empty. */
const sharesIn = (shown: KeyRow['shown']): NonNullable<PlanLimits['shares']> =>
  Object.fromEntries(
    SHARE_NAMES.flatMap((name) => {
      const figure = shown[name];
      return typeof figure === 'number' ? [[name, figure]] : [];
    }),
  );

/**
 * Knows partners by their keys.
 *
 * @param view name of the view or table of live keys: key_id, partner_id, secret_sha256 (32 bytes), scopes, plan,
 * burst_per_second, sustained_per_minute; the shares of the plan by their names, if it has them
 */
export const createPartnerKeys = (pool: pg.Pool, view: string): PartnerKeys => {
  const text = `
    select partner_id, secret_sha256, scopes, plan, burst_per_second, sustained_per_minute, to_jsonb(k) - 'secret_sha256' as shown
    from ${view} k where key_id = $1`;
  const limits = new Map<string, PlanLimits>();
  return {
    verify: async (keyId, secret) => {
      const { rows } = await pool.query<KeyRow>({ name: 'partner-key', text, values: [keyId] });
      const [row] = rows;
      if (row === undefined || !timingSafeEqual(row.secret_sha256, secretDigest(secret))) return undefined;
      const { partner_id: partnerId, scopes, plan, burst_per_second, sustained_per_minute, shown } = row;
      limits.set(keyId, { plan, burst_per_second, sustained_per_minute, shares: sharesIn(shown) });
      return { partnerId, scopes };
    },
    limitsOf: (keyId) => limits.get(keyId),
  };
};
