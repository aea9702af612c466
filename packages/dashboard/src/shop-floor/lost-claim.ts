import type { OrderEvent } from '../order/order-queries.ts';

/** How somebody lost an order that he had. */
export type LostClaim =
  | { readonly is: 'handed-over' | 'taken'; readonly to: string; readonly at: string }
  | { readonly is: 'expired'; readonly at: string }
  | { readonly is: 'released'; readonly by: string | null; readonly at: string };

/** Events by which a claim begins or ends. */
const CLAIMS: readonly string[] = [
  'OrderClaimed',
  'ClaimReassigned',
  'ClaimReleased',
  'ClaimExpired',
  'PackagingStarted',
  'ManufacturingCompleted',
  'PackagingCompleted',
];

const ended = ({ type, data, recorded_at: at, actor }: OrderEvent, me: string): LostClaim | null => {
  if (data.operator !== me) return null;
  if (type === 'ClaimExpired') return { is: 'expired', at };
  // Who gives it back himself has lost nothing.
  if (type === 'ClaimReleased' && actor?.id !== me) return { is: 'released', by: actor?.id ?? null, at };
  return null;
};

/** Whether the order's last claim was taken from this operator, and by whom; null: it was not his, or he ended it. */
export const lostClaim = (events: readonly OrderEvent[], me: string): LostClaim | null => {
  const claims = events.filter(({ type }) => CLAIMS.includes(type));
  const last = claims.at(-1);
  if (last === undefined) return null;
  const { type, data, recorded_at: at } = last;
  const to = String(data.operator);
  if (type === 'ClaimReassigned') return data.from_operator === me && to !== me ? { is: 'handed-over', to, at } : null;
  const before = claims.at(-2);
  if (type === 'OrderClaimed' && to !== me && before !== undefined)
    return ended(before, me) === null ? null : { is: 'taken', to, at };
  return ended(last, me);
};
