import { z } from 'zod';

export type JsonSchema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: unknown;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly maxItems?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
};

/** Signs of a pattern that let a part of it stand any number of times. */
const ENDLESS = /[*+]|\{\d+,\}/;

/** From end to end, and no part of it any number of times. What is escaped or a class is one sign. */
const isBoundedPattern = (pattern: string): boolean =>
  pattern.startsWith('^') &&
  pattern.endsWith('$') &&
  !ENDLESS.test(pattern.replaceAll(/\\./g, '_').replaceAll(/\[[^\]]*\]/g, '_'));

const isBoundedText = ({ format, maxLength, pattern, enum: words, const: word }: JsonSchema): boolean =>
  format === 'uuid' ||
  maxLength !== undefined ||
  words !== undefined ||
  word !== undefined ||
  (pattern !== undefined && isBoundedPattern(pattern));

/** An integer is never larger than a number holds exactly. */
const isBoundedNumber = ({ minimum, exclusiveMinimum, maximum, enum: figures, const: figure }: JsonSchema): boolean =>
  figures !== undefined ||
  figure !== undefined ||
  [minimum ?? exclusiveMinimum, maximum].every((bound) => Math.abs(bound ?? Infinity) <= Number.MAX_SAFE_INTEGER);

/**
 * How many values the largest thing holds that a schema takes: itself, and all within it.
 *
 * @throws Error for a schema that sets no bound to a list, an object, a text or a number, with its place
 */
export const extentOf = (schema: JsonSchema, place = ''): number => {
  const unbounded = (what: string) => new Error(`${place || 'the whole'}: ${what} without a bound`);
  const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 1);
  if (schema.anyOf !== undefined) return Math.max(...schema.anyOf.map((option) => extentOf(option, place)));
  switch (schema.type) {
    case 'object':
      if (schema.additionalProperties !== false) throw unbounded('an object');
      return sum(Object.entries(schema.properties ?? {}).map(([key, part]) => extentOf(part, `${place}/${key}`)));
    case 'array':
      if (schema.prefixItems !== undefined) return sum(schema.prefixItems.map((item) => extentOf(item, place)));
      if (schema.items === undefined || (schema.maxItems ?? Infinity) >= Number.MAX_SAFE_INTEGER)
        throw unbounded('a list');
      return 1 + Number(schema.maxItems) * extentOf(schema.items, `${place}/*`);
    case 'string':
      if (!isBoundedText(schema)) throw unbounded('a text');
      return 1;
    case 'integer':
    case 'number':
      if (!isBoundedNumber(schema)) throw unbounded('a number');
      return 1;
    case 'boolean':
    case 'null':
      return 1;
  }
  throw unbounded(schema.type ?? 'a value of any kind');
};

/** The extent of what callers send against a schema. */
export const mostValuesOf = (schema: z.ZodType): number =>
  extentOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
