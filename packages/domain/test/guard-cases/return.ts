import type { OtherOrder } from '@order-ledger/domain/command';
import { journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { TERMS } from '@order-ledger/testing/orders/rightful';
import { act, type Order } from '@order-ledger/testing/orders/specification';
import { caseList } from './case-list.ts';
import { DAY, other, REMAKE, rub, withTerms } from './circumstances.ts';

const { cases, check } = caseList();
const invoice = withTerms({ payment: 'INVOICE' });

// Closing and returns: windows run from the record of the first delivery
const delivered = journeyTo('DELIVERED');
const unpaid = act(journeyTo('WAITING_PAYMENT', invoice), 'ApproveManufacturing');
const unpaidMaking = walk(unpaid, 'ClaimOrder', 'StartManufacturing');
const unpaidDelivered = (good_quantity: number, order: Order): Order =>
  walk(
    order,
    ['CompleteManufacturing', { body: { good_quantity } }],
    'StartPackaging',
    'CompletePackaging',
    'ShipOrder',
    ['ConfirmDelivery', { as: 'agent' }],
  );
const onInvoice = unpaidDelivered(10, unpaidMaking);
check(onInvoice, 'CloseOrder', {}, 'not-settled', 'unpaid on invoice');
check(act(onInvoice, 'RecordPayment'), 'CloseOrder', {}, 'OrderClosed', 'paid on invoice');
const shortDelivered = unpaidDelivered(9, act(unpaidMaking, 'AcceptShortage'));
check(
  act(shortDelivered, 'RecordPayment', { body: { amount: rub(116_910) } }),
  'CloseOrder',
  {},
  'OrderClosed',
  'with the price less its credit paid',
);
check(
  act(shortDelivered, 'RecordPayment', { body: { amount: rub(116_909) } }),
  'CloseOrder',
  {},
  'not-settled',
  'with less than that paid',
);
check(journeyTo('DELIVERED', withTerms({ payment: 'NO_CHARGE' })), 'CloseOrder', {}, 'OrderClosed', 'free of charge');
check(
  delivered,
  'CloseOrder',
  { body: { refund_id: 'refund-1' } },
  'return-settlement',
  'of a delivered order with a refund',
);
const returned = journeyTo('RETURNED');
const unsaid = { no_refund: undefined };
check(returned, 'CloseOrder', { body: unsaid }, 'return-settlement', 'of a return without saying how');
check(returned, 'CloseOrder', { body: { refund_id: 'refund-1' } }, 'return-settlement', 'of a return in two ways');
const refund = { ...unsaid, refund_id: 'refund-1' };
const refunded = act(returned, 'RecordRefund', { body: { refund_id: 'refund-1' } });
check(returned, 'CloseOrder', { body: refund }, 'unknown-refund', 'of a return with a refund that is not recorded');
check(refunded, 'CloseOrder', { body: refund }, 'OrderClosed', 'of a return with a recorded refund');
for (const [condition, given, expected] of [
  ['USED', 100, 'OrderClosed'],
  ['DAMAGED', 100, 'OrderClosed'],
  ['AS_NEW', 100, 'refund-due'],
  ['LOST', 129_899, 'refund-due'],
  ['AS_NEW', 0, 'refund-due'],
  ['AS_NEW', 129_900, 'OrderClosed'],
] as const) {
  const amount = { refund_id: 'refund-1', amount: rub(given) };
  const part = walk(delivered, 'RequestReturn', ['ReceiveReturn', { body: { condition } }]);
  const what = `of a return that came ${condition} with ${given} of 129900 given back`;
  check(act(part, 'RecordRefund', { body: amount }), 'CloseOrder', { body: refund }, expected, what);
}
const payment = act(delivered, 'RecordPayment', { body: { payment_id: 'payment-x' } });
check(
  walk(payment, 'RequestReturn', 'ReceiveReturn'),
  'CloseOrder',
  { body: { ...unsaid, refund_id: 'payment-x' } },
  'unknown-refund',
  'of a return with the id of a payment',
);

const withRemake = { ...unsaid, remake_order_id: REMAKE.remake_of_order_id };
const remake = (changes: Partial<OtherOrder>) => ({
  body: withRemake,
  context: { remake_order: other({ status: 'SUBMITTED', remake_of_order_id: returned.order_id, ...changes }) },
});
check(returned, 'CloseOrder', remake({}), 'OrderClosed', 'of a return with a remake');
const noRemake = { body: withRemake, context: { remake_order: null } };
check(returned, 'CloseOrder', noRemake, 'unknown-remake-order', 'of a return with a remake that is not there');
for (const [changes, what] of [
  [{ remake_of_order_id: null }, 'an order that is no remake'],
  [{ remake_of_order_id: REMAKE.remake_of_order_id }, 'the remake of another order'],
] as const)
  check(returned, 'CloseOrder', remake(changes), 'unknown-remake-order', `of a return with ${what}`);
for (const status of ['CANCELLED', 'REJECTED'] as const)
  check(returned, 'CloseOrder', remake({ status }), 'remake-ended', `of a return with a remake in ${status}`);

for (const [condition, expected] of [
  ['USED', 'OrderClosed'],
  ['DAMAGED', 'OrderClosed'],
  ['AS_NEW', 'return-condition'],
  ['LOST', 'return-condition'],
] as const) {
  const came = walk(delivered, 'RequestReturn', ['ReceiveReturn', { body: { condition } }]);
  check(came, 'CloseOrder', {}, expected, `of a return that came ${condition} without a refund`);
}
const nothing = { body: { no_refund: 'NOTHING_PAID' } } as const;
check(returned, 'CloseOrder', nothing, 'refund-due', 'of a paid return as if nothing were paid');
check(
  act(refunded, 'RecordRefund', { body: { amount: rub(129_800) } }),
  'CloseOrder',
  nothing,
  'OrderClosed',
  'of a return of which nothing is paid any more',
);
check(
  walk(onInvoice, 'RequestReturn', 'ReceiveReturn'),
  'CloseOrder',
  nothing,
  'OrderClosed',
  'of a return that was never paid',
);
const window = TERMS.return_window_s;
for (const order of [delivered, journeyTo('CLOSED')]) {
  const where = `in ${order.state?.status}`;
  const since = (order.now - delivered.now) / 1000;
  check(order, 'RequestReturn', { after: window - since }, 'ReturnRequested', `${where} in the window's last instant`);
  check(order, 'RequestReturn', { after: window - since + 0.001 }, 'return-window-closed', `${where} after the window`);
  check(
    order,
    'RequestReturn',
    { after: window + 1, ago: 2 * DAY },
    'return-window-closed',
    `${where} after the window, said to have been in it`,
  );
  check(
    order,
    'RequestReturn',
    { after: window + 1, body: { reason: 'WARRANTY' } },
    'ReturnRequested',
    `${where} under warranty`,
  );
  check(
    order,
    'RequestReturn',
    { after: TERMS.warranty_s + 1, body: { reason: 'WARRANTY' } },
    'return-window-closed',
    `${where} after the warranty`,
  );
}
check(
  journeyTo('SHIPPED'),
  'RequestReturn',
  { after: 400 * DAY, body: { reason: 'LOST_IN_TRANSIT' } },
  'ReturnRequested',
  'of what never arrived, at any time',
);
const redelivered = walk(delivered, 'RequestReturn', ['DeclineReturn', { after: window - 600 }]);
check(
  redelivered,
  'RequestReturn',
  { after: 601 },
  'return-window-closed',
  'after a declined return, which opens no new window',
);
const closedAgain = walk(journeyTo('CLOSED'), 'RequestReturn', 'ReceiveReturn', 'CloseOrder');
check(closedAgain, 'RequestReturn', {}, 'returned-before', 'from CLOSED a second time');
check(
  walk(delivered, 'RequestReturn', 'ReceiveReturn', 'CloseOrder'),
  'RequestReturn',
  {},
  'ReturnRequested',
  'from CLOSED for the first time after a return',
);
// A return in the carrier's name that was a mistake leaves the customer's
const closed = journeyTo('CLOSED');
const AT_DOOR = { reason: 'REFUSED_AT_DOOR' } as const;
for (const as of ['carrier', 'manager'] as const) {
  const mistaken = walk(closed, ['RequestReturn', { as, body: AT_DOOR }]);
  check(act(mistaken, 'DeclineReturn'), 'RequestReturn', {}, 'ReturnRequested', `after a mistake of the ${as}`);
  const cameBack = walk(mistaken, 'ReceiveReturn', 'CloseOrder');
  check(cameBack, 'RequestReturn', {}, 'returned-before', `after a return that the ${as} asked for`);
}
const withdrawn = walk(closed, 'RequestReturn', 'DeclineReturn');
check(withdrawn, 'RequestReturn', {}, 'returned-before', 'after a return that the customer withdrew');

export const RETURN_CASES = cases;
