import { SETTLEMENTS, type SettlementState } from '@order-ledger/domain/settlement';
import { isFinal, type Owner, type Status } from '@order-ledger/domain/status';
import type { PriorityRank } from '../rows.ts';

export type Unsettled = Exclude<SettlementState, 'settled'>;
export const UNSETTLED = SETTLEMENTS.filter((state) => state !== 'settled');

/** What a list may be narrowed to. All that are given hold together; of several statuses one. */
export interface ListFilters {
  status: readonly Status[];
  stage?: Status;
  owner?: Owner;
  claimed_by?: string;
  partner_id?: string;
  priority?: PriorityRank;
  /** Active and past its due date. */
  overdue?: true;
  /** Neither closed, cancelled nor rejected; or only those. */
  active?: boolean;
  /** How the money does not fit. */
  settlement?: Unsettled;
  /** A person must decide. */
  needs_person?: true;
  /** Exactly an order_id, external_ref or customer_ref. */
  q?: string;
}

export const SORTS = ['newest', 'oldest', 'stage_age', 'due', 'priority'] as const;
export type Sort = (typeof SORTS)[number];

/**
 * A sort as the key that its index has: all columns in one direction, so that a page begins at a row comparison.
 * `active`: the list is one of active orders, unless its filters ask for others.
 */
export interface SortKey {
  columns: readonly { name: string; type: string }[];
  descending: boolean;
  active: boolean;
}

const ORDER_ID = { name: 'order_id', type: 'uuid' };
const BIRTH = { name: 'sort_key', type: 'bigint' };
const DUE = { name: 'due_at', type: 'timestamptz' };

export const SORT_KEYS: Readonly<Record<Sort, SortKey>> = {
  newest: { columns: [BIRTH, ORDER_ID], descending: true, active: false },
  oldest: { columns: [BIRTH, ORDER_ID], descending: false, active: false },
  stage_age: {
    columns: [{ name: 'stage_entered_at', type: 'timestamptz' }, ORDER_ID],
    descending: false,
    active: true,
  },
  due: { columns: [DUE, ORDER_ID], descending: false, active: true },
  // `urgency` runs against `priority`: the most urgent, and of them the soonest due, come first.
  priority: { columns: [{ name: 'urgency', type: 'smallint' }, DUE, ORDER_ID], descending: false, active: true },
};

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
