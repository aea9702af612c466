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
  /** A value as an element of an array's text; never of null. */
  readonly element: (value: unknown) => string;
}

const ESCAPED = /["\\]/;
const quoted = (text: string): string => `"${ESCAPED.test(text) ? text.replaceAll(/["\\]/g, '\\$&') : text}"`;

const QUOTED = (value: unknown): string => quoted(String(value));
/** Digits, letters and signs that mean nothing in an array: numbers, ids and times as the domain has checked them. */
const BARE = (value: unknown): string => String(value);

const plain = (parameter: string, element = BARE): Travel => ({ parameter, cast: '', element });

/** unnest would flatten arrays within an array, so a list travels as the text of one. */
const listText = (value: unknown): string => quoted(`{${(value as readonly string[]).map(quoted).join(',')}}`);

const TRAVEL: Readonly<Record<ColumnType, Travel>> = {
  uuid: plain('uuid'),
  text: plain('text', QUOTED),
  smallint: plain('smallint'),
  integer: plain('integer'),
  bigint: plain('bigint'),
  boolean: plain('boolean'),
  timestamptz: plain('timestamptz'),
  'open timestamptz': plain('timestamptz'),
  // Twice: within JSON only quotes and backslashes are left to be escaped, as an array wants it.
  jsonb: plain('jsonb', (value) => JSON.stringify(JSON.stringify(value))),
  'text list': { parameter: 'text', cast: '::text[]', element: listText },
  tstzrange: plain('tstzrange', QUOTED),
};

/** What stands for null. */
const nullOf = (type: ColumnType): string => (type === 'open timestamptz' ? 'infinity' : 'NULL');

/**
 * A column of some rows as Postgres reads an array. Made here, because pg would look through every element twice, and
 * mostly there is nothing to escape.
 */
const arrayText = <Row>(rows: readonly Row[], name: keyof Row, type: ColumnType): string => {
  const { element } = TRAVEL[type];
  const none = nullOf(type);
  const elements: string[] = [];
  for (const row of rows) {
    const value = row[name];
    elements.push(value === null || value === undefined ? none : element(value));
  }
  return `{${elements.join()}}`;
};

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
    values: (rows: readonly Row[]) => entries.map(([name, type]) => arrayText(rows, name, type)),
  };
};
