import { expect, it } from '@jest/globals';
import { differencesOf, type Told } from '../src/order/events/differences.ts';

const told = (...events: [type: string, data: Record<string, unknown>][]): Told[] =>
  events.map(([type, data], index) => ({ event_version: index + 1, type, data }));

const rub = (amount: number) => ({ amount, currency: 'RUB' });
const SPECIFICATION = { material: 'PLA', process: 'FDM', quantity: 2, delivery: { method: 'PICKUP' } };

const LIFE = told(
  ['OrderInitiated', { customer_ref: 'c-1', priority: 'NORMAL' }],
  ['OrderSubmitted', SPECIFICATION],
  ['OrderRevised', { ...SPECIFICATION, quantity: 3 }],
  ['PaymentRecorded', { payment_id: 'p-1', amount: rub(100), paid: rub(100) }],
  ['PaymentRecorded', { payment_id: 'p-2', amount: rub(50), paid: rub(150) }],
  ['OrderClaimed', { operator: 'sub:oleg', fence_token: 1 }],
  ['ClaimReassigned', { operator: 'sub:olga', fence_token: 2, reason: 'SHIFT_END' }],
  ['ManufacturingCompleted', { good_quantity: 5, fence_token: 2 }],
  ['CorrectionRecorded', { corrects_event_version: 8, reason: 'WRONG_VALUE', good_quantity: 3 }],
);

it('tells what an event changed, before and after, and nothing that stayed as it was', () => {
  expect(differencesOf(LIFE, 3)).toEqual([{ field: 'quantity', before: 2, after: 3 }]);
  expect(differencesOf(LIFE, 5)).toEqual([{ field: 'paid', before: rub(100), after: rub(150) }]);
  expect(differencesOf(LIFE, 7)).toEqual([{ field: 'operator', before: 'sub:oleg', after: 'sub:olga' }]);
  expect(differencesOf(LIFE, 8)).toEqual([{ field: 'operator', before: 'sub:olga', after: null }]);
});

it('tells of a correction which figure of the earlier report it puts right', () => {
  expect(differencesOf(LIFE, 9)).toEqual([{ field: 'good_quantity', before: 5, after: 3 }]);
});

it('has nothing before the first event that tells of a thing', () => {
  expect(differencesOf(LIFE, 1)).toEqual([{ field: 'priority', before: undefined, after: 'NORMAL' }]);
  expect(differencesOf(LIFE, 99)).toEqual([]);
});
