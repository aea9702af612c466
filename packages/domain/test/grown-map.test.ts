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

it('takes an entry for about the same, however many there are', () => {
  const perEntry = (size: number): number => {
    const map = GrownMap.of(new Map(Array.from({ length: size }, (_, n) => [n, n])));
    const rounds = Array.from({ length: 25 }, () => {
      const began = performance.now();
      for (let time = 0; time < 10; time += 1) {
        let grown = map;
        for (let n = 0; n < 32; n += 1) grown = grown.with(size + n, n);
      }
      return performance.now() - began;
    });
    return rounds.sort((a, b) => a - b)[12] ?? Number.NaN;
  };
  perEntry(2_000);
  // With a copy of the whole each time it is some hundred times as much; with one in 32 it is a few times.
  expect(perEntry(2_000) / perEntry(10)).toBeLessThan(20);
});
