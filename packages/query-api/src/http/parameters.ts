import { STATUSES } from '@order-ledger/domain/status';
import { incomingTime } from '@order-ledger/domain/values';
import { GROUPINGS, MEASURES } from '@order-ledger/read-model/reading/durations';
import { z } from 'zod';
import { asOfParameter } from './as-of.ts';
import { filterParameters } from './list-query.ts';

export const noParameters = z.strictObject({});
export const asOfOnly = z.strictObject({ as_of: asOfParameter.optional() });

export const orderParameters = z.strictObject({
  as_of: asOfParameter.optional(),
  min_version: z.coerce
    .number()
    .int()
    .positive()
    .optional()
    .describe('waits up to a second for this event_version; then 202 with what there is'),
});

export const timelineParameters = z.strictObject({
  as_of: asOfParameter.optional(),
  after: z.coerce.number().int().min(0).default(0).describe('only events after this event_version'),
  limit: z.coerce.number().int().min(1).max(1_000).default(500),
});

const range = {
  since: incomingTime.optional(),
  until: incomingTime.optional().describe('before this time'),
};

export const flowParameters = z.strictObject(range);

const percentiles = z
  .string()
  .default('50,95,99')
  .transform((text) => text.split(',').map(Number))
  .pipe(z.array(z.number().min(0).max(100)).min(1).max(10))
  .describe('separated by commas');

const statisticsParameters = {
  ...range,
  percentiles,
  target_s: z.coerce.number().positive().optional().describe('for the share of orders within this many seconds'),
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
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const eventsParameters = z.strictObject({
  ...filterParameters,
  last_event_id: z.string().max(500).optional().describe('for callers who cannot send the header Last-Event-ID'),
});
