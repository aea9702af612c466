import { DURATIONS, LEAD_TIMES } from '@order-ledger/domain/durations';
import { EVENT_TYPES } from '@order-ledger/domain/events';
import { SYSTEMS } from '@order-ledger/domain/status';
import { z } from 'zod';
import { asOf, money, ms, names, owner, status, text, time } from './answer-parts.ts';
import { DETAIL_FIELDS, ORDER_FIELDS, rejection, shapeOf } from './order-fields.ts';

// What the answers look like: the types that they are made by, and the schemas that the OpenAPI document shows.

/** Of answers about one order; absent for carriers. */
const { stale, stale_reason } = shapeOf(ORDER_FIELDS);
const staleness = { stale, stale_reason };

export const orderAnswer = z.strictObject(shapeOf(ORDER_FIELDS));
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
  ...shapeOf(DETAIL_FIELDS),
  ...asOf,
});
export type OrderDetailAnswer = z.infer<typeof orderDetailAnswer>;

/** Binary glTF: what is in it is upload-api's to say. */
export const previewAnswer = z.string().meta({ format: 'binary' });

export const marksAnswer = z.strictObject({
  order_id: z.uuid(),
  marks: z.array(
    z.strictObject({
      code: z.string().describe('of the fault'),
      faces: z.array(z.int()).describe('as the rejection lists them'),
      corners: z.array(z.number()).describe('nine coordinates a face, in units of the file'),
    }),
  ),
});

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

const visitAnswer = z.strictObject({
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

export const prospectsAnswer = z.strictObject({
  order_id: z.uuid(),
  event_version: z.int(),
  status_version: z.int(),
  status,
  prospects: z.array(
    z.strictObject({
      command: z.string(),
      to: status.nullable().describe('where it leads from here; null: it changes no status, or has no way from here'),
      obstacle: z
        .strictObject({
          code: z.string().describe('as in the refusal that sending it would get'),
          text: text.describe('of a condition: what it found'),
        })
        .nullable()
        .describe('null: it may be sent, and what else is asked depends on its body'),
      by: z.array(z.string()).describe('roles, and partner: each alone may send it now, by the graph'),
      reasons: z
        .array(z.string())
        .nullable()
        .describe("of the body's `reason`: those that this caller may give; null: all that the command has"),
      from: z.array(status).describe('in which statuses the graph has it'),
    }),
  ),
});
export type ProspectsAnswer = z.infer<typeof prospectsAnswer>;

export const pricingAnswer = z.strictObject({
  order_id: z.uuid(),
  status,
  display_status: z.string(),
  price_attempt: z.int(),
  price: money.nullable(),
  rejection: rejection.nullable(),
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
