import { RISKS } from '@order-ledger/domain/closed-lists';
import { EVENT_TYPES } from '@order-ledger/domain/events';
import { SETTLEMENTS } from '@order-ledger/domain/settlement';
import { CALCULATING } from '@order-ledger/domain/status-table';
import { PARK_REASONS, type PastColumn, PRIORITY_RANK } from '@order-ledger/read-model/order-columns';
import type { ListedOrder, OrderDetail } from '@order-ledger/read-model/reading/order-columns';
import { z } from 'zod';
import type { Audience } from '../audience.ts';
import { money, ms, owner, status, text, time } from './answer-parts.ts';

export const PRIORITY_NAMES = Object.keys(PRIORITY_RANK) as (keyof typeof PRIORITY_RANK)[];

const contradictingEvent = z.strictObject({
  event_version: z.int(),
  type: z.enum(EVENT_TYPES as [string, ...string[]]),
  code: z.string().describe('why it was cancelled; what the carrier said'),
  occurred_at: time,
  recorded_at: time,
});

const claim = z.strictObject({
  operator: z.string(),
  fence_token: z.int().optional().describe('work commands send it; absent with as_of'),
  claimed_at: time.optional(),
});

const advice = z.array(
  z
    .strictObject({ code: z.string(), name: z.string(), help: z.string() })
    .describe('of a fault: what it is called, and what to do about it in the program that the model comes from'),
);

/** Why an order cannot be made as it is, and what to do to its model. */
export const rejection = z.looseObject({ reason: z.string(), advice });

type Stranger = Exclude<Audience, 'staff'>;

interface OrderField<Column> {
  /** The columns that it is made of. */
  readonly of: readonly Column[];
  readonly schema: z.ZodType;
  /** Who is shown it beside the house. */
  readonly to: readonly Stranger[];
  /** Stands in every answer about an order. */
  readonly always?: true;
  /** Is known of an order of which no event can be shown yet. */
  readonly outlined?: true;
}

const ALL = ['partner', 'carrier'] as const;
const PARTNER = ['partner'] as const;
const HOUSE = [] as const;

/** Every answer about an order has it, whoever asks and whatever is known. */
const basic = <const Of extends readonly (keyof ListedOrder)[], Schema extends z.ZodType>(of: Of, schema: Schema) =>
  ({ of, schema, to: ALL, always: true, outlined: true }) as const;

/**
 * The fields of an order as lists show it, in the order in which the OpenAPI document has them: what each is made of, who
 * is shown it, and what it looks like. A field without `always` is absent where the caller is not shown it, or (as_of)
 * where the past does not tell.
 */
