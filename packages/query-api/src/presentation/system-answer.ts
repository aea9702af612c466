import { z } from 'zod';
import { ms, text, time } from './answer-parts.ts';
import { processAnswer, queueAnswer } from './stuck-answers.ts';

// What is told of the system as a whole; a list is null where it could not be asked, and `away` says why.

export const systemAnswer = z.strictObject({
  at: time.describe("by the database's clock"),
  ledger: z.string().describe('answers, not asked, or away with the reason'),
  processes: z
    .array(
      z.strictObject({
        ...processAnswer,
        version: text,
        node_version: text,
        started_at: time.nullable(),
      }),
    )
    .nullable(),
  followers: z
    .array(
      z.strictObject({
        process: z.string(),
        name: text.describe('what it follows for, where a process follows for several things'),
        position: text.describe('of the last event that it has done; null: none yet'),
        behind: z.boolean().nullable().describe('whether it has not done all that the tables hold; null: not known'),
        lag_ms: ms.nullable().describe('age of the oldest event that it has not done; null: not known'),
        moved_at: time.nullable().describe('when it did something last'),
      }),
    )
    .describe('who follows the ledger, and how far each has come'),
  queues: z.array(queueAnswer).nullable(),
  lanes: z
    .array(z.strictObject({ lane: z.string(), queued: z.int(), running: z.int() }))
    .nullable()
    .describe('calculations of prices'),
  parked: z
    .array(
      z.strictObject({
        order_id: z.uuid(),
        process: z.string(),
        what: text.describe('the exchange, or the type of event'),
        reason: z.string(),
        parked_at: time,
      }),
    )
    .describe('orders that a process leaves aside until they are retried, the longest parked first'),
  objectives: z
    .array(
      z.strictObject({
        name: z.string(),
        budget_left: z.number().nullable().describe('of the allowance of 30 days: 1 all, 0 nothing, below that broken'),
        bad_ratio_1h: z.number().nullable().describe('share that was bad in the last hour'),
      }),
    )
    .nullable()
    .describe('as Prometheus evaluates them'),
  away: z.array(z.strictObject({ source: z.string(), says: z.string() })).describe('who gave no answer, and why'),
});
export type SystemAnswer = z.infer<typeof systemAnswer>;
