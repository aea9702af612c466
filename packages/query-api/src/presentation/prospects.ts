import type { Actor } from '@order-ledger/domain/grants';
import { prospectsOf } from '@order-ledger/domain/obstacles';
import type { Refusal } from '@order-ledger/domain/refusal';
import type { OrderState } from '@order-ledger/domain/state';
import type { ProspectsAnswer } from './answers.ts';

const obstacleOf = (refusal: Refusal): ProspectsAnswer['prospects'][number]['obstacle'] =>
  refusal.kind === 'guard' ? { code: refusal.code, text: refusal.text } : { code: refusal.kind, text: null };

type Known = Pick<OrderState, 'order_id' | 'event_version' | 'status_version' | 'status'>;

/** What a caller may do with an order as it is, and what stands in the way of the rest; nothing without a state. */
export const presentProspects = (
  { order_id, event_version, status_version, status }: Known,
  state: OrderState | null,
  actor: Actor,
  now: Date,
): ProspectsAnswer => ({
  ...{ order_id, event_version, status_version, status },
  prospects: (state === null ? [] : prospectsOf(state, actor, now.toISOString())).map(({ obstacle, ...prospect }) => ({
    ...{ command: prospect.command, to: prospect.to },
    obstacle: obstacle === null ? null : obstacleOf(obstacle),
    by: [...prospect.by],
    reasons: prospect.reasons === null ? null : [...prospect.reasons],
    from: [...prospect.from],
  })),
});
