import type { CommandName } from '@order-ledger/domain/bodies';
import type { Context } from '@order-ledger/domain/command';
import type { Actor } from '@order-ledger/domain/grants';
import { ACTORS } from './actors.ts';
import { erroredFrom, heldFrom, journeyTo, partnersOrder, walk } from './journeys.ts';
import { CACHED_PRICE, CACHED_REJECTION, CONTEXT, TERMS } from './rightful.ts';
import { act, type Case, caseOf, noOrder, type Order, type Sending } from './specification.ts';

// Each guard from both sides: what it lets through and what it refuses, on every edge that it stands on. The sides that
// the matrix shows already (the rightful body in the plain order) are not repeated.

const EUR = { amount: 100, currency: 'EUR' };
const rub = (amount: number) => ({ amount, currency: 'RUB' });
const DAY = 86_400;
const account = (changes: Partial<NonNullable<Context['account']>>): Context => ({
  account: { ...CONTEXT.account, ...changes },
});
const upload = (changes: object): Context => ({ upload: { ...CONTEXT.upload, ...changes } });
const withTerms = (terms: Partial<typeof TERMS> | object): Order =>
  act(noOrder(JSON.stringify(terms)), 'InitiateOrder', {
    context: account({ terms: { ...TERMS, ...terms } as NonNullable<Context['account']>['terms'] }),
  });

const cases: Case[] = [];
/** given an order, when a command is sent so, then this comes of it. */
const check = <Name extends CommandName>(
  order: Order,
  name: Name,
  sending: Sending<Name>,
  expected: string,
  title: string,
): void => {
  cases.push(caseOf(`${name} ${title}: ${expected}`, order, name, sending, expected));
};

// The account
check(noOrder(), 'InitiateOrder', { context: account({ active: false }) }, 'account-inactive', 'for a closed account');
check(noOrder(), 'InitiateOrder', { context: account({ quota_left: false }) }, 'quota-exhausted', 'over the quota');
check(noOrder(), 'InitiateOrder', { as: 'agent' }, 'invalid', 'by an agent in the name of the store');
check(noOrder(), 'InitiateOrder', { as: 'agent', body: { channel: 'CRM' } }, 'OrderInitiated', 'by an agent');
check(noOrder(), 'InitiateOrder', { body: { channel: 'CRM' } }, 'invalid', 'by the store in the name of the CRM');
const forPartner = { partner_id: 'acme' };
check(noOrder(), 'InitiateOrder', { body: forPartner }, 'OrderInitiated', 'by a service for a partner');
check(noOrder(), 'InitiateOrder', { as: 'partner', body: forPartner }, 'invalid', 'by a partner that names itself');
check(
  noOrder(),
  'InitiateOrder',
  { as: 'agent', body: { ...forPartner, channel: 'CRM' } },
  'invalid',
  'by a person for a partner',
);
const remake = { remake_of_order_id: '9f3a1c52-7d1e-5c33-8a57-6f0e5b1f2a77' };
check(noOrder(), 'InitiateOrder', { body: remake }, 'invalid', 'of a remake by the store');
check(
  noOrder(),
  'InitiateOrder',
  { as: 'agent', body: { ...remake, channel: 'CRM' } },
  'OrderInitiated',
  'of a remake by an agent',
);

