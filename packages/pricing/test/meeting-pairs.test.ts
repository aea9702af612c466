import { expect, it } from '@jest/globals';
import { meetingPairs } from '@order-ledger/pricing/meeting-pairs';
import fc from 'fast-check';

const box = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 3 }), fc.constantFrom(0, 1, 3, 50))
  .map(([low, size]) => ({ low, high: low.map((value) => value + size) }));
type Box = { low: number[]; high: number[] };

const pairsOf = (boxes: readonly Box[], tolerance: number): string[] => {
  const pairs: string[] = [];
  meetingPairs(boxes, tolerance, (one, other) => pairs.push(String([one, other].sort((a, b) => a - b))));
  return pairs.sort();
};

it('finds each pair of boxes that meet once, however many, wide or flat they are', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 60 }), fc.constantFrom(0, 0.5, 2), (boxes, tolerance) => {
      const expected = boxes.flatMap((one, a) =>
        boxes.flatMap((other, b) => {
          const meets = [0, 1, 2].every(
            (axis) =>
              one.low[axis]! <= other.high[axis]! + tolerance && one.high[axis]! >= other.low[axis]! - tolerance,
          );
          return a < b && meets ? [String([a, b])] : [];
        }),
      );
      expect(pairsOf(boxes, tolerance)).toEqual(expected.sort());
    }),
    { numRuns: 300 },
  );
});
