import { isDeepStrictEqual } from 'node:util';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { isTodays, type ListFilters } from '@order-ledger/read-model/reading/list-filters';
import { type Place, SORT_KEYS, SORTS, type Sort } from '@order-ledger/read-model/reading/list-form';
import { z } from 'zod';
import type { Seals } from '../seal.ts';
import { asOfParameter } from './as-of.ts';
import { filtersOf, givenFilters, lastingParameters, meantBy, todaysParameters } from './list-filters.ts';
import { flag, readParameters, wholeNumber } from './parameter-forms.ts';

export const MOST_ROWS = 200;
const USUAL_ROWS = 50;

export const listParameters = z.strictObject({
  ...lastingParameters,
  ...todaysParameters,
  sort: z.enum(SORTS).default('newest'),
  as_of: asOfParameter.optional(),
  cursor: z.string().max(4_000).optional().describe('of an earlier answer; carries filters, sort and as_of'),
  limit: wholeNumber(1, MOST_ROWS).default(USUAL_ROWS),
  total: flag.optional().describe('true: count what the filters let through, up to 10,000'),
});

/** What a cursor carries: the list that it belongs to, as it was asked for, and a place in it. */
const cursorContent = z.strictObject({
  list: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  key: z.array(z.string()),
  backwards: z.boolean(),
});
type RawQuery = Readonly<Record<string, unknown>>;

export interface ListQuery {
  filters: ListFilters;
  sort: Sort;
  as_of: string | undefined;
  limit: number;
  total: boolean;
  place: Place | null;
  /** The cursor that begins at a row of this list. */
  cursorAt(key: readonly string[], backwards: boolean): string;
}

const badCursor = (): ProblemError =>
  new ProblemError(400, 'cursor-invalid', 'The cursor is not one of ours: begin at the first page, without a cursor.');

/** What a list asks for, however it is spelled: an id in either case, statuses in any order, a time in any zone. */
const questionOf = (raw: RawQuery): Readonly<Record<string, unknown>> => {
  const { sort, as_of, ...filters } = readParameters(listParameters, raw);
  return { ...meantBy(filtersOf(filters)), sort, as_of };
};

/** The first of the given parameters that asks for something else than the list that a cursor carries. */
const differing = (given: RawQuery, carried: RawQuery): string | undefined => {
  const names = Object.keys(given);
  // Mostly a cursor stands alone, and to read both questions took longer (20 µs) than all else of a cursor.
  if (names.length === 0) return undefined;
  const [asked, meant] = [questionOf(given), questionOf(carried)];
  return names.find((name) => !isDeepStrictEqual(asked[name], meant[name]));
};

/** Filters and sort that stand beside a cursor must ask for what it carries. */
const unsealed = (given: RawQuery, seals: Seals): { raw: RawQuery; place: Place | null } => {
  const { cursor, limit, total, ...list } = given;
  if (cursor === undefined) return { raw: given, place: null };
  const content = cursorContent.safeParse(typeof cursor === 'string' ? seals.verify(cursor) : undefined);
  if (!content.success) throw badCursor();
  const { key, backwards } = content.data;
  const other = differing(list, content.data.list);
  if (other !== undefined) {
    throw new ProblemError(
      400,
      'cursor-mismatch',
      `The cursor belongs to a list with another ${other}: send it alone, or begin at the first page.`,
    );
  }
  const rest = Object.fromEntries(Object.entries({ limit, total }).filter(([, value]) => value !== undefined));
  return { raw: { ...content.data.list, ...rest, cursor }, place: { key, backwards } };
};

const refusePast = (as_of: string | undefined, filters: ListFilters): void => {
  const name = givenFilters(filters).find(isTodays);
  if (as_of === undefined || name === undefined) return;
  throw new ProblemError(400, 'filter-of-today', `${name} narrows lists of today only: send it without as_of.`);
};

/** @throws ZodError, ProblemError 400 for what is no list */
export const readListQuery = (given: RawQuery, seals: Seals): ListQuery => {
  const { raw, place } = unsealed(given, seals);
  const { sort, as_of, limit, total, cursor: _cursor, ...filters } = readParameters(listParameters, raw);
  if (place !== null && place.key.length !== SORT_KEYS[sort].columns.length) throw badCursor();
  const { cursor: _place, limit: _limit, total: _total, ...list } = raw;
  const wanted = filtersOf(filters);
  refusePast(as_of, wanted);
  return {
    filters: wanted,
    sort,
    as_of,
    limit,
    total: total ?? false,
    place,
    cursorAt: (key, backwards) => seals.sign({ list, key, backwards }),
  };
};
