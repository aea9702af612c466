import type { Scope } from '@order-ledger/domain/sight';
import { FINAL_STATUSES, recordOf } from '@order-ledger/domain/status';
import { keyset, type Page, pageOf } from './keyset.ts';
import { activity, type ListFilters, type ListRequest, SORT_KEYS } from './list-form.ts';
import type { ListedOrder } from './order-columns.ts';
import { createParameters, inSql, type Parameters, type Reader } from './reader.ts';
import { pastScopeCondition } from './scope.ts';

/** What is known of a past state without folding the order's whole history. */
export type PastOrder = Pick<
  ListedOrder,
  | 'order_id'
  | 'sort_key'
  | 'status'
  | 'stage'
  | 'owner'
  | 'status_entered_at'
  | 'stage_entered_at'
  | 'frozen_since'
  | 'frozen_ms'
  | 'is_active'
  | 'claim_operator'
  | 'partner_id'
  | 'customer_ref'
  | 'external_ref'
  | 'channel'
  | 'material'
  | 'process'
  | 'quantity'
  | 'currency'
  | 'priority'
  | 'due_at'
  | 'event_version'
  | 'status_version'
  | 'last_recorded_at'
  | 'is_stale'
  | 'stale_reason'
>;
export type PastListedRow = PastOrder & { list_key: string[] };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const FINAL = `(${inSql(FINAL_STATUSES)})`;

/** Conditions on the state `x` that an order was in. */
const stateConditions = ({ filters, sort }: ListRequest, at: string, parameters: Parameters): string[] => {
  const { status, stage, owner, claimed_by, priority, overdue } = filters;
  const active = activity(filters, sort);
  const equal = (column: string, value: unknown): string[] =>
    value === undefined ? [] : [`x.${column} = ${parameters.add(value)}`];
  return [
    ...(active === undefined ? [] : [`x.status ${active ? 'not in' : 'in'} ${FINAL}`]),
    ...(status.length === 0 ? [] : [`x.status = any (${parameters.add(status)}::text[])`]),
    ...equal('stage', stage),
    ...equal('owner', owner),
    ...equal('claim_operator', claimed_by),
    ...equal('priority', priority),
    ...(overdue ? [`x.due_at < ${at}`] : []),
  ];
};

/** Conditions on what never changes in an order, and on whose it was. */
const orderConditions = (
  filters: ListFilters,
  scope: Scope,
  schema: string,
  at: string,
  parameters: Parameters,
): string[] => {
  const { partner_id, q } = filters;
  const text = q === undefined ? '' : parameters.add(q);
  const id = q !== undefined && UUID.test(q) ? ` or o.order_id = ${parameters.add(q)}::uuid` : '';
  return [
    pastScopeCondition(scope, schema, 'o', at, parameters),
    ...(partner_id === undefined ? [] : [`o.partner_id = ${parameters.add(partner_id)}`]),
    ...(q === undefined ? [] : [`(o.external_ref = ${text} or o.customer_ref = ${text}${id})`]),
  ];
};

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

const STATE = `order_id, sort_key, status, stage, owner, claim_operator, partner_id, priority,
      (3 - priority)::smallint as urgency, due_at, stage_entered_at`;

/** Every state that contains the time, of active orders: those that have ended, and those that last. */
const activeStates = (schema: string, at: string): string => `
      select ${STATE} from ${schema}.order_span where during @> ${at}
      union all
      select ${STATE} from ${schema}.order_row where is_active and last_recorded_at <= ${at}`;

/** The state of every order born by then, in the order of their birth. */
const allStates = (schema: string, at: string, conditions: readonly string[]): string => `
      select o.order_id, o.sort_key, t.status, t.stage, ${OWNER} as owner, t.claim_operator, o.partner_id, t.priority,
        (3 - t.priority)::smallint as urgency, t.due_at, t.stage_entered_at
      from ${schema}.order_row o ${LAST_EVENT(schema, at)} ${SPAN_OF_EVENT(schema)}
      where o.sort_key <= (extract(epoch from ${at}) * 1000000)::bigint and ${conditions.join(' and ')}`;

/**
 * One page of a list as it was at a time. Who asks for active orders is answered from the spans that contain the time
 * and from the active orders whose present state had begun. Final statuses have no spans, so who asks for them, or for
 * all orders, walks the orders born by then and takes each one's last event.
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
  const names = SORT_KEYS[sort].columns.map(({ name }) => `x.${name}`).join(', ');
  const ofOrder = orderConditions(filters, scope, schema, at, parameters);
  const ofState = stateConditions(request, at, parameters);
  // Nobody holds a claim on an order that is final.
  const walks = activity(filters, sort) !== true && filters.claimed_by === undefined;
  const needsRow = !walks && ofOrder.some((condition) => condition !== 'true');
  const keys = `select ${names} from (${walks ? allStates(schema, at, ofOrder) : activeStates(schema, at)}) x
      ${needsRow ? `join ${schema}.order_row o on o.order_id = x.order_id` : ''}
      where ${[...(needsRow ? ofOrder : []), ...ofState, page.after].join(' and ')}
      order by ${page.order} limit ${parameters.add(limit + 1)}`;
  const text = `with k as (${keys})
    select o.order_id, o.sort_key::float8 as sort_key, t.status, t.stage, ${OWNER} as owner,
      s.occurred_at as status_entered_at, t.stage_entered_at, t.frozen_since, t.frozen_ms::float8 as frozen_ms,
      t.status not in ${FINAL} as is_active, t.claim_operator,
      o.partner_id, o.customer_ref, o.external_ref, o.channel, o.currency,
      case when p.order_id is null then o.material else p.material end as material,
      case when p.order_id is null then o.process else p.process end as process,
      case when p.order_id is null then o.quantity else p.quantity end as quantity,
      t.priority, nullif(t.due_at, 'infinity') as due_at, t.event_version, t.status_version,
      t.recorded_at as last_recorded_at, o.is_stale, o.stale_reason, ${page.selected.replaceAll('x.', 'k.')}
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
