import { SETTLEMENTS, type SettlementState } from '@order-ledger/domain/settlement';
import type { Owner, Status } from '@order-ledger/domain/status';
import type { OrderColumn, PriorityRank, SpanColumn } from '../order-columns.ts';
import type { Parameters } from './reader.ts';

export type Unsettled = Exclude<SettlementState, 'settled'>;
export const UNSETTLED = SETTLEMENTS.filter((state) => state !== 'settled');

/**
 * A column of a state that an order is or was in: such as spans keep, whether the order is active then, and `urgency`,
 * which runs against `priority` so that the most urgent, and of them the soonest due, come first.
 */
export type StateColumn = SpanColumn | 'is_active' | 'urgency';

/** What a condition is put together with: the statement's values, and the time that the list is of. */
interface Asking {
  readonly parameters: Parameters;
  /** `now()`, or the placeholder of a time. */
  readonly at: string;
}

type Condition<Wanted> = (row: string, wanted: Wanted, asking: Asking) => string;

/**
 * A filter as a condition on a row: on the `state` that an order is in, or was in at a time; on the `order`, for a
 * field that never changes; or on the row of `today`, for a field that no past state holds.
 */
type Filter<Wanted, Of extends 'state' | 'order' | 'today'> = {
  readonly of: Of;
  readonly condition: Condition<Wanted>;
} & (Of extends 'state' ? { readonly columns: readonly StateColumn[] } : unknown);

const column = (row: string, name: OrderColumn | StateColumn): string => `${row}.${name}`;
const equals =
  <Wanted>(name: OrderColumn | StateColumn): Condition<Wanted> =>
  (row, wanted, { parameters }) =>
    `${column(row, name)} = ${parameters.add(wanted)}`;
const ofState = <Wanted>(columns: readonly StateColumn[], condition: Condition<Wanted>): Filter<Wanted, 'state'> => ({
  of: 'state',
  columns,
  condition,
});
const stateEquals = <Wanted>(name: StateColumn) => ofState<Wanted>([name], equals(name));
const ofOrder = <Wanted>(condition: Condition<Wanted>): Filter<Wanted, 'order'> => ({ of: 'order', condition });
const ofToday = <Wanted>(condition: Condition<Wanted>): Filter<Wanted, 'today'> => ({ of: 'today', condition });

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const references: Condition<string> = (row, wanted, { parameters }) => {
  const text = parameters.add(wanted);
  const id = UUID.test(wanted) ? ` or ${column(row, 'order_id')} = ${parameters.add(wanted)}::uuid` : '';
  return `(${column(row, 'external_ref')} = ${text} or ${column(row, 'customer_ref')} = ${text}${id})`;
};

/** What a list may be narrowed to. All that are given hold together; of several statuses one. */
export const FILTERS = {
  status: ofState<readonly Status[]>(
    ['status'],
    (row, wanted, { parameters }) => `${column(row, 'status')} = any (${parameters.add(wanted)}::text[])`,
  ),
  stage: stateEquals<Status>('stage'),
  owner: stateEquals<Owner>('owner'),
  claimed_by: stateEquals<string>('claim_operator'),
  partner_id: ofOrder<string>(equals('partner_id')),
  // The index on urgency serves a filter by priority too.
  priority: ofState<PriorityRank>(
    ['urgency'],
    (row, wanted, { parameters }) => `${column(row, 'urgency')} = ${parameters.add(3 - wanted)}`,
  ),
  /** Active and past its due date; that it is active is added to `active`. */
  overdue: ofState<true>(['due_at'], (row, _wanted, { at }) => `${column(row, 'due_at')} < ${at}`),
  /** Neither closed, cancelled nor rejected; or only those. */
  active: ofState<boolean>(['is_active'], (row, wanted) => `${wanted ? '' : 'not '}${column(row, 'is_active')}`),
  /** How the money does not fit; as its index has it. */
  settlement: ofToday<Unsettled>(
    (row, wanted, { parameters }) =>
      `${column(row, 'settlement')} <> 'settled' and ${column(row, 'settlement')} = ${parameters.add(wanted)}`,
  ),
  /** A person must decide. */
  needs_person: ofToday<true>((row) => `${column(row, 'needs_person')} is not null`),
  /** Exactly an order_id, external_ref or customer_ref. */
  q: ofOrder(references),
};

type Table = typeof FILTERS;
export type FilterName = keyof Table;
export type Wanted<Name extends FilterName> = {
  [Each in Name]: Table[Each] extends { condition: Condition<infer Value> } ? Value : never;
}[Name];
/** Those that lists of today alone can be narrowed by. */
type TodaysFilter = { [Name in FilterName]: Table[Name]['of'] extends 'today' ? Name : never }[FilterName];
/** Those that lists as of a time and the stream of events can be narrowed by too. */
export type LastingFilter = Exclude<FilterName, TodaysFilter>;

export type ListFilters = { status: readonly Status[] } & {
  [Name in Exclude<FilterName, 'status'>]?: Wanted<Name>;
};

export const FILTER_NAMES = Object.keys(FILTERS) as FilterName[];
export const isTodays = (name: FilterName): name is TodaysFilter => FILTERS[name].of === 'today';

/** The columns of states that filters ask for. */
export const FILTERED_COLUMNS: readonly StateColumn[] = FILTER_NAMES.flatMap((name): readonly StateColumn[] => {
  const filter = FILTERS[name];
  return filter.of === 'state' ? filter.columns : [];
});

/** The conditions of the filters that are given, each on the row that `rowOf` names; null leaves it to the caller. */
export const conditionsOf = (
  filters: ListFilters,
  rowOf: (name: FilterName) => string | null,
  asking: Asking,
): string[] =>
  FILTER_NAMES.flatMap((name) => {
    const wanted = name === 'status' && filters.status.length === 0 ? undefined : filters[name];
    const row = rowOf(name);
    if (wanted === undefined || row === null) return [];
    return [(FILTERS[name].condition as Condition<typeof wanted>)(row, wanted, asking)];
  });
