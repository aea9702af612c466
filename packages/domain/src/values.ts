import { z } from 'zod';
import { DELIVERY_METHODS, MODEL_FORMATS, ORIENTATIONS, UNITS } from './closed-lists.ts';
import { listOf } from './list.ts';
import { reference } from './reference.ts';
import { EARLIEST_TIME, instantOf, isOfCalendar, LATEST_TIME, RFC_3339 } from './time.ts';

// Refused at the door: a U+0000 in an event would be poison in Postgres for ever, and a lone surrogate has no UTF-8
// form, so no canonical form either.
const CONTROL_BUT_NEWLINE_AND_TAB = /[^\P{Cc}\n\t]/u;

const wellFormed = (text: string): boolean => text.isWellFormed();

/** A code or id of ours. What other systems call their things is a `reference`. */
export const code = z
  .string()
  .regex(/^[A-Za-z0-9._:/-]{1,100}$/, 'must be 1 to 100 characters of A–Z a–z 0–9 . _ : / -');

/** In upper case it is the same id: streams and rows know the lower case alone. */
export const uuid = z.uuid().toLowerCase();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 lower-case hexadecimal digits');

/**
 * RFC 3339 in UTC with milliseconds, the only form that is stored. Of any year that it can write: an event that is in the
 * ledger stays readable, whatever is let in today.
 */
export const timestamp = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'must be YYYY-MM-DDTHH:MM:SS.sssZ')
  .refine(isOfCalendar, 'is not a date of the calendar');

const RANGE = `must lie between ${EARLIEST_TIME} and ${LATEST_TIME}, both in UTC`;

/** A time in the stored form that every reader can hold. */
export const storableTime = timestamp.refine((text) => text >= EARLIEST_TIME && text <= LATEST_TIME, RANGE);

/** Characters of a time from outside, whose fraction of a second may have any number of digits. */
const LONGEST_TIME = 1_000;

/** Any RFC 3339 time from outside, made into the stored form. */
export const incomingTime = z
  .string()
  .max(LONGEST_TIME, { abort: true })
  .meta({ format: 'date-time', pattern: RFC_3339.source, description: `an RFC 3339 time; ${RANGE}` })
  .transform((text, context) => {
    const instant = instantOf(text);
    if (instant === null) context.addIssue('must be an RFC 3339 time, such as 2026-12-01T09:30:00Z');
    else if (instant < Date.parse(EARLIEST_TIME) || instant > Date.parse(LATEST_TIME)) context.addIssue(RANGE);
    else return new Date(instant).toISOString();
    return z.NEVER;
  });

/** Characters of a free text. */
export const LONGEST_TEXT = 2_000;
/** Characters of what is looked at at all: blanks may stand around. */
const LONGEST_TEXT_RECEIVED = 10_000;

/** Free text as it comes from a caller; it never reaches an event. */
export const plainText = z
  .string()
  .max(LONGEST_TEXT_RECEIVED, { abort: true })
  .trim()
  .min(1)
  .max(LONGEST_TEXT, { abort: true })
  .refine((text) => !CONTROL_BUT_NEWLINE_AND_TAB.test(text), 'must not hold control characters')
  .refine(wellFormed, 'must not hold lone surrogates');

/** Free text as an event holds it: where the encrypted text lies, and a keyed hash that tells equal texts. */
export const textReference = z.strictObject({ ref: code, hmac: sha256 });
export type TextReference = z.infer<typeof textReference>;

export const FREE_TEXT_FIELDS = ['note', 'incident_note', 'detail', 'instruction'] as const;

export const currency = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code, such as RUB');
const minorUnits = z.int();

/** Money in minor units (129900 RUB is 1,299.00 roubles). */
export const money = z.strictObject({ amount: minorUnits.nonnegative(), currency });
export type Money = z.infer<typeof money>;

/** Money that may be negative: a discount line, a balance. */
export const signedMoney = z.strictObject({ amount: minorUnits, currency });
export const breakdownLine = z.strictObject({ line: code, amount: signedMoney });

/** The highest that figures of a kind may be. */
export interface Highest {
  /** Counts; lengths in µm, weights in g, seconds of an estimate. */
  count: number;
  /** Machine time of a whole order, volumes and areas. */
  figure: number;
}

/** No bound beside that of the number itself. */
export const ANY: Highest = { count: Number.MAX_VALUE, figure: Number.MAX_VALUE };

/** The values that hold figures, each up to the highest that is let in where they are read. */
export const figuresUpTo = ({ count: most, figure }: Highest) => {
  const count = z.int().nonnegative().max(most);
  const positiveCount = z.int().positive().max(most);
  /** Micrometres. */
  const boundingBox = z.tuple([count, count, count]);
  const seconds = z.number().nonnegative().max(most);
  /** mm³ or mm² with three decimals. */
  const threeDecimals = z
    .number()
    .nonnegative()
    .max(figure)
    .refine((value) => Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-3, 'must have at most three decimals');
  return {
    count,
    positiveCount,
    threeDecimals,
    boundingBox,
    machineSeconds: z.int().nonnegative().max(figure),
    estimate: z.strictObject({ p50: seconds, p95: seconds }),
    /** Volume in mm³, area in mm², box in µm. */
    measures: z.strictObject({ volume: threeDecimals, area: threeDecimals, bounding_box: boundingBox }),
    /** Weight in g, lengths in µm. */
    parcel: z.strictObject({
      weight: positiveCount,
      length: positiveCount,
      width: positiveCount,
      height: positiveCount,
    }),
  };
};

export const { count, positiveCount, threeDecimals, boundingBox } = figuresUpTo(ANY);

/** What is wrong with a mesh: a code, how often, and up to 1,000 of the faces at fault. */
export const faultOf = <Count extends z.ZodType<number>>(number: Count) =>
  z.strictObject({ code, count: number, faces: listOf(number, 1000) });
/** Of a file, with how near corners were taken for one: µm, where the file's unit is a millimetre. */
const fault = faultOf(count).extend({ tolerance: threeDecimals.optional() });

export const unit = z.enum(UNITS);
export const model = z.strictObject({
  bytes: positiveCount,
  format: z.enum(MODEL_FORMATS),
  triangles: count,
  bounding_box: boundingBox,
  warnings: listOf(fault, Number.MAX_SAFE_INTEGER),
});
export type Model = z.infer<typeof model>;

export type Unit = z.infer<typeof unit>;

/** The unit that a file is read in: what was asked for, unless the file names its own. Then all that is known of it is in mm. */
export const unitOf = ({ format }: Pick<Model, 'format'>, asked: Unit = 'MM'): Unit =>
  format === '3MF' ? 'MM' : asked;

export const orientation = z.enum(ORIENTATIONS);

/** Per cent of the inside that is filled, below its skin. */
export const SOLID = 100;
/** What does not say it is solid: orders from before it could be chosen, too. */
export const infill = z.int().min(1).max(SOLID);

/** Where the goods go; a pick-up has no address. */
export const deliveryTo = (address: typeof reference) =>
  z
    .strictObject({ method: z.enum(DELIVERY_METHODS), address_ref: address.optional() })
    .refine((value) => (value.method === 'PICKUP') === (value.address_ref === undefined), {
      path: ['address_ref'],
      message: 'is required unless the method is PICKUP, which has none',
    });
export const delivery = deliveryTo(reference);
