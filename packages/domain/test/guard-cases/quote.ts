import { journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { TERMS } from '@order-ledger/testing/orders/rightful';
import { act } from '@order-ledger/testing/orders/specification';
import { caseList } from './case-list.ts';
import { account, DAY, EUR, LARGEST, rub, withTerms } from './circumstances.ts';

const { cases, check } = caseList();
const priced = journeyTo('PRICE_CALCULATED');
const asked = act(priced, 'RequestPriceRecalculation');
const waiting = journeyTo('WAITING_PAYMENT');

// Quotes: valid for 14 days from the record, the last instant included
const validity = TERMS.quote_validity_s;
for (const order of [priced, waiting]) {
  const where = `in ${order.state?.status}`;
  const sincePriced = (order.now - priced.now) / 1000;
  check(
    order,
    'StartPriceCalculation',
    { after: validity - sincePriced },
    'not-due-for-recalculation',
    `${where} in the quote's last instant`,
  );
  check(
    order,
    'StartPriceCalculation',
    { after: validity - sincePriced + 0.001 },
    'PriceCalculationStarted',
    `${where} after the quote`,
  );
  check(
    act(order, 'RequestPriceRecalculation'),
    'StartPriceCalculation',
    {},
    'PriceCalculationStarted',
    `${where} when the customer asked`,
  );
  const paid = walk(order, 'RequestPriceRecalculation', 'RecordPayment');
  check(paid, 'StartPriceCalculation', {}, 'order-paid', `${where} with money paid`);
  const returned = act(paid, 'RecordRefund', { body: { amount: rub(129_900) } });
  check(returned, 'StartPriceCalculation', {}, 'PriceCalculationStarted', `${where} with the money paid back`);
}
const recalculated = walk(asked, 'StartPriceCalculation', 'CompletePriceCalculation');
check(recalculated, 'StartPriceCalculation', {}, 'not-due-for-recalculation', 'when the asked-for price is there');
check(act(priced, 'RecordPayment'), 'ReviseOrder', {}, 'order-paid', 'with money paid');
check(priced, 'AcceptQuote', { after: validity }, 'QuoteAccepted', 'in its last instant');
check(priced, 'AcceptQuote', { after: validity + 0.001 }, 'quote-expired', 'too late');
check(priced, 'AcceptQuote', { after: validity + 1, ago: DAY }, 'quote-expired', 'too late, said to have been in time');
check(
  recalculated,
  'AcceptQuote',
  { body: { quote_version: priced.state?.quote?.quote_version } },
  'outdated-quote',
  'of the price before',
);
check(recalculated, 'AcceptQuote', {}, 'QuoteAccepted', 'of the latest price');
check(priced, 'AcceptQuote', { context: account({ active: false }) }, 'account-inactive', 'for a closed account');
check(
  priced,
  'AcceptQuote',
  { context: account({ quota_left: false }) },
  'QuoteAccepted',
  'without quota, which counts new orders',
);

// What may spoil the part
const risky = act(journeyTo('PRICE_CALCULATION_STARTED'), 'CompletePriceCalculation', {
  body: { risk: { reason: 'WALL_TOO_THIN', faults: [{ code: 'THIN_WALL', count: 2, faces: [1, 2] }] } },
});
const knowing = { accepts_risk: 'WALL_TOO_THIN' } as const;
check(risky, 'AcceptQuote', {}, 'risk-not-accepted', 'with a risk that is not taken on');
check(risky, 'AcceptQuote', { body: knowing }, 'QuoteAccepted', 'with a risk that is taken on');
check(priced, 'AcceptQuote', { body: knowing }, 'QuoteAccepted', 'without a risk, though one would be taken on');
const paidRisk = act(risky, 'RecordPayment');
check(paidRisk, 'ApproveManufacturing', {}, 'risk-not-accepted', 'by an agent with a risk that is not taken on');
check(paidRisk, 'ApproveManufacturing', { body: knowing }, 'ManufacturingApproved', 'by an agent who takes a risk on');
check(
  act(act(risky, 'AcceptQuote', { body: knowing }), 'RecordPayment'),
  'ApproveManufacturing',
  {},
  'ManufacturingApproved',
  'with a risk that was taken on with the price',
);
check(
  walk(risky, 'ReviseOrder', 'StartPriceCalculation', 'CompletePriceCalculation'),
  'AcceptQuote',
  {},
  'QuoteAccepted',
  'after a revision without a risk',
);

// Approval and money
const invoice = withTerms({ payment: 'INVOICE' });
const deposit = withTerms({ payment: 'DEPOSIT', deposit_percent: 30 });
check(act(priced, 'RecordPayment'), 'ApproveManufacturing', {}, 'ManufacturingApproved', 'by an agent once it is paid');
check(
  act(priced, 'RecordPayment'),
  'ApproveManufacturing',
  { after: validity + 1 },
  'quote-expired',
  'by an agent after the quote',
);
check(
  act(waiting, 'RecordPayment'),
  'ApproveManufacturing',
  { after: validity + 1 },
  'ManufacturingApproved',
  'of a quote that was accepted in time',
);
check(
  act(waiting, 'RecordPayment', { body: { amount: rub(129_899) } }),
  'ApproveManufacturing',
  {},
  'payment-missing',
  'with one kopeck missing',
);
check(journeyTo('WAITING_PAYMENT', invoice), 'ApproveManufacturing', {}, 'ManufacturingApproved', 'on invoice, unpaid');
check(journeyTo('WAITING_PAYMENT', deposit), 'ApproveManufacturing', {}, 'payment-missing', 'without the deposit');
const depositPaid = (amount: number) =>
  act(journeyTo('WAITING_PAYMENT', deposit), 'RecordPayment', { body: { amount: rub(amount) } });
check(depositPaid(38_970), 'ApproveManufacturing', {}, 'ManufacturingApproved', 'with the deposit');
check(depositPaid(38_969), 'ApproveManufacturing', {}, 'payment-missing', 'with less than the deposit');
check(waiting, 'RecordPayment', { body: { amount: EUR } }, 'currency', 'in another currency');
check(waiting, 'RecordRefund', { body: { amount: EUR } }, 'currency', 'in another currency');
const paid = act(waiting, 'RecordPayment');
const back = (amount: number, reason: 'GOODWILL' | 'OVERPAID') => ({ amount: rub(amount), reason });
check(paid, 'RecordRefund', { body: back(129_900, 'OVERPAID') }, 'PaymentRefunded', 'of all that is paid');
for (const as of ['crm', 'agent'] as const)
  check(paid, 'RecordRefund', { as, body: back(129_901, 'GOODWILL') }, 'refund-beyond-paid', `of more by the ${as}`);
check(
  paid,
  'RecordRefund',
  { as: 'supervisor', body: back(129_901, 'OVERPAID') },
  'refund-beyond-paid',
  'of more by a supervisor for no good reason',
);
check(
  paid,
  'RecordRefund',
  { as: 'supervisor', body: back(129_901, 'GOODWILL') },
  'PaymentRefunded',
  'of more by a supervisor as goodwill',
);
check(waiting, 'RecordRefund', { as: 'crm' }, 'refund-beyond-paid', 'where nothing is paid');
const paidMost = act(waiting, 'RecordPayment', { body: { amount: LARGEST } });
check(paidMost, 'RecordPayment', { body: { amount: rub(1) } }, 'invalid', 'beyond what is summed exactly');
check(paidMost, 'RecordRefund', { body: { amount: LARGEST } }, 'PaymentRefunded', 'of the largest sum');
const goodwill = { as: 'supervisor', body: { amount: LARGEST, reason: 'GOODWILL' } } as const;
const refundedWhole = act(paidMost, 'RecordRefund', { body: { amount: LARGEST } });
check(refundedWhole, 'RecordRefund', { as: 'supervisor', body: back(1, 'GOODWILL') }, 'invalid', 'of more than that');
const refundedMost = act(waiting, 'RecordRefund', goodwill);
const more = { as: 'supervisor', body: back(1, 'GOODWILL') } as const;
check(refundedMost, 'RecordRefund', more, 'invalid', 'beyond what is summed exactly');
check(refundedMost, 'RecordPayment', { body: { amount: LARGEST } }, 'PaymentRecorded', 'of the largest sum');

export const QUOTE_CASES = cases;
