import type pg from 'pg';
import { issueKey, LIVE_KEYS } from './keys.ts';
import { SEEDED_PARTNERS, SEEDED_PLANS } from './plans.ts';

export interface SeededPartner {
  partner_id: string;
  plan: string;
  /** Shown this once. */
  api_key: string;
}

/**
 * Makes the plans and partners of a fresh installation and returns those partners that got a key now.
 *
 * @param known partners whose key the caller has: a key is told once, so who lost it gets another one, as long as the
 * partner has room for one
 */
export const seedPartners = async (pool: pg.Pool, known: readonly string[] = []): Promise<SeededPartner[]> => {
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
    const live = await pool.query('select 1 from partner_key where partner_id = $1 and revoked_at is null', [
      partner_id,
    ]);
    if (!known.includes(partner_id) && (live.rowCount ?? 0) < LIVE_KEYS)
      seeded.push({ partner_id, plan, api_key: await issueKey(pool, partner_id) });
  }
  return seeded;
};
