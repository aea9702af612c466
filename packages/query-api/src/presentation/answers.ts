import { DURATIONS, LEAD_TIMES } from '@order-ledger/domain/durations';
import { EVENT_TYPES } from '@order-ledger/domain/events';
import { SETTLEMENTS } from '@order-ledger/domain/settlement';
import { SYSTEMS } from '@order-ledger/domain/status';
import { CALCULATING } from '@order-ledger/domain/status-table';
import { PARK_REASONS, PRIORITY_RANK } from '@order-ledger/read-model/order-columns';
import { PARK_REASONS, PRIORITY_RANK } from '@order-ledger/read-model/rows';
import { z } from 'zod';
import { asOf, money, ms, names, owner, status, text, time } from './answer-parts.ts';

// What the answers look like: the types that they are made by, and the schemas that the OpenAPI document shows.

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

const always = {
  order_id: z.uuid(),
  status,
  display_status: z.string().describe(`the status, or ${CALCULATING} from the submission until there is a price`),
  status_entered_at: time,
  is_active: z.boolean().describe('neither CLOSED, CANCELLED nor REJECTED'),
  created_at: time,
  updated_at: time.describe('when the last event was recorded'),
  event_version: z.int(),
  status_version: z.int(),
};

/** Beside what always stands there: absent where the caller is not shown it, or (as_of) where the past does not tell. */
const sometimes = {
  sort_key: z.int().describe('microseconds of the creation; never changes'),
  stage: status.describe('the status that the work is in; on hold and in error the one that was struck'),
  stage_entered_at: time,
  current_stage_duration_ms: ms.nullable().describe('net of holds and errors; null once the order is not active'),
  frozen_since: time.nullable().describe('when the present hold or error began'),
  owner: owner.describe('the system that is accountable now'),
  claim: claim.nullable(),
  partner_id: text,
  customer_ref: z.string(),
  external_ref: text,
  channel: z.string(),
  delivery_method: text,
  material: text,
  process: text,
  finishing: text,
  quantity: z.int().nullable(),
  price: money.nullable(),
  paid: money,
  refund_due: money.nullable().describe('null where no refund is in question'),
  settlement: z
    .enum(SETTLEMENTS)
    .nullable()
    .describe('how what is paid fits to what is owed; null: not known yet of an order from before this was told'),
  settlement_amount: money.nullable().describe('by how much it does not fit'),
  needs_person: z
    .strictObject({
      reason: z.literal('PARCEL_OF_CANCELLED_ORDER'),
      events: z.array(contradictingEvent).describe('the cancellation, and what the carrier said last'),
    })
    .nullable()
    .describe('settled by a correction of one of both events (record-correction, by a crm.supervisor)'),
  priority: z.enum(PRIORITY_NAMES as [string, ...string[]]),
  due_at: time.nullable(),
  overdue: z.boolean(),
  manufacturing_attempt: z.int(),
  price_attempt: z.int(),
  planned_finish_at: time.nullable(),
  stale: z
    .boolean()
    .describe('later events of this order cannot be shown yet; with event_version 0 not even its first one'),
  stale_reason: z.enum(PARK_REASONS).nullable().describe('why; staff only'),
};

/** Of answers about one order; absent for carriers. */
const staleness = { stale: sometimes.stale.optional(), stale_reason: sometimes.stale_reason.optional() };

export const orderAnswer = z.strictObject({ ...always, ...z.object(sometimes).partial().shape });
export type OrderAnswer = z.infer<typeof orderAnswer>;

export const listAnswer = z.strictObject({
  orders: z.array(orderAnswer),
  next_cursor: text,
  prev_cursor: text,
  total: z.int().optional().describe('only where asked for'),
  total_is_more: z.boolean().optional().describe('true: there are more than total'),
  ...asOf,
});
export type ListAnswer = z.infer<typeof listAnswer>;

export const interval = z.strictObject({
  from_at: time,
  to_at: time,
  wall_ms: ms,
  held_ms: ms,
  errored_ms: ms,
  net_ms: ms.describe('wall less held and errored'),
});

