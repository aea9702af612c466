import type { Place, Sort } from './list-form.ts';
import { keyType, SORT_KEYS } from './list-form.ts';
import type { Parameters } from './reader.ts';

/** The parts of a statement that make a page of a sorted list. */
interface Keyset {
  /** Condition that begins the page; `true` on the first one. */
  after: string;
  /** For `order by`. */
  order: string;
  /** The key's columns as texts, for the cursor, as one array named `list_key`. */
  selected: string;
}

const comparison = (descending: boolean): string => (descending ? '<' : '>');

/** Compared as a row: `a < x or (a = x and …)` cannot begin in the middle of an index and takes 800 times as long. */
export const keyset = (sort: Sort, place: Place | null, alias: string, parameters: Parameters): Keyset => {
  const { columns, descending } = SORT_KEYS[sort];
  const names = columns.map((name) => `${alias}.${name}`);
  const runsDown = descending !== (place?.backwards ?? false);
  const after = ({ key }: Place): string => {
    const places = columns.map((name, index) => `${parameters.add(key[index])}::${keyType(name)}`);
    return `(${names.join(', ')}) ${comparison(runsDown)} (${places.join(', ')})`;
  };
  return {
    after: place === null ? 'true' : after(place),
    order: names.map((name) => `${name} ${runsDown ? 'desc' : 'asc'}`).join(', '),
    selected: `array[${names.map((name) => `${name}::text`).join(', ')}] as list_key`,
  };
};

export interface Page<Row> {
  /** In the list's own order, at most as many as asked for. */
  rows: Row[];
  /** Whether the list goes on before and behind these rows, as far as is known. */
  before: boolean;
  behind: boolean;
}

/** Makes a page of one row more than was asked for, which tells only that the list goes on. */
export const pageOf = <Row>(rows: readonly Row[], limit: number, place: Place | null): Page<Row> => {
  const more = rows.length > limit;
  const kept = rows.slice(0, limit);
  if (place?.backwards) return { rows: kept.reverse(), before: more, behind: true };
  return { rows: kept, before: place !== null, behind: more };
};
