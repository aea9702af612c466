import { CAUSES, VERDICTS } from '@order-ledger/diagnosis/verdict';
import { z } from 'zod';
import { status, text, time } from './answer-parts.ts';
import { orderAnswer } from './answers.ts';

const verdict = z.enum(VERDICTS);
const cause = z.enum(CAUSES).describe('what exactly was found: docs/operations.md says what each means');
const line = z.strictObject({ source: z.string(), says: z.string() });

const facts = z
  .record(z.string(), z.union([z.string(), z.number()]))
  .describe('what the sentence names, for who says it in other words: `_s` seconds, `_at` times, `_status` statuses');

const diagnosis = {
  order_id: z.uuid(),
  status: status.nullable(),
  stage: status.nullable().describe('the status that the work is in; a hold or an error does not change it'),
  since: time.nullable().describe('since when it is the turn of whoever has it'),
  waits_s: z.int().nullable().describe('seconds since then'),
  limit_s: z.int().nullable().describe('seconds that it may take'),
  limit_from: z.enum(['configuration', 'p95', 'default']).nullable(),
  stuck: z.boolean().describe('past its limit, or parked'),
  text: z.string(),
  facts,
  help: text.describe('what helps; null: time, or whoever may act'),
  also: z.array(z.strictObject({ verdict, cause, text: z.string(), facts })).describe('what else was found'),
  who_may: z
    .array(
      z.strictObject({
        command: z.string(),
        to: status.nullable().describe('null: a fact'),
        by: z.array(z.string()).describe('roles, and partner: each alone may'),
      }),
    )
    .describe('what may be done now, by the graph; guards are not asked'),
  queue: z
    .strictObject({
      lane: z.string(),
      place: z.int().nullable().describe('1 is next'),
      estimate_s: z.strictObject({ p50: z.number(), p95: z.number() }),
    })
    .nullable(),
  correlation_id: text,
  evidence: z.array(line).describe('what each source says'),
  away: z.array(line).describe('sources that gave no answer, and why'),
};

export const diagnosisAnswer = z.strictObject({
  ...diagnosis,
  cause: z
    .enum([...CAUSES, 'within-limit', 'finished'])
    .describe(
      'what exactly was found: docs/operations.md says what each means; or that it waits as orders do, or has ended',
    ),
  verdict: verdict.nullable().describe('null: it is within its limit, or has ended'),
});

export const processAnswer = {
  name: z.string(),
  state: z.enum(['ready', 'not-ready', 'silent']),
  silence: text,
  codes: z.array(z.string()),
};

export const queueAnswer = z.strictObject({
  queue: z.string(),
  messages: z.int().nullable(),
  retrying: z.int().nullable(),
  dead_letters: z.int().nullable(),
});

export const stuckAnswer = z.strictObject({
  stuck: z.array(
    z.strictObject({ ...diagnosis, verdict, cause, past_since: time.describe('when its limit was reached') }),
  ),
  orders: z.array(orderAnswer).describe('those of the page, as lists show them; one that the tables lack is not there'),
  next_cursor: text,
  system: z.strictObject({
    at: time.describe("by the database's clock"),
    ledger: z.string(),
    processes: z.array(z.strictObject(processAnswer)),
    queues: z.array(queueAnswer),
  }),
});

const part = z.unknown().describe('or { away } with the reason');

export const incidentAnswer = z.strictObject({
  format: z.literal('order-ledger-incident/1'),
  made_at: time,
  order_id: z.uuid(),
  verdict: z.unknown().describe('as Diagnosis'),
  away: z.array(line).describe('sources that gave no answer, and why'),
  events_from: text,
  events: z.array(z.looseObject({ event_version: z.int(), type: z.string() })).describe('each with the state after it'),
  messages: z.array(
    z.strictObject({
      event_version: z.int(),
      exchange: z.string(),
      type: z.string(),
      published: z.boolean().nullable().describe('null: not known'),
    }),
  ),
  dead_letters: part,
  queues: part,
  jobs: z.record(z.string(), part),
  read_side: z.record(z.string(), part),
  processes: part,
  programs: z.array(z.looseObject({ name: z.string(), url: z.string() })),
  spans: part,
  logs: part,
});
