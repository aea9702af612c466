import type { Choices } from './choices.ts';
import { NUMBERS, REFERENCES, TEXTS, TIMES, UUIDS } from './values.ts';

/** A JSON Schema as the documents hold it. */
export type Schema = Readonly<Record<string, unknown>>;

/** Values that are known to exist, by the name of the field that takes them: real ids, versions, tokens. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

const USUAL_TIMES: readonly string[] = ['2026-12-01T09:30:00Z', '2027-03-01T00:00:00+03:00'];
const SHA256 = ['0'.repeat(64), 'a'.repeat(64)];
const CODES = ['RUB', 'EUR', 'PLA', 'FDM', 'cdek', 'SHORT'];

const fits = (text: string, { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Schema): boolean =>
  text.length >= Number(minLength) &&
  text.length <= Number(maxLength) &&
  (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text));

const textOf = (schema: Schema, choices: Choices): string => {
  if (schema.format === 'uuid') return choices.one(UUIDS);
  if (schema.format === 'date-time') return choices.one([...USUAL_TIMES, ...TIMES]);
  const fitting = [...REFERENCES, ...CODES, ...SHA256, ...TEXTS].filter((text) => fits(text, schema));
  // What no text of ours fits is tried with one that does not: the door must say so.
  return choices.one(fitting.length > 0 ? fitting : TEXTS);
};

const numberOf = (schema: Schema, choices: Choices): number => {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const whole = schema.type === 'integer';
  const least = Number(minimum ?? exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
  const most = Number(maximum ?? exclusiveMaximum ?? Number.POSITIVE_INFINITY);
  const edges = [least, most, least + 1, most - 1, ...NUMBERS].filter(
    (value) =>
      Number.isFinite(value) &&
      (whole ? Number.isSafeInteger(value) : true) &&
      value >= least &&
      value <= most &&
      value !== exclusiveMinimum &&
      value !== exclusiveMaximum,
  );
  // Small figures are what guards let through; the edges are what readers must store.
  const small = edges.filter((value) => Math.abs(value) <= 1_000);
  return choices.one(choices.chance(0.6) && small.length > 0 ? small : edges.length > 0 ? edges : NUMBERS);
};

const typeOf = ({ type, properties, items, prefixItems }: Schema): unknown =>
  type ?? (properties !== undefined ? 'object' : items !== undefined || prefixItems !== undefined ? 'array' : 'string');

/** A value that the schema lets in, as far as a schema can say it; known values where the field's name is known. */
export const fromSchema = (schema: Schema, choices: Choices, known: Known = {}, name = ''): unknown => {
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return choices.one(schema.enum);
  const alternatives = (schema.anyOf ?? schema.oneOf) as readonly Schema[] | undefined;
  if (alternatives !== undefined) return fromSchema(choices.one(alternatives), choices, known, name);
  const there = known[name];
  if (there !== undefined && there.length > 0 && choices.chance(0.7)) return choices.one(there);
  switch (typeOf(schema)) {
    case 'object': {
      const required = (schema.required ?? []) as readonly string[];
      const fields = Object.entries((schema.properties ?? {}) as Readonly<Record<string, Schema>>)
        .filter(([field]) => required.includes(field) || choices.chance(0.35))
        .map(([field, inner]) => [field, fromSchema(inner, choices, known, field)] as const);
      return Object.fromEntries(fields);
    }
    case 'array': {
      if (Array.isArray(schema.prefixItems))
        return schema.prefixItems.map((inner: Schema) => fromSchema(inner, choices, known, name));
      const length = Number(schema.minItems ?? 0) + choices.below(3);
      return Array.from({ length }, () => fromSchema((schema.items ?? {}) as Schema, choices, known, name));
    }
    case 'integer':
    case 'number':
      return numberOf(schema, choices);
    case 'boolean':
      return choices.chance(0.5);
    case 'null':
      return null;
    default:
      return textOf(schema, choices);
  }
};

/** Anything at all, in place of something of a form. */
const strangeValue = (choices: Choices): unknown =>
  choices.one<() => unknown>([
    () => choices.one(TEXTS),
    () => choices.one(NUMBERS),
    () => choices.one(TIMES),
    () => choices.one(UUIDS),
    () => null,
    () => true,
    () => [],
    () => ({}),
    () => [[]],
    () => [choices.one(TEXTS)],
    () => ({ amount: choices.one(NUMBERS), currency: choices.one(TEXTS) }),
    () => JSON.parse(nested(500)),
  ])();

/** An array in an array in an array, as text: a deep one has no other form here. */
export const nested = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`;

type Path = readonly (string | number)[];

const placesIn = (value: unknown, at: Path = []): Path[] =>
  value === null || typeof value !== 'object'
    ? [at]
    : [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];

const changed = (value: unknown, path: Path, change: (old: unknown) => unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((inner, at) => (String(at) === key ? changed(inner, rest, change) : inner));
  const fields = Object.entries(value as object).map(([name, inner]) => [
    name,
    name === key ? changed(inner, rest, change) : inner,
  ]);
  return Object.fromEntries(fields);
};

const REMOVED = Symbol('removed');
const withoutRemoved = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((inner) => inner !== REMOVED).map(withoutRemoved);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === REMOVED ? [] : [[key, withoutRemoved(inner)]])),
  );
};

const turned = (old: unknown, choices: Choices): unknown => {
  if (typeof old === 'number') return choices.one([String(old), -old, old + 0.5, old * 2 ** 31, choices.one(NUMBERS)]);
  if (typeof old === 'string')
    return choices.one([
      choices.one(TEXTS),
      `${old}\u0000`,
      ` ${old} `,
      old.toUpperCase(),
      old.toLowerCase(),
      `${old}${old}`,
      old.normalize('NFD'),
      Number(old),
      choices.one(TIMES),
    ]);
  return strangeValue(choices);
};

/** The value with one place of it changed: another type, an edge, nothing, or something that nobody asked for. */
export const brokenValue = (value: unknown, choices: Choices): unknown => {
  const places = placesIn(value);
  const inner = places.filter((path) => path.length > 0);
  const path = inner.length > 0 && !choices.chance(0.05) ? choices.one(inner) : [];
  const how = choices.weighed({ turn: 4, strange: 3, remove: path.length > 0 ? 2 : 0, add: 1 });
  if (how === 'remove') return withoutRemoved(changed(value, path, () => REMOVED));
  if (how === 'add') {
    const name = choices.one(['extra', '__proto__', 'constructor', 'order_id', 'occurred_at', 'note', '', 'ключ']);
    const added = JSON.stringify(choices.chance(0.5) ? strangeValue(choices) : choices.one(TIMES)) ?? 'null';
    // By text, because only so does "__proto__" become a field.
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return strangeValue(choices);
    const fields = Object.entries(value).map(([key, field]) => `${JSON.stringify(key)}:${JSON.stringify(field)}`);
    return JSON.parse(`{${[...fields, `${JSON.stringify(name)}:${added}`].join(',')}}`);
  }
  return changed(value, path, (old) => (how === 'turn' ? turned(old, choices) : strangeValue(choices)));
};