// The model and the specification
for (const [status, name] of [
  ['INITIATED', 'AttachModel'],
  ['FILE_UPLOADED', 'AttachModel'],
  ['PRICE_CALCULATED', 'ReviseOrder'],
] as const) {
  const order = journeyTo(status);
  const body = { upload_id: 'upload-9', sha256: 'a'.repeat(64), unit: 'INCH' } as const;
  const where = `in ${status}`;
  check(order, name, { body, context: { upload: null } }, 'unknown-upload', `${where} of an upload that is not there`);
  check(
    order,
    name,
    { body, context: upload({ owner: 'partner:acme' }) },
    'unknown-upload',
    `${where} of another owner's upload`,
  );
  check(order, name, { body, context: upload({ complete: false }) }, 'upload-unusable', `${where} of half an upload`);
  check(order, name, { body, context: upload({ valid: false }) }, 'upload-unusable', `${where} of what is no model`);
  check(
    order,
    name,
    { body, context: upload({ sha256: 'c'.repeat(64) }) },
    'upload-unusable',
    `${where} of other bytes`,
  );
}
check(
  partnersOrder(),
  'AttachModel',
  { context: upload({ owner: 'house' }) },
  'unknown-upload',
  "of the house's upload to a partner's order",
);
check(partnersOrder(), 'AttachModel', {}, 'ModelFileUploaded', "of a partner's own upload");
for (const [status, name, event] of [
  ['FILE_UPLOADED', 'SubmitOrder', 'OrderSubmitted'],
  ['PRICE_CALCULATED', 'ReviseOrder', 'OrderRevised'],
] as const) {
  const order = journeyTo(status);
  check(order, name, { body: { material: 'GOLD' } }, 'invalid', 'in a material that is not offered');
  check(order, name, { body: { process: 'SLS' } }, 'invalid', 'by a process that does not do the material');
  check(order, name, { body: { finishing: 'POLISHED' } }, 'invalid', 'with a finishing that is not offered');
  check(order, name, { body: { finishing: 'SANDED' } }, event, 'with a finishing that is offered');
  check(order, name, { body: { material: 'PA12', process: 'SLS' } }, event, 'in another material by its process');
}
const priced = journeyTo('PRICE_CALCULATED');
const delivery = { method: 'CARRIER', address_ref: 'address-5' } as const;
check(priced, 'ReviseOrder', { body: { quantity: 10, delivery } }, 'nothing-changed', 'to what it is');
check(
  priced,
  'ReviseOrder',
  { body: { quantity: undefined, delivery: { ...delivery, address_ref: 'address-6' } } },
  'OrderRevised',
  'to another address',
);
const sameFile = { quantity: undefined, upload_id: 'upload-9', sha256: 'a'.repeat(64) };
check(priced, 'ReviseOrder', { body: sameFile }, 'nothing-changed', 'to another upload of the same file');
check(priced, 'ReviseOrder', { body: { ...sameFile, unit: 'CM' } }, 'OrderRevised', 'to the same file in another unit');