export const ORDER_FIELDS = {
  order_id: basic(['order_id'], z.uuid()),
  status: basic(['status'], status),
  display_status: basic(
    ['status'],
    z.string().describe(`the status, or ${CALCULATING} from the submission until there is a price`),
  ),
  status_entered_at: basic(['status_entered_at'], time),
  is_active: basic(['is_active'], z.boolean().describe('neither CLOSED, CANCELLED nor REJECTED')),
  created_at: basic(['sort_key'], time),
  updated_at: basic(['last_recorded_at'], time.describe('when the last event was recorded')),
  event_version: basic(['event_version'], z.int()),
  status_version: basic(['status_version'], z.int()),
  sort_key: {
    of: ['sort_key'],
    schema: z.int().describe('microseconds of the creation; never changes'),
    to: HOUSE,
    outlined: true,
  },
  stage: {
    of: ['stage'],
    schema: status.describe('the status that the work is in; on hold and in error the one that was struck'),
    to: PARTNER,
  },
  stage_entered_at: { of: ['stage_entered_at'], schema: time, to: PARTNER },
  current_stage_duration_ms: {
    of: ['status', 'stage_entered_at', 'frozen_since', 'frozen_ms'],
    schema: ms.nullable().describe('net of holds and errors; null once the order is not active'),
    to: PARTNER,
  },
  frozen_since: {
    of: ['frozen_since'],
    schema: time.nullable().describe('when the present hold or error began'),
    to: HOUSE,
  },
  owner: { of: ['owner'], schema: owner.describe('the system that is accountable now'), to: HOUSE },
  claim: { of: ['claim_operator', 'claim_fence_token', 'claimed_at'], schema: claim.nullable(), to: HOUSE },
  partner_id: { of: ['partner_id'], schema: text, to: PARTNER, outlined: true },
  customer_ref: { of: ['customer_ref'], schema: z.string(), to: PARTNER, outlined: true },
  external_ref: { of: ['external_ref'], schema: text, to: PARTNER, outlined: true },
  channel: { of: ['channel'], schema: z.string(), to: PARTNER, outlined: true },
  delivery_method: { of: ['delivery_method'], schema: text, to: ALL },
  material: { of: ['material'], schema: text, to: PARTNER },
  process: { of: ['process'], schema: text, to: PARTNER },
  finishing: { of: ['finishing'], schema: text, to: PARTNER },
  quantity: { of: ['quantity'], schema: z.int().nullable(), to: PARTNER },
  price: { of: ['price_amount', 'currency'], schema: money.nullable(), to: PARTNER },
  paid: { of: ['paid', 'currency'], schema: money, to: PARTNER },
  refund_due: {
    of: ['refund_due', 'currency'],
    schema: money.nullable().describe('null where no refund is in question'),
    to: PARTNER,
  },
  settlement: {
    of: ['settlement'],
    schema: z
      .enum(SETTLEMENTS)
      .nullable()
      .describe('how what is paid fits to what is owed; null: not known yet of an order from before this was told'),
    to: PARTNER,
  },
  settlement_amount: {
    of: ['settlement_amount', 'currency'],
    schema: money.nullable().describe('by how much it does not fit'),
    to: PARTNER,
  },
  needs_person: {
    of: ['needs_person'],
    schema: z
      .strictObject({
        reason: z.literal('PARCEL_OF_CANCELLED_ORDER'),
        events: z.array(contradictingEvent).describe('the cancellation, and what the carrier said last'),
      })
      .nullable()
      .describe('settled by a correction of one of both events (record-correction, by a crm.supervisor)'),
    to: HOUSE,
  },
  priority: { of: ['priority'], schema: z.enum(PRIORITY_NAMES as [string, ...string[]]), to: PARTNER },
  due_at: { of: ['due_at'], schema: time.nullable(), to: PARTNER },
  overdue: { of: ['is_active', 'due_at'], schema: z.boolean(), to: PARTNER },
  manufacturing_attempt: { of: ['manufacturing_attempt'], schema: z.int(), to: HOUSE },
  price_attempt: { of: ['price_attempt'], schema: z.int(), to: PARTNER },
  planned_finish_at: { of: ['planned_finish_at'], schema: time.nullable(), to: PARTNER },
  stale: {
    of: ['is_stale'],
    schema: z
      .boolean()
      .describe('later events of this order cannot be shown yet; with event_version 0 not even its first one'),
    to: PARTNER,
    outlined: true,
  },
  stale_reason: {
    of: ['is_stale', 'stale_reason'],
    schema: z.enum(PARK_REASONS).nullable().describe('why; staff only'),
    to: HOUSE,
    outlined: true,
  },
} as const satisfies Readonly<Record<string, OrderField<keyof ListedOrder>>>;

