import { incomingReference } from '@order-ledger/domain/reference';
import { STATUSES } from '@order-ledger/domain/status';
import { code, uuid } from '@order-ledger/domain/values';
import { PRIORITY_RANK } from '@order-ledger/read-model/order-columns';
import {
  FILTER_NAMES,
  type FilterName,
  isTodays,
  type LastingFilter,
  type ListFilters,
  UNSETTLED,
  type Wanted,
} from '@order-ledger/read-model/reading/list-filters';
import type { Sort } from '@order-ledger/read-model/reading/list-form';
import { z } from 'zod';
import { type FieldName, PRIORITY_NAMES } from '../presentation/order-fields.ts';
import { flag, onlyTrue } from './parameter-forms.ts';

interface AskedFilter<Name extends FilterName> {
  /** Its form in the query, with its meaning for the document; a value that asks for nothing is undefined. */
  readonly parameter: z.ZodType<Wanted<Name> | undefined>;
  /** The fields that it reveals: a caller who is not shown one of them may not use the filter. */
  readonly tells: readonly FieldName[];
  /** A common form of different spellings, to compare them with a cursor's; the value itself if absent. */
  meant?(wanted: Wanted<Name>): unknown;
}

/** Each status a few times, in one parameter or in several. */
export const MOST_STATUSES = 100;
const someStatuses = z.string().max(4_000);

/** Repeated or separated by commas. */
const severalStatuses = z
  .union([someStatuses, z.array(someStatuses).max(MOST_STATUSES)])
  .transform((given) => [...new Set([given].flat().flatMap((text) => text.split(',')))].sort())
  .pipe(z.array(z.enum(STATUSES)).min(1));

/** How each filter is asked for: parameters, the OpenAPI document and refusals are made from this. */
export const LIST_FILTERS = {
  status: {
    parameter: severalStatuses.optional().describe('one or several, separated by commas'),
    tells: ['status'],
  },
  stage: {
    parameter: z.enum(STATUSES).optional().describe('the status that the work is in, held or in error or not'),
    tells: ['stage'],
  },
  owner: { parameter: z.enum(['store', 'CRM', 'MES']).optional(), tells: ['owner'] },
  claimed_by: { parameter: code.optional(), tells: ['claim'] },
  partner_id: { parameter: code.optional(), tells: ['partner_id'] },
  priority: {
    parameter: z
      .enum(PRIORITY_NAMES)
      .transform((name) => PRIORITY_RANK[name])
      .optional(),
    tells: ['priority'],
  },
  overdue: { parameter: onlyTrue.optional().describe('true: active and past the due date'), tells: ['overdue'] },
  active: { parameter: flag.optional().describe('false: closed, cancelled or rejected'), tells: ['is_active'] },
  settlement: {
    parameter: z.enum(UNSETTLED).optional().describe('whose money does not fit'),
    tells: ['settlement'],
  },
  needs_person: {
    parameter: onlyTrue.optional().describe('true: two events contradict each other, and a person must decide'),
    tells: ['needs_person'],
  },
  q: {
    parameter: incomingReference
      .optional()
      .describe('exactly an order_id, external_ref or customer_ref, in any normal form; + is written as %2B'),
    tells: ['order_id', 'external_ref', 'customer_ref'],
    meant: (wanted) => uuid.safeParse(wanted).data ?? wanted,
  },
} as const satisfies { readonly [Name in FilterName]: AskedFilter<Name> };

/** The fields that a sort reveals. */
export const SORT_FIELDS = {
  newest: ['created_at'],
  oldest: ['created_at'],
  stage_age: ['stage_entered_at'],
  due: ['due_at'],
  priority: ['priority', 'due_at'],
} as const satisfies Readonly<Record<Sort, readonly FieldName[]>>;

type Parameters<Names extends FilterName> = { [Name in Names]: (typeof LIST_FILTERS)[Name]['parameter'] };
const parametersOf = <Names extends FilterName>(names: readonly Names[]): Parameters<Names> =>
  Object.fromEntries(names.map((name) => [name, LIST_FILTERS[name].parameter])) as Parameters<Names>;

/** What lists and the stream may be narrowed by. */
export const lastingParameters = parametersOf(FILTER_NAMES.filter((name): name is LastingFilter => !isTodays(name)));
/** The filters of lists of today alone: neither events nor past states hold the field. */
export const todaysParameters = parametersOf(FILTER_NAMES.filter(isTodays));

/** The filters among parameters as they were read. */
export const filtersOf = (parameters: { readonly [Name in FilterName]?: Wanted<Name> | undefined }): ListFilters => {
  const given = FILTER_NAMES.filter((name) => parameters[name] !== undefined);
  return { status: [], ...Object.fromEntries(given.map((name) => [name, parameters[name]])) };
};

/** The names of the filters that narrow anything. */
export const givenFilters = (filters: ListFilters): FilterName[] =>
  FILTER_NAMES.filter((name) => (name === 'status' ? filters.status.length > 0 : filters[name] !== undefined));

/** What filters ask for, however it was spelled. */
export const meantBy = (filters: ListFilters): Readonly<Record<string, unknown>> => {
  const asked: Readonly<Record<FilterName, Pick<AskedFilter<FilterName>, 'tells' | 'meant'>>> = LIST_FILTERS;
  return Object.fromEntries(
    FILTER_NAMES.map((name) => {
      const wanted = filters[name];
      return [name, wanted === undefined ? undefined : (asked[name].meant?.(wanted) ?? wanted)];
    }),
  );
};