// Price runs
const submitted = journeyTo('SUBMITTED');
const calculating = journeyTo('PRICE_CALCULATION_STARTED');
const asked = act(priced, 'RequestPriceRecalculation');
const waiting = journeyTo('WAITING_PAYMENT');
for (const [order, name] of [
  [submitted, 'StartPriceCalculation'],
  [asked, 'StartPriceCalculation'],
  [calculating, 'RestartPriceCalculation'],
] as const) {
  const attempt = (order.state?.price_attempt ?? 0) + 1;
  const where = `in ${order.state?.status}`;
  check(order, name, { body: { attempt: attempt + 1 } }, 'stale-attempt', `${where} one attempt too far`);
  if (attempt > 1)
    check(order, name, { body: { attempt: attempt - 1 } }, 'stale-attempt', `${where} with the attempt before`);
  check(order, name, { body: { spec_version: 1 } }, 'stale-specification', `${where} of another specification`);
}
const otherJob = { job_id: '77777777-7777-5777-8777-777777777777' };
const restarted = act(calculating, 'RestartPriceCalculation');
for (const name of ['CompletePriceCalculation', 'RejectOrder'] as const) {
  check(calculating, name, { body: { attempt: 2 } }, 'stale-attempt', 'of an attempt that was not started');
  check(calculating, name, { body: otherJob }, 'stale-attempt', 'of another job');
  check(restarted, name, { body: { attempt: 1 } }, 'stale-attempt', 'of the attempt before a restart');
}
const revisedOrder = walk(priced, 'ReviseOrder', 'StartPriceCalculation');
check(revisedOrder, 'CompletePriceCalculation', { body: { attempt: 1 } }, 'stale-attempt', 'from before a revision');
check(revisedOrder, 'CompletePriceCalculation', {}, 'PriceCalculated', 'after a revision, its second attempt');
const bill = (amount: number, currency = 'RUB') => ({
  price: { amount, currency },
  breakdown: [{ line: 'all', amount: { amount, currency } }],
});
check(calculating, 'CompletePriceCalculation', { body: bill(0) }, 'price-not-positive', 'for nothing');
check(calculating, 'CompletePriceCalculation', { body: bill(1) }, 'PriceCalculated', 'for the least money');
check(calculating, 'CompletePriceCalculation', { body: bill(100, 'EUR') }, 'currency', 'in another currency');
check(
  submitted,
  'StartPriceCalculation',
  { body: { cached: true, result: CACHED_PRICE } },
  'PriceCalculationStarted + PriceCalculated',
  'with a price from the cache [D5]',
);
check(
  submitted,
  'StartPriceCalculation',
  { body: { cached: true, result: CACHED_REJECTION } },
  'PriceCalculationStarted + OrderRejected',
  'with a rejection from the cache',
);
check(
  asked,
  'StartPriceCalculation',
  { body: { cached: true, result: CACHED_PRICE } },
  'PriceCalculationStarted + PriceCalculated',
  'again, with a price from the cache',
);
check(
  submitted,
  'StartPriceCalculation',
  { body: { cached: true, result: { ...CACHED_PRICE, ...bill(5, 'EUR') } } },
  'currency',
  'with a cached price in another currency',
);
check(
  submitted,
  'StartPriceCalculation',
  { body: { cached: true, result: { ...CACHED_PRICE, ...bill(0) } } },
  'price-not-positive',
  'with a cached price of nothing',
);

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

// Claims and fence tokens
const approved = journeyTo('MANUFACTURING_APPROVED');
const claimed = act(approved, 'ClaimOrder');
const rival: Actor = { ...ACTORS.operator, id: 'sub:olga' };
const stale = { fence_token: 7 };
check(claimed, 'ClaimOrder', { as: rival }, 'claimed', 'when another was first [H2]');
check(claimed, 'StartManufacturing', {}, 'ManufacturingStarted', 'by the holder');
check(claimed, 'StartManufacturing', { as: rival }, 'not-claim-holder', 'by another [H3]');
check(claimed, 'StartManufacturing', { body: stale }, 'stale-fence-token', 'with a stale token [H5]');
check(claimed, 'StartManufacturing', { body: { fence_token: undefined } }, 'stale-fence-token', 'without a token');
const expired = act(claimed, 'ExpireClaim');
check(expired, 'StartManufacturing', { body: { fence_token: 1 } }, 'not-claimed', 'by an expired holder [H5]');
check(
  act(expired, 'ClaimOrder', { as: rival }),
  'StartManufacturing',
  { as: 'operator', body: { fence_token: 1 } },
  'not-claim-holder',
  'by an expired holder after another took it [H5]',
);
const again = act(expired, 'ClaimOrder');
check(
  again,
  'StartManufacturing',
  { body: { fence_token: 1 } },
  'stale-fence-token',
  "with the token of one's claim before [H5]",
);

