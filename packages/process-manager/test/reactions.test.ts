import { describe, expect, it } from '@jest/globals';
import type { Body } from '@order-ledger/domain/bodies';
import type { Status } from '@order-ledger/domain/status';
import { journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { PRICE, TERMS } from '@order-ledger/testing/orders/rightful';
import { act, noOrder, type Order } from '@order-ledger/testing/orders/specification';
import { historyOf } from '../src/order-history.ts';
import { reactionsTo } from '../src/reactions.ts';

/** What the rules want of the order: rule, command, body, and the type of the event that is to blame. */
const wantsOf = (order: Order) => {
  const history = historyOf(order.events);
  return (history === null ? [] : reactionsTo(history, new Date(order.now).toISOString())).map(
    ({ rule, cause, send }) => ({
      rule,
      cause: cause.metadata.event_version,
      ...send,
    }),
  );
};
const given = (order: Order) => ({
  thenSends: (rule: string, command: string, body: object = {}) =>
    expect(wantsOf(order)[0]).toEqual({ rule, command, body, cause: expect.any(Number) }),
  thenNothing: () => expect(wantsOf(order)).toEqual([]),
  thenCausedBy: (type: string) => {
    const [first] = wantsOf(order);
    expect(order.events.find(({ metadata }) => metadata.event_version === first?.cause)?.type).toBe(type);
  },
});

const orderWith = (terms: object): Order =>
  act(noOrder(JSON.stringify(terms)), 'InitiateOrder', {
    context: { account: { active: true, quota_left: true, terms: { ...TERMS, ...terms } } },
  });
const pay = (order: Order, amount: number): Order =>
  act(order, 'RecordPayment', { body: { amount: { amount, currency: 'RUB' } } });
/** The journeys pay on their way. */
const unpaid = (order: Order): Order => act(order, 'RecordRefund', { body: { amount: PRICE } });
const carrierSays = (order: Order, kind: Body<'RecordCarrierEvent'>['kind'], body: object = {}): Order =>
  act(order, 'RecordCarrierEvent', { body: { kind, ...body } });
const hold = (order: Order): Order => act(order, 'HoldOrder');
const resume = (order: Order): Order => act(order, 'ResumeOrder');
const requestShipment = (order: Order, shipment_request_id = 'ship-1'): Order =>
  act(order, 'RequestShipment', { body: { carrier: 'dpd', shipment_request_id } });

const ACCEPTED = { shipment_request_id: 'ship-1', tracking_number: 'track-1' };
const DELIVERED = { shipment_request_id: 'ship-1', proof_of_delivery_id: 'proof-1' };
const packed = journeyTo('PACKAGING_COMPLETED');
const asked = requestShipment(packed);

describe('payments reach what is due', () => {
  const waiting = journeyTo('WAITING_PAYMENT');

  it('approves as soon as the last part of a payment is there, and not before', () => {
    const half = pay(waiting, PRICE.amount / 2);
    given(waiting).thenNothing();
    given(half).thenNothing();
    const paid = pay(half, PRICE.amount / 2);
    given(paid).thenSends('approve-manufacturing', 'ApproveManufacturing');
    given(paid).thenCausedBy('PaymentRecorded');
  });

  it('approves at once when nothing is due before production', () => {
    const accepted = journeyTo('WAITING_PAYMENT', orderWith({ payment: 'INVOICE' }));
    given(accepted).thenSends('approve-manufacturing', 'ApproveManufacturing');
    given(accepted).thenCausedBy('QuoteAccepted');
  });

  it('approves when the deposit is there', () => {
    const accepted = journeyTo('WAITING_PAYMENT', orderWith({ payment: 'DEPOSIT', deposit_percent: 30 }));
    given(pay(accepted, PRICE.amount * 0.3 - 1)).thenNothing();
    given(pay(accepted, PRICE.amount * 0.3)).thenSends('approve-manufacturing', 'ApproveManufacturing');
  });

  it('takes a payment that came before the quote was accepted into account', () => {
    const early = pay(journeyTo('PRICE_CALCULATED'), PRICE.amount);
    given(early).thenNothing();
    given(act(early, 'AcceptQuote')).thenSends('approve-manufacturing', 'ApproveManufacturing');
  });

  it('approves what was paid during a hold only after the hold', () => {
    const paid = pay(hold(waiting), PRICE.amount);
    given(paid).thenNothing();
    given(resume(paid)).thenSends('approve-manufacturing', 'ApproveManufacturing');
    given(resume(paid)).thenCausedBy('OrderResumed');
  });

  it('does not approve what was refunded again', () => {
    const refunded = act(pay(hold(waiting), PRICE.amount), 'RecordRefund');
    given(resume(refunded)).thenNothing();
  });
});

describe('a carrier event that came early or in a bad moment', () => {
  const cases: [kind: Body<'RecordCarrierEvent'>['kind'], body: object, at: Status, command: string, sent: object][] = [
    ['ACCEPTED', ACCEPTED, 'WAITING_SHIPMENT_CONFIRMATION', 'ConfirmShipment', ACCEPTED],
    [
      'DECLINED',
      { shipment_request_id: 'ship-1', decline_reason: 'WEIGHT' },
      'WAITING_SHIPMENT_CONFIRMATION',
      'DeclineShipment',
      { shipment_request_id: 'ship-1', reason: 'WEIGHT' },
    ],
    ['DELIVERED', DELIVERED, 'WAITING_SHIPMENT_CONFIRMATION', 'ConfirmDelivery', { proof_of_delivery_id: 'proof-1' }],
  ];
  it.each(cases)('%s before the shipment request is acted upon once it is there', (kind, body, _at, command, sent) => {
    const early = carrierSays(packed, kind, body);
    given(early).thenNothing();
    given(requestShipment(early)).thenSends('follow-carrier', command, sent);
    given(requestShipment(early)).thenCausedBy('CarrierEventRecorded');
  });

  it.each(cases)('%s during a hold is acted upon after it', (kind, body, _at, command, sent) => {
    const held = carrierSays(hold(asked), kind, body);
    given(held).thenNothing();
    given(resume(held)).thenSends('follow-carrier', command, sent);
  });

  it.each([
    ['REFUSED', 'REFUSED_AT_DOOR'],
    ['RETURN_TO_SENDER', 'RETURN_TO_SENDER'],
    ['LOST', 'LOST_IN_TRANSIT'],
  ] as const)('%s asks for a return once the order is shipped', (kind, reason) => {
    const early = carrierSays(asked, kind);
    given(early).thenNothing();
    const shipped = act(early, 'ConfirmShipment');
    given(shipped).thenSends('follow-carrier', 'RequestReturn', { reason });
  });

  it('says first that it is shipped and then that it is delivered when both came early', () => {
    const both = carrierSays(carrierSays(packed, 'DELIVERED', DELIVERED), 'ACCEPTED', ACCEPTED);
    const waiting = requestShipment(both);
    expect(wantsOf(waiting).map(({ command }) => command)).toEqual(['ConfirmShipment', 'ConfirmDelivery']);
    const shipped = act(waiting, 'ConfirmShipment', { as: 'manager', body: ACCEPTED });
    expect(wantsOf(shipped).map(({ command }) => command)).toEqual(['ConfirmDelivery']);
  });

  it('is delivered before the paper: the delivery alone is enough', () => {
    const delivered = carrierSays(asked, 'DELIVERED', DELIVERED);
    given(delivered).thenSends('follow-carrier', 'ConfirmDelivery', { proof_of_delivery_id: 'proof-1' });
    const after = act(delivered, 'ConfirmDelivery', { as: 'manager', body: { proof_of_delivery_id: 'proof-1' } });
    expect(after.events.slice(-2).map(({ type }) => type)).toEqual(['OrderShipped', 'OrderDelivered']);
  });

  it('believes the newest word on a parcel that was lost and found', () => {
    const lost = carrierSays(asked, 'LOST');
    const found = act(carrierSays(lost, 'DELIVERED', DELIVERED), 'ConfirmShipment');
    expect(wantsOf(found).map(({ command }) => command)).toEqual(['ConfirmDelivery']);
  });

  it('belongs to its own shipment request and not to a later one', () => {
    const declined = act(carrierSays(asked, 'DELIVERED', { proof_of_delivery_id: 'proof-0' }), 'DeclineShipment');
    given(requestShipment(declined, 'ship-2')).thenNothing();
    const other = carrierSays(packed, 'ACCEPTED', { ...ACCEPTED, shipment_request_id: 'ship-9' });
    given(requestShipment(other)).thenNothing();
  });

  it('asks for no return whose window has closed, as the graph has it', () => {
    const delivered = journeyTo('DELIVERED');
    const refused = (after: number): Order =>
      act(delivered, 'RecordCarrierEvent', { after, body: { kind: 'REFUSED' } });
    expect(wantsOf(refused(60)).map(({ rule }) => rule)).toContain('follow-carrier');
    expect(wantsOf(refused(TERMS.return_window_s + 1)).map(({ rule }) => rule)).toEqual(['close-settled']);
  });

  it('belongs to the carrier who has the parcel', () => {
    const other = act(packed, 'RecordCarrierEvent', {
      as: { id: 'cdek', kind: 'service', roles: ['carrier.adapter'], carrier: 'cdek' },
      body: { carrier: 'cdek', kind: 'DELIVERED', proof_of_delivery_id: 'proof-1' },
    });
    given(requestShipment(other)).thenNothing();
  });

  it('asks for a return once: a return that people declined is not asked for again', () => {
    const shipped = act(asked, 'ConfirmShipment');
    const refused = carrierSays(shipped, 'REFUSED');
    const returning = act(refused, 'RequestReturn', { as: 'manager', body: { reason: 'REFUSED_AT_DOOR' } });
    given(act(returning, 'DeclineReturn')).thenNothing();
    given(carrierSays(act(returning, 'DeclineReturn'), 'RETURN_TO_SENDER')).thenSends(
      'follow-carrier',
      'RequestReturn',
      {
        reason: 'RETURN_TO_SENDER',
      },
    );
  });

  it('asks for nothing that it does not tell enough for (a delivery without a proof), nor where the parcel only moves', () => {
    given(carrierSays(asked, 'ACCEPTED', { shipment_request_id: 'ship-1' })).thenNothing();
    given(carrierSays(asked, 'DELIVERED')).thenNothing();
    given(carrierSays(asked, 'IN_TRANSIT')).thenNothing();
    given(carrierSays(act(asked, 'ConfirmShipment'), 'DELAYED')).thenNothing();
  });

  it('does not make a delivered parcel lost, which came late', () => {
    const terms = orderWith({ payment: 'INVOICE' });
    given(carrierSays(unpaid(journeyTo('DELIVERED', terms)), 'LOST')).thenNothing();
  });
});

describe('delivered and settled', () => {
  it('closes what is paid, as a step of its own after the delivery', () => {
    given(journeyTo('DELIVERED')).thenSends('close-settled', 'CloseOrder');
    given(journeyTo('DELIVERED')).thenCausedBy('OrderDelivered');
  });

  it('waits for the invoice to be paid in full', () => {
    const delivered = unpaid(journeyTo('DELIVERED', orderWith({ payment: 'INVOICE' })));
    given(delivered).thenNothing();
    const part = pay(delivered, 100);
    given(part).thenNothing();
    given(pay(part, PRICE.amount - 100)).thenSends('close-settled', 'CloseOrder');
  });

  it('closes a remake, which nobody pays', () => {
    given(journeyTo('DELIVERED', orderWith({ payment: 'NO_CHARGE' }))).thenSends('close-settled', 'CloseOrder');
  });

  it('waits while the order is in error, and closes it after', () => {
    const errored = act(journeyTo('DELIVERED'), 'ReportError');
    given(errored).thenNothing();
    given(act(errored, 'ResolveError')).thenSends('close-settled', 'CloseOrder');
  });

  it('lets a return that the carrier asks for go first', () => {
    const refused = carrierSays(journeyTo('DELIVERED'), 'REFUSED');
    expect(wantsOf(refused).map(({ command }) => command)).toEqual(['RequestReturn', 'CloseOrder']);
  });
});

it('wants nothing of any other status', () => {
  const quiet: Status[] = [
    ...(['INITIATED', 'FILE_UPLOADED', 'SUBMITTED', 'PRICE_CALCULATION_STARTED', 'PRICE_CALCULATED'] as const),
    ...(['WAITING_PAYMENT', 'MANUFACTURING_APPROVED', 'MANUFACTURING_STARTED', 'MANUFACTURING_FAILED'] as const),
    ...(['REWORK_REQUIRED', 'MANUFACTURING_COMPLETED', 'PACKAGING_STARTED', 'PACKAGING_COMPLETED'] as const),
    ...(['WAITING_SHIPMENT_CONFIRMATION', 'SHIPPED', 'CLOSED', 'CANCELLED', 'REJECTED'] as const),
    ...(['RETURN_REQUESTED', 'RETURNED', 'ON_HOLD', 'ERROR'] as const),
  ];
  for (const status of quiet) expect([status, wantsOf(journeyTo(status))]).toEqual([status, []]);
});

it('wants only what the graph grants to the process manager: each of its commands is accepted', () => {
  const orders = [
    pay(journeyTo('WAITING_PAYMENT'), PRICE.amount),
    carrierSays(asked, 'ACCEPTED', ACCEPTED),
    carrierSays(asked, 'DECLINED', { shipment_request_id: 'ship-1', decline_reason: 'SIZE' }),
    carrierSays(asked, 'DELIVERED', DELIVERED),
    ...(['REFUSED', 'RETURN_TO_SENDER', 'LOST'] as const).map((kind) =>
      carrierSays(walk(asked, 'ConfirmShipment'), kind),
    ),
    journeyTo('DELIVERED'),
  ];
  for (const order of orders) {
    const [first] = wantsOf(order);
    const { command, body } = first as NonNullable<typeof first>;
    act(order, command, { as: 'manager', body: body as never });
  }
});
