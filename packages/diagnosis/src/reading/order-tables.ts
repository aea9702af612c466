import { evolve } from '@order-ledger/domain/evolve';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import { type Answer, isKnown } from '@order-ledger/platform/within';
import type { Reader } from '@order-ledger/read-model/reading/reader';
import { eventOf, TIMELINE_COLUMNS, type TimelineEntry } from '@order-ledger/read-model/reading/timeline';
import type {
  IntakeEvidence,
  JobEvidence,
  LeaseEvidence,
  OrderEvidence,
  ParkedEvidence,
  PlanEvidence,
  RowEvidence,
  TimerEvidence,
} from '../evidence.ts';
import { PARKED_VIEWS, parkedIn } from './parked.ts';
import { published } from './published.ts';

type Row<T> = T & { readonly order_id: string };
/** Rows of many orders, by order. */
type ByOrder<T> = ReadonlyMap<string, readonly T[]>;

const grouped = <T extends object>(rows: readonly Row<T>[]): ByOrder<T> => {
  const found = new Map<string, T[]>();
  for (const { order_id, ...row } of rows) found.set(order_id, [...(found.get(order_id) ?? []), row as unknown as T]);
  return found;
};

/** Times of Postgres's as texts; `infinity` comes as a number. */
const written = <T extends object>(row: T): T =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  ) as T;

const ofOrders = async <T extends object>(
  reader: Reader,
  text: string,
  ids: readonly string[],
): Promise<ByOrder<T>> => {
  const { rows } = await reader.pool.query<Row<T>>(text, [ids]);
  return grouped(rows.map(written) as Row<T>[]);
};

const JOBS = `select order_id, waiter_state, attempt, spec_version, job_id, job_state, lane, predicted_p50_s, predicted_p95_s,
    queue_position::integer as queue_position, queued_at, taken_at, phase, percent, deaths, infra_failures, measured_at,
    dead_code, not_before, lease_expires_at, renewed_at
  from pricing.job_view where order_id = any($1::uuid[])`;

const INTAKES = `select order_id, seen_version, seen_at, looked_version from pricing.order_view
  where order_id = any($1::uuid[]) and seen_version is not null`;

const PLANS = `select order_id, state, work_centre, finish_at, turn as awaited, looks
  from production.order_view where order_id = any($1::uuid[])`;

const TIMERS = 'select order_id, rule, due_at from process_manager.timer_view where order_id = any($1::uuid[])';

const LEASES = `select distinct on (order_id) order_id, fence_token::float8 as fence_token, expires_at, closed
  from command_api.lease_view where order_id = any($1::uuid[]) order by order_id, fence_token desc`;

const ROWS = (schema: string) =>
  `select order_id, status, event_version, is_stale, stale_reason from ${schema}.order_row where order_id = any($1::uuid[])`;

const parkedBy = async (reader: Reader, ids: readonly string[]): Promise<Answer<ByOrder<ParkedEvidence>>> => {
  const found = await Promise.all(
    PARKED_VIEWS.map((view) => {
      const text = parkedIn(view, 'order_id = any($1::uuid[])');
      const { process } = view;
      return published(process, ofOrders<Omit<ParkedEvidence, 'process'>>(reader, text, ids)).then((answer) => ({
        process,
        answer,
      }));
    }),
  );
  const rows: Row<ParkedEvidence>[] = [];
  const away: string[] = [];
  for (const { process, answer } of found) {
    if (!isKnown(answer)) away.push(answer.unknown);
    else for (const [order_id, parked] of answer.is) rows.push(...parked.map((one) => ({ order_id, process, ...one })));
  }
  // What one process has parked counts although another could not be asked.
  return away.length === found.length ? { unknown: away[0] ?? '' } : { is: grouped(rows) };
};

interface Told {
  readonly state: OrderState | null;
  readonly events: readonly RecordedEvent[];
  readonly positions: ReadonlyMap<number, string>;
  readonly ids: OrderEvidence['ids'];
}
const UNTOLD: Told = { state: null, events: [], positions: new Map(), ids: new Map() };

/** Of an order whose events do not fold as they are nothing is told but that it is there. */
const stateAfter = (events: readonly RecordedEvent[]): OrderState | null => {
  try {
    return events.reduce<OrderState | null>(evolve, null);
  } catch {
    return null;
  }
};

