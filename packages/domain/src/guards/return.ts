import { passed, plusSeconds } from '../time.ts';
import { bodyOf, type Guard, gathered, no } from './guard.ts';

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

export const remakeOrderKnown: Guard = (_state, command) => {
  const { remake_order_id } = bodyOf<{ remake_order_id: string }>(command);
  if (remake_order_id === undefined || gathered(command, 'remake_order')?.exists) return null;
  return no('unknown-remake-order', `there is no order ${remake_order_id}`);
};
