import { describe, expect, it } from '@jest/globals';
import { decide } from '@order-ledger/domain/decide';
import type { Actor } from '@order-ledger/domain/grants';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { journeyTo } from '@order-ledger/testing/orders/journeys';
import { act, after, given, outcomeOf } from '@order-ledger/testing/orders/specification';
import { MATRIX_CASES } from './matrix-cases.ts';

const EVENT = /^[A-Z][a-z]/;

describe('a repeated command', () => {
  it('of any kind is answered from its own events and changes nothing [B10]', () => {
    const accepted = MATRIX_CASES.filter((one) => EVENT.test(outcomeOf(one)));
    expect(accepted.length).toBeGreaterThan(250);
    for (const { title, order, command } of accepted) {
      const first = decide(order.state, command);
      const done = after(order, command, first);
      const later = act(done, 'RecordPayment');
      const versions = { first_version: order.events.length + 1, last_version: done.events.length };
      expect([title, decide(later.state, command)]).toEqual([title, { outcome: 'repeated', ...versions }]);
    }
  });

  it('with another request under the same key is refused [B10]', () => {
    const order = journeyTo('SUBMITTED');
    const paid = act(order, 'RecordPayment', { key: 'one' });
    given(paid).when('RecordRefund', { key: 'one' }).thenRefused('key-reused');
    const first = act(order, 'AddNote', { key: 'two' });
    given(first)
      .when('AddNote', { key: 'two', body: { note: { ref: 'text/2', hmac: 'e'.repeat(64) } } })
      .thenRefused('key-reused');
  });

  it('comes before times, precondition, grant and status', () => {
    const done = act(journeyTo('FILE_UPLOADED'), 'SubmitOrder', { key: 'one', after: 60 });
    const version = done.events.length;
    const again = { key: 'one', precondition: { kind: 'event_version', versions: [1] } } as const;
    given(done).when('SubmitOrder', again).thenRepeats(version);
    given(done).when('SubmitOrder', { key: 'one', ago: -3600 }).thenRepeats(version);
    given(act(done, 'CancelOrder')).when('SubmitOrder', { key: 'one' }).thenRepeats(version);
  });

  it('that renewed a claim renews it again: leases are not events', () => {
    given(journeyTo('MANUFACTURING_STARTED')).when('RenewClaim', { key: 'one' }).then();
    given(journeyTo('MANUFACTURING_STARTED')).when('RenewClaim', { key: 'one' }).then();
  });

  it('answers two events that it appended together', () => {
    const order = journeyTo('WAITING_SHIPMENT_CONFIRMATION');
    const done = act(order, 'ConfirmDelivery', { key: 'one' });
    given(done)
      .when('ConfirmDelivery', { key: 'one' })
      .thenRepeats(order.events.length + 1, order.events.length + 2);
  });
});

describe('a fact with an id of its own', () => {
  const order = act(journeyTo('WAITING_PAYMENT'), 'RecordPayment', { body: { payment_id: 'payment-1' } });
  const version = order.events.length;

  it('is the same fact under any key, from anyone who may record it, in any status [B10]', () => {
    const same = { body: { payment_id: 'payment-1' } };
    given(order).when('RecordPayment', same).thenRepeats(version);
    given(order)
      .when('RecordPayment', { ...same, as: 'agent' })
      .thenRepeats(version);
    const swapped = { payment_id: 'payment-1', amount: { currency: 'RUB', amount: 129_900 } };
    given(act(order, 'CancelOrder')).when('RecordPayment', { body: swapped }).thenRepeats(version);
  });

  it('contradicts itself with other data [B10]', () => {
    const other = { payment_id: 'payment-1', amount: { amount: 1, currency: 'RUB' } };
    given(order)
      .when('RecordPayment', { body: other })
      .thenRefused('already-recorded', {
        kind: 'guard',
        status: 'WAITING_PAYMENT',
        allowed_transitions: [{ command: 'ReportError', to: 'ERROR' }],
      });
    given(order)
      .when('RecordPayment', { body: { payment_id: 'payment-1', method: 'BANK' } })
      .thenRefused('already-recorded');
  });

  it('is told apart by kind: a refund may have the id of a payment', () => {
    given(order)
      .when('RecordRefund', { body: { refund_id: 'payment-1' } })
      .then('PaymentRefunded');
  });

  it('is not told to those who could not record it', () => {
    given(order)
      .when('RecordPayment', { as: 'analyst', body: { payment_id: 'payment-1' } })
      .thenRefused('forbidden');
    const event = { carrier: 'cdek', carrier_event_id: 'e-1' };
    const cdek: Actor = { ...ACTORS.carrier, carrier: 'cdek' };
    const known = act(journeyTo('PACKAGING_COMPLETED'), 'RecordCarrierEvent', { as: cdek, body: event });
    given(known).when('RecordCarrierEvent', { as: cdek, body: event }).thenRepeats(known.events.length);
    given(known).when('RecordCarrierEvent', { body: event }).thenRefused('invalid');
  });

  it("is the carrier's event by carrier and id", () => {
    const event = { carrier_event_id: 'e-1', kind: 'DELAYED' } as const;
    const known = act(journeyTo('SHIPPED'), 'RecordCarrierEvent', { body: event });
    given(known).when('RecordCarrierEvent', { body: event }).thenRepeats(known.events.length);
    given(known)
      .when('RecordCarrierEvent', { body: { ...event, kind: 'LOST' } })
      .thenRefused('already-recorded');
    given(known)
      .when('RecordCarrierEvent', { body: { ...event, tracking_number: 't-1' } })
      .thenRefused('already-recorded');
  });

  it('is a hold, released or not', () => {
    const hold = { hold_id: 'hold-1', reason: 'PAYMENT_RISK' } as const;
    const held = act(journeyTo('SUBMITTED'), 'HoldOrder', { body: hold });
    const released = act(held, 'ResumeOrder');
    for (const order of [held, released]) {
      given(order).when('HoldOrder', { body: hold }).thenRepeats(held.events.length);
      given(order)
        .when('HoldOrder', { body: { ...hold, reason: 'QUALITY' } })
        .thenRefused('already-recorded');
    }
  });
});
