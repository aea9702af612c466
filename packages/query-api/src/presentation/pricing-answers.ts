import { z } from 'zod';
import { text, time } from './answer-parts.ts';
import { orderAnswer } from './answers.ts';

const orders = z.array(z.uuid()).describe('that wait for it, the one that has waited longest first');

export const pricingWorkAnswer = z.strictObject({
  lanes: z.array(
    z.strictObject({
      lane: z.string(),
      queued: z.int(),
      running: z.int(),
      queued_s: z.number().describe('seconds of work that wait, for one slot'),
      oldest_queued_at: time.nullable(),
    }),
  ),
  slots: z
    .strictObject({
      workers: z.int(),
      slots: z.int(),
      max_running: z.int().nullable().describe('calculations at once in all; null: as many as there are slots'),
    })
    .describe('of the workers that gave a sign of life within a minute'),
  shares: z
    .strictObject({
      orders: z.int(),
      known: z.int().describe('of these, whose measure was known already'),
      shared: z.int().describe("of these, who waited for another order's calculation"),
    })
    .describe('orders of the last 24 hours that have their price or refusal'),
  jobs: z
    .array(
      z.strictObject({
        job_id: z.uuid(),
        state: z.enum(['RUNNING', 'QUEUED']),
        lane: z.string(),
        queue_position: z.int().nullable().describe('in its lane; 1 is next'),
        estimate_s: z.strictObject({ p50: z.number(), p95: z.number() }).describe('of the calculation itself'),
        queued_at: time,
        taken_at: time.nullable(),
        phase: text,
        percent: z.int().nullable(),
        deaths: z.int().describe('workers that were lost over it'),
        infra_failures: z.int().describe('attempts that something around it prevented'),
        not_before: time.nullable().describe('until when it waits for its next attempt'),
        lease_expires_at: time.nullable(),
        renewed_at: time.nullable().describe('when its worker last gave a sign of life'),
        orders,
      }),
    )
    .describe('running ones first, then those that wait, the next of each lane first'),
  dead: z
    .array(
      z.strictObject({
        job_id: z.uuid(),
        lane: z.string(),
        code: z.string(),
        detail: text,
        deaths: z.int(),
        finished_at: time.nullable(),
        orders,
      }),
    )
    .describe('not tried any more until the error of an order is resolved; the latest first'),
  orders: z
    .array(orderAnswer)
    .describe('the first of each job, as lists show it; one that the tables lack is not there'),
});
