import { isFinal } from '@order-ledger/domain/status';
import { ORDER_COLUMNS } from '../order-columns.ts';
import { parameterType } from '../writing/columns.ts';
import type { ListFilters, StateColumn } from './list-filters.ts';

export const SORTS = ['newest', 'oldest', 'stage_age', 'due', 'priority'] as const;
export type Sort = (typeof SORTS)[number];

/**
 * A sort as the key that its index has: all columns in one direction, so that a page begins at a row comparison.
 * `active`: the list is one of active orders, unless its filters ask for others.
 */
interface SortKey {
  columns: readonly StateColumn[];
  descending: boolean;
  active: boolean;
}

export const SORT_KEYS: Readonly<Record<Sort, SortKey>> = {
  newest: { columns: ['sort_key', 'order_id'], descending: true, active: false },
  oldest: { columns: ['sort_key', 'order_id'], descending: false, active: false },
  stage_age: { columns: ['stage_entered_at', 'order_id'], descending: false, active: true },
  due: { columns: ['due_at', 'order_id'], descending: false, active: true },
  priority: { columns: ['urgency', 'due_at', 'order_id'], descending: false, active: true },
};

/** What a key's column is compared as. */
export const keyType = (column: StateColumn): string =>
  parameterType(ORDER_COLUMNS[column === 'urgency' ? 'priority' : column].type);

/**
 * Whether a list is one of active orders (true), of final ones (false) or of both: a list by age, due date or priority
 * is of active ones, unless it is asked for others by name.
 */
export const activity = (filters: ListFilters, sort: Sort): boolean | undefined => {
  const { active, overdue, status, stage, settlement, needs_person } = filters;
  if (active !== undefined) return active;
  if (overdue) return true;
  // What does not fit does so after the end too, and mostly then.
  if (settlement !== undefined || needs_person) return undefined;
  const named = stage === undefined ? status : [stage];
  if (named.length > 0) return named.some(isFinal) ? undefined : true;
  return SORT_KEYS[sort].active ? true : undefined;
};

/** The filters with what they and the sort say of activity. */
export const narrowed = (filters: ListFilters, sort: Sort): ListFilters => {
  const active = activity(filters, sort);
  return active === undefined ? filters : { ...filters, active };
};

/** Where a page begins: the key of the row that it follows on (or, backwards, that it comes before), as texts. */
export interface Place {
  key: readonly string[];
  backwards: boolean;
}

export interface ListRequest {
  filters: ListFilters;
  sort: Sort;
  limit: number;
  /** null: the first page. */
  place: Place | null;
}
