import { describe, expect, it } from '@jest/globals';
import type { OrderDetail } from '../src/api/shapes.ts';
import { comparisonOf } from '../src/time-machine/order-comparison.ts';
import { after, boardRange, nextEvent, orderRange, readTimeSearch, within } from '../src/time-machine/time-search.ts';

const NOW = Date.parse('2026-11-30T12:00:00.000Z');
const EVENTS = ['2026-11-30T08:00:00.000Z', '2026-11-30T09:00:00.000Z', '2026-11-30T11:00:00.000Z'].map(
  (recorded_at) => ({ recorded_at }),
);
const ORDER = '0199e1c2-7a00-7000-8000-000000000001';

describe('the address of the time machine', () => {
  it('holds moments, an order, a status and how far back; what it cannot mean is left out', () => {
    expect(
      readTimeSearch({
        ...{ at: '2026-11-30T11:00:00+03:00', other: '2026-11-30T09:00:00.000Z', order: ORDER, status: 'SHIPPED' },
        reach: '7d',
      }),
    ).toEqual({
      ...{ at: '2026-11-30T08:00:00.000Z', other: '2026-11-30T09:00:00.000Z', order: ORDER, status: 'SHIPPED' },
      reach: '7d',
    });
    expect(readTimeSearch({ at: 'yesterday', order: '<b>', status: 'GONE', reach: '1d' })).toEqual({});
  });
});

describe('the slider', () => {
  it('over the board ends now, and never in the future, which the API refuses', () => {
    expect(boardRange('1d', NOW)).toEqual({ from: NOW - 86_400_000, to: NOW - 2_000 });
    expect(within(boardRange('1d', NOW), NOW + 5)).toBe(NOW - 2_000);
  });

  it('over an order goes from its first event to now, or of one that has ended to a little after its last', () => {
    expect(orderRange(EVENTS, false, NOW)).toEqual({ from: after(EVENTS[0] as never), to: NOW - 2_000 });
    const ended = orderRange(EVENTS, true, NOW);
    expect(ended.to).toBeGreaterThan(after(EVENTS[2] as never));
    expect(ended.to).toBeLessThan(NOW - 2_000);
  });

  it('goes from event to event, to the moment at which each stands in the answers', () => {
    const [first, second, third] = EVENTS.map(after) as [number, number, number];
    expect(nextEvent(EVENTS, first, 1)).toBe(second);
    expect(nextEvent(EVENTS, second + 5, 1)).toBe(third);
    expect(nextEvent(EVENTS, third, 1)).toBeNull();
    expect(nextEvent(EVENTS, second + 5, -1)).toBe(second);
    expect(nextEvent(EVENTS, first, -1)).toBeNull();
  });
});

describe('two moments of an order', () => {
  const order = { status: 'SUBMITTED', stage: 'SUBMITTED', event_version: 3, paid: { amount: 0, currency: 'RUB' } };

  it('differ in what has changed, and in nothing else [G3]', () => {
    const later = {
      ...{ ...order, status: 'ON_HOLD', event_version: 4, claim: { operator: 'sub:anna' } },
      paid: { amount: 0, currency: 'RUB' },
    };
    expect(comparisonOf(order as OrderDetail, later as OrderDetail)).toEqual([
      { name: 'status', before: 'SUBMITTED', after: 'ON_HOLD' },
      { name: 'events', before: 3, after: 4 },
      { name: 'claim', before: null, after: 'sub:anna' },
    ]);
    expect(comparisonOf(order as OrderDetail, { ...order } as OrderDetail)).toEqual([]);
  });

  it('take what is not known at one of them, and null, for the same', () => {
    expect(comparisonOf(order as OrderDetail, { ...order, due_at: null } as OrderDetail)).toEqual([]);
  });
});