const making = journeyTo('MANUFACTURING_STARTED');
const failed = journeyTo('MANUFACTURING_FAILED');
const rework = journeyTo('REWORK_REQUIRED');
const packing = journeyTo('PACKAGING_STARTED');
for (const [order, name, event] of [
  [failed, 'StartManufacturing', 'ManufacturingStarted'],
  [rework, 'StartManufacturing', 'ManufacturingStarted'],
  [making, 'FailManufacturing', 'ManufacturingFailed'],
  [packing, 'CompletePackaging', 'PackagingCompleted'],
] as const) {
  const where = `in ${order.state?.status}`;
  check(
    order,
    name,
    { as: name === 'CompletePackaging' ? { ...ACTORS.packer, id: 'sub:paul' } : rival },
    'not-claim-holder',
    `${where} by another`,
  );
  check(
    order,
    name,
    { body: { fence_token: undefined } },
    'stale-fence-token',
    `${where} by the holder without his token`,
  );
  check(order, name, { as: 'lead' }, event, `${where} by a lead who knows the claim`);
  check(
    order,
    name,
    { as: 'lead', body: { fence_token: undefined } },
    'stale-fence-token',
    `${where} by a lead without the token`,
  );
  const free = act(order, 'ReleaseClaim');
  check(
    free,
    name,
    { as: 'lead', body: { fence_token: undefined } },
    event,
    `${where} by a lead while nobody holds it`,
  );
  check(
    free,
    name,
    { as: 'lead', body: { fence_token: 1 } },
    'stale-fence-token',
    `${where} by a lead with the token of a claim that is gone`,
  );
}
check(making, 'CompleteManufacturing', { as: rival }, 'not-claim-holder', 'by another [H3]');
check(making, 'CompleteManufacturing', { body: stale }, 'stale-fence-token', 'with a stale token [H5]');
check(making, 'CompleteManufacturing', { as: 'lead' }, 'not-claim-holder', 'by a lead who does not hold it');
const leads = act(act(making, 'ReleaseClaim'), 'ClaimOrder', { as: 'lead' });
check(leads, 'CompleteManufacturing', {}, 'ManufacturingCompleted', 'by a lead who holds it');
for (const order of [failed, journeyTo('MANUFACTURING_COMPLETED'), packing]) {
  const where = `in ${order.state?.status}`;
  check(order, 'RequireRework', { body: stale }, 'stale-fence-token', `${where} by quality with a stale token`);
  check(
    order,
    'RequireRework',
    { as: rival, body: { rejected_quantity: 0 } },
    order.state?.claim ? 'not-claim-holder' : 'not-claimed',
    `${where} by an operator who does not hold it`,
  );
  const made = (order.state?.good ?? 0) - (order.state?.rejected ?? 0);
  check(
    order,
    'RequireRework',
    { body: { rejected_quantity: made } },
    'ReworkRequired',
    `${where} of all that was made`,
  );
  check(
    order,
    'RequireRework',
    { body: { rejected_quantity: made + 1 } },
    'quantity',
    `${where} of more than was made`,
  );
}
check(packing, 'RequireRework', { as: 'packer', body: { fence_token: 2 } }, 'ReworkRequired', 'by the holder');
check(packing, 'RequireRework', { as: 'lead' }, 'stale-fence-token', 'by a lead without the token');
check(making, 'RenewClaim', { as: rival }, 'not-claim-holder', 'by another');
check(making, 'RenewClaim', { body: stale }, 'stale-fence-token', 'with a stale token');
check(making, 'ReleaseClaim', { as: rival }, 'not-claim-holder', 'by another');
check(making, 'ReleaseClaim', { body: stale }, 'stale-fence-token', 'with a stale token');
check(making, 'ReleaseClaim', { as: 'lead' }, 'ClaimReleased', 'by a lead [H6]');
check(making, 'ReleaseClaim', { as: 'lead', body: stale }, 'stale-fence-token', 'by a lead of a claim that is gone');
check(
  heldFrom('MANUFACTURING_STARTED'),
  'ReleaseClaim',
  { as: 'keeper', body: { reason: 'HELD_TOO_LONG' } },
  'ClaimReleased',
  'by the keeper of claims',
);
check(making, 'ExpireClaim', { body: stale }, 'stale-fence-token', 'of a claim that was renewed by another');
check(making, 'ReassignClaim', { body: { to_operator: ACTORS.operator.id } }, 'same-operator', 'to its holder');
const takenOver = act(making, 'ReassignClaim');
check(takenOver, 'FailManufacturing', { as: rival }, 'ManufacturingFailed', 'by the new holder after a hand-over [H6]');
check(
  takenOver,
  'FailManufacturing',
  { as: 'operator', body: { fence_token: 1 } },
  'not-claim-holder',
  'by the old holder after a hand-over [H6]',
);