/** More events than nearly any order has, of all orders of a page together. */
const MOST_EVENTS = 50_000;

const timelines = async ({ pool, schema }: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Told>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<TimelineEntry>({
    text: `select ${TIMELINE_COLUMNS} from ${schema}.order_timeline t where t.order_id = any($1::uuid[])
           order by t.order_id, t.event_version limit ${MOST_EVENTS}`,
    values: [ids],
  });
  const entries = new Map<string, TimelineEntry[]>();
  for (const row of rows) entries.set(row.order_id, [...(entries.get(row.order_id) ?? []), row]);
  return new Map(
    [...entries].map(([order_id, of]) => {
      const events = of.map(eventOf);
      const positions = new Map(of.map(({ event_version, position_commit }) => [event_version, position_commit]));
      const ids = new Map(of.map(({ event_version, event_id, trace_id }) => [event_version, { event_id, trace_id }]));
      return [order_id, { state: stateAfter(events), events, positions, ids }];
    }),
  );
};

const mapped = <From, To>(answer: Answer<From>, to: (is: From) => To): Answer<To> =>
  isKnown(answer) ? { is: to(answer.is) } : answer;

const toldIn = (told: Answer<ReadonlyMap<string, Told>>, orderId: string): Told | undefined =>
  isKnown(told) ? told.is.get(orderId) : undefined;

/** Orders of which the projector has written more between the two questions: their rows are ahead of their timelines. */
const overtakenIn = (
  ids: readonly string[],
  told: Answer<ReadonlyMap<string, Told>>,
  rows: Answer<ByOrder<RowEvidence>>,
): readonly string[] =>
  isKnown(told) && isKnown(rows)
    ? ids.filter((id) => (rows.is.get(id)?.[0]?.event_version ?? 0) > (told.is.get(id)?.events.length ?? 0))
    : [];

/** What the tables tell of these orders: one question to each publisher, whatever becomes of the others. */
export const readOrderTables = async (reader: Reader, ids: readonly string[]): Promise<Map<string, OrderEvidence>> => {
  const [told, rows, jobs, intakes, plans, timers, leases, parked] = await Promise.all([
    published('projector', timelines(reader, ids)),
    published('projector', ofOrders<RowEvidence>(reader, ROWS(reader.schema), ids)),
    published('pricing-worker', ofOrders<JobEvidence>(reader, JOBS, ids)),
    published('pricing-worker', ofOrders<IntakeEvidence>(reader, INTAKES, ids)),
    published('manufacturing-worker', ofOrders<PlanEvidence>(reader, PLANS, ids)),
    published('process-manager', ofOrders<TimerEvidence>(reader, TIMERS, ids)),
    published('command-api', ofOrders<LeaseEvidence>(reader, LEASES, ids)),
    parkedBy(reader, ids),
  ]);
  const later = await published('projector', timelines(reader, overtakenIn(ids, told, rows)));
  const first = <T>(answer: Answer<ByOrder<T>>, id: string): Answer<T | null> =>
    mapped(answer, (by) => by.get(id)?.[0] ?? null);
  return new Map(
    ids.map((order_id): [string, OrderEvidence] => {
      const of = toldIn(later, order_id) ?? toldIn(told, order_id) ?? UNTOLD;
      return [
        order_id,
        {
          order_id,
          told_by: of.events.length === 0 ? null : 'read model',
          ...of,
          row: first(rows, order_id),
          job: first(jobs, order_id),
          intake: first(intakes, order_id),
          plan: first(plans, order_id),
          parked: mapped(parked, (by) => by.get(order_id) ?? []),
          timers: mapped(timers, (by) => by.get(order_id) ?? []),
          lease: first(leases, order_id),
          letters: { unknown: 'no table has dead letters' },
        },
      ];
    }),
  );
};

/** The same where there is no database to ask. */
export const orderTablesAway = (order_id: string, unknown: string): OrderEvidence => {
  const away = { unknown };
  const tables = {
    row: away,
    job: away,
    intake: away,
    plan: away,
    parked: away,
    timers: away,
    lease: away,
    letters: away,
  };
  return { order_id, told_by: null, ...UNTOLD, ...tables };
};
