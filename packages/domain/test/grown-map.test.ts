import { expect, it } from '@jest/globals';
import { GrownMap } from '@order-ledger/domain/grown-map';
import fc from 'fast-check';

const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.nat()), { maxLength: 200, size: 'max' });

it('holds what a plain map holds, in the same order, and what it was made of stays as it was', () => {
  fc.assert(
    fc.property(entries, entries, (first, then) => {
      const begun = new Map(first);
      let plain = new Map(begun);
      let grown = GrownMap.of(begun);
      for (const [key, value] of then) {
        const before = { grown, plain };
        plain = new Map(plain).set(key, value);
        grown = grown.with(key, value);
        expect([...before.grown]).toEqual([...before.plain]);
      }
      expect([...grown]).toEqual([...plain]);
      expect([...grown.keys()]).toEqual([...plain.keys()]);
      expect([...grown.values()]).toEqual([...plain.values()]);
      const each: unknown[] = [];
      grown.forEach((value, key) => void each.push([key, value]));
      expect(each).toEqual([...plain]);
      expect(grown.size).toBe(plain.size);
      for (let key = -1; key <= 61; key += 1) {
        expect(grown.has(key)).toBe(plain.has(key));
        expect(grown.get(key)).toBe(plain.get(key));
      }
      expect([...begun]).toEqual([...new Map(first)]);
    }),
    { numRuns: 50 },
  );
});

/** Says how often it was gone through as a whole, as a copy does. */
class CopiedMap extends Map<number, number> {
  copies = 0;
  override [Symbol.iterator](): MapIterator<[number, number]> {
    this.copies += 1;
    return super[Symbol.iterator]();
  }
}

it('is copied as a whole with one entry of many, so that an entry costs the same however many there are', () => {
  const large = new CopiedMap(Array.from({ length: 2_000 }, (_, n) => [n, n]));
  let grown = GrownMap.of(large);
  for (let n = 0; n < 31; n += 1) grown = grown.with(2_000 + n, n);
  expect(large.copies).toBe(0);
  grown = grown.with(2_031, 31);
  expect([large.copies, grown.size]).toEqual([1, 2_032]);
});
