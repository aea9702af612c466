import type { Lifecycle } from '@order-ledger/domain/lifecycle';
import type { EventMark } from '@order-ledger/domain/parcel';
import type { Balance, SettlementState } from '@order-ledger/domain/settlement';
import type { Owner, Status } from '@order-ledger/domain/status';
import type { Visit } from '@order-ledger/domain/visits';
import type { ColumnType } from './writing/columns.ts';

/** LOW 0 … URGENT 3. */
export const PRIORITY_RANK = { LOW: 0, NORMAL: 1, HIGH: 2, URGENT: 3 } as const;
export type PriorityRank = (typeof PRIORITY_RANK)[keyof typeof PRIORITY_RANK];

export const PARK_REASONS = ['unreadable', 'gap', 'not-foldable', 'not-storable'] as const;
export type ParkReason = (typeof PARK_REASONS)[number];

/** The visits that are open, and how many of each status there have been: what the next one is folded on. */
export interface Visiting {
  readonly open: readonly Visit[];
  readonly counts: Readonly<Partial<Record<Status, number>>>;
}

/**
 * Where a list as of a time has a column from: the order's `row`, because it never changes; the last `event` by then, with
 * which the timeline keeps it; the `span` of its state, or the row while the state lasts; or what is `reckoned` there.
 */
type Past = 'row' | 'event' | 'span' | 'reckoned';

/**
 * Whether a column may be empty: never; where there is no value; or where a row is older than the column and not folded
 * yet.
 */
type Lacks = 'nothing' | 'value' | 'folding';

interface Stored<Written, Read, Lacking extends Lacks = 'nothing'> {
  readonly type: ColumnType;
  readonly lacks: Lacking;
  /** For types alone: the value as it is written, and as it is read. */
  readonly values?: [written: Written, read: Read];
}

const stored = <Written, Read = Written>(type: ColumnType): Stored<Written, Read> => ({ type, lacks: 'nothing' });

const uuid = stored<string>('uuid');
const text = <Value extends string = string>() => stored<Value>('text');
const texts = stored<readonly string[], string[]>('text list');
const smallint = <Value extends number>() => stored<Value>('smallint');
const integer = stored<number>('integer');
const bigint = stored<number>('bigint');
const boolean = stored<boolean>('boolean');
const time = stored<string, Date>('timestamptz');
const json = <Written, Read = Written>() => stored<Written, Read>('jsonb');
/** Of `$all`: it may pass 2⁵³, and is not read. */
const position = stored<bigint, never>('bigint');

const orNull = <Written, Read>({ type }: Stored<Written, Read>): Stored<Written | null, Read | null, 'value'> => ({
  type,
  lacks: 'value',
});
const notYet = <Written, Read>({ type }: Stored<Written, Read>): Stored<Written, Read | null, 'folding'> => ({
  type,
  lacks: 'folding',
});

/** Lists show it, and so does the order's own answer. */
const listed = <Column, const From extends Past | null>(past: From, column: Column) =>
  ({ ...column, read: 'in lists', past }) as const;
/** The order's own answer shows it. */
const single = <Column>(column: Column) => ({ ...column, read: 'alone', past: null }) as const;
/** The next event is folded onto it, or nobody asks for it yet. */
const kept = <Column>(column: Column) => ({ ...column, read: 'never', past: null }) as const;

/**
 * The columns of `order_row`: what stands in them, who reads it, and how the past is known. Everything that names the
 * columns of an order is made of this table or held against it. Times are `YYYY-MM-DDTHH:MM:SS.sssZ`, lengths
 * milliseconds, amounts minor units.
 */
