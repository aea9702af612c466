import type { DurationsAsked } from '../analysis/analysis-queries.ts';
import { GROUPINGS, type Grouping, usualGrouping } from '../analysis/groupings.ts';
import { daysOf, type Period, rangeOf, readPeriod } from '../analysis/period.ts';
import type { StatusName } from '../api/shapes.ts';
import { oneOf, type RawSearch, said } from '../app/search.ts';
import { STATUSES_IN_ORDER } from '../system/status-look.ts';

export const MEASURES = ['net', 'wall', 'without_holds'] as const;
export type Measure = (typeof MEASURES)[number];
export const PICKS = ['first', 'last'] as const;
export type Pick = (typeof PICKS)[number];

/** What the address says: without both statuses all steps are shown, with them the way from one to the other. */
export interface DurationsSearch extends Period {
  from?: StatusName;
  to?: StatusName;
  measure?: Measure;
  from_pick?: Pick;
  to_pick?: Pick;
  by?: Grouping;
}

export const readDurationsSearch = (search: RawSearch): DurationsSearch => {
  const measure = oneOf(MEASURES, search.measure);
  const usually = <Value>(value: Value | undefined, usual: Value): Value | undefined =>
    value === usual ? undefined : value;
  return said<DurationsSearch>({
    ...readPeriod(search),
    from: oneOf(STATUSES_IN_ORDER, search.from),
    to: oneOf(STATUSES_IN_ORDER, search.to),
    measure: usually(measure, 'net'),
    from_pick: usually(oneOf(PICKS, search.from_pick), 'first'),
    to_pick: usually(oneOf(PICKS, search.to_pick), 'first'),
    by: oneOf(GROUPINGS, search.by),
  });
};

export const groupingOf = (search: DurationsSearch, now: number, zone: string): Grouping =>
  search.by ?? usualGrouping(daysOf(search, now, zone));

/** What is asked of the API about a way; undefined: no way is chosen yet. */
export const durationsAsked = (search: DurationsSearch, now: number, zone: string): DurationsAsked | undefined => {
  const { from, to, measure = 'net', from_pick = 'first', to_pick = 'first' } = search;
  if (from === undefined || to === undefined) return undefined;
  return { from, to, measure, from_pick, to_pick, ...rangeOf(search, now, zone) };
};
