/** What the page reads of a JSON Schema: the part of it that the API's documents use. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

interface EveryField {
  readonly name: string;
  readonly required: boolean;
}

export type Field = EveryField &
  (
    | { readonly kind: 'choice'; readonly options: readonly string[] }
    | { readonly kind: 'text'; readonly long: boolean; readonly pattern: string | null; readonly most: number }
    /** `scale`: so many of the API's units are one of the unit in which people measure. */
    | {
        readonly kind: 'number';
        readonly least: number;
        readonly most: number;
        readonly scale: number;
        readonly unit: Unit | null;
      }
    | { readonly kind: 'money' }
    | { readonly kind: 'time' }
    | { readonly kind: 'flag' }
    | { readonly kind: 'group'; readonly fields: readonly Field[] }
    | { readonly kind: 'list'; readonly fields: readonly Field[]; readonly most: number }
  );

export type Unit = 'mm' | 'g';

/** The API measures lengths in µm; nobody at a packing table does. */
const UNITS: Readonly<Record<string, { unit: Unit; scale: number }>> = {
  length: { unit: 'mm', scale: 1_000 },
  width: { unit: 'mm', scale: 1_000 },
  height: { unit: 'mm', scale: 1_000 },
  weight: { unit: 'g', scale: 1 },
};

/** Longer texts get room for several lines. */
const LONG_FROM = 500;

const isMoney = ({ properties = {} }: Schema): boolean =>
  Object.keys(properties).sort().join() === 'amount,currency' && properties.amount?.type === 'integer';

const numberField = (schema: Schema, own: EveryField): Field => {
  const { unit, scale } = UNITS[own.name] ?? { unit: null, scale: 1 };
  const least = schema.exclusiveMinimum === undefined ? (schema.minimum ?? 0) : schema.exclusiveMinimum + 1;
  return { ...own, kind: 'number', least, most: schema.maximum ?? Number.MAX_SAFE_INTEGER, scale, unit };
};

const fieldOf = (name: string, schema: Schema, required: boolean): Field | null => {
  const own = { name, required };
  if (schema.enum !== undefined) return { ...own, kind: 'choice', options: schema.enum };
  switch (schema.type) {
    case 'string':
      if (schema.format === 'date-time') return { ...own, kind: 'time' };
      return {
        ...own,
        kind: 'text',
        long: (schema.maxLength ?? 0) >= LONG_FROM,
        pattern: schema.pattern ?? null,
        most: schema.maxLength ?? Number.POSITIVE_INFINITY,
      };
    case 'integer':
    case 'number':
      return numberField(schema, own);
    case 'boolean':
      return { ...own, kind: 'flag' };
    case 'object':
      return isMoney(schema) ? { ...own, kind: 'money' } : { ...own, kind: 'group', fields: fieldsOf(schema) };
    case 'array':
      return {
        ...own,
        kind: 'list',
        fields: fieldsOf(schema.items ?? {}),
        most: schema.maxItems ?? Number.POSITIVE_INFINITY,
      };
    default:
      return null;
  }
};

/** The fields of a form, as the schema has them; what every command may have comes last. */
export const fieldsOf = ({ properties = {}, required = [] }: Schema): Field[] => {
  const fields = Object.entries(properties)
    .map(([name, schema]) => fieldOf(name, schema, required.includes(name)))
    .filter((field) => field !== null);
  const last = (field: Field): number => (ASIDE.includes(field.name) && !field.required ? 1 : 0);
  return fields.sort((one, other) => last(one) - last(other) || Number(other.required) - Number(one.required));
};

/** Fields that any command may have and few need. */
export const ASIDE: readonly string[] = ['note', 'occurred_at'];
