import { CHANGES } from './lives/changes.ts';
import { DELIVERY } from './lives/delivery.ts';
import { HOLDS_AND_ERRORS } from './lives/holds-and-errors.ts';
import { LONG_WAITS } from './lives/long-waits.ts';
import { PAYMENT_TERMS } from './lives/payment-terms.ts';
import { PRODUCTION } from './lives/production.ts';
import { REJECTION_AND_CANCELLATION } from './lives/rejection-and-cancellation.ts';
import { RETURNS } from './lives/returns.ts';
import { STRAIGHT_THROUGH } from './lives/straight-through.ts';
import type { Life } from './steps.ts';

/**
 * Every life that an order of the demonstration may have. The table as a whole goes over all rules of the graph and all
 * of its facts (a test holds it against the graph); the shares add up to 60. What takes longest comes first.
 */
export const LIVES: readonly Life[] = [
  ...LONG_WAITS,
  ...STRAIGHT_THROUGH,
  ...PRODUCTION,
  ...PAYMENT_TERMS,
  ...DELIVERY,
  ...HOLDS_AND_ERRORS,
  ...CHANGES,
  ...REJECTION_AND_CANCELLATION,
  ...RETURNS,
];

/** The lives of a run: each one once as far as there are orders, then by their shares. */
export const livesOf = (orders: number, lives: readonly Life[] = LIVES): Life[] => {
  const total = lives.reduce((sum, life) => sum + life.share, 0);
  const chosen = lives.slice(0, orders);
  const count = new Map(chosen.map((life) => [life, 1]));
  while (chosen.length < orders) {
    const missing = (life: Life): number => (orders * life.share) / total - (count.get(life) ?? 0);
    const next = lives.reduce((most, life) => (missing(life) > missing(most) ? life : most));
    chosen.push(next);
    count.set(next, (count.get(next) ?? 0) + 1);
  }
  return chosen;
};
