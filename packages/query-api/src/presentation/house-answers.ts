import { LEAD_TIMES } from '@order-ledger/domain/durations';
import { UNSETTLED, type Unsettled } from '@order-ledger/read-model/reading/list-filters';
import { z } from 'zod';
import { asOf, ms, names, status, text, time } from './answer-parts.ts';
import { orderAnswer } from './answers.ts';

// What the answers over many orders look like.

export const boardAnswer = z.strictObject({
  statuses: z.array(
    z.strictObject({
      status,
      count: z.int(),
      oldest_since: time.nullable().describe('active statuses only'),
      oldest_order_id: z.uuid().nullable(),
      limit_s: z
        .int()
        .nullable()
        .describe('seconds that an order may stay there before it counts as stuck, as it is today; null: it has ended'),
    }),
  ),
  active: z.int(),
  settlement: z
    .strictObject(Object.fromEntries(UNSETTLED.map((state) => [state, z.int()])) as Record<Unsettled, z.ZodInt>)
    .optional()
    .describe('orders whose money does not fit, final ones too; not with as_of'),
  needs_person: z.int().optional().describe('orders that a person must decide on; not with as_of'),
  ...asOf,
});

export const PAIR_KINDS = ['way', 'hold', 'error', 'cancel'] as const;

export const flowAnswer = z.strictObject({
  since: time,
  until: time,
  graph: z
    .array(
      z.strictObject({
        from: status,
        to: status,
        kind: z
          .enum(PAIR_KINDS)
          .describe('way: onward, or back; hold, error: into it or out of it; cancel: to the end'),
      }),
    )
    .describe('every pair of statuses that is legal, taken or not'),
  rework: z
    .strictObject({
      begun: z.int().describe('how often manufacturing began in this time, at whatever attempt'),
      again: z.int().describe('of which after a failure, or to rework'),
    })
    .describe('how much is made again'),
  edges: z.array(
    z.strictObject({
      from: z.string().describe('NONE for the creation'),
      to: status,
      count: z.int(),
      rate: z.number().describe('share of all that left `from` in this time'),
      mean_dwell_ms: ms.nullable(),
      median_dwell_ms: ms.nullable().describe('null for holds and errors, which do not end a visit'),
    }),
  ),
});

export const statistics = z.strictObject({
  group: text.optional(),
  orders: z.int(),
  mean_ms: ms,
  min_ms: ms,
  max_ms: ms,
  percentiles_ms: z.record(z.string(), ms).describe('by percentile'),
  within_target: z.number().nullable().optional().describe('share of the orders within target_s'),
});

export const durationsAnswer = z.strictObject({
  from: status,
  to: status,
  from_pick: z.enum(['first', 'last']),
  to_pick: z.enum(['first', 'last']),
  measure: z.string(),
  group_by: text,
  groups: z.array(statistics),
});

export const leadTimesAnswer = z.strictObject({
  lead_times: z.array(
    z.strictObject({
      name: z.enum(names(LEAD_TIMES)),
      from: status,
      to: status,
      measure: z.string(),
      statistics: z.array(statistics).describe('empty where no order has gone this way yet'),
    }),
  ),
});

export const shopFloorAnswer = z.strictObject({
  may_claim: z.boolean().describe('whether an order could be given to this caller, by his roles'),
  ready: z.array(orderAnswer).describe('best first, as "next for me" takes them'),
  claimed: z.array(orderAnswer).describe('longest held first'),
  operators: z.array(z.strictObject({ operator: z.string(), orders: z.int(), oldest_claim_at: time })),
});

export const projectionsAnswer = z.strictObject({
  projections: z.array(
    z.strictObject({
      name: z.string(),
      version: z.int(),
      position: text.describe('of the last event in the tables'),
      last_event_recorded_at: time.nullable(),
      tail_position: text.describe('of the end of the ledger when the tables last held everything'),
      tail_reached_at: time.nullable(),
      lag_ms: ms.nullable(),
      parked_orders: z.int(),
    }),
  ),
});
