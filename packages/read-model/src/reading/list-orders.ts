import type { Scope } from '@order-ledger/domain/sight';
import { FROZEN_STATUSES, isFinal, isFrozen, type Status } from '@order-ledger/domain/status';
import { keyset, type Page, pageOf } from './keyset.ts';
import { conditionsOf, type FilterName, type ListFilters } from './list-filters.ts';
import { activity, type ListRequest, narrowed, SORT_KEYS, type Sort } from './list-form.ts';
import { LISTED_COLUMNS, type ListedOrder } from './order-columns.ts';
import { createParameters, inSql, type Parameters, type Reader } from './reader.ts';
import { rowVersion } from './row-version.ts';
import { listScopeCondition } from './scope.ts';

export type VersionedOrder = ListedOrder & { row_version: string };
export type ListedRow = VersionedOrder & { list_key: string[] };

/** Conditions on `order_row o`; those that `left` names are the caller's. */
const commonConditions = (filters: ListFilters, sort: Sort, parameters: Parameters, left?: FilterName): string[] =>
  conditionsOf(narrowed(filters, sort), (name) => (name === left ? null : 'o'), { parameters, at: 'now()' });

/**
 * A status that is not frozen is its own stage, and the index of the oldest in a stage begins with the stage. (Asked for
 * both, the planner would take them for independent, expect a tenth of the rows and sort them.) An order in a final status
 * is never active, and those that are not have indexes of these keys of their own.
 */
const statusCondition = (status: Status, { filters, sort }: ListRequest, parameters: Parameters): string => {
  const value = parameters.add(status);
  if (SORT_KEYS[sort].active && isFinal(status)) return `o.status = ${value} and not o.is_active`;
  // These indexes are of active orders alone.
  const asStage = SORT_KEYS[sort].active && !isFrozen(status) && activity(filters, sort) === true;
  return asStage ? `o.stage = ${value} and o.status not in (${inSql(FROZEN_STATUSES)})` : `o.status = ${value}`;
};

interface ListParts {
  /** The page's keys, one arm with a limit for each status (`in (…)` would sort all that it finds). */
  readonly keys: string;
  /** The columns of a key. */
  readonly names: readonly string[];
  /** Of the keys, in terms of `o`. */
  readonly order: string;
  readonly selected: string;
  readonly most: string;
  readonly parameters: Parameters;
}

/** What statements of a page have in common. `most`: the placeholder of its length; `beside`: read with each key. */
export const listParts = (
  schema: string,
  scope: Scope,
  request: ListRequest,
  { most: mostOf, beside }: { most: (parameters: Parameters) => string; beside: readonly string[] },
): ListParts => {
  const { filters, sort, place } = request;
  const parameters = createParameters();
  const { after, order, selected } = keyset(sort, place, 'o', parameters);
  const common = [
    listScopeCondition(scope, schema, 'o', parameters),
    // Of a status each arm has its own condition.
    ...commonConditions(filters, sort, parameters, 'status'),
    after,
  ].filter((condition) => condition !== 'true');
  const names = SORT_KEYS[sort].columns;
  const most = mostOf(parameters);
  const arm = (own: readonly string[]): string => {
    const conditions = [...own, ...common].join(' and ');
    return `select ${[...names.map((name) => `o.${name}`), ...beside].join(', ')}
      from ${schema}.order_row o where ${conditions === '' ? 'true' : conditions}
      order by ${order} limit ${most}`;
  };
  const arms =
    filters.status.length === 0
      ? [arm([])]
      : filters.status.map((status) => arm([statusCondition(status, request, parameters)]));
  const keys = arms.length === 1 ? (arms[0] as string) : arms.map((each) => `(${each})`).join('\n union all ');
  return { keys, names, order, selected, most, parameters };
};

/** The statement of a page: the page's keys from an index, then the rows of these keys. */
export const listStatement = (
  schema: string,
  scope: Scope,
  request: ListRequest,
): { text: string; values: unknown[] } => {
  const { keys, order, selected, most, parameters } = listParts(schema, scope, request, {
    most: (given) => given.add(request.limit + 1),
    beside: [],
  });
  const outer = order.replaceAll('o.', 'k.');
  const text = `with k as (${keys})
    select ${LISTED_COLUMNS}, ${rowVersion('o')} as row_version, ${selected.replaceAll('o.', 'k.')}
    from (select * from k order by ${outer} limit ${most}) k join ${schema}.order_row o on o.order_id = k.order_id
    order by ${outer}`;
  return { text, values: parameters.values };
};

/** One page of a list as it is now. Only lists by birth promise pages without gaps or repeats: others move. */
export const listOrders = async (
  { pool, schema }: Reader,
  scope: Scope,
  request: ListRequest,
): Promise<Page<ListedRow>> => {
  const { rows } = await pool.query<ListedRow>(listStatement(schema, scope, request));
  return pageOf(rows, request.limit, request.place);
};

/** The orders of a page that nobody had at hand, each as it is now; those that are gone are left out. */
export const readListed = async ({ pool, schema }: Reader, orderIds: readonly string[]): Promise<VersionedOrder[]> => {
  const { rows } = await pool.query<VersionedOrder>({
    name: `listed-${schema}`,
    text: `select ${LISTED_COLUMNS}, ${rowVersion('o')} as row_version
           from ${schema}.order_row o where o.order_id = any($1::uuid[])`,
    values: [orderIds],
  });
  return rows;
};

/** How many orders the filters let through, counted no further than `most`. */
export const countOrders = async (
  { pool, schema }: Reader,
  scope: Scope,
  { filters, sort }: Pick<ListRequest, 'filters' | 'sort'>,
  most: number,
): Promise<number> => {
  const parameters = createParameters();
  const conditions = [
    listScopeCondition(scope, schema, 'o', parameters),
    ...commonConditions(filters, sort, parameters),
  ];
  const { rows } = await pool.query<{ count: number }>({
    text: `select count(*)::integer as count from (
             select from ${schema}.order_row o where ${conditions.join(' and ')} limit ${parameters.add(most)}
           ) counted`,
    values: parameters.values,
  });
  return rows[0]?.count ?? 0;
};
