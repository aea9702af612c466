// Times are strings in the one stored form, YYYY-MM-DDTHH:MM:SS.sssZ.

export const later = (a: string, b: string): string => (Date.parse(a) >= Date.parse(b) ? a : b);
export const earlier = (a: string, b: string): string => (Date.parse(a) <= Date.parse(b) ? a : b);
export const millisecondsBetween = (from: string, to: string): number => Date.parse(to) - Date.parse(from);

/**
 * The times that every reader can hold, both ends included: AMQP counts from 1970 on, and after 9999 this form ends.
 */
export const EARLIEST_TIME = '1970-01-01T00:00:00.000Z';
export const LATEST_TIME = '9999-12-31T23:59:59.999Z';

/** Stays in the range, so that a period of any length, such as "for ever", has an end. */
export const plusSeconds = (time: string, seconds: number): string => {
  const ms = Math.max(Date.parse(time) + seconds * 1000, Date.parse(EARLIEST_TIME));
  return new Date(Math.min(ms, Date.parse(LATEST_TIME))).toISOString();
};

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const SHORT_MONTHS: ReadonlySet<number> = new Set([4, 6, 9, 11]);
const daysOf = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return SHORT_MONTHS.has(month) ? 30 : 31;
};

/**
 * Whether a text of the stored form is a time of the calendar. Reckoned from its digits, a fortieth of the work that a Date
 * makes of it: it is asked twice for every event that is read.
 */
export const isOfCalendar = (text: string): boolean => {
  const two = (at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
  const [month, day] = [two(5), two(8)];
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysOf(two(0) * 100 + two(2), month);
  return isDay && two(11) < 24 && two(14) < 60 && two(17) < 60;
};

const DAY_MS = 86_400_000;
const HOUR = '(?:[01]\\d|2[0-3])';
/** RFC 3339: `t` and `z` may be small, a second of 60 is a leap second. Seconds may be left out. */
export const RFC_3339 = new RegExp(
  `^(\\d{4}-\\d{2}-\\d{2})[Tt](${HOUR}:[0-5]\\d)(?::([0-5]\\d|60)(\\.\\d+)?)?([Zz]|[+-]${HOUR}:[0-5]\\d)$`,
);

const isDayOfCalendar = (day: string): boolean => {
  const ms = Date.parse(`${day}T00:00:00.000Z`);
  // Date.parse takes 30 February for 2 March; only a date of the calendar comes back as it went in.
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === day;
};

/** Leap seconds are put in where a month ends in UTC, and nowhere else. */
const endsMonth = (lastMs: number): boolean => {
  const next = new Date(lastMs + 1);
  return next.getUTCDate() === 1 && next.getTime() % DAY_MS === 0;
};

/**
 * The instant that an RFC 3339 time names, milliseconds of the epoch; null where it names none. What is finer than a
 * millisecond is cut off. A leap second is the last millisecond of the second before it: of the same day, and no later
 * than what came after it.
 */
export const instantOf = (text: string): number | null => {
  const [, day = '', minute = '', second = '00', fraction = '', zone = ''] = RFC_3339.exec(text) ?? [];
  if (!isDayOfCalendar(day)) return null;
  const isLeap = second === '60';
  const seconds = isLeap ? '59.999' : `${second}${(fraction || '.').padEnd(4, '0').slice(0, 4)}`;
  const ms = Date.parse(`${day}T${minute}:${seconds}${zone.toUpperCase()}`);
  return isLeap && !endsMonth(ms) ? null : ms;
};

/** True once `at` lies after the deadline; the deadline itself is still in time. */
export const passed = (deadline: string, at: string): boolean => Date.parse(at) > Date.parse(deadline);
