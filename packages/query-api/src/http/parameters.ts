import { LIMITED } from '@order-ledger/diagnosis/stage-limits';
import { VERDICTS } from '@order-ledger/diagnosis/verdict';
import { STATUSES } from '@order-ledger/domain/status';
import { incomingTime } from '@order-ledger/domain/values';
import { GROUPINGS, MEASURES } from '@order-ledger/read-model/reading/durations';
import { z } from 'zod';
import { asOfParameter } from './as-of.ts';
import { lastingParameters } from './list-filters.ts';
import { LARGEST_INTEGER, positiveNumber, wholeNumber } from './parameter-forms.ts';

export const noParameters = z.strictObject({});
export const asOfOnly = z.strictObject({ as_of: asOfParameter.optional() });

export const orderParameters = z.strictObject({
  as_of: asOfParameter.optional(),
  min_version: wholeNumber(1, LARGEST_INTEGER)
    .optional()
    .describe('waits up to a second for this event_version; then 202 with what there is'),
});

export const timelineParameters = z.strictObject({
  as_of: asOfParameter.optional(),
  after: wholeNumber(0, LARGEST_INTEGER).default(0).describe('only events after this event_version'),
  limit: wholeNumber(1, 1_000).default(500),
});

const range = {
  since: incomingTime.optional(),
  until: incomingTime.optional().describe('before this time'),
};

export const flowParameters = z.strictObject(range);

/** Thirty years: longer than any order. */
const LONGEST_TARGET_S = 1_000_000_000;

/** Each percentile once, however often and in whichever spelling it is asked for: it is a name in the answer. */
const percentiles = z
  .string()
  .max(1_000)
  .regex(/^\d{1,3}(\.\d{1,3})?(,\d{1,3}(\.\d{1,3})?)*$/, 'must be numbers from 0 to 100, separated by commas')
  .default('50,95,99')
  .transform((text) => [...new Set(text.split(',').map(Number))])
  .pipe(z.array(z.number().max(100)).max(10))
  .describe('separated by commas, with up to three decimals');

const statisticsParameters = {
  ...range,
  percentiles,
  target_s: positiveNumber(LONGEST_TARGET_S).optional().describe('for the share of orders within this many seconds'),
  format: z.enum(['json', 'csv']).optional().describe('else by the Accept header'),
};

const pick = z.enum(['first', 'last']).default('first');

export const durationsParameters = z.strictObject({
  from: z.enum(STATUSES),
  to: z.enum(STATUSES),
  from_pick: pick.describe('which entry of `from`'),
  to_pick: pick.describe('which of the entries of `to` that follow on it'),
  measure: z.enum(MEASURES).default('net'),
  group_by: z.enum(GROUPINGS).optional().describe('times by when `to` was reached (UTC)'),
  ...statisticsParameters,
});

export const leadTimesParameters = z.strictObject({
  group_by: z.enum(GROUPINGS).optional(),
  ...statisticsParameters,
});

export const shopFloorParameters = z.strictObject({
  limit: wholeNumber(1, 200).default(50),
});

export const pricingWorkParameters = z.strictObject({
  limit: wholeNumber(1, 200).default(100).describe('of jobs at work, and of dead ones'),
});

export const stuckParameters = z.strictObject({
  verdict: z.enum(VERDICTS).optional(),
  stage: z.enum(LIMITED).optional().describe('the status in which they stand'),
  since: incomingTime.optional().describe('only orders that reached their limit from this time on'),
  cursor: z.string().max(4_000).optional().describe('of an earlier answer, with the same filters'),
  limit: wholeNumber(1, 100).default(20),
});

export const incidentParameters = z.strictObject({
  format: z.enum(['json', 'html']).default('json').describe('html: one page that opens from a disk'),
});

export const eventsParameters = z.strictObject({
  ...lastingParameters,
  last_event_id: z.string().max(500).optional().describe('for callers who cannot send the header Last-Event-ID'),
});
