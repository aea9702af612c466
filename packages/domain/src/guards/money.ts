import type { CommandName } from '../bodies.ts';
import type { Asked } from '../command.ts';
import { carries, type Role } from '../grants.ts';
import type { GuardCode } from '../refusal.ts';
import { isSettled, priced } from '../settlement.ts';
import type { OrderState } from '../state.ts';
import type { Money } from '../values.ts';
import { bodyOf, type Guard, type GuardResult, invalid, no } from './guard.ts';

export const orderCurrency: Guard = (state, command) => {
  const { amount, price, credit, charge } = bodyOf<Record<'amount' | 'price' | 'credit' | 'charge', Money>>(command);
  const other = [amount, price, credit, charge].find(
    (money) => money !== undefined && money.currency !== state.terms.currency,
  );
  return other === undefined
    ? null
    : no('currency', `the order is in ${state.terms.currency}, not in ${other.currency}`);
};

/** The largest sum of an order that every reader holds exactly. */
export const LARGEST_SUM = Number.MAX_SAFE_INTEGER;

const withinSums = (sum: number, pointer: string): GuardResult =>
  Math.abs(sum) <= LARGEST_SUM ? null : invalid(pointer, `brings the order's sum beyond ${LARGEST_SUM} minor units`);

const amountOf = (command: Asked): number => bodyOf<{ amount: Money }>(command).amount?.amount ?? 0;

export const paymentSummable: Guard = (state, command) => withinSums(state.paid + amountOf(command), '/amount/amount');

export const refundSummable: Guard = (state, command) =>
  // Then payments less refunds cannot fall below it either.
  withinSums(state.refunded + amountOf(command), '/amount/amount');

export const nothingPaid: Guard = (state) =>
  state.paid === 0 ? null : no('order-paid', 'money was paid for this order: refund it first');

export const duePaid: Guard = (state) => {
  const due = state.quote?.due_before_production.amount ?? 0;
  return state.paid >= due ? null : no('payment-missing', `${due} are due before production, ${state.paid} are paid`);
};

/** The process manager's only cancellation; people may cancel what is paid. */
export const expiredOnlyUnpaid: Guard = (state, command) =>
  !carries(command.actor, 'process.manager') || state.paid === 0
    ? null
    : no('not-expired-unpaid', 'an expired order with money paid is cancelled by a person');

/** How far a sum may go, and by whom and why it may go beyond. */
interface Bound {
  field: 'credit' | 'charge' | 'amount';
  most: (state: OrderState) => number;
  /** What `most` is, in words. */
  of: string;
  code: GuardCode;
  beyond: { role: Role; reasons: readonly string[] } | null;
}

/** Sums that only follow from what was priced or paid. */
const BOUNDS: Readonly<Partial<Record<CommandName, Bound>>> = {
  // Who wants to give more gives it as a refund, which says why.
  AcceptShortage: { field: 'credit', most: priced, of: 'the price', code: 'credit-beyond-price', beyond: null },
  CancelOrder: {
    field: 'charge',
    most: priced,
    of: 'the price',
    code: 'charge-beyond-price',
    beyond: { role: 'crm.supervisor', reasons: ['FRAUD', 'OTHER'] },
  },
  RecordRefund: {
    field: 'amount',
    most: ({ paid }) => Math.max(0, paid),
    of: 'what is paid',
    code: 'refund-beyond-paid',
    beyond: { role: 'crm.supervisor', reasons: ['GOODWILL'] },
  },
};

/** The code by which a command's sum is refused; undefined where it has no bound. */
export const boundCodeOf = (command: CommandName): GuardCode | undefined => BOUNDS[command]?.code;

export const withinBound: Guard = (state, command) => {
  const bound = BOUNDS[command.command];
  const body = bodyOf<Record<Bound['field'], Money> & { reason: string }>(command);
  const amount = bound === undefined ? undefined : body[bound.field]?.amount;
  if (bound === undefined || amount === undefined || amount <= bound.most(state)) return null;
  const { field, of, code, beyond } = bound;
  if (beyond !== null && carries(command.actor, beyond.role) && beyond.reasons.includes(body.reason ?? '')) return null;
  const who = beyond === null ? 'nobody' : `${beyond.role} with the reason ${beyond.reasons.join(' or ')}`;
  return no(code, `${field} is ${amount} and ${of} ${bound.most(state)}: beyond it may go ${who}`);
};

type Settlement = Record<'refund_id' | 'remake_order_id' | 'no_refund', string>;
const settlements = (body: Partial<Settlement>): string[] =>
  [body.refund_id, body.remake_order_id, body.no_refund].filter((value) => value !== undefined);

export const settled: Guard = (state, command) => {
  if (settlements(bodyOf<Settlement>(command)).length > 0)
    return no('return-settlement', 'refund, remake and no_refund close a returned order only');
  return isSettled(state, state.stage) ? null : no('not-settled', `${priced(state)} are owed, ${state.paid} are paid`);
};

export const returnSettled: Guard = (_state, command) =>
  settlements(bodyOf<Settlement>(command)).length === 1
    ? null
    : no('return-settlement', 'a returned order is closed with refund_id, remake_order_id or no_refund, one of them');
