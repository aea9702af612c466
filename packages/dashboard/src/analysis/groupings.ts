import type { components } from '../api/query-api.gen.ts';

/** Figures of the orders of one group. */
export type Statistics = components['schemas']['Durations']['groups'][number];

/** By what orders are taken together. */
export const TIME_GROUPINGS = ['day', 'week', 'month'] as const;
export const GROUPINGS = [...TIME_GROUPINGS, 'partner', 'material', 'operator', 'priority'] as const;
export type TimeGrouping = (typeof TIME_GROUPINGS)[number];
export type Grouping = (typeof GROUPINGS)[number];

export const isOfTime = (grouping: Grouping): grouping is TimeGrouping =>
  (TIME_GROUPINGS as readonly Grouping[]).includes(grouping);

const DAYS_BY_DAY = 45;
const DAYS_BY_WEEK = 200;

/** What shows the course of so many days in a few dozen points. */
export const usualGrouping = (days: number): TimeGrouping =>
  days <= DAYS_BY_DAY ? 'day' : days <= DAYS_BY_WEEK ? 'week' : 'month';

const DAY_MS = 86_400_000;
const NEXT: Readonly<Record<TimeGrouping, (at: number) => number>> = {
  day: (at) => at + DAY_MS,
  week: (at) => at + 7 * DAY_MS,
  month: (at) => new Date(at).setUTCMonth(new Date(at).getUTCMonth() + 1),
};

/** More points than these nobody tells apart. */
const MOST_POINTS = 2_000;

export interface Course {
  /** Beginnings of the days, weeks or months, UTC milliseconds, without a hole. */
  at: readonly number[];
  /** What is known of each; undefined: no order ended its way in it. */
  groups: readonly (Statistics | undefined)[];
}

/** Groups by time as a course, in which the times without any order are there too: a line must not run over them. */
export const courseOf = (groups: readonly Statistics[], grouping: TimeGrouping): Course => {
  const known = new Map(
    groups.flatMap((group): [number, Statistics][] =>
      typeof group.group === 'string' ? [[Date.parse(group.group), group]] : [],
    ),
  );
  const ends = [...known.keys()].sort((one, other) => one - other);
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined) return { at: [], groups: [] };
  const at: number[] = [];
  for (let one = first; one <= last && at.length < MOST_POINTS; one = NEXT[grouping](one)) at.push(one);
  return { at, groups: at.map((one) => known.get(one)) };
};