/** What an order's own answer has beside these, where it is not an outline. */
export const DETAIL_FIELDS = {
  quote: {
    of: ['quote_version', 'price', 'valid_until', 'due_before_production', 'currency'],
    schema: z
      .looseObject({
        quote_version: z.int(),
        price: money,
        breakdown: z.array(z.strictObject({ line: z.string(), amount: money })),
        valid_until: time,
        due_before_production: money,
        risk: z
          .looseObject({ reason: z.enum(RISKS), advice })
          .optional()
          .describe(
            'what may spoil the part: a line WAIVED_RISK of the breakdown pays for it, and whoever accepts the price takes it on by naming its reason in accepts_risk (AcceptQuote, ApproveManufacturing); else the order is revised',
          ),
      })
      .nullable(),
    to: PARTNER,
  },
  rejection: { of: ['rejection'], schema: rejection.nullable(), to: PARTNER },
  pieces: {
    of: [],
    schema: z
      .strictObject({
        ordered: z.int(),
        short: z.int().describe('of which the customer does without these, for a credit'),
        shipped: z.int().describe('of what was owed, as many as were there when the parcels left'),
        made: z.int().optional().describe('good ones of all attempts, as corrected; staff only, as all that follows'),
        rejected: z.int().optional().describe('of those made'),
        scrapped: z.int().optional(),
        to_make: z.int().optional().describe('owed, and not there'),
      })
      .optional()
      .describe('absent for carriers'),
    to: PARTNER,
  },
  held_ms: { of: ['held_ms'], schema: ms, to: HOUSE },
  errored_ms: { of: ['errored_ms'], schema: ms, to: HOUSE },
  held_from: { of: ['held_from'], schema: status.nullable(), to: HOUSE },
  error_from: { of: ['error_from'], schema: status.nullable(), to: HOUSE },
  return_from: { of: ['return_from'], schema: status.nullable(), to: HOUSE },
  holds: {
    of: ['lifecycle'],
    schema: z
      .array(z.strictObject({ hold_id: z.string(), reason: z.string(), side: z.string() }))
      .optional()
      .describe('the open ones'),
    to: HOUSE,
  },
  carriers: { of: ['carriers'], schema: z.array(z.string()), to: HOUSE },
  work_centre: { of: ['work_centre'], schema: text, to: HOUSE },
  planned_start_at: { of: ['planned_start_at'], schema: time.nullable(), to: HOUSE },
  last_event_type: { of: ['last_event_type'], schema: z.string(), to: HOUSE },
  correlation_id: { of: ['correlation_id'], schema: z.string(), to: HOUSE },
} as const satisfies Readonly<Record<string, OrderField<keyof OrderDetail>>>;

type Fields = typeof ORDER_FIELDS;
export type FieldName = keyof Fields;
/** The fields that a past state tells of: all of what they are made of is known. */
export type PastField = {
  [Name in FieldName]: Exclude<Fields[Name]['of'][number], PastColumn> extends never ? Name : never;
}[FieldName];

/** Holds what is asked against what there is: the compiler names what is missing. */
type Among<There, Asked extends There> = Asked;
type Listed = Fields[FieldName]['of'][number];
type Alone = (typeof DETAIL_FIELDS)[keyof typeof DETAIL_FIELDS]['of'][number];
/** Orders as they are read, of which each column is told by a field. */
export type ShownOrder = Pick<ListedOrder, Among<Listed, keyof ListedOrder>>;
export type ShownDetail = Pick<OrderDetail, Among<Listed | Alone, keyof OrderDetail>>;

type AnyField = OrderField<keyof OrderDetail>;

type Shape<Table extends Readonly<Record<string, AnyField>>> = {
  -readonly [Name in keyof Table]: Table[Name] extends { always: true }
    ? Table[Name]['schema']
    : z.ZodOptional<Table[Name]['schema']>;
};

/** What answers with these fields look like. */
export const shapeOf = <Table extends Readonly<Record<string, AnyField>>>(fields: Table): Shape<Table> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { schema, always }]) => [name, always ? schema : schema.optional()]),
  ) as Shape<Table>;

const ALL_FIELDS: readonly (readonly [string, AnyField])[] = Object.entries({
  ...ORDER_FIELDS,
  ...DETAIL_FIELDS,
});
const namesOf = (holds: (field: AnyField) => boolean): ReadonlySet<string> =>
  new Set(ALL_FIELDS.filter(([, field]) => holds(field)).map(([name]) => name));

const SHOWN: Readonly<Record<Stranger, ReadonlySet<string>>> = {
  partner: namesOf(({ to }) => to.includes('partner')),
  carrier: namesOf(({ to }) => to.includes('carrier')),
};
const OUTLINED = namesOf(({ outlined }) => outlined === true);

const only = <Answer extends object>(answer: Answer, has: (field: string, value: unknown) => boolean): Answer =>
  Object.fromEntries(Object.entries(answer).filter(([field, value]) => has(field, value))) as Answer;

export const isShown = (name: FieldName, audience: Audience): boolean =>
  audience === 'staff' || SHOWN[audience].has(name);

/** What of an answer its reader may see; a field that is to nobody is the house's own. */
export const shownTo = <Answer extends object>(audience: Audience, answer: Answer): Answer =>
  audience === 'staff' ? answer : only(answer, (field) => SHOWN[audience].has(field));

/** What is known of an order of which no event can be shown yet; fields that it has no value for are left out. */
export const outlined = <Answer extends object>(answer: Answer): Answer =>
  only(answer, (field, value) => OUTLINED.has(field) && value !== '');
