import { describe, expect, it } from '@jest/globals';
import { foldBatch } from '@order-ledger/read-model/folding/fold-batch';
import { asRead, type OrderDetail } from '@order-ledger/read-model/reading/order-columns';
import { randomLives } from '@order-ledger/testing/running/read-model';
import fc from 'fast-check';
import type { Audience } from '../src/audience.ts';
import { presentOrder } from '../src/presentation/order.ts';
import { orderText, sizeOfText, textAt } from '../src/presentation/order-text.ts';

const AUDIENCES: readonly Audience[] = ['staff', 'partner', 'carrier'];

/** Orders as the tables have them, at the end of random lives. */
const ORDERS: readonly OrderDetail[] = randomLives(60, 7).flatMap((events, n) => {
  const read = events.map((event, i) => ({
    ...{ event, id: crypto.randomUUID(), position: { commit: BigInt(n * 1_000 + i), prepare: 0n } },
  }));
  return foldBatch(new Map(), read).changes.rows.map(asRead);
});

/** What the marks of parked orders and the references of callers make of an order. */
const marked = fc.record({
  is_stale: fc.boolean(),
  stale_reason: fc.constantFrom('gap', 'unreadable', null),
  customer_ref: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('"overdue":', ',"current_stage_duration_ms":1', 'Иван'),
  ),
  external_ref: fc.oneof(fc.string(), fc.constant(null)),
  due_at: fc.oneof(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), fc.constant(null)),
  event_version: fc.constantFrom(0, 5),
});

describe('the text of an order', () => {
  it.each(AUDIENCES)('is what JSON makes of its answer to a %s, byte for byte, at any time', (audience) => {
    expect(ORDERS.length).toBeGreaterThan(30);
    fc.assert(
      fc.property(
        fc.constantFrom(...ORDERS),
        marked,
        fc.array(fc.date({ min: new Date(1.6e12), max: new Date(2e12), noInvalidDate: true }), {
          minLength: 2,
          maxLength: 5,
        }),
        (order, marks, times) => {
          const seen = { ...order, ...marks } as OrderDetail;
          const text = orderText(seen, audience);
          for (const now of times) expect(textAt(text, now)).toBe(JSON.stringify(presentOrder(seen, audience, now)));
          // Each text is held as at most two bytes a character, and its parts have a size of their own.
          expect(sizeOfText(text)).toBeGreaterThan(2 * textAt(text, new Date(0)).length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
