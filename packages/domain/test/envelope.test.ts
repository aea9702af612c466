import { describe, expect, it } from '@jest/globals';
import type { Precondition } from '@order-ledger/domain/command';
import { untimely } from '@order-ledger/domain/dating';
import { decide } from '@order-ledger/domain/decide';
import { DiscontinuityError, fold } from '@order-ledger/domain/evolve';
import { madeOf, rejectedOf, scrappedOf } from '@order-ledger/domain/pieces';
import type { OrderState } from '@order-ledger/domain/state';
import { journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { act, commandFor, given, noOrder, type Order } from '@order-ledger/testing/orders/specification';

const lastOf = (order: Order) => {
  const event = order.events.at(-1);
  if (event === undefined) throw new Error('the order has no events');
  return event;
};
const seconds = (order: Order, s: number): string => new Date(order.now + s * 1000).toISOString();

describe('times', () => {
  const order = journeyTo('SUBMITTED');

  it('keeps what the caller says while it lies between the last status change and the record', () => {
    const { metadata } = lastOf(act(order, 'RecordPayment', { after: 60, ago: 20 }));
    expect(metadata).toMatchObject({ occurred_at: seconds(order, 40), recorded_at: seconds(order, 60) });
    expect(metadata).not.toHaveProperty('occurred_at_given');
  });

  it('clamps a time from before the last status change and keeps what was given', () => {
    const { metadata } = lastOf(act(order, 'RecordPayment', { after: 60, ago: 600 }));
    expect(metadata).toMatchObject({ occurred_at: seconds(order, 0), occurred_at_given: seconds(order, -540) });
  });

  it('clamps to the last status change, not to a fact after it', () => {
    const later = act(order, 'RecordPayment', { after: 60 });
    expect(lastOf(act(later, 'HoldOrder', { after: 60, ago: 90 })).metadata.occurred_at).toBe(seconds(order, 30));
  });

  it('clamps a time up to a minute ahead to the record and refuses one further ahead', () => {
    const { metadata } = lastOf(act(order, 'RecordPayment', { after: 60, ago: -60 }));
    expect(metadata).toMatchObject({ occurred_at: seconds(order, 60), occurred_at_given: seconds(order, 120) });
    given(order)
      .when('RecordPayment', { ago: -60.001 })
      .thenRefused('invalid', { errors: [{ pointer: '/occurred_at' }] });
    given(noOrder())
      .when('InitiateOrder', { ago: -61 })
      .thenRefused('invalid', { errors: [{ pointer: '/occurred_at' }] });
  });

  it('refuses a time older than its caller may name, with the oldest that he may, and no time where none is too old', () => {
    const dated = (ago: number, age_limit_s?: number) => {
      const command = commandFor(noOrder(), 'InitiateOrder', { ago });
      return decide(null, age_limit_s === undefined ? command : { ...command, age_limit_s });
    };
    expect(dated(3_600, 3_600).outcome).toBe('accepted');
    const text = expect.stringContaining(seconds(noOrder(), 60 - 3_600));
    expect(dated(3_600.001, 3_600)).toMatchObject({ refusal: { kind: 'invalid', errors: [{ text }] } });
    expect(dated(86_400 * 365 * 50).outcome).toBe('accepted');
    expect(dated(86_400 * 365 * 50, Number.MAX_VALUE).outcome).toBe('accepted');
  });

  it('answers a repetition whose time has become too old as the first time', () => {
    const command = { ...commandFor(noOrder(), 'InitiateOrder'), age_limit_s: 3_600 };
    const made = act(noOrder(), 'InitiateOrder');
    const recorded_at = seconds(noOrder(), 86_400);
    expect(decide(made.state, { ...command, recorded_at })).toMatchObject({ outcome: 'repeated' });
  });

  it('keeps the time of a creation in the past', () => {
    expect(lastOf(act(noOrder(), 'InitiateOrder', { ago: 86_400 })).metadata).not.toHaveProperty('occurred_at_given');
  });

  it('takes no time for one of the future that may be now by a clock that is believed', () => {
    const at = (minutes: number) => seconds(noOrder(), minutes * 60);
    const dated = (minutes: number, latest?: number) =>
      untimely({
        occurred_at: at(minutes),
        recorded_at: at(0),
        ...(latest === undefined ? {} : { latest_now: at(latest) }),
      });
    expect(dated(60)).toMatchObject({ kind: 'invalid' });
    expect(dated(60, 60)).toBeNull();
    expect(dated(62, 60)).toMatchObject({ kind: 'invalid' });
    // It is recorded as no later than now all the same, and what was given stays on record.
    const command = {
      ...commandFor(noOrder(), 'InitiateOrder'),
      occurred_at: at(60),
      recorded_at: at(0),
      latest_now: at(60),
    };
    expect(decide(null, command)).toMatchObject({
      outcome: 'accepted',
      recorded_at: at(0),
      occurred_at: at(0),
      occurred_at_given: at(60),
    });
  });

  it('never records before the previous event, whatever the clock says, and counts the quote from the record', () => {
    const { metadata } = lastOf(act(order, 'RecordPayment', { after: -3600 }));
    expect(metadata).toMatchObject({ recorded_at: seconds(order, 0), occurred_at: seconds(order, 0) });
    const calculating = journeyTo('PRICE_CALCULATION_STARTED');
    const priced = act(calculating, 'CompletePriceCalculation', { after: -3600 });
    expect(priced.state?.quote?.valid_until).toBe(seconds(calculating, 14 * 86_400));
  });
});

describe('preconditions', () => {
  const order = act(journeyTo('SUBMITTED'), 'RecordPayment');
  const { event_version, status_version } = { event_version: order.events.length, status_version: 3 };

  it('are required where the shell says so', () => {
    given(order)
      .when('AddNote', { precondition: { kind: 'missing' } })
      .thenRefused('precondition-required');
    given(noOrder())
      .when('InitiateOrder', { precondition: { kind: 'missing' } })
      .then('OrderInitiated');
  });

  it('fail on any event since, or on a status change since, as the caller asked [H4]', () => {
    const stale = { kind: 'precondition-failed', event_version, status_version };
    const when = (precondition: Precondition) => given(order).when('AddNote', { precondition });
    const whenOneOf = (...versions: number[]) => when({ kind: 'event_version', versions });
    whenOneOf(event_version).then('NoteAdded');
    whenOneOf(1, event_version, event_version + 1).then('NoteAdded');
    whenOneOf(event_version - 1).thenRefused('precondition-failed', stale);
    whenOneOf().thenRefused('precondition-failed', stale);
    when({ kind: 'status_version', version: status_version }).then('NoteAdded');
    when({ kind: 'status_version', version: status_version - 1 }).thenRefused('precondition-failed', stale);
  });

  it('come before the status and the grant in it, and after a role that is never granted the command', () => {
    const precondition: Precondition = { kind: 'event_version', versions: [1] };
    given(order).when('EraseCustomerData', { as: 'analyst', precondition }).thenRefused('forbidden');
    given(order).when('EraseCustomerData', { as: 'analyst', ago: -3_600 }).thenRefused('forbidden');
    given(order).when('AddNote', { as: 'lead', precondition }).thenRefused('precondition-failed');
    given(order).when('ResolveError', { precondition }).thenRefused('precondition-failed');
  });
});

describe('the metadata of events', () => {
  const order = journeyTo('DELIVERED');

  it('count events from 1 without a gap and status changes densely [B3]', () => {
    expect(order.events.map((event) => event.metadata.event_version)).toEqual(
      order.events.map((_, index) => index + 1),
    );
    const changes = new Set(order.events.map((event) => event.metadata.status_version));
    expect([...changes]).toEqual([...changes].map((_, index) => index + 1));
    expect(order.state?.status_version).toBe(changes.size);
  });

  it('chain the versions of one exchange, so that its consumer sees a gap [B5]', () => {
    const delivered = act(journeyTo('WAITING_SHIPMENT_CONFIRMATION'), 'ConfirmDelivery');
    const [shipped, arrived] = delivered.events.slice(-2).map((event) => event.metadata);
    const types = delivered.events.map((event) => event.type);
    expect(shipped?.previous_version).toBe(types.indexOf('ShipmentRequested') + 1);
    expect(arrived?.previous_version).toBe(types.indexOf('PaymentRecorded') + 1);
    expect(delivered.events[0]?.metadata).not.toHaveProperty('previous_version');
  });

  it('name who, for which system, in which chain and why [A13, B6]', () => {
    const command = commandFor(order, 'CloseOrder');
    const decision = decide(order.state, command);
    expect(decision).toMatchObject({ outcome: 'accepted', system: 'CRM' });
    expect(lastOf(act(order, 'CloseOrder')).metadata).toMatchObject({
      correlation_id: command.correlation_id,
      $correlationId: command.correlation_id,
      causation_id: command.causation_id,
      $causationId: command.causation_id,
      command_id: command.command_id,
      request_hash: command.request_hash,
      actor: { id: 'process:process.manager', kind: 'service', roles: ['process.manager'] },
      schema_version: 1,
    });
  });

  it('keep whom the store acts for and the key of a partner', () => {
    expect(order.events[0]?.metadata.actor).toMatchObject({ on_behalf_of: 'customer-17' });
    const partners = act(noOrder(), 'InitiateOrder', { as: 'partner', body: { channel: 'API' } });
    expect(partners.events[0]).toMatchObject({
      data: { partner_id: 'acme' },
      metadata: { system: 'partner', actor: { partner_id: 'acme' } },
    });
  });

  it('do not record the carrier of a credential, which only limits what it sees', () => {
    expect(lastOf(journeyTo('SHIPPED')).metadata.actor).not.toHaveProperty('carrier');
  });
});

describe('the fold', () => {
  const { events } = journeyTo('CLOSED');

  it('refuses a gap, a repetition and a stream that does not begin with its creation', () => {
    expect(() => fold(events.toSpliced(4, 1))).toThrow(DiscontinuityError);
    expect(() => fold([...events.slice(0, 4), ...events.slice(3, 4)])).toThrow('event_version 4 where 5 was expected');
    const [first, second] = events;
    if (first === undefined || second === undefined) throw new Error('too short');
    expect(() => fold([{ ...second, metadata: { ...second.metadata, event_version: 1 } }])).toThrow(
      'begins with OrderInitiated',
    );
  });

  it('is null without events', () => {
    expect(fold([])).toBeNull();
  });

  it('leaves the state it was given as it was', () => {
    const half = fold(events.slice(0, 9));
    const copy = structuredClone(half);
    fold(events.slice(9), half);
    expect(half).toEqual(copy);
  });

  it('sums money and pieces over an order with everything in it', () => {
    const long = walk(
      journeyTo('REWORK_REQUIRED'),
      'AcceptShortage',
      'StartManufacturing',
      ['CompleteManufacturing', { body: { good_quantity: 7 } }],
      'RecordRefund',
      'RecordPayment',
    );
    expect(long.state).toMatchObject({
      paid: 259_700,
      credits: 12_990,
      manufacturing_attempt: 2,
      pieces: { ordered: 10, short: 1 },
    });
    const { pieces } = long.state as OrderState;
    expect([madeOf(pieces), rejectedOf(pieces), scrappedOf(pieces)]).toEqual([11, 2, 1]);
  });
});
