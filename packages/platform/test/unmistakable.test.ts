import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holdsCardNumber, holdsTelephoneNumber, luhn } from '../src/unmistakable.ts';

const withCheckDigit = (digits: string): string => [...'0123456789'].map((last) => digits + last).find(luhn) ?? '';

/** Of each brand a number that its payment system publishes for tests, or one of its range. */
const CARDS = {
  Visa: '4111111111111111',
  Mastercard: '5555555555554444',
  'Mastercard since 2017': '2223003122003222',
  Mir: '2200000000000053',
  'American Express': '378282246310005',
  Discover: '6011111111111117',
  JCB: '3530111333300000',
  UnionPay: '6200000000000005',
  Maestro: '6759649826438453',
};

describe('a card number', () => {
  it.each(Object.entries(CARDS))('of %s is one, grouped or not', (_brand, card) => {
    expect(luhn(card)).toBe(true);
    const groups = card.length === 15 ? /(\d{4})(\d{6})(\d{5})/ : /(\d{4})(\d{4})(\d{4})(\d{4})/;
    for (const gap of ['', ' ', '-', '.', '/', '_', ':', '#', '+', ' - '])
      expect([gap, holdsCardNumber(groups.exec(card)?.slice(1).join(gap) ?? '')]).toEqual([gap, true]);
  });

  it.each([
    '41111111-11111111',
    '4-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1',
    '#4111111111111111',
    '№ 4111 1111 1111 1111',
    '1-4111111111111111',
    '2026/4111-1111-1111-1111/2',
    'Иванов 4111 1111 1111 1111',
    '12/27 4111-1111-1111-1111',
    '4111 1111 1111 1111/12/27',
    '7 - 4111111111111111 - 7',
    '٤١١١١١١١١١١١١١١١',
    '４１１１-１１１１-１１１１-１１１１',
    `\u{1D7D2}\u{1D7CF}${'१'.repeat(14)}`,
    '4111111111111111a',
    '/4111111111111111',
  ])('stands in %s', (text) => expect(holdsCardNumber(text)).toBe(true));

  it.each(Object.values(CARDS))('is %s no longer after a prefix', (card) => {
    for (const prefix of ['ORD-', 'ЗК-', 'N', 'gid://shop/Order/', 'हि/'])
      expect(holdsCardNumber(prefix + card)).toBe(false);
    expect(holdsCardNumber(`A-${card.replace(/(\d{4})(?=\d)/g, '$1 ')}`)).toBe(false);
  });

  it.each([
    ['another check digit', '4111111111111112'],
    ['no brand', withCheckDigit('100000000000000')],
    ['17 digits', `${CARDS.Visa}1`],
    ['a Visa of 13 digits', withCheckDigit('422222222222')],
    ['3-7-7', '305-1234567-1234567'],
    ['a UUID', '41111111-1111-4111-8111-111111111111'],
    ['a time', '2026-11-29 12:34:56.789'],
    ['INN and KPP', '7707083893/770701001'],
    ["a parcel's number in fours", '9447 5155 4578 2410 2804 28'],
    ["a card's digits in a longer number of like groups", '9400 4111 1111 1111 1111 28'],
    ["a card's digits at its end", '9400-4111-1111-1111-1111'],
  ])('is not what has %s: %s', (_what, text) => expect(holdsCardNumber(text)).toBe(false));
});

it('takes the numbers of shops for neither, whatever their sum', () => {
  const digits = (min: number, max = min) => fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));
  const separator = fc.constantFrom('-', '/', '.', ' ', '_');
  const shopNumber = fc.oneof(
    // Order numbers, INN of 10 and 12 digits, EAN-8 and EAN-13, SNILS, OGRN.
    digits(1, 14),
    fc.tuple(digits(3), digits(7), digits(7)).map((parts) => parts.join('-')),
    digits(8, 20).map((number) => `gid://shop/Order/${number}`),
    fc.tuple(digits(3), digits(3), digits(3), digits(2)).map(([a, b, c, d]) => `${a}-${b}-${c} ${d}`),
    fc.tuple(digits(4), digits(1, 8), separator).map(([year, number, gap]) => `${year}${gap}${number}`),
    fc.uuid(),
  );
  const prefix = fc.constantFrom('', '#', '№ ', 'ЗК-', 'A', 'no/');
  fc.assert(
    fc.property(prefix, shopNumber, (before, number) => {
      expect([holdsCardNumber(before + number), holdsTelephoneNumber(before + number)]).toEqual([false, false]);
    }),
    { numRuns: 5_000 },
  );
});

it.each([
  '+79161234567',
  '+7 916 123-45-67',
  'tel:+79161234567',
  'Анна +79161234567',
  '+442079460123',
  '+12345678',
  '8/916/1234567',
  '8-916-123-45-67',
  '8 916 123 45 67',
  '7.916.1234567',
  'Анна 8 916 123-45-67',
  '+٧٩١٦١٢٣٤٥٦٧',
  '+９８ ９１２ ３４５ ６７ ８９',
])('takes %s for a telephone number', (text) => expect(holdsTelephoneNumber(text)).toBe(true));

it.each([
  '79161234567',
  '89161234567',
  '8-9161234567',
  '9161234567',
  '916-123-45-67',
  'anna.k/79161234567',
  '1001+79161234567',
  'C++79161234567',
  '+1234567',
  '+1234567890123456',
  '18-916-1234567',
  '2026-8-916-1234567',
  '8-916-12345678',
  'A8-916-1234567',
])('takes %s for none', (text) => expect(holdsTelephoneNumber(text)).toBe(false));
