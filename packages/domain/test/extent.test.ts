import { describe, expect, it } from '@jest/globals';
import { COMMAND_NAMES, type CommandName, HIGHEST, REQUEST_BODIES } from '@order-ledger/domain/bodies';
import { mostValuesOf } from '@order-ledger/domain/extent';
import { listOf, MOST_ERRORS } from '@order-ledger/domain/list';
import { PRICE, RIGHTFUL } from '@order-ledger/testing/orders/rightful';
import { z } from 'zod';

/** Commands whose bodies hold lists, and the values of the largest: all others are forms of a few fields. */
const LARGEST: Partial<Record<CommandName, number>> = {
  // 32 faults with 1,000 faces each.
  RejectOrder: 33_000,
  StartPriceCalculation: 33_000,
  // 4 faults of a risk with 1,000 faces each.
  CompletePriceCalculation: 4_300,
  // 1,000 parcels.
  CompletePackaging: 5_010,
};

const digit = z.int().min(0).max(9);

describe('the body of a command', () => {
  it.each(COMMAND_NAMES)('%s has a bound to each number, text, list and object, and so to all its values', (name) => {
    expect(mostValuesOf(REQUEST_BODIES[name])).toBeLessThanOrEqual(LARGEST[name] ?? 20);
  });

  it.each([
    ['a text', z.strictObject({ deep: z.strictObject({ text: z.string() }) }), '/deep/text: a text'],
    ['a pattern that repeats', z.strictObject({ code: z.string().regex(/^[a-z]+$/) }), '/code: a text'],
    ['a pattern that does not end', z.strictObject({ code: z.string().regex(/^[a-z]{1,9}/) }), '/code: a text'],
    ['a number', z.strictObject({ estimate: z.number().nonnegative() }), '/estimate: a number'],
    ['a number without a lower bound', z.strictObject({ balance: z.number().max(9) }), '/balance: a number'],
    ['a number in a tuple', z.tuple([digit, z.number().positive()]), 'the whole: a number'],
    ['a list', z.strictObject({ list: z.array(digit) }), '/list: a list'],
    ['a list in a list', z.array(z.array(digit)).max(3), '/*: a list'],
    ['a record', z.strictObject({ all: z.record(z.string().max(9), digit) }), '/all: an object'],
    ['an object with more than its fields', z.looseObject({}), 'the whole: an object'],
    ['anything', z.strictObject({ any: z.unknown() }), '/any: a value of any kind'],
    ['one of several', z.union([digit, z.array(digit)]), 'the whole: a list'],
  ])('is seen to have none where there is %s', (_what, schema, told) => {
    expect(() => mostValuesOf(schema)).toThrow(told);
  });

  it('is counted with all that lies within it', () => {
    expect(mostValuesOf(digit)).toBe(1);
    expect(mostValuesOf(z.strictObject({ a: digit, b: z.enum(['x']).optional() }))).toBe(3);
    expect(mostValuesOf(listOf(z.strictObject({ a: digit }), 10))).toBe(21);
    expect(mostValuesOf(z.tuple([digit, digit]))).toBe(3);
    expect(mostValuesOf(z.union([digit, listOf(z.boolean(), 4)]))).toBe(5);
  });
});

describe('a figure of a body', () => {
  const refusedAt = (name: CommandName, changes: object): string[] => {
    const { error } = REQUEST_BODIES[name].safeParse({ ...RIGHTFUL[name](null).body, ...changes });
    return error?.issues.map(({ path }) => path.join('/')) ?? [];
  };

  it('is taken up to the highest of its kind, and refused beyond it', () => {
    const { count, figure } = HIGHEST;
    const estimate = (p95: number) => ({ estimate_s: { p50: 1, p95 } });
    expect(refusedAt('StartPriceCalculation', estimate(count))).toEqual([]);
    for (const p95 of [count + 0.5, 1e308]) {
      expect(refusedAt('StartPriceCalculation', estimate(p95))).toEqual(['estimate_s/p95']);
    }
    const parcels = (weight: number) => ({ parcels: [{ weight, length: count, width: 1, height: 1 }] });
    expect(refusedAt('CompletePackaging', parcels(count))).toEqual([]);
    expect(refusedAt('CompletePackaging', parcels(count + 1))).toEqual(['parcels/0/weight']);
    const measures = (volume: number) => ({ measures: { volume, area: 0, bounding_box: [1, 1, count] } });
    expect(refusedAt('CompletePriceCalculation', measures(figure))).toEqual([]);
    expect(refusedAt('CompletePriceCalculation', measures(1e300))).toEqual(['measures/volume']);
  });
});

/** Items that count who looks at them. */
const watched = (count: number, item: object) => {
  let seen = 0;
  const items = Array.from({ length: count }, () => {
    const each = { ...item };
    Object.defineProperty(each, 'weight', {
      enumerable: true,
      get: () => {
        seen += 1;
        return 'heavy';
      },
    });
    return each;
  });
  return { items, seen: () => seen };
};
const PARCEL = { weight: 1, length: 1, width: 1, height: 1 };

describe('a list that does not fit', () => {
  it('is looked at until so many faults are found, and no further', () => {
    const { items, seen } = watched(1_000, PARCEL);
    const { error } = REQUEST_BODIES.CompletePackaging.safeParse({ parcels: items });
    expect(error?.issues).toHaveLength(MOST_ERRORS);
    expect(error?.issues.at(-1)?.path).toEqual(['parcels', MOST_ERRORS - 1, 'weight']);
    expect(seen()).toBeLessThan(3 * MOST_ERRORS);
  });

  it('and is too long is not looked at', () => {
    const { items, seen } = watched(1_001, PARCEL);
    const { error } = REQUEST_BODIES.CompletePackaging.safeParse({ parcels: items });
    expect(error?.issues.map(({ code, path }) => [code, path])).toEqual([['too_big', ['parcels']]]);
    expect(seen()).toBe(0);
  });

  it('in a list ends both', () => {
    const fault = { code: 'OPEN_EDGES', count: 1, faces: Array.from({ length: 1_000 }, () => 'none') };
    const body = { ...RIGHTFUL.RejectOrder(null).body, faults: Array.from({ length: 32 }, () => fault) };
    expect(REQUEST_BODIES.RejectOrder.safeParse(body).error?.issues).toHaveLength(MOST_ERRORS);
  });

  it('is not summed up as if all of it had been looked at', () => {
    const lines = [...Array.from({ length: MOST_ERRORS }, () => ({ line: '', amount: PRICE })), {}];
    const body = { ...RIGHTFUL.CompletePriceCalculation(null).body, breakdown: lines };
    const { error } = REQUEST_BODIES.CompletePriceCalculation.safeParse(body);
    expect(error?.issues).toHaveLength(MOST_ERRORS);
  });

  it('may follow one that fits: only what is wrong counts', () => {
    const parcels = [...Array.from({ length: 999 }, () => PARCEL), { ...PARCEL, weight: 0 }];
    const { error } = REQUEST_BODIES.CompletePackaging.safeParse({ parcels });
    expect(error?.issues.map(({ path }) => path)).toEqual([['parcels', 999, 'weight']]);
    expect(REQUEST_BODIES.CompletePackaging.parse({ parcels: parcels.slice(0, 999) }).parcels).toHaveLength(999);
  });
});
