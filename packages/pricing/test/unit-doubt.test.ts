import { expect, it } from '@jest/globals';
import { unitDoubtOf } from '@order-ledger/pricing/unit-doubt';

it.each([
  ['a part of usual size', [20_000, 4_000, 1_000], null],
  ['a small part', [5_000, 5_000, 5_000], null],
  ['two inches', [2_000, 1_000, 500], { unit: 'INCH', bounding_box: [50_800, 25_400, 12_700] }],
  ['a twentieth of a metre', [50, 20, 10], { unit: 'M', bounding_box: [50_000, 20_000, 10_000] }],
  ['nothing', [0, 0, 0], null],
] as const)('of %s it is said whether another unit was meant, with the size in both [R2]', (_, box, other) => {
  const doubt = unitDoubtOf(box);
  expect(doubt?.sizes ?? null).toEqual(other === null ? null : [{ unit: 'MM', bounding_box: [...box] }, other]);
});

it('says the size in both units in words', () => {
  expect(unitDoubtOf([2_000, 3_000, 4_000])?.detail).toBe(
    'The file names no unit. Read in millimetres 2 × 3 × 4 mm, in inches 50.8 × 76.2 × 101.6 mm. Name the unit INCH where you attach it, if that is the size that you mean.',
  );
});