export const orderDetailAnswer = z.strictObject({
  ...orderAnswer.shape,
  allowed_transitions: z
    .array(z.strictObject({ command: z.string(), to: status }))
    .describe('the edges for this status and this caller; conditions are not evaluated'),
  durations: z.partialRecord(z.enum(names(DURATIONS)), z.array(interval)),
  lead_times: z.partialRecord(z.enum(names(LEAD_TIMES)), ms.nullable()).describe('null while not over'),
  quote: z
    .looseObject({
      quote_version: z.int(),
      price: money,
      breakdown: z.array(z.strictObject({ line: z.string(), amount: money })),
      valid_until: time,
      due_before_production: money,
    })
    .nullable()
    .optional(),
  rejection: z.looseObject({ reason: z.string() }).nullable().optional(),
  pieces: z
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
  held_ms: ms.optional(),
  errored_ms: ms.optional(),
  held_from: status.nullable().optional(),
  error_from: status.nullable().optional(),
  return_from: status.nullable().optional(),
  holds: z
    .array(z.strictObject({ hold_id: z.string(), reason: z.string(), side: z.string() }))
    .optional()
    .describe('the open ones'),
  carriers: z.array(z.string()).optional(),
  work_centre: text.optional(),
  planned_start_at: time.nullable().optional(),
  last_event_type: z.string().optional(),
  correlation_id: z.string().optional(),
  ...asOf,
});
export type OrderDetailAnswer = z.infer<typeof orderDetailAnswer>;

export const timelineAnswer = z.strictObject({
  event_version: z.int(),
  status_version: z.int(),
  type: z.enum(EVENT_TYPES as [string, ...string[]]),
  from: status.nullable(),
  to: status.nullable().describe('null for facts, which do not change the status'),
  status: status.describe('the status after the event'),
  system: z.enum(SYSTEMS),
  occurred_at: time,
  recorded_at: time,
  reason: text.describe('the code that says why'),
  data: z.record(z.string(), z.unknown()),
  changed: z.array(z.string()).describe('names of the fields of data'),
  correlation_id: z.string().optional().describe('to others than staff that of their own requests only'),
  event_id: z.uuid().optional(),
  actor: z
    .strictObject({
      id: z.string(),
      kind: z.string(),
      roles: z.array(z.string()),
      partner_id: z.string().optional(),
      on_behalf_of: z.string().optional(),
    })
    .optional()
    .describe('staff only, as all that follows'),
  texts: z
    .array(z.strictObject({ field: z.string(), ref: z.string() }))
    .optional()
    .describe(
      'free texts that belong to the event; command-api shows them: /v1/orders/{order_id}/events/{event_version}/texts',
    ),
  causation_id: z.string().optional(),
  trace_id: text.optional(),
  position: z
    .string()
    .optional()
    .describe('how far the ledger was read when the tables got the event; that of others where it came late'),
});
export type TimelineAnswer = z.infer<typeof timelineAnswer>;

export const timelinePageAnswer = z.strictObject({
  order_id: z.uuid(),
  ...staleness,
  events: z.array(timelineAnswer),
  next_after: z.int().nullable().describe('event_version for `after`, where there are more events'),
  ...asOf,
});

export const visitAnswer = z.strictObject({
  status,
  visit: z.int().describe('1 for the first visit of this status'),
  entered_at: time,
  left_at: time.nullable(),
  next: status.nullable(),
  entered_version: z.int(),
  left_version: z.int().nullable(),
  wall_ms: ms.describe('of an open visit until now (as_of: until then)'),
  held_ms: ms,
  errored_ms: ms,
  net_ms: ms,
  attempts: z.array(z.strictObject({ attempt: z.int(), started_at: time })),
});
export type VisitAnswer = z.infer<typeof visitAnswer>;

export const stagesAnswer = z.strictObject({ order_id: z.uuid(), ...staleness, stages: z.array(visitAnswer), ...asOf });

export const streamedAnswer = z.strictObject({
  order_id: z.uuid(),
  partner_id: text.optional(),
  owner: owner.optional(),
  claim_operator: text.optional(),
  priority: z.string().optional(),
  due_at: time.nullable().optional(),
  ...timelineAnswer.shape,
});
export type StreamedAnswer = z.infer<typeof streamedAnswer>;

export const pricingAnswer = z.strictObject({
  order_id: z.uuid(),
  status,
  display_status: z.string(),
  price_attempt: z.int(),
  price: money.nullable(),
  rejection: z.looseObject({ reason: z.string() }).nullable(),
  job: z
    .strictObject({
      state: z.string(),
      lane: z.string(),
      queue_position: z.int().nullable().describe('1 is next'),
      estimate_s: z.strictObject({ p50: z.number(), p95: z.number() }).describe('of the calculation itself'),
      queued_at: time,
      taken_at: time.nullable(),
      finished_at: time.nullable(),
      phase: text,
      percent: z.int().nullable(),
      deaths: z.int().optional().describe('workers that were lost over it; staff only'),
    })
    .nullable()
    .describe('null before the pricing has heard of the order'),
});
