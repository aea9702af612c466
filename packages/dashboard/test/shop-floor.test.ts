import { describe, expect, it } from '@jest/globals';
import { offeredFor } from '../src/board/offered.ts';
import type { OrderEvent } from '../src/order/order-queries.ts';
import { readFloorSearch, usualSide } from '../src/shop-floor/floor-search.ts';
import { lostClaim } from '../src/shop-floor/lost-claim.ts';

const ME = 'i.ivanova';
const event = (type: string, data: Record<string, unknown>, by = 'somebody'): OrderEvent =>
  ({ type, data, actor: { id: by }, recorded_at: '2026-11-30T08:00:00.000Z' }) as unknown as OrderEvent;
const at = '2026-11-30T08:00:00.000Z';
const mine = event('OrderClaimed', { operator: ME }, ME);

describe('an order that was mine', () => {
  it.each<[string, OrderEvent[], ReturnType<typeof lostClaim>]>([
    ['is still mine', [mine], null],
    ['was never mine', [event('OrderClaimed', { operator: 'other' })], null],
    ['is nobody’s yet', [], null],
    [
      'was handed over',
      [mine, event('ClaimReassigned', { operator: 'other', from_operator: ME })],
      { is: 'handed-over', to: 'other', at },
    ],
    [
      'was handed over to me',
      [
        event('OrderClaimed', { operator: 'other' }),
        event('ClaimReassigned', { operator: ME, from_operator: 'other' }),
      ],
      null,
    ],
    ['expired', [mine, event('ClaimExpired', { operator: ME })], { is: 'expired', at }],
    [
      'was put back by a lead',
      [mine, event('ClaimReleased', { operator: ME }, 'lead')],
      { is: 'released', by: 'lead', at },
    ],
    ['was given back by myself', [mine, event('ClaimReleased', { operator: ME }, ME)], null],
    [
      'was taken by another after that',
      [mine, event('ClaimExpired', { operator: ME }), event('OrderClaimed', { operator: 'other' })],
      { is: 'taken', to: 'other', at },
    ],
    ['is made', [mine, event('ManufacturingCompleted', { operator: ME })], null],
  ])('%s', (_case, events, expected) => {
    expect(lostClaim(events, ME)).toEqual(expected);
  });
});

describe("the shop floor's address", () => {
  it('says which work and which order, and leaves out what it cannot mean', () => {
    const order = '0198c0de-0000-7000-8000-000000000001';
    expect(readFloorSearch({ side: 'pack', order })).toEqual({ side: 'pack', order });
    expect(readFloorSearch({ side: 'nonsense', order: '../../x', more: 1 })).toEqual({});
  });

  it('begins at the packing table for a packer alone', () => {
    expect(usualSide(['mes.packer'])).toBe('pack');
    expect([['mes.operator'], ['mes.operator', 'mes.packer'], ['mes.lead'], []].map(usualSide)).toEqual(
      Array.from({ length: 4 }, () => 'make'),
    );
  });
});

describe('a command for several orders', () => {
  const may = { command: 'HoldOrder', obstacle: null };
  const not = { command: 'HoldOrder', obstacle: { code: 'illegal-transition' } };

  it('is offered where one of them takes it, not now where none does, and never to who may not [A18]', () => {
    expect(offeredFor('HoldOrder', [not, may])).toBe('yes');
    expect(offeredFor('HoldOrder', [not, not])).toBe('not-now');
    expect(offeredFor('HoldOrder', [])).toBe('never');
  });
});
