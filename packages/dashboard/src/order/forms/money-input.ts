/** The digits after the point that a currency has. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

const partOf = (locale: string, type: 'group' | 'decimal'): string =>
  new Intl.NumberFormat(locale).formatToParts(1234567.8).find((part) => part.type === type)?.value ?? '';

/** Minor units of an amount as people write it where they live; null: it is no amount, or has too many digits. */
export const minorUnits = (text: string, currency: string, locale: string): number | null => {
  const group = partOf(locale, 'group');
  const decimal = partOf(locale, 'decimal');
  // A comma or a point may be either; as the locale's own sign of groups it is no decimal sign.
  const plain = text
    .trim()
    .replace(/[\s\u00a0\u202f']/g, '')
    .replaceAll(group.trim() === '' ? '\u0000' : group, '')
    .replace(decimal, '.')
    .replace(group.trim() === '' ? ',' : '\u0000', '.');
  const match = /^(\d+)(?:\.(\d+))?$/.exec(plain);
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  const digits = digitsOf(currency);
  if (fraction.length > digits) return null;
  const amount = Number(whole + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? amount : null;
};

/** Minor units as one would type them. */
export const typedAmount = (amount: number, currency: string, locale: string): string => {
  const digits = digitsOf(currency);
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: amount % 10 ** digits === 0 ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits);
};
