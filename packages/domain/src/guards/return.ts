import { factOfCommand } from '../facts-by-id.ts';
import { passed, plusSeconds } from '../time.ts';
import { bodyOf, type Guard, no } from './guard.ts';

export const returnWindowOpen: Guard = (state, command) => {
  if (state.first_delivered_at === null) return null;
  const warranty = bodyOf<{ reason: string }>(command).reason === 'WARRANTY';
  const end = plusSeconds(state.first_delivered_at, warranty ? state.terms.warranty_s : state.terms.return_window_s);
  return passed(end, command.recorded_at)
    ? no('return-window-closed', `the ${warranty ? 'warranty' : 'return window'} ended at ${end}`)
    : null;
};

export const firstReturnAfterClosing: Guard = (state) =>
  state.status === 'CLOSED' && state.returns_from_closed > 0
    ? no('returned-before', 'a closed order is returned once')
    : null;

export const refundRecorded: Guard = (state, command) => {
  const { refund_id } = bodyOf<{ refund_id: string }>(command);
  const named = factOfCommand('RecordRefund', { refund_id });
  if (refund_id === undefined || named === null || state.facts.has(named.key)) return null;
  return no('unknown-refund', `no refund ${refund_id} is recorded for this order: record it first`);
};

/** Money is kept, all of it or a part, only because of how the goods came back. */
export const noRefundFounded: Guard = (state, command) => {
  const { no_refund, refund_id } = bodyOf<Record<'no_refund' | 'refund_id', string>>(command);
  const { paid, return_condition } = state;
  if (no_refund === 'NOTHING_PAID' && paid > 0)
    return no('refund-due', `${paid} are paid: close with the refund, a remake, or CONDITION`);
  if (return_condition === 'USED' || return_condition === 'DAMAGED') return null;
  const noGround = `goods that came back ${return_condition} are no ground to keep the money`;
  if (no_refund === 'CONDITION') return no('return-condition', noGround);
  return refund_id !== undefined && paid > 0 ? no('refund-due', `${paid} are still paid, and ${noGround}`) : null;
};
