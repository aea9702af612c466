import { isDeepStrictEqual } from 'node:util';
import { incomingReference } from '@order-ledger/domain/reference';
import { STATUSES } from '@order-ledger/domain/status';
import { code, uuid } from '@order-ledger/domain/values';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { PRIORITY_RANK } from '@order-ledger/read-model/order-columns';
import { type ListFilters, UNSETTLED } from '@order-ledger/read-model/reading/list-filters';
import { type Place, SORT_KEYS, SORTS, type Sort } from '@order-ledger/read-model/reading/list-form';
import { z } from 'zod';
import type { Seals } from '../seal.ts';
import { asOfParameter } from './as-of.ts';
import { readParameters, wholeNumber } from './parameter-forms.ts';

export const MOST_ROWS = 200;
const USUAL_ROWS = 50;

const flag = z.enum(['true', 'false']).transform((word) => word === 'true');
const priorityNames = Object.keys(PRIORITY_RANK) as (keyof typeof PRIORITY_RANK)[];

/** Each status a few times, in one parameter or in several. */
export const MOST_STATUSES = 100;
const someStatuses = z.string().max(4_000);

/** Repeated or separated by commas. */
const severalStatuses = z
  .union([someStatuses, z.array(someStatuses).max(MOST_STATUSES)])
  .transform((given) => [...new Set([given].flat().flatMap((text) => text.split(',')))].sort())
  .pipe(z.array(z.enum(STATUSES)).min(1));

/** What lists and the stream may be narrowed by. */
export const filterParameters = {
  status: severalStatuses.optional().describe('one or several, separated by commas'),
  stage: z.enum(STATUSES).optional().describe('the status that the work is in, held or in error or not'),
  owner: z.enum(['store', 'CRM', 'MES']).optional(),
  claimed_by: code.optional(),
  partner_id: code.optional(),
  priority: z.enum(priorityNames).optional(),
  overdue: flag.optional().describe('true: active and past the due date'),
  active: flag.optional().describe('false: closed, cancelled or rejected'),
  q: incomingReference
    .optional()
    .describe('exactly an order_id, external_ref or customer_ref, in any normal form; + is written as %2B'),
};
/** And lists as they are now alone by: neither events nor past states hold it. */
const ofToday = {
  settlement: z.enum(UNSETTLED).optional().describe('whose money does not fit'),
  needs_person: flag.optional().describe('true: two events contradict each other, and a person must decide'),
};
const listFilters = { ...filterParameters, ...ofToday };
const filterSchema = z.object(listFilters);

export const listParameters = z.strictObject({
  ...listFilters,
  sort: z.enum(SORTS).default('newest'),
  as_of: asOfParameter.optional(),
  cursor: z.string().max(4_000).optional().describe('of an earlier answer; carries filters, sort and as_of'),
  limit: wholeNumber(1, MOST_ROWS).default(USUAL_ROWS),
  total: flag.optional().describe('true: count what the filters let through, up to 10,000'),
});

/** Turns a false `overdue` or `needs_person` into no filter at all: it asks for nothing. */
export const filtersOf = (parameters: z.output<typeof filterSchema>): ListFilters => {
  const { status = [], overdue, needs_person, priority, ...others } = parameters;
  const given = Object.entries(others).filter(([name, value]) => name in listFilters && value !== undefined);
  return {
    status,
    ...Object.fromEntries(given),
    ...(overdue ? { overdue: true } : {}),
    ...(needs_person ? { needs_person: true } : {}),
    ...(priority === undefined ? {} : { priority: PRIORITY_RANK[priority] }),
  };
};

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
  const { q } = filters;
  return { ...filtersOf(filters), sort, as_of, q: uuid.safeParse(q).data ?? q };
};

/** Filters and sort that stand beside a cursor must ask for what it carries. */
const unsealed = (given: RawQuery, seals: Seals): { raw: RawQuery; place: Place | null } => {
  const { cursor, limit, total, ...list } = given;
  if (cursor === undefined) return { raw: given, place: null };
  const content = cursorContent.safeParse(typeof cursor === 'string' ? seals.verify(cursor) : undefined);
  if (!content.success) throw badCursor();
  const { key, backwards } = content.data;
  const [asked, carried] = [questionOf(list), questionOf(content.data.list)];
  const other = Object.keys(list).find((name) => !isDeepStrictEqual(asked[name], carried[name]));
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
  const [name] = Object.keys(ofToday).filter((filter) => filters[filter as keyof ListFilters] !== undefined);
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
