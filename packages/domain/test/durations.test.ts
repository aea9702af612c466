import { describe, expect, it } from '@jest/globals';
import {
  between,
  DURATIONS,
  type DurationName,
  intervalsOf,
  LEAD_TIMES,
  type LeadTimeName,
  leadTimeMs,
} from '@order-ledger/domain/durations';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { STATUSES, type Status } from '@order-ledger/domain/status';
import { type History, recordVisit, visitsOf } from '@order-ledger/domain/visits';
import { journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { randomLife } from '@order-ledger/testing/orders/random-life';
import { recomputed } from '@order-ledger/testing/orders/recomputed-durations';
import { act, noOrder, type Order } from '@order-ledger/testing/orders/specification';
import fc from 'fast-check';

const historyOf = (order: Order): History => {
  const history = visitsOf(order.events);
  if (history === null) throw new Error('the order has no events');
  return history;
};
const minutes = (n: number): number => n * 60_000;
const shown = (name: DurationName, order: Order) =>
  intervalsOf(DURATIONS[name], historyOf(order)).map(({ wall_ms, net_ms }) => ({ wall_ms, net_ms }));
const plain = (n: number) => [{ wall_ms: minutes(n), net_ms: minutes(n) }];

// One minute passes with every command of a journey.
describe('the named durations', () => {
  const closed = journeyTo('CLOSED');

  it.each([
    ['upload', 1],
    ['submit_wait', 1],
    ['pricing_queue', 1],
    ['price_calculation', 1],
    ['quote_decision', 1],
    ['payment_wait', 2],
    ['production_queue', 2],
    ['manufacturing', 1],
    ['manufacturing_attempt', 1],
    ['packaging', 1],
    ['shipment_wait', 2],
    ['delivery', 1],
  ] as const)('%s of a plain order is %i min [C1, C5, A6, A7]', (name, n) => {
    expect(shown(name, closed)).toEqual(plain(n));
  });

  it('have nothing to say of what did not happen', () => {
    expect(shown('rework', closed)).toEqual([]);
    expect(shown('return', closed)).toEqual([]);
    expect(shown('packaging', journeyTo('PACKAGING_STARTED'))).toEqual([]);
    expect(leadTimeMs(LEAD_TIMES.customer, historyOf(journeyTo('SHIPPED')))).toBeNull();
  });

  it('wait for the submission from the last file on', () => {
    const order = walk(journeyTo('FILE_UPLOADED'), ['AttachModel', { after: 600 }], ['SubmitOrder', { after: 120 }]);
    expect(shown('submit_wait', order)).toEqual(plain(2));
    expect(shown('upload', order)).toEqual(plain(1));
  });

  it('keep a calculation through its restarts and list the attempts [C5]', () => {
    const order = walk(
      journeyTo('PRICE_CALCULATION_STARTED'),
      ['RestartPriceCalculation', { after: 600 }],
      ['CompletePriceCalculation', { after: 300 }],
    );
    expect(shown('price_calculation', order)).toEqual(plain(15));
    const visit = historyOf(order).visits.find(({ status }) => status === 'PRICE_CALCULATION_STARTED');
    expect(visit?.attempts.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(leadTimeMs(LEAD_TIMES.pricing, historyOf(order))).toBe(minutes(15));
  });

  it('count a manufacturing from its first start to its last completion, attempts and rework beside it [C4]', () => {
    const order = walk(
      journeyTo('MANUFACTURING_STARTED'),
      ['FailManufacturing', { after: 600 }],
      ['RequireRework', { after: 60 }],
      ['StartManufacturing', { after: 120 }],
      ['CompleteManufacturing', { after: 300 }],
      ['RequireRework', { after: 30 }],
      ['ClaimOrder', { after: 0 }],
      ['StartManufacturing', { after: 30 }],
      ['CompleteManufacturing', { after: 60 }],
    );
    expect(shown('manufacturing', order)).toEqual(plain(10 + 1 + 2 + 5 + 1 + 1));
    expect(shown('manufacturing_attempt', order).map(({ wall_ms }) => wall_ms)).toEqual([10, 5, 1].map(minutes));
    expect(shown('rework', order).map(({ wall_ms }) => wall_ms)).toEqual([minutes(1), minutes(2), minutes(0.5)]);
  });

  it('give each packaging of a repacked order [C1]', () => {
    const order = walk(journeyTo('WAITING_SHIPMENT_CONFIRMATION'), 'DeclineShipment', 'StartPackaging', [
      'CompletePackaging',
      { after: 180 },
    ]);
    expect(shown('packaging', order).map(({ wall_ms }) => wall_ms)).toEqual([1, 3].map(minutes));
  });

  it('take holds and errors out of the net time, an error inside a hold once, as held', () => {
    const order = walk(
      journeyTo('PACKAGING_STARTED'),
      ['HoldOrder', { after: 60 }],
      ['ReportError', { after: 120 }],
      ['ResolveError', { after: 180 }],
      ['ResumeOrder', { after: 240 }],
      ['ReportError', { after: 300 }],
      ['ResolveError', { after: 360 }],
      ['CompletePackaging', { after: 420 }],
    );
    expect(intervalsOf(DURATIONS.packaging, historyOf(order))).toMatchObject([
      { wall_ms: minutes(28), held_ms: minutes(9), errored_ms: minutes(6), net_ms: minutes(13) },
    ]);
  });
});

describe('the lead times', () => {
  const history = historyOf(journeyTo('CLOSED'));
  const since = (from: Status, to: Status): number => between(history, from, to)?.wall_ms ?? Number.NaN;

  it.each([
    ['customer', since('INITIATED', 'DELIVERED')],
    ['customer_from_submission', since('SUBMITTED', 'DELIVERED')],
    ['internal', since('SUBMITTED', 'CLOSED') - since('SHIPPED', 'DELIVERED')],
    ['internal_with_delivery', since('SUBMITTED', 'CLOSED')],
    ['manufacturing', since('MANUFACTURING_STARTED', 'MANUFACTURING_COMPLETED')],
    ['pricing', since('PRICE_CALCULATION_STARTED', 'PRICE_CALCULATED')],
    ['fulfilment', since('PACKAGING_STARTED', 'DELIVERED')],
  ] as [LeadTimeName, number][])('%s of a plain order [C2, C3, C4, C5, C6]', (name, ms) => {
    expect(ms).toBeGreaterThan(0);
    expect(leadTimeMs(LEAD_TIMES[name], history)).toBe(ms);
  });

  it('show the customer the wall clock and compare stages by net time', () => {
    const order = walk(
      journeyTo('MANUFACTURING_STARTED'),
      'HoldOrder',
      ['ResumeOrder', { after: 3600 }],
      'CompleteManufacturing',
      'StartPackaging',
      'CompletePackaging',
      'RequestShipment',
      'ConfirmShipment',
      'ConfirmDelivery',
      'CloseOrder',
    );
    const plainHistory = historyOf(journeyTo('CLOSED'));
    const longer = (name: LeadTimeName): number =>
      (leadTimeMs(LEAD_TIMES[name], historyOf(order)) ?? 0) - (leadTimeMs(LEAD_TIMES[name], plainHistory) ?? 0);
    expect(longer('customer')).toBe(minutes(61));
    expect(longer('internal')).toBe(minutes(1));
    expect(longer('manufacturing')).toBe(minutes(1));
  });

  it('count the internal lead time to the first CLOSED, whatever returns later [C3]', () => {
    const returned = walk(journeyTo('CLOSED'), ['RequestReturn', { after: 86_400 }], 'ReceiveReturn', 'CloseOrder');
    const before = leadTimeMs(LEAD_TIMES.internal, historyOf(journeyTo('CLOSED')));
    expect(leadTimeMs(LEAD_TIMES.internal, historyOf(returned))).toBe(before);
  });
});

describe('any pair of statuses', () => {
  const order = walk(
    journeyTo('MANUFACTURING_STARTED'),
    ['FailManufacturing', { after: 60 }],
    ['StartManufacturing', { after: 60 }],
    ['FailManufacturing', { after: 60 }],
  );
  const history = historyOf(order);
  const wall = (pick?: { from?: 'first' | 'last'; to?: 'first' | 'last' }) =>
    between(history, 'MANUFACTURING_STARTED', 'MANUFACTURING_FAILED', pick)?.wall_ms;

  it('runs from the first entry to the first after it, or to and from the last [C7]', () => {
    expect(wall()).toBe(minutes(1));
    expect(wall({ to: 'last' })).toBe(minutes(3));
    expect(wall({ from: 'last' })).toBe(minutes(1));
    expect(between(history, 'MANUFACTURING_FAILED', 'MANUFACTURING_STARTED')?.wall_ms).toBe(minutes(1));
    expect(between(history, 'MANUFACTURING_FAILED', 'INITIATED')).toBeNull();
    expect(between(history, 'SHIPPED', 'DELIVERED')).toBeNull();
  });

  it('takes holds and errors as statuses of their own', () => {
    const held = walk(
      journeyTo('ON_HOLD'),
      ['ReportError', { after: 60 }],
      ['ResolveError', { after: 120 }],
      'ResumeOrder',
    );
    expect(between(historyOf(held), 'ON_HOLD', 'ERROR')).toMatchObject({
      wall_ms: minutes(1),
      held_ms: minutes(1),
      net_ms: 0,
    });
    const visits = historyOf(held).visits.filter(({ status }) => status === 'ON_HOLD' || status === 'ERROR');
    expect(
      visits.map(({ status, wall_ms, held_ms, errored_ms }) => ({ status, wall_ms, held_ms, errored_ms })),
    ).toEqual([
      { status: 'ON_HOLD', wall_ms: minutes(4), held_ms: minutes(4), errored_ms: 0 },
      { status: 'ERROR', wall_ms: minutes(2), held_ms: minutes(2), errored_ms: 0 },
    ]);
  });
});

describe('durations against an independent recomputation from the raw events', () => {
  const lifeEvents = randomLife.map((life) => life.at(-1)?.after.events ?? []);
  const history = (events: readonly RecordedEvent[]): History => historyOf({ ...noOrder(), events });
  const whileAlive = (property: (events: readonly RecordedEvent[]) => void) =>
    fc.assert(fc.property(lifeEvents, property), { numRuns: 25 });

  it('each visit has the same ends and the same wall, held and errored time [C9]', () => {
    whileAlive((events) => {
      const visits = history(events).visits.map(({ status, entered_at, left_at, wall_ms, held_ms, errored_ms }) => ({
        status,
        entered_at,
        left_at,
        wall_ms,
        held_ms,
        errored_ms,
      }));
      expect(visits).toEqual(recomputed(events).visits());
    });
  });

  it('each pair of statuses has the same interval, first and last [C7, C9]', () => {
    const pick = fc.constantFrom('first' as const, 'last' as const);
    const status = fc.constantFrom(...STATUSES);
    fc.assert(
      fc.property(lifeEvents, status, status, pick, pick, (events, a, b, from, to) => {
        expect(between(history(events), a, b, { from, to })).toEqual(recomputed(events).between(a, b, from, to));
      }),
      { numRuns: 25 },
    );
  });

  it('the fold event by event equals the fold of the whole', () => {
    whileAlive((events) => {
      const half = Math.floor(events.length / 2);
      let step = visitsOf(events.slice(0, half));
      for (const event of events.slice(half)) step = recordVisit(step, event);
      expect(step).toEqual(visitsOf(events));
    });
  });
});

it('a stage goes on through a hold: its visit is one [C1]', () => {
  const order = act(journeyTo('ON_HOLD'), 'ResumeOrder');
  expect(historyOf(order).visits.filter(({ status }) => status === 'MANUFACTURING_STARTED')).toHaveLength(1);
});
