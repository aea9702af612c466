import { isFinal, STATUS_OWNER, type Status } from '@order-ledger/domain/status';
import { keyset, type Page, pageOf } from './keyset.ts';
import { type ListFilters, type ListRequest, SORT_KEYS } from './list-form.ts';
import type { ListedOrder } from './order-columns.ts';
import { createParameters, type Parameters, type Reader } from './reader.ts';
import { type Scope, scopeCondition } from './scope.ts';

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
>;
export type PastListedRow = PastOrder & { list_key: string[] };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const asksForState = ({ status, stage, owner, claimed_by, priority, overdue, active }: ListFilters): boolean =>
  status.length > 0 ||
  active !== undefined ||
  [stage, owner, claimed_by, priority, overdue].some((x) => x !== undefined);

const asksForFinal = ({ status, stage, active }: ListFilters): boolean =>
  active === false || (active === undefined && [...status, ...(stage === undefined ? [] : [stage])].some(isFinal));

/** Conditions on a state; `state` names the alias of each column, because they come from different tables. */
const stateConditions = (
  filters: ListFilters,
  at: string,
  parameters: Parameters,
  state: (column: string) => string,
): string[] => {
  const { status, stage, owner, claimed_by, priority, overdue, active } = filters;
  const equal = (column: string, value: unknown): string[] =>
    value === undefined ? [] : [`${state(column)} = ${parameters.add(value)}`];
  const final = parameters.add(['CLOSED', 'CANCELLED', 'REJECTED'] satisfies Status[]);
  return [
    // The array of final statuses is always a parameter, so it is always named.
    active === undefined && !overdue
      ? `${final}::text[] is not null`
      : `${state('status')} ${(active ?? true) ? '<>' : '='} ${(active ?? true) ? 'all' : 'any'} (${final}::text[])`,
    ...(status.length === 0 ? [] : [`${state('status')} = any (${parameters.add(status)}::text[])`]),
    ...equal('stage', stage),
    ...equal('owner', owner),
    ...equal('claim_operator', claimed_by),
    ...equal('priority', priority),
    ...(overdue ? [`${state('due_at')} < ${at}`] : []),
  ];
};

/** Conditions on what never changes in an order. */
const orderConditions = (filters: ListFilters, scope: Scope, parameters: Parameters): string[] => {
  const { partner_id, q } = filters;
  const text = q === undefined ? '' : parameters.add(q);
  const id = q !== undefined && UUID.test(q) ? ` or o.order_id = ${parameters.add(q)}::uuid` : '';
  return [
    scopeCondition(scope, 'o', parameters),
    ...(partner_id === undefined ? [] : [`o.partner_id = ${parameters.add(partner_id)}`]),
    ...(q === undefined ? [] : [`(o.external_ref = ${text} or o.customer_ref = ${text}${id})`]),
  ];
};

const LAST_EVENT = (schema: string, at: string): string => `cross join lateral (
      select * from ${schema}.order_timeline t
      where t.order_id = o.order_id and t.recorded_at <= ${at} order by t.event_version desc limit 1
    ) t`;

const OWNER_OF_FINAL = `case t.status ${(['CLOSED', 'CANCELLED', 'REJECTED'] as const)
  .map((status) => `when '${status}' then '${STATUS_OWNER[status]}'`)
  .join(' ')} else o.owner end`;
/** A span knows the owner of a state that has ended; of the present state the row does. */
const OWNER = `coalesce(p.owner, ${OWNER_OF_FINAL})`;

const keysByBirth = (
  schema: string,
  names: string,
  { after, order }: { after: string; order: string },
  conditions: string[],
  at: string,
): string => `select ${names.replaceAll('x.', 'o.')} from ${schema}.order_row o ${LAST_EVENT(schema, at)}
    left join ${schema}.order_span p on p.order_id = t.order_id and p.event_version = t.event_version
    where o.sort_key <= (extract(epoch from ${at}) * 1000000)::bigint
      and ${[...conditions, after.replaceAll('x.', 'o.')].join(' and ')}
    order by ${order.replaceAll('x.', 'o.')}`;

const STATE = `order_id, sort_key, status, stage, owner, claim_operator, partner_id, priority,
      (3 - priority)::smallint as urgency, due_at, stage_entered_at`;

/**
 * One page of a list as it was at a time. Lists by birth that ask for no state walk the orders born by then and take
 * each one's last event; the others unite the spans that contain the time with the active orders whose present state
 * had begun. Final statuses have no spans, so who asks for them walks.
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
  const key = SORT_KEYS[sort];
  const names = [...new Set(['order_id', ...key.columns.map(({ name }) => name)])]
    .map((name) => `x.${name}`)
    .join(', ');
  const most = parameters.add(limit + 1);
  const ofOrder = orderConditions(filters, scope, parameters);
  const walks = !key.active && (asksForFinal(filters) || !asksForState(filters));
  const keys = walks
    ? keysByBirth(
        schema,
        names,
        page,
        [
          ...ofOrder,
          ...stateConditions(filters, at, parameters, (column) => (column === 'owner' ? OWNER : `t.${column}`)),
        ],
        at,
      )
    : `select ${names} from (
        select ${STATE} from ${schema}.order_span where during @> ${at}
        union all
        select ${STATE} from ${schema}.order_row where is_active and last_recorded_at <= ${at}
      ) x ${ofOrder.every((condition) => condition === 'true') ? '' : `join ${schema}.order_row o using (order_id)`}
      where ${[...ofOrder, ...stateConditions(filters, at, parameters, (column) => `x.${column}`), page.after].join(' and ')}
      order by ${page.order}`;
  const outer = page.order.replaceAll('x.', 'k.');
  const text = `with k as (${keys} limit ${most})
    select o.order_id, o.sort_key::float8 as sort_key, t.status, t.stage, ${OWNER} as owner,
      s.occurred_at as status_entered_at, t.stage_entered_at, t.frozen_since, t.frozen_ms::float8 as frozen_ms,
      t.status not in ('CLOSED', 'CANCELLED', 'REJECTED') as is_active, t.claim_operator,
      o.partner_id, o.customer_ref, o.external_ref, o.channel, o.currency,
      case when p.order_id is null then o.material else p.material end as material,
      case when p.order_id is null then o.process else p.process end as process,
      case when p.order_id is null then o.quantity else p.quantity end as quantity,
      t.priority, nullif(t.due_at, 'infinity') as due_at, t.event_version, t.status_version,
      t.recorded_at as last_recorded_at, o.is_stale, ${page.selected.replaceAll('x.', 'k.')}
    from k join ${schema}.order_row o using (order_id) ${LAST_EVENT(schema, at)}
    left join ${schema}.order_span p on p.order_id = t.order_id and p.event_version = t.event_version
    cross join lateral (
      select s.occurred_at from ${schema}.order_timeline s
      where s.order_id = t.order_id and s.status_version = t.status_version order by s.event_version limit 1
    ) s
    order by ${outer}`;
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
