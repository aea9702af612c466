import type { LeadTimes, LeadTimesAsked } from '../analysis/analysis-queries.ts';
import { GROUPINGS, type Grouping, usualGrouping } from '../analysis/groupings.ts';
import { daysOf, type Period, rangeOf, readPeriod } from '../analysis/period.ts';
import { oneOf, type RawSearch, said } from '../app/search.ts';

export type LeadTimeName = LeadTimes['lead_times'][number]['name'];

/** What the address says. */
export interface LeadTimesSearch extends Period {
  /** The one that is looked at in detail; absent: the first. Which there are the API says. */
  name?: string;
  by?: Grouping;
}

export const readLeadTimesSearch = (search: RawSearch): LeadTimesSearch =>
  said<LeadTimesSearch>({
    ...readPeriod(search),
    name: typeof search.name === 'string' && /^\w{1,40}$/.test(search.name) ? search.name : undefined,
    by: oneOf(GROUPINGS, search.by),
  });

export const leadTimesGrouping = (search: LeadTimesSearch, now: number, zone: string): Grouping =>
  search.by ?? usualGrouping(daysOf(search, now, zone));

export const leadTimesAsked = (search: LeadTimesSearch, now: number, zone: string): LeadTimesAsked => ({
  ...rangeOf(search, now, zone),
  percentiles: '50,95,99',
});