// Making, packing, shipping
check(making, 'CompleteManufacturing', { body: { good_quantity: 9 } }, 'not-enough-made', 'with one piece missing');
check(
  act(making, 'AcceptShortage'),
  'CompleteManufacturing',
  { body: { good_quantity: 9 } },
  'ManufacturingCompleted',
  'with one piece missing that was accepted',
);
const second = walk(failed, 'StartManufacturing');
check(
  second,
  'CompleteManufacturing',
  { body: { good_quantity: 6 } },
  'ManufacturingCompleted',
  'with the good pieces of both attempts',
);
check(
  walk(rework, 'StartManufacturing'),
  'CompleteManufacturing',
  { body: { good_quantity: 7 } },
  'not-enough-made',
  'when pieces were rejected',
);
check(
  walk(rework, 'StartManufacturing'),
  'CompleteManufacturing',
  { body: { good_quantity: 8 } },
  'ManufacturingCompleted',
  'when the rejected pieces were made again',
);
check(making, 'AcceptShortage', { body: { quantity: 9 } }, 'ShortageAccepted', 'of all but one piece');
check(making, 'AcceptShortage', { body: { quantity: 10 } }, 'quantity', 'of everything');
check(making, 'AcceptShortage', { body: { credit: EUR } }, 'currency', 'in another currency');
const completed = journeyTo('MANUFACTURING_COMPLETED');
const packers = act(completed, 'ClaimOrder', { as: 'packer' });
check(packers, 'StartPackaging', {}, 'PackagingStarted', 'by the packer who claimed it');
check(packers, 'StartPackaging', { as: { ...ACTORS.packer, id: 'sub:paul' } }, 'claimed', 'by another packer');
const packed = journeyTo('PACKAGING_COMPLETED');
const declined = act(journeyTo('WAITING_SHIPMENT_CONFIRMATION'), 'DeclineShipment');
check(declined, 'StartPackaging', {}, 'PackagingStarted', 'again after the carrier declined');
const repacked = walk(declined, 'StartPackaging', 'CompletePackaging');
check(repacked, 'StartPackaging', {}, 'repack-not-due', 'a third time without a new decline');
check(packing, 'CompletePackaging', { body: { parcels: undefined } }, 'parcels', 'without parcels');
const pickup = act(journeyTo('FILE_UPLOADED'), 'SubmitOrder', { body: { delivery: { method: 'PICKUP' } } });
const pickupPacking = walk(
  pickup,
  'StartPriceCalculation',
  'CompletePriceCalculation',
  'AcceptQuote',
  'RecordPayment',
  'ApproveManufacturing',
  'ClaimOrder',
  'StartManufacturing',
  'CompleteManufacturing',
  'StartPackaging',
);
check(
  pickupPacking,
  'CompletePackaging',
  { body: { parcels: undefined } },
  'PackagingCompleted',
  'for pick-up without parcels',
);
check(pickupPacking, 'CompletePackaging', {}, 'parcels', 'for pick-up with parcels');
check(packed, 'RequestShipment', { body: { carrier: 'pony' } }, 'invalid', 'by a carrier that is not configured');
const firstRequest = { shipment_request_id: declined.state?.shipment?.shipment_request_id };
check(
  repacked,
  'RequestShipment',
  { body: firstRequest },
  'shipment-request-reused',
  'under the id of a declined request',
);
check(repacked, 'RequestShipment', {}, 'ShipmentRequested', 'under a new id after a decline');
const requested = act(repacked, 'RequestShipment');
check(requested, 'ConfirmShipment', { body: firstRequest }, 'other-shipment-request', 'of the declined request');
check(requested, 'DeclineShipment', { body: firstRequest }, 'other-shipment-request', 'of the declined request');
check(
  packed,
  'RecordCarrierEvent',
  { body: { carrier: 'cdek' } },
  'invalid',
  "of another carrier than the credential's",
);

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
check(
  returned,
  'CloseOrder',
  { body: { refund_id: undefined } },
  'return-settlement',
  'of a return without saying how',
);
check(returned, 'CloseOrder', { body: { no_refund: 'CONDITION' } }, 'return-settlement', 'of a return in two ways');
const withRemake = { refund_id: undefined, remake_order_id: remake.remake_of_order_id };
check(returned, 'CloseOrder', { body: withRemake }, 'OrderClosed', 'of a return with a remake');
check(
  returned,
  'CloseOrder',
  { body: withRemake, context: { remake_order: { exists: false } } },
  'unknown-remake-order',
  'of a return with a remake that is not there',
);
check(
  returned,
  'CloseOrder',
  { body: { refund_id: undefined, no_refund: 'CONDITION' } },
  'OrderClosed',
  'of a return without a refund',
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

// Cancellation, holds, errors, corrections
const halfPaid = act(waiting, 'RecordPayment', { body: { amount: rub(1) } });
check(
  waiting,
  'CancelOrder',
  { as: 'manager', body: { reason: 'EXPIRED' } },
  'OrderCancelled',
  'by the process manager when nothing is paid',
);
check(
  halfPaid,
  'CancelOrder',
  { as: 'manager', body: { reason: 'EXPIRED' } },
  'not-expired-unpaid',
  'by the process manager when something is paid',
);
check(halfPaid, 'CancelOrder', { body: { reason: 'EXPIRED' } }, 'OrderCancelled', 'by a person when something is paid');
const charge = { cost_decision: 'SPLIT', charge: EUR } as const;
for (const order of [waiting, making, heldFrom('SUBMITTED'), erroredFrom('SUBMITTED')]) {
  const where = `in ${order.state?.status}`;
  check(order, 'CancelOrder', { body: charge }, 'currency', `${where} with a charge in another currency`);
  check(order, 'CancelOrder', { body: { ...charge, charge: rub(500) } }, 'OrderCancelled', `${where} with a charge`);
}
check(
  making,
  'CancelOrder',
  { body: { cost_decision: undefined } },
  'cost-decision-missing',
  'in the works without saying who pays',
);
for (const field of ['incident_note', 'goods_location', 'cost_decision'] as const)
  check(
    journeyTo('ERROR'),
    'CancelOrder',
    { body: { [field]: undefined } },
    'incident-incomplete',
    `out of an error without ${field}`,
  );
const robot: Actor = { id: 'process:robot', kind: 'service', roles: ['ops', 'crm.supervisor'] };
for (const name of ['ResolveError', 'CancelOrder'] as const) {
  check(journeyTo('ERROR'), name, { as: robot }, 'forbidden', 'out of an error by a service with the roles [A22]');
}
const held = heldFrom('SUBMITTED');
const heldTwice = act(held, 'HoldOrder', { as: 'lead' });
check(held, 'ResumeOrder', { body: { hold_id: 'hold-77' } }, 'unknown-hold', 'of a hold that is not there');
check(heldTwice, 'ResumeOrder', {}, 'HoldReleased', 'of one of two holds');
check(act(heldTwice, 'ResumeOrder'), 'ResumeOrder', {}, 'OrderResumed', 'of the last hold');
check(
  submitted,
  'RecordCorrection',
  { body: { corrects_event_version: 3 } },
  'CorrectionRecorded',
  'of the last event',
);
check(
  submitted,
  'RecordCorrection',
  { body: { corrects_event_version: 4 } },
  'unknown-event-version',
  'of an event that is not there',
);

export const GUARD_CASES: readonly Case[] = cases;
