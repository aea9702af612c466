import type { Field } from './fields.ts';
import { minorUnits } from './money-input.ts';
import { momentOf } from './zoned-time.ts';

/** What was typed, by JSON pointer; of a list the number of its rows. */
export interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, number>>;
}

/** Where the form is filled in. */
export interface Place {
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
}

/** What is wrong with a field, in words that the texts have. */
export type Fault =
  | { readonly is: 'required' | 'whole' | 'amount' | 'time' | 'form' }
  | { readonly is: 'least' | 'most' | 'long'; readonly bound: number }
  /** As the API says it. */
  | { readonly is: 'told'; readonly text: string };

export type Faults = ReadonlyMap<string, Fault>;

type Value = string | number | boolean | { [name: string]: Value } | Value[];
export type Body = { readonly [name: string]: Value };

interface Reading extends Place {
  readonly typed: Typed;
  readonly faults: Map<string, Fault>;
}

const numberIn = (text: string, field: Field & { kind: 'number' }): number | Fault => {
  const written = Number(text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
  const value = Math.round(written * field.scale);
  // A length in mm may have three decimals, a count none.
  if (Number.isNaN(written) || Math.abs(value - written * field.scale) > 1e-6) return { is: 'whole' };
  if (value < field.least) return { is: 'least', bound: field.least / field.scale };
  return value > field.most ? { is: 'most', bound: field.most / field.scale } : value;
};

const textIn = (text: string, { most, pattern }: Field & { kind: 'text' }): string | Fault => {
  if (text.length > most) return { is: 'long', bound: most };
  return pattern === null || new RegExp(pattern, 'u').test(text.normalize('NFC')) ? text : { is: 'form' };
};

const isFault = (value: Value | Fault): value is Fault =>
  typeof value === 'object' && !Array.isArray(value) && 'is' in value;

const simple = (field: Field, text: string, { locale, timeZone, currency }: Reading): Value | Fault => {
  switch (field.kind) {
    case 'number':
      return numberIn(text, field);
    case 'money': {
      const amount = minorUnits(text, currency, locale);
      return amount === null ? { is: 'amount' } : { amount, currency };
    }
    case 'time':
      return momentOf(text, timeZone) ?? { is: 'time' };
    case 'flag':
      return text === 'true';
    case 'text':
      return textIn(text, field);
    default:
      return text;
  }
};

const isBlank = (field: Field, pointer: string, { values, rows }: Typed): boolean =>
  field.kind === 'list'
    ? (rows[pointer] ?? 0) === 0
    : field.kind === 'group'
      ? field.fields.every((each) => isBlank(each, `${pointer}/${each.name}`, { values, rows }))
      : (values[pointer] ?? '').trim() === '';

const readField = (field: Field, pointer: string, reading: Reading): Value | undefined => {
  const { typed, faults } = reading;
  if (isBlank(field, pointer, typed) && !(field.kind === 'group' && field.required)) {
    if (field.required) faults.set(pointer, { is: 'required' });
    return undefined;
  }
  if (field.kind === 'group') return readFields(field.fields, pointer, reading);
  if (field.kind === 'list')
    return Array.from({ length: typed.rows[pointer] ?? 0 }, (_none, row) =>
      readFields(field.fields, `${pointer}/${row}`, reading),
    );
  const value = simple(field, (typed.values[pointer] ?? '').trim(), reading);
  if (!isFault(value)) return value;
  faults.set(pointer, value);
  return undefined;
};

const readFields = (fields: readonly Field[], at: string, reading: Reading): { [name: string]: Value } => {
  const body: { [name: string]: Value } = {};
  for (const field of fields) {
    const value = readField(field, `${at}/${field.name}`, reading);
    if (value !== undefined) body[field.name] = value;
  }
  return body;
};

/** The command's body out of what was typed, and what is wrong where. Blank fields are left out. */
export const bodyOf = (fields: readonly Field[], typed: Typed, place: Place): { body: Body; faults: Faults } => {
  const faults = new Map<string, Fault>();
  return { body: readFields(fields, '', { ...place, typed, faults }), faults };
};

const pointersOf = (fields: readonly Field[], at: string, typed: Typed): string[] =>
  fields.flatMap((field) => {
    const pointer = `${at}/${field.name}`;
    if (field.kind === 'group') return [pointer, ...pointersOf(field.fields, pointer, typed)];
    if (field.kind !== 'list') return [pointer];
    const rows = Array.from({ length: typed.rows[pointer] ?? 0 }, (_none, row) =>
      pointersOf(field.fields, `${pointer}/${row}`, typed),
    );
    return [pointer, ...rows.flat()];
  });

/**
 * The API's errors at the fields that they are about: at the very one, or at the nearest that holds it. Under '' stands
 * what is about none of them.
 */
export const placedErrors = (
  errors: readonly { readonly pointer: string; readonly detail: string }[],
  fields: readonly Field[],
  typed: Typed,
): Map<string, Fault> => {
  const known = new Set(pointersOf(fields, '', typed));
  const placed = new Map<string, Fault>();
  for (const { pointer, detail } of errors) {
    let at = pointer;
    while (at !== '' && !known.has(at)) at = at.slice(0, at.lastIndexOf('/'));
    const before = placed.get(at);
    const text = at === '' && pointer !== '' ? `${pointer.slice(1)}: ${detail}` : detail;
    placed.set(at, { is: 'told', text: before?.is === 'told' ? `${before.text}; ${text}` : text });
  }
  return placed;
};
