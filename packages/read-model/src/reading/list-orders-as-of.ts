import type { Scope } from '@order-ledger/domain/sight';
import { FINAL_STATUSES, recordOf } from '@order-ledger/domain/status';
import { ORDER_COLUMNS, PAST, type PastBy, type PastColumn, type ReadAs } from '../order-columns.ts';
import { spansAt } from '../span-index.ts';
import { keyset, type Page, pageOf } from './keyset.ts';
import { conditionsOf, FILTERED_COLUMNS, FILTERS, type StateColumn } from './list-filters.ts';
import { activity, type ListRequest, narrowed, SORT_KEYS } from './list-form.ts';
import { selected } from './order-columns.ts';
import { createParameters, inSql, type Reader } from './reader.ts';
import { pastScopeCondition } from './scope.ts';

/** What is known of a past state without folding the order's whole history. */
export type PastOrder = ReadAs<PastColumn>;
type PastListedRow = PastOrder & { list_key: string[] };

const FINAL = `(${inSql(FINAL_STATUSES)})`;

const LAST_EVENT = (schema: string, at: string): string => `cross join lateral (
      select * from ${schema}.order_timeline t
      where t.order_id = o.order_id and t.recorded_at <= ${at} order by t.event_version desc limit 1
    ) t`;

/** A state that has ended has a span, unless it was final or lasted no time. */
const SPAN_OF_EVENT = (schema: string): string =>
  `left join ${schema}.order_span p on p.order_id = t.order_id and p.event_version = t.event_version`;

const OWNER_OF_FINAL = `case t.status ${FINAL_STATUSES.map(
  (status) => `when '${status}' then '${recordOf(status).owner}'`,
).join(' ')} else o.owner end`;
/** A span knows the owner of a state that has ended; of the present state the row does. */
const OWNER = `coalesce(p.owner, ${OWNER_OF_FINAL})`;

/**
 * Columns that neither the row, nor the event, nor the span holds as they were: `s` is the event that brought the
 * status.
 */
const RECKONED: Readonly<Record<PastBy<'reckoned'>, string>> = {
  owner: OWNER,
  status_entered_at: 's.occurred_at',
  is_active: `t.status not in ${FINAL}`,
  last_recorded_at: 't.recorded_at',
};

/** A column as it was, `o` being the order's row, `t` the last event by then, `p` the span of the state if it has ended. */
const pastOf = (column: PastColumn): string => {
  const { past } = ORDER_COLUMNS[column];
  switch (past) {
    case 'row':
      return `o.${column}`;
    case 'event':
      return `t.${column}`;
    case 'span':
      return `case when p.order_id is null then o.${column} else p.${column} end`;
    case 'reckoned':
      return RECKONED[column as PastBy<'reckoned'>];
  }
};

const URGENCY = (priority: string): string => `(3 - ${priority})::smallint as urgency`;

/** What the key of a page and its filters ask of a state. */
const STATE = [...new Set([...FILTERED_COLUMNS, ...Object.values(SORT_KEYS).flatMap(({ columns }) => columns)])];

/** Spans are of active orders. */
const ofSpan = (column: StateColumn): string =>
  column === 'is_active' ? 'true as is_active' : column === 'urgency' ? URGENCY('priority') : column;
const ofLast = (column: StateColumn): string =>
  column === 'urgency' ? URGENCY('t.priority') : `${pastOf(column)} as ${column}`;

/** Every state that contains the time, of active orders: those that have ended, and those that last. */
const activeStates = (schema: string, at: string): string => `
${spansAt(schema, STATE.map(ofSpan).join(', '), at)}
      union all
      select ${STATE.join(', ')} from ${schema}.order_row where is_active and last_recorded_at <= ${at}`;

/** The state of every order born by then, in the order of their birth. */
const allStates = (schema: string, at: string, conditions: readonly string[]): string => `
      select ${STATE.map(ofLast).join(', ')}
      from ${schema}.order_row o ${LAST_EVENT(schema, at)} ${SPAN_OF_EVENT(schema)}
      where o.sort_key <= (extract(epoch from ${at}) * 1000000)::bigint and ${conditions.join(' and ')}`;

/**
 * One page of a list as it was at a time. Active orders come from the spans that contain the time, and from the active
 * orders whose present state had begun. Final statuses have no spans: for them, or for all orders, the orders created
 * by then are walked, each with its last event.
 */
export const listAsOfStatement = (
  schema: string,
  scope: Scope,
  request: ListRequest & { at: Date },
): { text: string; values: unknown[] } => {
  const { filters, sort, place, limit } = request;
  const parameters = createParameters();
  const at = `${parameters.add(request.at)}::timestamptz`;
  const page = keyset(sort, place, 'x', parameters);
  const names = SORT_KEYS[sort].columns.map((name) => `x.${name}`).join(', ');
  const conditions = (of: 'order' | 'state', row: string): string[] =>
    conditionsOf(narrowed(filters, sort), (name) => (FILTERS[name].of === of ? row : null), { parameters, at });
  const ofOrder = [pastScopeCondition(scope, schema, 'o', at, parameters), ...conditions('order', 'o')];
  const ofState = conditions('state', 'x');
  // Nobody holds a claim on an order that is final.
  const walks = activity(filters, sort) !== true && filters.claimed_by === undefined;
  const needsRow = !walks && ofOrder.some((condition) => condition !== 'true');
  const keys = `select ${names} from (${walks ? allStates(schema, at, ofOrder) : activeStates(schema, at)}) x
      ${needsRow ? `join ${schema}.order_row o on o.order_id = x.order_id` : ''}
      where ${[...(needsRow ? ofOrder : []), ...ofState, page.after].join(' and ')}
      order by ${page.order} limit ${parameters.add(limit + 1)}`;
  const text = `with k as (${keys})
    select ${selected(PAST, pastOf)}, ${page.selected.replaceAll('x.', 'k.')}
    from k join ${schema}.order_row o on o.order_id = k.order_id ${LAST_EVENT(schema, at)} ${SPAN_OF_EVENT(schema)}
    cross join lateral (
      select s.occurred_at from ${schema}.order_timeline s
      where s.order_id = t.order_id and s.status_version = t.status_version order by s.event_version limit 1
    ) s
    order by ${page.order.replaceAll('x.', 'k.')}`;
  return { text, values: parameters.values };
};

export const listOrdersAsOf = async (
  { pool, schema }: Reader,
  scope: Scope,
  request: ListRequest & { at: Date },
): Promise<Page<PastListedRow>> => {
  const { rows } = await pool.query<PastListedRow>(listAsOfStatement(schema, scope, request));
  return pageOf(rows, request.limit, request.place);
};
