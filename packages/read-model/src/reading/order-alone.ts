import type { Scope } from '@order-ledger/domain/sight';
import { isTime, READ } from '../order-columns.ts';
import { DETAIL_COLUMNS, type OrderDetail } from './order-columns.ts';
import { planName } from './plan-names.ts';
import { createParameters, type Reader } from './reader.ts';
import { rowVersion } from './row-version.ts';
import { scopeCondition } from './scope.ts';
import type { TimelineEntry } from './timeline.ts';

/** Which version of an order there is, and of its row. */
export interface OrderVersion extends Pick<OrderDetail, 'event_version' | 'is_stale'> {
  readonly row_version: string;
}

/** What the folds of an order's life look at. */
export type FoldedEvent = Pick<
  TimelineEntry,
  'type' | 'data' | 'event_version' | 'status_version' | 'system' | 'occurred_at' | 'recorded_at'
>;

/** An order with its events, of one moment. */
export interface OrderAlone extends OrderVersion {
  readonly order: OrderDetail;
  /** Up to the row's version. */
  readonly events: readonly FoldedEvent[];
  /** Whether the row's money is of its last event: an earlier build has left it behind if not. */
  readonly money_known: boolean;
}

const VERSION = `${rowVersion('o')} as row_version, o.event_version, o.is_stale`;

/** The versions of orders, by their ids; without those that are not in the caller's scope. */
export const readOrderVersions = async (
  { pool, schema }: Reader,
  scope: Scope,
  orderIds: readonly string[],
): Promise<Map<string, OrderVersion>> => {
  const parameters = createParameters();
  const ids = parameters.add(orderIds);
  const text = `select o.order_id, ${VERSION} from ${schema}.order_row o
    where o.order_id = any(${ids}::uuid[]) and ${scopeCondition(scope, 'o', parameters)}`;
  const { rows } = await pool.query<OrderVersion & { order_id: string }>({
    ...{ ...planName(text), text, values: parameters.values },
  });
  return new Map(rows.map(({ order_id, ...version }) => [order_id, version]));
};

/** As JSON text: half of what rows of an order and of its events cost to read. */
const EVENTS = `json_agg(json_build_array(
  t.type, t.data, t.event_version, t.status_version, t.system, t.occurred_at, t.recorded_at) order by t.event_version)`;

type Told = [FoldedEvent['type'], FoldedEvent['data'], number, number, FoldedEvent['system'], string, string];

const eventOf = ([type, data, event_version, status_version, system, occurred_at, recorded_at]: Told): FoldedEvent => ({
  ...{ type, data, event_version, status_version, system },
  ...{ occurred_at: new Date(occurred_at), recorded_at: new Date(recorded_at) },
});

const TIMES = READ.filter(isTime);

const orderOf = (text: string): OrderDetail => {
  const order = JSON.parse(text);
  for (const column of TIMES) if (order[column] !== null) order[column] = new Date(order[column]);
  return order;
};

/** The order with its events; undefined where there is none in the caller's scope. */
export const readOrderAlone = async (
  { pool, schema }: Reader,
  scope: Scope,
  orderId: string,
): Promise<OrderAlone | undefined> => {
  const parameters = createParameters();
  const id = parameters.add(orderId);
  const text = `select ${VERSION}, o.balance_version is not distinct from o.event_version as money_known,
      (select row_to_json(r)::text from (select ${DETAIL_COLUMNS}) r) as order,
      (select ${EVENTS}::text from ${schema}.order_timeline t where t.order_id = o.order_id) as events
    from ${schema}.order_row o where o.order_id = ${id} and ${scopeCondition(scope, 'o', parameters)}`;
  const { rows } = await pool.query<OrderVersion & { money_known: boolean; order: string; events: string | null }>({
    ...{ ...planName(text), text, values: parameters.values },
  });
  const [row] = rows;
  if (row === undefined) return undefined;
  const events = row.events === null ? [] : (JSON.parse(row.events) as Told[]).map(eventOf);
  return { ...row, order: orderOf(row.order), events };
};
