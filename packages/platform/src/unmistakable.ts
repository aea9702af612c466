/**
 * Values that no reference may hold because they are unmistakable. Callers can know this rule: digits alone are never
 * interpreted, so order numbers, EAN and INN are lawful whatever their sum. Logs are masked more strictly (`mask.ts`).
 * The texts are short: their form was checked before.
 */

/** Ranges of card numbers by their first digits, and how many digits a number of that range has. */
const BRANDS: readonly (readonly [first: RegExp, digits: number])[] = [
  [/^3[47]/, 15], // American Express
  [/^4/, 16], // Visa
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, 16], // Mastercard
  [/^220[0-4]/, 16], // Mir
  [/^(?:50(?:18|20|38)|5893|6304|6759|676[1-3])/, 16], // Maestro
  [/^6(?:011|4[4-9]|5)/, 16], // Discover
  [/^35(?:2[89]|[3-8])/, 16], // JCB
  [/^62/, 16], // UnionPay
];

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/giu;

/** What may stand between groups of digits; brackets stand in no reference. */
const GAP = '[ ._:/#№+-]';

/** Groups of digits that follow on no letter, neither at once nor after one sign: letters name what the number is of. */
const numbers = new RegExp(`(?<!\\p{L}\\p{M}*[._:/#№+-]?|\\d${GAP}{0,3})\\d+(?:${GAP}{1,3}\\d+)*`, 'gu');

/**
 * From each first group on, all groups with the same sign between. Of a longer number of such a form no part is a card's:
 * carriers write the 22 digits of a parcel in fours.
 */
const evenGroups = new RegExp(`(?<!\\d)(?=(\\d+(${GAP}{1,3})\\d+(?:\\2\\d+)*))(?<!\\d\\2)`, 'gu');

const telephones = [
  // In international form: a plus that joins nothing, and 8 to 15 digits.
  new RegExp(`(?<![\\p{L}\\p{M}\\d+])\\+${GAP}?[1-9](?:${GAP}{0,3}\\d){7,14}(?!\\d)`, 'u'),
  // A Russian number with its 7 or 8, in groups only: eleven digits in a row are an order's number.
  new RegExp(
    `(?<![\\p{L}\\p{M}\\d]|\\d${GAP}{1,3})[78]${GAP}{1,3}\\d{3}${GAP}{1,3}\\d{3}${GAP}{0,3}\\d{2}${GAP}{0,3}\\d{2}(?!${GAP}{0,3}\\d)`,
    'u',
  ),
];

/** 15 or 16 digits in the range of a brand with a right check digit, in one row or in groups. */
export const holdsCardNumber = (text: string): boolean => {
  return Array.from(inAsciiDigits(text).replace(UUID, '|').matchAll(numbers)).some(([number]) => {
    const even = Array.from(number.matchAll(evenGroups), ([, groups = '']) => groups);
    return [number, ...even, ...(number.match(/\d+/g) ?? [])].some((part) => isCardNumber(part.replace(/\D/g, '')));
  });
};

/** A telephone number in a form that nothing else has. */
export const holdsTelephoneNumber = (text: string): boolean => {
  const digits = inAsciiDigits(text);
  return telephones.some((form) => form.test(digits));
};

/** The text with the digits of all scripts written as 0 to 9: a number is the same in each of them. */
export const inAsciiDigits = (text: string): string => {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit)));
};

/** Unicode has the digits of a script in a row from 0 to 9, and some of those rows without a gap one after the other. */
const digitValue = (digit: string): number => {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (point - zero) % 10;
};

const isCardNumber = (digits: string): boolean => {
  return BRANDS.some(([first, length]) => digits.length === length && first.test(digits)) && luhn(digits);
};

/** Whether the last of the digits is the check digit of the others (ISO/IEC 7812). */
export const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
    const digit = Number(digits[digits.length - 1 - fromRight]);
    const counted = fromRight % 2 === 0 ? digit : digit * 2;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
};
