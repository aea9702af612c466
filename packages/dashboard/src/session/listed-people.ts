import { late } from '../system/late.tsx';

/** The list of people, which only development has: no part of the first page that others load. */
export const LISTED_PEOPLE = late(async () => (await import('./people-list.tsx')).PeopleList);