export const ORDER_COLUMNS = {
  order_id: listed('row', uuid),
  /** Microseconds of the epoch of the first event's recorded_at; never changes. */
  sort_key: listed('row', bigint),
  status: listed('event', text<Status>()),
  stage: listed('event', text<Status>()),
  owner: listed('reckoned', text<Owner>()),
  status_entered_at: listed('reckoned', time),
  stage_entered_at: listed('event', time),
  /** When the present hold or error began. */
  frozen_since: listed('event', orNull(time)),
  /** Finished holds and errors since the stage began. */
  frozen_ms: listed('event', bigint),
  held_ms: single(bigint),
  errored_ms: single(bigint),
  /** Neither CLOSED, CANCELLED nor REJECTED. */
  is_active: listed('reckoned', boolean),
  held_from: single(orNull(text<Status>())),
  error_from: single(orNull(text<Status>())),
  return_from: single(orNull(text<Status>())),
  claim_operator: listed('event', orNull(text())),
  claim_fence_token: listed(null, orNull(integer)),
  claimed_at: listed(null, orNull(time)),
  partner_id: listed('row', orNull(text())),
  customer_ref: listed('row', text()),
  external_ref: listed('row', orNull(text())),
  channel: listed('row', text()),
  /** Every carrier that was asked for a shipment. */
  carriers: single(texts),
  delivery_method: listed(null, orNull(text())),
  material: listed('span', orNull(text())),
  process: listed('span', orNull(text())),
  finishing: listed(null, orNull(text())),
  quantity: listed('span', orNull(integer)),
  price_amount: listed(null, orNull(bigint)),
  currency: listed('row', text()),
  /** event_version of the last PriceCalculated; null again once the order is revised. */
  quote_version: single(orNull(integer)),
  valid_until: single(orNull(time)),
  /** Payments less refunds. */
  paid: listed(null, bigint),
  due_before_production: single(orNull(bigint)),
  cancel_charge: kept(orNull(bigint)),
  /** What the customer is still to get back; null where no refund is in question. */
  refund_due: listed(null, orNull(bigint)),
  /** The balance onto which the next event is folded. */
  balance: kept(notYet(json<Balance>())),
  /** The event_version that the balance is of: that of the row, but where an earlier build wrote it. */
  balance_version: kept(notYet(integer)),
  settlement: listed(null, notYet(text<SettlementState>())),
  settlement_amount: listed(null, notYet(bigint)),
  /** The two events that contradict each other until a person has decided. */
  needs_person: listed(null, orNull(json<readonly EventMark[]>())),
  priority: listed('event', smallint<PriorityRank>()),
  /** null is `infinity` in the table, so that it sorts last. */
  due_at: listed('event', orNull(stored<string, Date>('open timestamptz'))),
  manufacturing_attempt: listed(null, integer),
  price_attempt: listed(null, integer),
  work_centre: single(orNull(text())),
  planned_start_at: single(orNull(time)),
  planned_finish_at: listed(null, orNull(time)),
  /** Data of the last PriceCalculated. */
  price: single(orNull(json<object, Record<string, unknown>>())),
  /** Data of the OrderRejected. */
  rejection: single(orNull(json<object, Record<string, unknown>>())),
  event_version: listed('event', integer),
  status_version: listed('event', integer),
  last_event_type: single(text()),
  last_event_id: kept(uuid),
  last_occurred_at: kept(time),
  last_recorded_at: listed('reckoned', time),
  correlation_id: single(text()),
  /** The order is parked: later events are not in the row. */
  is_stale: listed('row', boolean),
  /** null also on pages that an earlier build has kept in Redis. */
  stale_reason: listed('row', orNull(text<ParkReason>())),
  lifecycle: single(json<Lifecycle>()),
  visiting: kept(json<Visiting>()),
  position_commit: kept(position),
  position_prepare: kept(position),
};

type Table = typeof ORDER_COLUMNS;
export type OrderColumn = keyof Table;

type Named<What extends 'read' | 'past' | 'lacks', Value> = {
  [Column in OrderColumn]: Table[Column][What] extends Value ? Column : never;
}[OrderColumn];

/** The columns that no row of the table is without. */
type NeverNull = Named<'lacks', 'nothing'>;
export type ListedColumn = Named<'read', 'in lists'>;
export type ReadColumn = Named<'read', 'in lists' | 'alone'>;
/** What lists as of a time show. */
export type PastColumn = Named<'past', Past>;
export type PastBy<From extends Past> = Named<'past', From>;

/** A row of some of the columns as it is written. */
export type WrittenAs<Columns extends OrderColumn> = {
  [Column in Columns]: Table[Column] extends { values?: [infer Written, unknown] } ? Written : never;
};
/** And as it is read: times as Date, amounts and lengths as numbers. */
export type ReadAs<Columns extends OrderColumn> = {
  [Column in Columns]: Table[Column] extends { values?: [unknown, infer Read] } ? Read : never;
};

export const ALL = Object.keys(ORDER_COLUMNS) as OrderColumn[];
export const NEVER_NULL = ALL.filter((name) => ORDER_COLUMNS[name].lacks === 'nothing') as NeverNull[];
export const LISTED = ALL.filter((name) => ORDER_COLUMNS[name].read === 'in lists') as ListedColumn[];
export const READ = ALL.filter((name) => ORDER_COLUMNS[name].read !== 'never') as ReadColumn[];
export const PAST = ALL.filter((name) => ORDER_COLUMNS[name].past !== null) as PastColumn[];
/** What the timeline keeps with each event of the order's state after it. */
export const OF_EVENTS = ALL.filter((name) => ORDER_COLUMNS[name].past === 'event') as PastBy<'event'>[];

const TIMES: readonly ColumnType[] = ['timestamptz', 'open timestamptz'];
export const isTime = (name: OrderColumn): boolean => TIMES.includes(ORDER_COLUMNS[name].type);

/** How the money stands: follows from the balance, which rows of before it was there get from their timelines. */
export const MONEY_COLUMNS = [
  'balance',
  'settlement',
  'settlement_amount',
  'refund_due',
  'needs_person',
] as const satisfies readonly OrderColumn[];
export type MoneyColumn = (typeof MONEY_COLUMNS)[number];

/** What a span keeps of a state that has ended: what lists and board ask of it, and what lists show from it. */
export const SPAN_COLUMNS = [
  'order_id',
  'event_version',
  'status',
  'stage',
  'owner',
  'claim_operator',
  'partner_id',
  'priority',
  'due_at',
  'sort_key',
  'stage_entered_at',
  'frozen_since',
  'frozen_ms',
  ...(ALL.filter((name) => ORDER_COLUMNS[name].past === 'span') as PastBy<'span'>[]),
] as const satisfies readonly OrderColumn[];
export type SpanColumn = (typeof SPAN_COLUMNS)[number];

/** How some of the columns travel. */
export const typesOf = <Name extends OrderColumn>(names: readonly Name[]): Record<Name, ColumnType> =>
  Object.fromEntries(names.map((name) => [name, ORDER_COLUMNS[name].type])) as Record<Name, ColumnType>;
