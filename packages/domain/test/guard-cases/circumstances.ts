import type { Terms } from '@order-ledger/domain/bodies';
import type { Context, OtherOrder } from '@order-ledger/domain/command';
import { CONTEXT, TERMS } from '@order-ledger/testing/orders/rightful';
import { act, noOrder, type Order } from '@order-ledger/testing/orders/specification';

export const EUR = { amount: 100, currency: 'EUR' };
export const rub = (amount: number) => ({ amount, currency: 'RUB' });
/** More is summed exactly by nobody. */
export const LARGEST = rub(Number.MAX_SAFE_INTEGER);
/** Seconds. */
export const DAY = 86_400;

export const account = (changes: Partial<NonNullable<Context['account']>>): Context => ({
  account: { ...CONTEXT.account, ...changes },
});
export const upload = (changes: Partial<NonNullable<Context['upload']>>): Context => ({
  upload: { ...CONTEXT.upload, ...changes },
});
/** An order in INITIATED whose plan differs from the plain one. */
export const withTerms = (terms: Partial<Terms>): Order =>
  act(noOrder(JSON.stringify(terms)), 'InitiateOrder', { context: account({ terms: { ...TERMS, ...terms } }) });

export const other = (changes: Partial<OtherOrder>): OtherOrder => ({ ...CONTEXT.remade_order, ...changes });
/** As the rightful context has it. */
export const REMAKE = { remake_of_order_id: '9f3a1c52-7d1e-5c33-8a57-6f0e5b1f2a77' };
