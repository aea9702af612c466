import { describe, expect, it } from '@jest/globals';
import { allowedTransitions } from '@order-ledger/domain/allowed-transitions';
import type { Actor } from '@order-ledger/domain/grants';
import { frozenMs, ownerOf } from '@order-ledger/domain/lifecycle';
import { FAILABLE_STATUSES, HOLDABLE_STATUSES, STATUSES } from '@order-ledger/domain/status';
import { ACTORS, type ActorName } from '@order-ledger/testing/orders/actors';
import { erroredFrom, heldFrom, journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { act, given, type Order } from '@order-ledger/testing/orders/specification';

const statusOf = (order: Order) => order.state?.status;
const next = (order: Order, as: ActorName | Actor) => {
  if (order.state === null) throw new Error('no order');
  return allowedTransitions(order.state, typeof as === 'string' ? ACTORS[as] : as).map(
    ({ command, to }) => `${command} ${to}`,
  );
};

describe('holds', () => {
  it.each(HOLDABLE_STATUSES)('are possible from %s and go back exactly there [A23]', (status) => {
    const held = heldFrom(status);
    expect(held.state).toMatchObject({ status: 'ON_HOLD', held_from: status, stage: status });
    expect(act(held, 'ResumeOrder').state).toMatchObject({ status, held_from: null, stage: status });
  });

  it.each(
    STATUSES.filter((status) => !(HOLDABLE_STATUSES as readonly string[]).includes(status) && status !== 'ON_HOLD'),
  )('are not possible from %s', (status) => {
    given(journeyTo(status))
      .when('HoldOrder')
      .thenRefused(status === 'ERROR' ? 'frozen' : 'illegal-transition');
  });

  it('are a set: the first puts the order on hold, the last that is released resumes it, in any order [A11]', () => {
    const one = act(journeyTo('SUBMITTED'), 'HoldOrder', { body: { hold_id: 'a' } });
    const two = given(one)
      .when('HoldOrder', { as: 'lead', body: { hold_id: 'b' } })
      .then('HoldAdded');
    const three = given(two)
      .when('HoldOrder', { body: { hold_id: 'c' } })
      .then('HoldAdded');
    expect(three.state?.status_version).toBe(one.state?.status_version);
    const first = given(three)
      .when('ResumeOrder', { body: { hold_id: 'a' } })
      .then('HoldReleased');
    given(first)
      .when('ResumeOrder', { body: { hold_id: 'a' } })
      .thenRefused('unknown-hold');
    const second = given(first)
      .when('ResumeOrder', { as: 'lead', body: { hold_id: 'b' } })
      .then('HoldReleased');
    expect(statusOf(second)).toBe('ON_HOLD');
    expect(
      statusOf(
        given(second)
          .when('ResumeOrder', { body: { hold_id: 'c' } })
          .then('OrderResumed'),
      ),
    ).toBe('SUBMITTED');
  });

  it('are each released by their own side', () => {
    const two = walk(
      journeyTo('SUBMITTED'),
      ['HoldOrder', { body: { hold_id: 'crm' } }],
      ['HoldOrder', { as: 'lead', body: { hold_id: 'mes' } }],
    );
    given(two)
      .when('ResumeOrder', { as: 'operator', body: { hold_id: 'crm' } })
      .thenRefused('forbidden');
    given(two)
      .when('ResumeOrder', { as: 'agent', body: { hold_id: 'mes' } })
      .thenRefused('forbidden');
    given(two)
      .when('ResumeOrder', { as: 'operator', body: { hold_id: 'mes' } })
      .then('HoldReleased');
    given(two)
      .when('ResumeOrder', { as: 'agent', body: { hold_id: 'crm' } })
      .then('HoldReleased');
  });

  it('belong to the side that set the oldest open one [A20]', () => {
    const two = walk(journeyTo('SUBMITTED'), ['HoldOrder', { as: 'lead' }], 'HoldOrder');
    if (two.state === null) throw new Error('no order');
    expect(ownerOf(two.state)).toBe('MES');
    const crm = act(two, 'ResumeOrder', { as: 'lead' });
    expect(crm.state && ownerOf(crm.state)).toBe('CRM');
  });

  it('keep the claim, which can be given back but not taken or renewed', () => {
    const held = heldFrom('MANUFACTURING_STARTED');
    expect(held.state?.claim).toMatchObject({ operator: 'sub:oleg' });
    given(held).when('CompleteManufacturing').thenRefused('held');
    const released = act(held, 'ReleaseClaim', { as: 'keeper', body: { reason: 'HELD_TOO_LONG' } });
    given(released).when('ClaimOrder').thenRefused('held');
    given(act(released, 'ResumeOrder')).when('ClaimOrder').then('OrderClaimed');
  });

  it('are all over when the order is cancelled', () => {
    const cancelled = act(heldFrom('MANUFACTURING_STARTED'), 'CancelOrder');
    expect(cancelled.state).toMatchObject({ held_from: null, claim: null, frozen_since: null });
    expect(cancelled.state?.holds.some((hold) => hold.open)).toBe(false);
  });
});

describe('errors', () => {
  it.each(FAILABLE_STATUSES)('are possible from %s and go back exactly there [A21]', (status) => {
    const failed = erroredFrom(status);
    expect(failed.state).toMatchObject({ status: 'ERROR', error_from: status });
    expect(act(failed, 'ResolveError').state).toMatchObject({ status, error_from: null });
  });

  it.each(['CLOSED', 'CANCELLED', 'REJECTED', 'ERROR'] as const)('are not possible from %s [A21]', (status) => {
    given(journeyTo(status))
      .when('ReportError')
      .thenRefused(status === 'ERROR' ? 'frozen' : 'illegal-transition');
  });

  it('inside a hold keep held_from and every hold', () => {
    const failed = act(heldFrom('PACKAGING_STARTED'), 'ReportError');
    expect(failed.state).toMatchObject({ status: 'ERROR', error_from: 'ON_HOLD', held_from: 'PACKAGING_STARTED' });
    given(failed).when('ResumeOrder').thenRefused('frozen');
    expect(statusOf(walk(failed, 'ResolveError', 'ResumeOrder'))).toBe('PACKAGING_STARTED');
  });

  it('keep the way back of a return', () => {
    const failed = act(act(journeyTo('SHIPPED'), 'RequestReturn'), 'ReportError');
    expect(statusOf(walk(failed, 'ResolveError', 'DeclineReturn'))).toBe('SHIPPED');
  });

  it('leave payments, carrier events, notes and priorities free [A23]', () => {
    walk(journeyTo('ERROR'), 'RecordPayment', 'AddNote', 'ChangePriority', 'RequestCancellation');
    walk(erroredFrom('SHIPPED'), 'RecordCarrierEvent');
  });
});

describe('returns', () => {
  it.each(['SHIPPED', 'DELIVERED', 'CLOSED'] as const)('that are declined go back to %s exactly [A16]', (status) => {
    const asked = act(journeyTo(status), 'RequestReturn');
    expect(asked.state).toMatchObject({ status: 'RETURN_REQUESTED', return_from: status });
    expect(act(asked, 'DeclineReturn').state).toMatchObject({ status, return_from: null });
  });
});

describe('the frozen time of a stage', () => {
  it('counts finished holds and errors of this stage, an error inside a hold as held', () => {
    const order = walk(
      journeyTo('SUBMITTED'),
      ['HoldOrder', { after: 10 }],
      ['ReportError', { after: 20 }],
      ['ResolveError', { after: 30 }],
      ['ResumeOrder', { after: 40 }],
      ['ReportError', { after: 50 }],
      ['ResolveError', { after: 7 }],
    );
    if (order.state === null) throw new Error('no order');
    expect(order.state).toMatchObject({ held_ms: 90_000, errored_ms: 7_000, frozen_since: null });
    expect(frozenMs(order.state)).toBe(97_000);
    const onwards = act(order, 'StartPriceCalculation');
    expect(onwards.state && frozenMs(onwards.state)).toBe(0);
    expect(onwards.state).toMatchObject({ held_ms: 90_000, errored_ms: 7_000, stage: 'PRICE_CALCULATION_STARTED' });
  });
});

describe('allowed transitions', () => {
  it('are the edges of the status for this caller', () => {
    const priced = journeyTo('PRICE_CALCULATED');
    expect(next(priced, 'store')).toEqual([
      'ReviseOrder SUBMITTED',
      'AcceptQuote WAITING_PAYMENT',
      'CancelOrder CANCELLED',
    ]);
    expect(next(priced, 'agent')).toEqual([
      'AcceptQuote WAITING_PAYMENT',
      'ApproveManufacturing MANUFACTURING_APPROVED',
      'CancelOrder CANCELLED',
      'HoldOrder ON_HOLD',
    ]);
    expect(next(priced, 'analyst')).toEqual([]);
    expect(next(journeyTo('MANUFACTURING_APPROVED'), 'store')).toEqual([]);
    expect(next(journeyTo('CANCELLED'), 'supervisor')).toEqual([]);
  });

  it('show the stored way back, to the side that set the hold too', () => {
    expect(next(heldFrom('SUBMITTED'), 'agent')).toEqual(['ResumeOrder SUBMITTED', 'CancelOrder CANCELLED']);
    expect(next(heldFrom('WAITING_PAYMENT'), 'supervisor')).toEqual([
      'ResumeOrder WAITING_PAYMENT',
      'ReportError ERROR',
    ]);
    expect(next(erroredFrom('SHIPPED'), 'supervisor')).toEqual(['ResolveError SHIPPED', 'CancelOrder CANCELLED']);
    expect(next(journeyTo('RETURN_REQUESTED'), 'agent')).toEqual(['DeclineReturn DELIVERED']);
  });

  it('show people what services may not do in an error [A22]', () => {
    const robot: Actor = { id: 'process:robot', kind: 'service', roles: ['ops', 'crm.supervisor'] };
    expect(next(journeyTo('ERROR'), robot)).toEqual([]);
  });
});
