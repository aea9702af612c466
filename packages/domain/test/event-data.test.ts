import { describe, expect, it } from '@jest/globals';
import { heldFrom, journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { CACHED_PRICE, CONTEXT, MODEL_SHA256, PRICE, TERMS, TEXT } from '@order-ledger/testing/orders/rightful';
import { act, given, noOrder } from '@order-ledger/testing/orders/specification';
import { rub, withTerms } from './guard-cases/circumstances.ts';

const price = (amount: number) => ({ price: rub(amount), breakdown: [{ line: 'all', amount: rub(amount) }] });

describe('what events add to the body', () => {
  it('terms of the plan, and no charge for a remake', () => {
    given(noOrder()).when('InitiateOrder').thenData({ priority: 'NORMAL', terms: TERMS });
    const body = { channel: 'CRM', remake_of_order_id: '9f3a1c52-7d1e-5c33-8a57-6f0e5b1f2a77' } as const;
    given(noOrder())
      .when('InitiateOrder', { as: 'agent', body })
      .thenData({ terms: { ...TERMS, payment: 'NO_CHARGE' } });
  });

  it('the model block and the sha256 that fixes the revision of the file', () => {
    const model = CONTEXT.upload?.model;
    given(journeyTo('INITIATED')).when('AttachModel').thenData({ unit: 'MM', model });
    given(journeyTo('FILE_UPLOADED')).when('SubmitOrder').thenData({ model_sha256: MODEL_SHA256 });
  });

  it('the whole new specification on a revision, the model block included', () => {
    const changed = given(journeyTo('PRICE_CALCULATED')).when('ReviseOrder', { body: { finishing: 'SANDED' } });
    const order = changed.thenData({
      material: 'PLA',
      process: 'FDM',
      quantity: 12,
      finishing: 'SANDED',
      delivery: { method: 'CARRIER', address_ref: 'address-5' },
      sha256: MODEL_SHA256,
      model_sha256: MODEL_SHA256,
      model: CONTEXT.upload?.model,
    });
    expect(order.state).toMatchObject({
      quote: null,
      spec_version: order.events.length,
      specification: { quantity: 12 },
    });
  });

  it('the infill that was asked for, and none where the order is solid', () => {
    const hollow = act(journeyTo('FILE_UPLOADED'), 'SubmitOrder', { body: { infill: 30 } });
    expect([hollow, act(journeyTo('FILE_UPLOADED'), 'SubmitOrder')].map(({ events }) => events.at(-1)?.data)).toEqual([
      expect.objectContaining({ infill: 30 }),
      expect.not.objectContaining({ infill: expect.anything() }),
    ]);
    const started = act(hollow, 'StartPriceCalculation', { body: { cached: true, result: CACHED_PRICE } });
    expect(started.events.at(-1)?.data).toMatchObject({ parameters: { infill: 30 } });
  });

  it('no result on the start of a cached price, and the price as an event of its own [D5]', () => {
    const order = act(journeyTo('SUBMITTED'), 'StartPriceCalculation', {
      body: { cached: true, result: CACHED_PRICE },
    });
    const [started, calculated] = order.events.slice(-2);
    expect(started).toMatchObject({ type: 'PriceCalculationStarted', data: { attempt: 1, cached: true } });
    expect(started?.data).not.toHaveProperty('result');
    expect(calculated).toMatchObject({ type: 'PriceCalculated', data: { attempt: 1, price: PRICE } });
    expect(order.state?.quote).toMatchObject({ quote_version: order.events.length, price: PRICE });
  });

  it('until when a price is valid, what is due, and all that calculates it again', () => {
    const calculating = journeyTo('PRICE_CALCULATION_STARTED');
    given(calculating)
      .when('CompletePriceCalculation', { after: 100 })
      .thenData({
        valid_until: new Date(calculating.now + (100 + TERMS.quote_validity_s) * 1000).toISOString(),
        due_before_production: PRICE,
        model_sha256: MODEL_SHA256,
        parameters: { material: 'PLA', process: 'FDM', quantity: 10, priority: 'NORMAL', unit: 'MM' },
      });
  });

  it.each([
    ['PREPAID', 0, 129_999, 129_999],
    ['DEPOSIT', 30, 129_999, 39_000],
    ['DEPOSIT', 30, 130_000, 39_000],
    ['DEPOSIT', 33, 1, 1],
    ['PREPAID', 0, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['DEPOSIT', 99, Number.MAX_SAFE_INTEGER, 8_917_127_262_193_582],
    ['INVOICE', 0, 129_999, 0],
    ['NO_CHARGE', 0, 129_999, 0],
  ] as const)('what is due before production on %s (%i %%) of %i: %i', (payment, deposit_percent, amount, due) => {
    const order = journeyTo('PRICE_CALCULATION_STARTED', withTerms({ payment, deposit_percent }));
    given(order)
      .when('CompletePriceCalculation', { body: price(amount) })
      .thenData({ due_before_production: rub(due) });
  });

  it('the accepted price and what was paid at the approval', () => {
    const priced = journeyTo('PRICE_CALCULATED');
    given(priced).when('AcceptQuote').thenData({ price: PRICE });
    const paid = act(act(priced, 'AcceptQuote'), 'RecordPayment');
    const approval = { quote_version: priced.events.length, paid: PRICE, due_before_production: PRICE };
    given(paid).when('ApproveManufacturing').thenData(approval);
  });

  it('the balance after each payment and refund', () => {
    const order = act(journeyTo('WAITING_PAYMENT'), 'RecordPayment', { body: { amount: rub(500) } });
    expect(order.events.at(-1)?.data).toMatchObject({ amount: rub(500), paid: rub(500) });
    given(order)
      .when('RecordRefund', { as: 'supervisor', body: { amount: rub(700) } })
      .thenData({ paid: rub(-200) });
  });

  it('operator and a fence token one higher for each claim, hand-over and packing [H1, H5, H6]', () => {
    const approved = journeyTo('MANUFACTURING_APPROVED');
    const claimed = given(approved).when('ClaimOrder').thenData({ operator: 'sub:oleg', fence_token: 1 });
    const handed = given(claimed).when('ReassignClaim').thenData({
      operator: 'sub:olga',
      to_operator: 'sub:olga',
      from_operator: 'sub:oleg',
      fence_token: 2,
      reason: 'WRONG_SKILL',
    });
    const expired = given(handed).when('ExpireClaim').thenData({ operator: 'sub:olga', fence_token: 2 });
    const again = given(expired).when('ClaimOrder').thenData({ fence_token: 3 });
    const released = given(again)
      .when('ReleaseClaim')
      .thenData({ operator: 'sub:oleg', fence_token: 3, reason: 'SHIFT_END' });
    expect(released.state).toMatchObject({ claim: null, last_fence_token: 3 });
    const made = walk(released, 'ClaimOrder', 'StartManufacturing', 'CompleteManufacturing');
    expect(made.state?.claim).toBeNull();
    given(made).when('StartPackaging').thenData({ operator: 'sub:petra', fence_token: 5 });
  });

  it('the attempt of each manufacturing, one higher after a failure and after rework [A12, A24]', () => {
    const failed = given(journeyTo('MANUFACTURING_STARTED')).when('FailManufacturing').thenData({ attempt: 1 });
    const second = given(failed).when('StartManufacturing').thenData({ attempt: 2 });
    const rework = act(act(second, 'FailManufacturing'), 'RequireRework');
    const third = given(rework).when('StartManufacturing').thenData({ attempt: 3 });
    given(third).when('CompleteManufacturing').thenData({ attempt: 3 });
  });

  it('CARRIER as the handover of a confirmed shipment, also of one that was delivered before its paper', () => {
    const waiting = journeyTo('WAITING_SHIPMENT_CONFIRMATION');
    given(waiting).when('ConfirmShipment').thenData({ handover: 'CARRIER' });
    const delivered = given(waiting).when('ConfirmDelivery').then('OrderShipped', 'OrderDelivered');
    expect(delivered.events.at(-2)?.data).toEqual({
      handover: 'CARRIER',
      shipment_request_id: waiting.state?.shipment?.shipment_request_id,
      tracking_number: 'track-8',
    });
    expect(delivered.state?.status_version).toBe((waiting.state?.status_version ?? 0) + 2);
  });

  it('where it was cancelled, held, struck and returned from [A8, A10, A11]', () => {
    given(journeyTo('PRICE_CALCULATED'))
      .when('CancelOrder')
      .thenData({ from: 'PRICE_CALCULATED', reason: 'CUSTOMER_ASKED' });
    given(heldFrom('SUBMITTED')).when('CancelOrder').thenData({ from: 'ON_HOLD' });
    given(journeyTo('PACKAGING_STARTED')).when('HoldOrder').thenData({ held_from: 'PACKAGING_STARTED' });
    given(heldFrom('SUBMITTED')).when('HoldOrder').thenData({ held_from: 'SUBMITTED' });
    given(journeyTo('SHIPPED'))
      .when('ReportError')
      .thenData({ error_from: 'SHIPPED', detail: TEXT, trace_id: 'trace-1' });
    given(journeyTo('CLOSED')).when('RequestReturn').thenData({ return_from: 'CLOSED' });
    given(journeyTo('RETURN_REQUESTED')).when('ReceiveReturn').thenData({ return_from: 'DELIVERED' });
  });

  it('the old due date and the old priority', () => {
    const order = given(journeyTo('SUBMITTED'))
      .when('ChangePriority')
      .thenData({ priority: 'HIGH', old_priority: 'NORMAL' });
    const dated = given(order).when('ChangeDueDate').then('DueDateChanged');
    expect(dated.events.at(-1)?.data).not.toHaveProperty('old_due_at');
    given(dated)
      .when('ChangeDueDate', { body: { due_at: '2026-04-01T00:00:00.000Z' } })
      .thenData({ old_due_at: '2026-03-20T12:00:00.000Z' });
  });

  it('leaves absent fields out, never null', () => {
    const { events } = journeyTo('CLOSED');
    for (const event of events) for (const value of Object.values(event.data)) expect(value ?? null).not.toBeNull();
  });

  it('a note only where one was sent, once', () => {
    const order = act(journeyTo('WAITING_SHIPMENT_CONFIRMATION'), 'ConfirmDelivery', { body: { note: TEXT } });
    expect(order.events.slice(-2).map((event) => 'note' in event.data)).toEqual([false, true]);
  });
});
