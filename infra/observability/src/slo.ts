import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LEAD_TIMES, type LeadTimeName } from '@order-ledger/domain/durations';
import { parse } from 'yaml';
import { z } from 'zod';

/** infra/observability, of the sources and of what is compiled alike. */
export const FOLDER = fileURLToPath(new URL('../', import.meta.url));

const duration = z.string().regex(/^[1-9]\d*[mhd]$/, 'a duration such as 5m, 6h or 30d');
const selector = z.string().regex(/^[a-z_]+(\{.*\})?$/, 'one metric with its labels');

const objective = z
  .strictObject({
    name: z.string().regex(/^[a-z]+$/),
    alert: z.string().regex(/^[A-Z][A-Za-z]+$/),
    promise: z.string(),
    percent: z.number().gt(0).lt(100),
    floor: z.int().positive(),
    bad: selector.optional(),
    good: selector.optional(),
    all: selector,
    /** Of prices: the target of each lane, which is a bucket of `good`. */
    lanes: z.record(z.string(), z.int().positive()).optional(),
  })
  .refine(({ bad, good }) => (bad === undefined) !== (good === undefined), 'an objective names either good or bad');
export type Objective = z.output<typeof objective>;

const burn = z.strictObject({
  rate: z.number().positive(),
  long: duration,
  short: duration,
  severity: z.enum(['page', 'ticket']),
});
export type Burn = z.output<typeof burn>;

const leadTimes = Object.keys(LEAD_TIMES) as LeadTimeName[];

const objectives = z.strictObject({
  window: duration,
  burn: z.array(burn).nonempty(),
  objectives: z.array(objective).nonempty(),
  lead_time_targets: z.record(z.enum(leadTimes), z.int().positive()),
});
export type Objectives = z.output<typeof objectives>;

/** @throws ZodError that names the field */
export const readObjectives = (text = readFileSync(`${FOLDER}slo.yaml`, 'utf8')): Objectives =>
  objectives.parse(parse(text));

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

export const secondsOf = (text: string): number =>
  Number(text.slice(0, -1)) * (SECONDS[text.at(-1) ?? ''] ?? Number.NaN);
