import { oneOf, type RawSearch } from '../app/search.ts';
import { clockTime, momentOf } from '../order/forms/zoned-time.ts';

/** How far back is looked from now. */
export const SPANS = ['7d', '30d', '90d', '365d', 'all'] as const;
export type Span = (typeof SPANS)[number];
export const USUAL_SPAN: Span = '30d';

const DAYS: Readonly<Record<Exclude<Span, 'all'>, number>> = { '7d': 7, '30d': 30, '90d': 90, '365d': 365 };
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Which time is looked at: back from now, or from one day of the plant's calendar to another, both included. */
export interface Period {
  last?: Span;
  since?: string;
  until?: string;
}

const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : undefined;

/** Days win over a span: only one of both is meant. */
export const readPeriod = ({ last, since, until }: RawSearch): { [Name in keyof Period]: Period[Name] | undefined } => {
  const [first, end] = [day(since), day(until)];
  const span = oneOf(SPANS, last);
  if (first === undefined && end === undefined)
    return { last: span === USUAL_SPAN ? undefined : span, since: undefined, until: undefined };
  // The other way round nothing would lie between them.
  const turned = first !== undefined && end !== undefined && first > end;
  return { last: undefined, since: turned ? end : first, until: turned ? first : end };
};

export const dayAfter = (date: string): string => new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10);

/** Midnight, or where the clocks skip it the first hour after it. */
const beginOf = (date: string, zone: string): string | undefined =>
  momentOf(`${date}T00:00`, zone) ?? momentOf(`${date}T01:00`, zone) ?? undefined;

/** As the API asks for it. A span begins on the hour, so that it is not another question with each look. */
export const rangeOf = (period: Period, now: number, zone: string): { since?: string; until?: string } => {
  const { last = USUAL_SPAN, since, until } = period;
  if (since === undefined && until === undefined) {
    if (last === 'all') return {};
    return { since: new Date(Math.floor(now / HOUR_MS) * HOUR_MS - DAYS[last] * DAY_MS).toISOString() };
  }
  const begin = since === undefined ? undefined : beginOf(since, zone);
  const end = until === undefined ? undefined : beginOf(dayAfter(until), zone);
  return { ...(begin === undefined ? {} : { since: begin }), ...(end === undefined ? {} : { until: end }) };
};

/** How many days a period has; infinite where it has no beginning. */
export const daysOf = (period: Period, now: number, zone: string): number => {
  const { since, until } = rangeOf(period, now, zone);
  if (since === undefined) return Number.POSITIVE_INFINITY;
  return ((until === undefined ? now : Date.parse(until)) - Date.parse(since)) / DAY_MS;
};

export const todayIn = (zone: string, now: number): string => clockTime(now, zone).slice(0, 10);
