import { expect, it } from '@jest/globals';
import { plusSeconds } from '@order-ledger/domain/time';
import { journeyTo } from '@order-ledger/testing/orders/journeys';
import { PRICE, TERMS } from '@order-ledger/testing/orders/rightful';
import { act, noOrder, type Order } from '@order-ledger/testing/orders/specification';
import { historyOf } from '../src/order-history.ts';
import { TIMERS, timersOf } from '../src/timers.ts';

const LIMITS = { quoteExpiryS: 100, unpaidExpiryS: 200 };
const timersIn = (order: Order) => {
  const history = historyOf(order.events);
  return history === null ? [] : timersOf(history, LIMITS);
};
const recordedAt = (order: Order, type: string): string =>
  order.events.findLast((event) => event.type === type)?.metadata.recorded_at ?? 'never';
const pay = (order: Order, amount: number): Order =>
  act(order, 'RecordPayment', { body: { amount: { amount, currency: 'RUB' } } });

const priced = journeyTo('PRICE_CALCULATED');
const waiting = journeyTo('WAITING_PAYMENT');

it('counts the expiry of an unanswered quote from the end of its validity', () => {
  const due_at = plusSeconds(priced.state?.quote?.valid_until ?? '', LIMITS.quoteExpiryS);
  expect(timersIn(priced)).toEqual([{ rule: 'quote-expiry', status_version: priced.state?.status_version, due_at }]);
});

it('counts the expiry of an unpaid order from the acceptance', () => {
  const due_at = plusSeconds(recordedAt(waiting, 'QuoteAccepted'), LIMITS.unpaidExpiryS);
  expect(timersIn(waiting)).toEqual([{ rule: 'unpaid-expiry', status_version: waiting.state?.status_version, due_at }]);
});

it('keeps its timer through a fact', () => {
  const asked = act(waiting, 'RequestCancellation');
  expect(timersIn(asked)).toEqual(timersIn(waiting));
});

it('lets the whole time run again after a hold', () => {
  const resumed = act(act(waiting, 'HoldOrder'), 'ResumeOrder', { after: 10_000 });
  expect(timersIn(act(waiting, 'HoldOrder'))).toEqual([]);
  expect(timersIn(resumed)).toEqual([
    {
      rule: 'unpaid-expiry',
      status_version: (waiting.state?.status_version ?? 0) + 2,
      due_at: plusSeconds(recordedAt(resumed, 'OrderResumed'), LIMITS.unpaidExpiryS),
    },
  ]);
  const late = act(act(priced, 'HoldOrder'), 'ResumeOrder', { after: 30 * 86_400 });
  expect(timersIn(late)[0]?.due_at).toBe(plusSeconds(recordedAt(late, 'OrderResumed'), LIMITS.quoteExpiryS));
});

it('never runs while money is there, and runs again when it was given back', () => {
  const part = pay(waiting, 100);
  expect(timersIn(part)).toEqual([]);
  const refunded = act(part, 'RecordRefund', { body: { amount: { amount: 100, currency: 'RUB' } } });
  expect(timersIn(refunded)).toEqual(timersIn(waiting));
  expect(timersIn(pay(priced, PRICE.amount))).toEqual([]);
});

it('does not run where nothing is due before production', () => {
  const terms = { ...TERMS, payment: 'INVOICE' as const };
  const invoiced = act(noOrder('invoiced'), 'InitiateOrder', {
    context: { account: { active: true, quota_left: true, terms } },
  });
  expect(timersIn(journeyTo('WAITING_PAYMENT', invoiced))).toEqual([]);
});

it('sends what the graph grants to the process manager', () => {
  for (const [index, order] of [priced, waiting].entries()) {
    const { command, body } = (TIMERS[index] as (typeof TIMERS)[number]).send;
    expect(act(order, command, { as: 'manager', body: body as never }).state?.status).toBe('CANCELLED');
  }
});
