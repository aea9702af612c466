import type { Terms } from '@order-ledger/domain/bodies';

const DAY_S = 86_400;

/** What a partner has agreed to: the terms that its orders get, and how much it may call. */
export interface Plan {
  terms: Terms;
  /** Orders in a calendar month (UTC); null: as many as it likes. */
  monthly_orders: number | null;
  burst_per_second: number;
  sustained_per_minute: number;
}

const COMMON = { currency: 'RUB', quote_validity_s: 14 * DAY_S, return_window_s: 14 * DAY_S, warranty_s: 365 * DAY_S };

/** Terms of an order without a partner, unless the configuration names others. */
export const DEFAULT_HOUSE_TERMS: Terms = { ...COMMON, payment: 'PREPAID', deposit_percent: 0 };

const limits = { monthly_orders: null, burst_per_second: 50, sustained_per_minute: 1_200 };

/** The plans that a fresh installation begins with. */
export const SEEDED_PLANS: Readonly<Record<string, Plan>> = {
  prepaid: { ...limits, terms: { ...COMMON, payment: 'PREPAID', deposit_percent: 0 } },
  invoice: { ...limits, terms: { ...COMMON, payment: 'INVOICE', deposit_percent: 0 } },
  deposit: { ...limits, terms: { ...COMMON, payment: 'DEPOSIT', deposit_percent: 30 } },
  // Quotes that last 5 s let a demonstration show how one expires.
  'short-quotes': { ...limits, terms: { ...COMMON, payment: 'PREPAID', deposit_percent: 0, quote_validity_s: 5 } },
};

/** The partners that a fresh installation begins with, each with its plan. */
export const SEEDED_PARTNERS: readonly { partner_id: string; plan: string }[] = [
  { partner_id: 'partner-prepaid', plan: 'prepaid' },
  { partner_id: 'partner-invoice', plan: 'invoice' },
  { partner_id: 'partner-deposit', plan: 'deposit' },
  { partner_id: 'partner-short-quotes', plan: 'short-quotes' },
];
