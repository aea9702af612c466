/** How a column travels: as an element of an array of this Postgres type, one array a column. */
export type ColumnType =
  | 'uuid'
  | 'text'
  | 'smallint'
  | 'integer'
  | 'bigint'
  | 'boolean'
  | 'timestamptz'
  /** null is `infinity`. */
  | 'open timestamptz'
  | 'jsonb'
  /** An array of texts in each row. */
  | 'text list'
  | 'tstzrange';

export type Columns<Row> = { readonly [Column in keyof Row]-?: ColumnType };

interface Travel {
  readonly parameter: string;
  /** Applied to the element; nothing where the parameter has the column's type. */
  readonly cast: string;
  readonly encode: (value: unknown) => string | number | boolean | null;
}

const plain = (type: string): Travel => ({ parameter: type, cast: '', encode: (value) => scalar(value) });

const scalar = (value: unknown): string | number | boolean | null => {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
};

/** unnest would flatten arrays within an array, so a list travels as the text of one. */
const listText = (value: unknown): string =>
  `{${(value as readonly string[]).map((item) => `"${item.replaceAll(/[\\"]/g, '\\$&')}"`).join(',')}}`;

const TRAVEL: Readonly<Record<ColumnType, Travel>> = {
  uuid: plain('uuid'),
  text: plain('text'),
  smallint: plain('smallint'),
  integer: plain('integer'),
  bigint: plain('bigint'),
  boolean: plain('boolean'),
  timestamptz: plain('timestamptz'),
  'open timestamptz': { ...plain('timestamptz'), encode: (value) => scalar(value ?? 'infinity') },
  jsonb: { ...plain('jsonb'), encode: (value) => (value === null ? null : JSON.stringify(value)) },
  'text list': { parameter: 'text', cast: '::text[]', encode: listText },
  tstzrange: plain('tstzrange'),
};

const element = (value: string | number | boolean | null): string => {
  if (value === null) return 'NULL';
  if (typeof value !== 'string') return String(value);
  return `"${ESCAPED.test(value) ? value.replaceAll(/["\\]/g, '\\$&') : value}"`;
};
const ESCAPED = /["\\]/;

/** An array as Postgres reads it. pg would look through every element twice, and mostly there is nothing to escape. */
const arrayText = (values: readonly (string | number | boolean | null)[]): string => `{${values.map(element).join()}}`;

/** The type of Postgres that a value of this column is a parameter of. */
export const parameterType = (type: ColumnType): string => TRAVEL[type].parameter;

/** The parts of an `insert … select from unnest`, made from a table of columns. */
export const unnested = <Row>(columns: Columns<Row>) => {
  const entries = Object.entries(columns) as [keyof Row & string, ColumnType][];
  const names = entries.map(([name]) => name);
  return {
    names,
    /** `a, b, c` */
    list: names.join(', '),
    /** `select u.a, u.b::text[] from unnest($1::uuid[], $2::text[]) as u (a, b)` */
    select: `select ${entries.map(([name, type]) => `u.${name}${TRAVEL[type].cast}`).join(', ')}
      from unnest(${entries.map(([, type], index) => `$${index + 1}::${TRAVEL[type].parameter}[]`).join(', ')})
        as u (${names.join(', ')})`,
    values: (rows: readonly Row[]) =>
      entries.map(([name, type]) => arrayText(rows.map((row) => TRAVEL[type].encode(row[name])))),
  };
};
