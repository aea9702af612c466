import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { contradiction } from '@order-ledger/domain/parcel';
import { isSettled, refundDue, settlementOf } from '@order-ledger/domain/settlement';
import { erroredFrom, heldFrom, journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { act, given, type Order, orderOf } from '@order-ledger/testing/orders/specification';
import { rub, withTerms } from './guard-cases/circumstances.ts';

const PRICE = 129_900;
const stands = ({ state }: Order): string => {
  if (state === null) throw new Error('there is no order');
  const { state: word, amount } = settlementOf(state, state.stage);
  return amount === 0 ? word : `${word} ${amount}`;
};
const due = ({ state }: Order): number | null => (state === null ? null : refundDue(state, state.stage));
const pay = (order: Order, amount: number): Order => act(order, 'RecordPayment', { body: { amount: rub(amount) } });
const give = (order: Order, amount: number): Order =>
  act(order, 'RecordRefund', { as: 'supervisor', body: { amount: rub(amount), reason: 'GOODWILL' } });
const waiting = journeyTo('WAITING_PAYMENT');
const returned = journeyTo('RETURNED');
const closing = (order: Order, body: object): Order =>
  act(order, 'CloseOrder', { body: { no_refund: undefined, ...body } });

describe('the settlement of an order', () => {
  it.each<[what: string, order: Order, expected: string]>([
    ['nothing is owed before there is a price', journeyTo('SUBMITTED'), 'settled'],
    ['money that came before the price waits for it', pay(journeyTo('SUBMITTED'), 500), 'settled'],
    ['a quote that nobody accepted is not owed', journeyTo('PRICE_CALCULATED'), 'settled'],
    ['a quote that is paid at once', pay(journeyTo('PRICE_CALCULATED'), PRICE), 'settled'],
    ['a quote that is paid at once, and more', pay(journeyTo('PRICE_CALCULATED'), PRICE + 1), 'overpaid 1'],
    ['an accepted quote is owed', waiting, `underpaid ${PRICE}`],
    ['a part of it is paid', pay(waiting, 900), `underpaid ${PRICE - 900}`],
    ['all of it is paid', pay(waiting, PRICE), 'settled'],
    ['it is paid twice [B10]', pay(pay(waiting, PRICE), PRICE), `overpaid ${PRICE}`],
    ['on hold it stands as before', pay(pay(heldFrom('WAITING_PAYMENT'), PRICE), 1), 'overpaid 1'],
    ['in error it stands as before', erroredFrom('WAITING_PAYMENT'), `underpaid ${PRICE}`],
    ['more was given back than came', give(pay(waiting, PRICE), PRICE + 50), `over-refunded ${PRICE + 50}`],
    ['a part was given back of what is owed', give(journeyTo('CLOSED'), 100), 'over-refunded 100'],
    ['a credit lowers the price', act(journeyTo('MANUFACTURING_STARTED'), 'AcceptShortage'), 'overpaid 12990'],
    ['a remake costs nothing', journeyTo('DELIVERED', withTerms({ payment: 'NO_CHARGE' })), `overpaid ${PRICE}`],
    ['what is rejected is not owed', pay(journeyTo('REJECTED'), 700), 'overpaid 700'],
    ['what is cancelled is not owed', pay(journeyTo('CANCELLED'), 700), 'overpaid 700'],
    ['what is returned is not owed', returned, `overpaid ${PRICE}`],
    ['a return is on its way', journeyTo('RETURN_REQUESTED'), 'settled'],
    ['a return is closed without a refund', closing(returned, { no_refund: 'CONDITION' }), 'settled'],
  ])('%s: %#', (_what, order, expected) => {
    expect(stands(order)).toBe(expected);
  });

  it('of a cancelled order is its charge, whoever owes whom', () => {
    const cancelled = act(journeyTo('MANUFACTURING_STARTED'), 'CancelOrder', {
      body: { cost_decision: 'SPLIT', charge: rub(300) },
    });
    expect([stands(cancelled), due(cancelled)]).toEqual([`overpaid ${PRICE - 300}`, PRICE - 300]);
    const fair = give(cancelled, PRICE - 300);
    expect([stands(fair), due(fair)]).toEqual(['settled', 0]);
    const all = give(cancelled, PRICE);
    expect([stands(all), due(all)]).toEqual(['over-refunded 300', 0]);
  });

  it('of a closed return is what its closing says, and what comes after is held against that', () => {
    const refunded = act(returned, 'RecordRefund', { body: { refund_id: 'refund-1', amount: rub(100_000) } });
    const closed = closing(refunded, { refund_id: 'refund-1' });
    expect(stands(closed)).toBe('settled');
    expect(stands(give(closed, 100))).toBe('over-refunded 100');
    expect(stands(pay(closed, 100))).toBe('overpaid 100');
  });

  it('shows a return that an old ledger closed with a refund which nobody recorded', () => {
    const closed = closing(returned, { no_refund: 'CONDITION' });
    const events = closed.events.map((event) =>
      event.type === 'OrderClosed' && event.metadata.event_version === closed.events.length
        ? ({ ...event, data: { refund_id: 'never' } } as RecordedEvent)
        : event,
    );
    const old = orderOf(events);
    expect(stands(old)).toBe(`overpaid ${PRICE}`);
    expect(stands(act(old, 'RecordRefund', { as: 'crm', body: { amount: rub(PRICE) } }))).toBe('settled');
  });

  it('lets an overpaid order be closed, and an underpaid one not', () => {
    const delivered = journeyTo('DELIVERED');
    expect(isSettled(pay(delivered, 1).state ?? fail(), 'DELIVERED')).toBe(true);
    given(give(delivered, 1)).when('CloseOrder').thenRefused('not-settled');
  });
});

const carrierSays = (kind: 'DELIVERED' | 'IN_TRANSIT' | 'DECLINED' | 'RETURN_TO_SENDER', order: Order): Order =>
  act(order, 'RecordCarrierEvent', { body: { kind } });
const contradicts = ({ state }: Order) =>
  state === null ? null : (contradiction(state.parcel)?.map(({ type, code }) => `${type} ${code}`) ?? null);
const correct = (order: Order, mark: 0 | 1, as: 'supervisor' | 'lead' = 'supervisor'): Order =>
  act(order, 'RecordCorrection', {
    as,
    body: { corrects_event_version: contradiction(order.state?.parcel ?? fail())?.[mark].event_version ?? fail() },
  });

describe('a parcel of a cancelled order', () => {
  const requested = journeyTo('WAITING_SHIPMENT_CONFIRMATION');
  const cancelled = act(requested, 'CancelOrder');
  const delivered = carrierSays('DELIVERED', cancelled);

  it('needs a person when the carrier delivers it, with both events', () => {
    expect(contradicts(cancelled)).toBeNull();
    expect(contradicts(delivered)).toEqual(['OrderCancelled CANNOT_PRODUCE', 'CarrierEventRecorded DELIVERED']);
  });

  it('needs one for every word on a parcel, and none where the carrier has none', () => {
    expect(contradicts(carrierSays('IN_TRANSIT', cancelled))?.[1]).toBe('CarrierEventRecorded IN_TRANSIT');
    expect(contradicts(carrierSays('DECLINED', cancelled))).toBeNull();
  });

  it('needs one when the carrier was faster than who cancelled', () => {
    expect(contradicts(walk(carrierSays('DELIVERED', requested), 'CancelOrder'))).not.toBeNull();
    const followed = walk(carrierSays('DELIVERED', requested), 'ConfirmDelivery');
    expect(contradicts(followed)).toBeNull();
    const early = walk(carrierSays('IN_TRANSIT', requested), 'DeclineShipment', 'CancelOrder');
    expect(contradicts(early)).toBeNull();
  });

  it('needs one after a shipped order was cancelled out of an error', () => {
    const lost = walk(journeyTo('SHIPPED'), ['RecordCarrierEvent', { body: { kind: 'IN_TRANSIT' } }], 'ReportError', [
      'CancelOrder',
      { body: { goods_location: 'CARRIER' } },
    ]);
    expect(contradicts(lost)).toBeNull();
    expect(contradicts(carrierSays('DELIVERED', lost))).not.toBeNull();
  });

  it('is the customer’s once a supervisor corrects the cancellation: then the price is owed', () => {
    expect(stands(delivered)).toBe(`overpaid ${PRICE}`);
    const kept = correct(delivered, 0);
    expect([contradicts(kept), stands(kept), due(kept)]).toEqual([null, 'settled', 0]);
    expect(stands(give(kept, 500))).toBe('over-refunded 500');
  });

  it('comes back once a supervisor corrects the carrier’s word: then the cancellation holds', () => {
    const back = correct(delivered, 1);
    expect([contradicts(back), stands(back), due(back)]).toEqual([null, `overpaid ${PRICE}`, PRICE]);
    expect(stands(give(back, PRICE))).toBe('settled');
  });

  it('is not decided by the shop floor, nor by the correction of another event', () => {
    expect(contradicts(correct(delivered, 0, 'lead'))).not.toBeNull();
    expect(contradicts(act(delivered, 'RecordCorrection'))).not.toBeNull();
  });

  it('needs a person again when the carrier goes on', () => {
    expect(contradicts(carrierSays('RETURN_TO_SENDER', correct(delivered, 0)))?.[1]).toMatch('RETURN_TO_SENDER');
  });
});

const fail = (): never => {
  throw new Error('there is no such thing here');
};
