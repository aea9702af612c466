// Numbers and times as people read them. Formatters are slow to make, so each is made once.

const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

const once = <Format extends Intl.NumberFormat | Intl.DateTimeFormat>(name: string, make: () => Format): Format => {
  const known = kept.get(name) ?? make();
  kept.set(name, known);
  return known as Format;
};

/** An amount in minor units, with the digits that its currency has. */
export const moneyText = ({ amount, currency }: { amount: number; currency: string }, locale: string): string => {
  const format = once(
    `money ${locale} ${currency}`,
    () => new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
  );
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};

export const numberText = (value: number, locale: string): string =>
  once(`number ${locale}`, () => new Intl.NumberFormat(locale)).format(value);

/** A share, as 12 % or 0.4 %. */
export const shareText = (share: number, locale: string): string =>
  once(
    `share ${locale}`,
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 }),
  ).format(share);

export type TimeForm = 'time' | 'day' | 'full' | 'seconds' | 'brief' | 'date' | 'month' | 'moment';

const FORMS: Readonly<Record<TimeForm, Intl.DateTimeFormatOptions>> = {
  time: { hour: '2-digit', minute: '2-digit' },
  brief: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  full: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  seconds: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  moment: {
    ...({ day: 'numeric', month: 'short', year: 'numeric' } as const),
    ...({ hour: '2-digit', minute: '2-digit', second: '2-digit' } as const),
  },
};

export const timeText = (at: Date, form: TimeForm, locale: string, timeZone: string): string =>
  once(
    `time ${locale} ${timeZone} ${form}`,
    () => new Intl.DateTimeFormat(locale, { ...FORMS[form], timeZone, hourCycle: 'h23' }),
  ).format(at);

/**
 * What people call a zone; its place where their language has no word for it. By its long name, because browsers leave
 * the names of cities out; Russian adds behind a comma that it is no summer time.
 */
export const zoneText = (timeZone: string, locale: string): string => {
  const parts = once(
    `zone ${locale} ${timeZone}`,
    () => new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }),
  ).formatToParts(Date.now());
  const [name = ''] = (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').split(',');
  return /^(GMT|UTC)[+-]/.test(name) || name === '' ? (timeZone.split('/').at(-1) ?? '').replaceAll('_', ' ') : name;
};

/** The calendar day of a time in a zone, to compare days with. */
export const dayOf = (at: Date, timeZone: string): string =>
  once(`calendar ${timeZone}`, () => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })).format(at);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The two largest units of a duration, such as 1 h 12 m: enough to judge by. */
export const durationParts = (ms: number): { unit: 'd' | 'h' | 'm' | 's'; value: number }[] => {
  const whole = Math.max(0, Math.floor(ms));
  const [days, hours, minutes] = [
    Math.floor(whole / DAY),
    Math.floor(whole / HOUR) % 24,
    Math.floor(whole / MINUTE) % 60,
  ];
  const seconds = Math.floor(whole / 1_000) % 60;
  const of = (unit: 'd' | 'h' | 'm' | 's', value: number) => (value > 0 ? [{ unit, value }] : []);
  if (days > 0) return [...of('d', days), ...of('h', hours)];
  if (hours > 0) return [...of('h', hours), ...of('m', minutes)];
  if (minutes > 0) return [{ unit: 'm', value: minutes }];
  return [{ unit: 's', value: seconds }];
};
