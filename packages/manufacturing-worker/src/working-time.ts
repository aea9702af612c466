import { z } from 'zod';

const clockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be HH:MM, at most 24:00');
const shift = z
  .strictObject({ opens: clockTime, closes: clockTime })
  .refine(({ opens, closes }) => opens < closes, 'must open before it closes');

/** Opening hours by ISO weekday (1 = Monday); a day that is absent is closed. Local time of the centre's time zone. */
export const calendar = z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), shift);
export type Calendar = z.infer<typeof calendar>;

/** A day of the calendar, YYYY-MM-DD. */
export type Day = string;

/** From when to when a centre works on a day, milliseconds of the epoch. */
export interface Opening {
  readonly opens: number;
  readonly closes: number;
}

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const numeric = '2-digit';
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formats.set(timeZone, made);
  return made;
};

/** What the clock on the wall shows, as if it were UTC; milliseconds, to the second. */
const wallClock = (instant: number, timeZone: string): number => {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
};

export const dayOf = (instant: number, timeZone: string): Day =>
  new Date(wallClock(instant, timeZone)).toISOString().slice(0, 10);

export const nextDay = (day: Day): Day => new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** When the wall's clock shows this time; in the hour that a change of the clocks leaves out, as long after it. */
const instantOf = (day: Day, time: string, timeZone: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wall = Date.parse(`${day}T00:00:00Z`) + (hours * 60 + minutes) * 60_000;
  // The zone's offset is asked at a guess, and once more at the better guess beyond a change of the clocks.
  const guess = wall - (wallClock(wall, timeZone) - wall);
  return wall - (wallClock(guess, timeZone) - guess);
};

/** Null: closed on that day. */
export const openingOn = (day: Day, hours: Calendar, timeZone: string): Opening | null => {
  const weekday = String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7) as keyof Calendar;
  const shiftOfDay = hours[weekday];
  if (shiftOfDay === undefined) return null;
  const opening = {
    opens: instantOf(day, shiftOfDay.opens, timeZone),
    closes: instantOf(day, shiftOfDay.closes, timeZone),
  };
  return opening.opens < opening.closes ? opening : null;
};
