import type { Scope } from '@order-ledger/domain/sight';

/**
 * How much of an order is shown: `staff` all of it; `partner` and `carrier` what their tables of presentation name.
 */
export type Audience = 'staff' | 'partner' | 'carrier';

/**
 * The house's own systems see whole orders; a caller who is a stranger to some of his orders is treated as one to all.
 */
export const audienceOf = (scope: Scope): Audience => {
  if (scope === 'everything' || scope.every((part) => 'house' in part)) return 'staff';
  return scope.some((part) => 'carrier' in part) ? 'carrier' : 'partner';
};
