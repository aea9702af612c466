import { expect, it } from '@jest/globals';
import { plusSeconds } from '@order-ledger/domain/time';
import { journeyTo } from '@order-ledger/testing/orders/journeys';
import { PRICE, TERMS } from '@order-ledger/testing/orders/rightful';
import { act, noOrder, type Order } from '@order-ledger/testing/orders/specification';
import { historyOf } from '../src/order-history.ts';
import { TIMERS, timersOf } from '../src/timers.ts';

const LIMITS = { quoteExpiryS: 100, unpaidExpiryS: 200, draftExpiryS: 300 };
const timersIn = (order: Order, limits = LIMITS) => {
  const history = historyOf(order.events);
  return history === null ? [] : timersOf(history, limits);
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

it('counts the end of a draft from its last status or model, whatever else is said of it', () => {
  const [begun, uploaded] = [journeyTo('INITIATED'), journeyTo('FILE_UPLOADED')];
  const ends = (order: Order, from: string) => [
    {
      rule: 'draft-expiry',
      status_version: order.state?.status_version,
      due_at: plusSeconds(recordedAt(order, from), LIMITS.draftExpiryS),
    },
  ];
  expect(timersIn(begun)).toEqual(ends(begun, 'OrderInitiated'));
  expect(timersIn(uploaded)).toEqual(ends(uploaded, 'ModelFileUploaded'));
  const replaced = act(uploaded, 'AttachModel', { after: 50 });
  expect(timersIn(replaced)).toEqual(ends(replaced, 'ModelFileReplaced'));
  expect(timersIn(act(replaced, 'AddNote', { after: 50 }))).toEqual(timersIn(replaced));
  const mended = act(act(begun, 'ReportError'), 'ResolveError', { after: 10_000 });
  expect(timersIn(act(begun, 'ReportError'))).toEqual([]);
  expect(timersIn(mended)).toEqual(ends(mended, 'ErrorResolved'));
});

it('lets a draft be where money is there, where it was submitted, and where the rule is switched off', () => {
  const draft = journeyTo('INITIATED');
  expect(timersIn(pay(draft, 1))).toEqual([]);
  expect(timersIn(journeyTo('SUBMITTED'))).toEqual([]);
  expect(timersIn(draft, { ...LIMITS, draftExpiryS: 0 })).toEqual([]);
});

it('sends what the graph grants to the process manager', () => {
  const draft = journeyTo('FILE_UPLOADED');
  for (const [index, order] of [priced, waiting, draft].entries()) {
    const { command, body } = (TIMERS[index] as (typeof TIMERS)[number]).send;
    expect(act(order, command, { as: 'manager', body: body as never }).state?.status).toBe('CANCELLED');
  }
});
