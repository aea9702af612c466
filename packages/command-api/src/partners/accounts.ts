import type { Terms } from '@order-ledger/domain/bodies';
import type { Context } from '@order-ledger/domain/command';
import type pg from 'pg';
import { ownerOfPartner } from '../subject.ts';

export type Account = NonNullable<Context['account']>;

export interface Accounts {
  /** The account that an order of this partner is charged to; null: the house's. An unknown partner is not active. */
  of(partnerId: string | null): Promise<Account>;
}

interface AccountRow {
  active: boolean;
  terms: Terms;
  quota_left: boolean;
  urgent: boolean;
}

/** `houseTerms` go to every order without a partner. */
export const createAccounts = (pool: pg.Pool, houseTerms: Terms): Accounts => ({
  of: async (partnerId) => {
    if (partnerId === null) return { active: true, quota_left: true, terms: houseTerms };
    const { rows } = await pool.query<AccountRow>({
      name: 'account',
      text: `select p.active, l.terms, coalesce(l.urgent_orders, false) as urgent,
               l.monthly_orders is null or l.monthly_orders > (
                 select count(*) from customer_order
                 where owner = $2 and initiated_at >= date_trunc('month', now() at time zone 'UTC') at time zone 'UTC'
               ) as quota_left
             from partner p join plan l using (plan) where p.partner_id = $1`,
      values: [partnerId, ownerOfPartner(partnerId)],
    });
    return rows[0] ?? { active: false, quota_left: false, terms: houseTerms };
  },
});
