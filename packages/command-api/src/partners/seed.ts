import { timingSafeEqual } from 'node:crypto';
import { secretDigest } from '@order-ledger/platform/http/partner-keys';
import type pg from 'pg';
import { IS_LIVE, issueKey, LIVE_KEYS } from './keys.ts';
import { SEEDED_PARTNERS, SEEDED_PLANS } from './plans.ts';

export interface SeededPartner {
  partner_id: string;
  plan: string;
  /** Shown this once. */
  api_key: string;
}

/** A key that somebody has. */
export type KnownKey = Pick<SeededPartner, 'partner_id' | 'api_key'>;

/** Whether a partner still has a live key like this; a restored or new database may not. */
export const isLive = async (pool: pg.Pool, { partner_id, api_key }: KnownKey): Promise<boolean> => {
  const [, keyId, secret = ''] = /^pk_([A-Za-z0-9-]+)_(.+)$/.exec(api_key) ?? [];
  const { rows } = await pool.query<{ secret_sha256: Buffer }>(
    `select secret_sha256 from partner_key where partner_id = $1 and key_id = $2 and ${IS_LIVE}`,
    [partner_id, keyId],
  );
  return rows[0] !== undefined && timingSafeEqual(rows[0].secret_sha256, secretDigest(secret));
};

/**
 * Makes the plans and partners of a fresh installation and returns those partners that got a key now.
 *
 * @param known the keys that the caller has: a key is told once, so who lost it, or has one that is dead, gets another
 * one, as long as the partner has room for one
 */
export const seedPartners = async (pool: pg.Pool, known: readonly KnownKey[] = []): Promise<SeededPartner[]> => {
  for (const [plan, { terms, monthly_orders, burst_per_second, sustained_per_minute }] of Object.entries(
    SEEDED_PLANS,
  )) {
    await pool.query(
      `insert into plan (plan, terms, monthly_orders, burst_per_second, sustained_per_minute)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [plan, JSON.stringify(terms), monthly_orders, burst_per_second, sustained_per_minute],
    );
  }
  const seeded: SeededPartner[] = [];
  for (const { partner_id, plan } of SEEDED_PARTNERS) {
    await pool.query('insert into partner (partner_id, plan) values ($1, $2) on conflict do nothing', [
      partner_id,
      plan,
    ]);
    const live = await pool.query(`select 1 from partner_key where partner_id = $1 and ${IS_LIVE}`, [partner_id]);
    const mine = known.find((key) => key.partner_id === partner_id);
    if (mine !== undefined && (await isLive(pool, mine))) continue;
    if ((live.rowCount ?? 0) >= LIVE_KEYS) continue;
    const { api_key } = await issueKey(pool, { partner_id, changed_by: 'seed-partners' });
    if (api_key !== null) seeded.push({ partner_id, plan, api_key });
  }
  return seeded;
};
