import type { Scope } from '@order-ledger/domain/sight';
import { FROZEN_STATUSES, isFinal, isFrozen, type Status } from '@order-ledger/domain/status';
import { keyset, type Page, pageOf } from './keyset.ts';
import { conditionsOf, type FilterName, type ListFilters } from './list-filters.ts';
import { type ListRequest, narrowed, SORT_KEYS, type Sort } from './list-form.ts';
import { LISTED_COLUMNS, type ListedOrder } from './order-columns.ts';
import { createParameters, inSql, type Parameters, type Reader } from './reader.ts';
import { listScopeCondition } from './scope.ts';

export type ListedRow = ListedOrder & { list_key: string[] };

/** Conditions on `order_row o`; those that `left` names are the caller's. */
const commonConditions = (filters: ListFilters, sort: Sort, parameters: Parameters, left?: FilterName): string[] =>
  conditionsOf(narrowed(filters, sort), (name) => (name === left ? null : 'o'), { parameters, at: 'now()' });

/**
 * A status that is not frozen is its own stage, and the index of the oldest in a stage begins with the stage. (Asked for
 * both, the planner would take them for independent, expect a tenth of the rows and sort them.)
 */
const statusCondition = (status: Status, sort: Sort, parameters: Parameters): string => {
  const value = parameters.add(status);
  const asStage = SORT_KEYS[sort].active && !isFrozen(status) && !isFinal(status);
  return asStage ? `o.stage = ${value} and o.status not in (${inSql(FROZEN_STATUSES)})` : `o.status = ${value}`;
};

/**
 * The statement of a page: the page's keys from an index, one arm with a limit for each status (`in (…)` would sort all
 * that it finds), then the rows of these keys.
 */
export const listStatement = (
  schema: string,
  scope: Scope,
  request: ListRequest,
): { text: string; values: unknown[] } => {
  const { filters, sort, place, limit } = request;
  const parameters = createParameters();
  const { after, order, selected } = keyset(sort, place, 'o', parameters);
  const common = [
    listScopeCondition(scope, schema, 'o', parameters),
    // Of a status each arm has its own condition.
    ...commonConditions(filters, sort, parameters, 'status'),
    after,
  ].filter((condition) => condition !== 'true');
  const names = SORT_KEYS[sort].columns.map((name) => `o.${name}`).join(', ');
  const most = parameters.add(limit + 1);
  const arm = (own: readonly string[]): string => {
    const conditions = [...own, ...common].join(' and ');
    return `select ${names} from ${schema}.order_row o where ${conditions === '' ? 'true' : conditions}
      order by ${order} limit ${most}`;
  };
  const arms =
    filters.status.length === 0
      ? [arm([])]
      : filters.status.map((status) => arm([statusCondition(status, sort, parameters)]));
  const keys = arms.length === 1 ? arms[0] : `${arms.map((each) => `(${each})`).join('\n union all ')}`;
  const outer = order.replaceAll('o.', 'k.');
  const text = `with k as (${keys})
    select ${LISTED_COLUMNS}, ${selected.replaceAll('o.', 'k.')}
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
