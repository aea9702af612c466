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

/** Money is kept only where there is none, or because of how the goods came back. */
export const noRefundFounded: Guard = (state, command) => {
  const { no_refund } = bodyOf<{ no_refund: string }>(command);
  if (no_refund === 'NOTHING_PAID' && state.paid > 0)
    return no('refund-due', `${state.paid} are paid: close with the refund, a remake, or CONDITION`);
  if (no_refund === 'CONDITION' && state.return_condition !== 'USED' && state.return_condition !== 'DAMAGED')
    return no('return-condition', `goods that came back ${state.return_condition} are no ground to keep the money`);
  return null;
};
