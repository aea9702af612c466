import { describe, expect, it } from '@jest/globals';
import { COMMAND_BODIES, COMMAND_NAMES, REQUEST_BODIES } from '@order-ledger/domain/bodies';
import { factOfCommand } from '@order-ledger/domain/facts-by-id';
import {
  incomingReference,
  REFERENCES_TO_PEOPLE,
  REFERENCES_TO_THINGS,
  reference,
  storedForm,
} from '@order-ledger/domain/reference';
import fc from 'fast-check';
import { z } from 'zod';

const ASTRAL = '\u{20BB7}'; // a letter that takes two units of UTF-16

const faultOf = (text: string): string => incomingReference.safeParse(text).error?.issues[0]?.message ?? '';

describe('a reference of another system', () => {
  it.each([
    ['a Russian order number', 'ЗК-000123'],
    ['a number sign', '#1001'],
    ['№ and a blank', '№ 5'],
    ['an address', 'gid://shop/Order/5726128734520'],
    ['digits alone', '5726128734520'],
    ['Hindi, whose vowels are marks', 'ऑर्डर-१२३'],
    ['Thai', 'คำสั่งซื้อ 12'],
    ['Arabic with its digits', 'طلب-٤٢'],
    ['Chinese', '订单 7'],
    ['Korean', '주문-7'],
    ['letters beyond 16 bits', ASTRAL],
    ['a plus', 'A+B'],
    ['signs alone', '...'],
    ['100 letters', 'x'.repeat(100)],
    ['100 letters beyond 16 bits', ASTRAL.repeat(100)],
  ])('may be %s: %s', (_what, text) => {
    expect(incomingReference.parse(text)).toBe(text);
    expect(reference.parse(text)).toBe(text);
  });

  it.each([
    ['nothing', '', '1 to 100 characters'],
    ['blanks', '   ', '1 to 100 characters'],
    ['101 letters', 'x'.repeat(101), 'at most 100'],
    ['101 letters beyond 16 bits', ASTRAL.repeat(101), 'at most 100'],
    ['a megabyte', 'x'.repeat(2 ** 20), 'at most 100'],
    ['two blanks', 'a  b', 'single blanks'],
    ['a mail address', 'jane@example.com', 'U+0040 is none of them: a mail address is no reference'],
    ['an emoji', 'order 😀', 'U+1F600'],
    ['a digit in a box', '1\u{FE0F}\u{20E3}', 'U+FE0F'],
    ['a line feed', 'a\n', 'U+000A'],
    ['a tab', 'a\tb', 'U+0009'],
    ['U+0000', 'a\0', 'U+0000'],
    ['a lone surrogate', 'a\ud83d', 'U+D83D'],
    ['a no-break space', '№\u{A0}5', 'U+00A0'],
    ['a byte order mark', '\u{FEFF}1001', 'U+FEFF'],
    ['a joiner', 'a\u{200D}b', 'U+200D'],
    ['a soft hyphen', 'a\u{AD}b', 'U+00AD'],
    ['a change of direction', '\u{202E}1001', 'U+202E'],
    ['an isolate', '\u{2066}1001\u{2069}', 'U+2066'],
    ['an invisible letter', '\u{3164}', 'U+3164'],
    ['an invisible mark', 'a\u{34F}b', 'U+034F'],
    ['a mark without a letter', '\u{301}a', 'U+0301'],
    ['a mark after a digit', '1\u{301}', 'U+0301'],
    ['brackets', '(926) 1', 'U+0028'],
    ['a comma', 'a,b', 'U+002C'],
    ['a quotation mark', '"', 'U+0022'],
    ['an angle', '<b>', 'U+003C'],
    ['an equals sign', '=1+1', 'U+003D'],
    ['a full-width at', 'jane\u{FF20}example', 'U+FF20'],
  ])('is never %s', (_what, text, words) => expect(faultOf(text)).toContain(words));

  it('is stored in NFC without outer blanks, from whatever form it came', () => {
    for (const [given, stored] of [
      ['  ЗК-1 ', 'ЗК-1'],
      ['И\u{306}-1', 'Й-1'],
      ['Bjo\u{308}rn', 'Björn'],
      ['\u{1112}\u{1161}\u{11AB}', '한'],
      ['\u{212B}', 'Å'],
      ['\u{958}', '\u{915}\u{93C}'],
    ] as const)
      expect(incomingReference.parse(given)).toBe(stored);
    // 300 units of Hangul in parts, 100 syllables.
    expect(incomingReference.parse('\u{1112}\u{1161}\u{11AB}'.repeat(100))).toBe('한'.repeat(100));
  });

  it('that a caller may send is one that an event may hold, and stays itself', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 });
    const letters = fc.string({ unit: fc.constantFrom(...'aЯ९ก็한é№#+-_/:. '), maxLength: 20 });
    fc.assert(
      fc.property(fc.oneof(text, letters), (given) => {
        const { data } = incomingReference.safeParse(given);
        if (data === undefined) return;
        expect(reference.parse(data)).toBe(data);
        expect(incomingReference.parse(data)).toBe(data);
        expect(incomingReference.parse(` ${given.normalize('NFD')} `)).toBe(data);
      }),
      { numRuns: 5_000 },
    );
  });

  it('has one form in events', () => {
    for (const text of ['И\u{306}', ' a', 'a ', '', 'a\0', 'a\ud83d', 'x'.repeat(101)])
      expect([text, reference.safeParse(text).success]).toEqual([text, false]);
  });

  it('of every kind that was lawful before is lawful now, in the same form', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9._:/-]{1,100}$/), (text) => {
        expect([incomingReference.parse(text), reference.parse(text), storedForm(text)]).toEqual([text, text, text]);
      }),
    );
  });

  it('is looked at in proportion to its length, whatever stands in it', () => {
    for (const piece of [' ', 'a ', 'a\u{301}\u{323}', '\u{301}'])
      expect(incomingReference.safeParse(`${piece.repeat(500_000)}!`).success).toBe(false);
    expect(storedForm(`a${' '.repeat(500_000)}a`)).toHaveLength(500_002);
  });

  it('names the same fact in every normal form', () => {
    const amount = { amount: 1, currency: 'RUB' };
    const [composed, decomposed] = ['Й-1', 'И\u{306}-1'].map((payment_id) =>
      factOfCommand('RecordPayment', REQUEST_BODIES.RecordPayment.parse({ payment_id, amount, method: 'CARD' })),
    );
    expect(decomposed).toEqual(composed);
  });
});

/** Fields of the bodies, those of `delivery` among them, whose schema is this one. */
const fieldsOf = (schema: z.ZodType, bodies: Readonly<Record<string, z.ZodType>>): string[] => {
  const within = (value: z.ZodType, name: string): string[] => {
    if (value === schema) return [name];
    if (value instanceof z.ZodOptional) return within(value.unwrap() as z.ZodType, name);
    if (!(value instanceof z.ZodObject)) return [];
    return Object.entries(value.shape).flatMap(([field, inner]) => within(inner as z.ZodType, field));
  };
  return [...new Set(Object.values(bodies).flatMap((body) => within(body, '')))].sort();
};

it('stands in the fields of bodies that the lists name, and in no others', () => {
  const listed = [...REFERENCES_TO_PEOPLE, ...REFERENCES_TO_THINGS].sort();
  expect(COMMAND_NAMES.length).toBe(Object.keys(REQUEST_BODIES).length);
  expect(fieldsOf(incomingReference, REQUEST_BODIES)).toEqual(listed);
  expect(fieldsOf(reference, COMMAND_BODIES)).toEqual(listed);
});
