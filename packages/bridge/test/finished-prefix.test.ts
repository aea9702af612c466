import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createFinishedPrefix } from '../src/finished-prefix.ts';
import type { ParkedOrder } from '../src/parked-orders.ts';

const positionOf = (n: number) => ({ commit: BigInt(n + 1) * 100n, prepare: BigInt(n + 1) * 100n });
const parkedAt = (n: number): ParkedOrder => ({
  orderId: `order-${n}`,
  eventVersion: 1n,
  eventId: `event-${n}`,
  reason: 'unreadable',
  detail: 'a fault',
});

/** Places finished in any order, with a look at the prefix now and then; every third is no event, every fifth parks. */
const histories = fc
  .integer({ min: 1, max: 40 })
  .chain((count) =>
    fc.tuple(
      fc.shuffledSubarray([...Array(count).keys()], { minLength: count, maxLength: count }),
      fc.array(fc.boolean(), { minLength: count, maxLength: count }),
    ),
  );

it('moves the checkpoint over finished places only, up to the first gap, and parks each order once', () => {
  fc.assert(
    fc.property(histories, ([order, looks]) => {
      const prefix = createFinishedPrefix({ position: null, lastEvent: null }, () => undefined);
      const finish = order
        .map((_, n) => n)
        .map((n) => prefix.add({ position: positionOf(n), eventId: n % 3 === 2 ? null : `event-${n}` }));
      const finished = new Set<number>();
      const parked: string[] = [];
      let at = 0n;
      for (const [step, n] of order.entries()) {
        finish[n]!(n % 5 === 4 ? parkedAt(n) : undefined);
        finished.add(n);
        if (!looks[step] && step < order.length - 1) continue;
        const gap = order.map((_, index) => index).find((index) => !finished.has(index)) ?? order.length;
        const progress = prefix.take();
        if (progress !== null) {
          parked.push(...progress.parked.map(({ orderId }) => orderId));
          at = progress.to.position?.commit ?? 0n;
          const lastEvent = [...Array(gap).keys()].findLast((index) => index % 3 !== 2);
          expect(progress.to.lastEvent?.id).toBe(`event-${lastEvent}`);
        }
        expect(at).toBe(BigInt(gap) * 100n);
        expect(prefix.size).toBe(order.length - gap);
      }
      expect(parked).toEqual(order.map((_, n) => n).flatMap((n) => (n % 5 === 4 ? [`order-${n}`] : [])));
      expect(prefix.take()).toBeNull();
    }),
  );
});
