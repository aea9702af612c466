import {
  isTime,
  LISTED,
  type ListedColumn,
  MONEY_COLUMNS,
  ORDER_COLUMNS,
  type OrderColumn,
  READ,
  type ReadAs,
  type ReadColumn,
} from '../order-columns.ts';
import type { OrderRow } from '../rows.ts';
import type { ColumnType } from '../writing/columns.ts';

/** An order as lists read it. */
export type ListedOrder = ReadAs<ListedColumn>;
/** An order as its own answer reads it. */
export type OrderDetail = ReadAs<ReadColumn>;

/** Amounts and lengths are read as double precision: they are integers below 2⁵³, and pg gives bigint as text. */
const FORMS: { readonly [Type in ColumnType]?: (stored: string) => string } = {
  bigint: (stored) => `${stored}::float8`,
  'open timestamptz': (stored) => `nullif(${stored}, 'infinity')`,
};

/** What a statement selects to read these columns; `of` says what each is made of, such as `o.status`. */
export const selected = <Column extends OrderColumn>(
  columns: readonly Column[],
  of: (column: Column) => string,
): string =>
  columns.map((column) => `${FORMS[ORDER_COLUMNS[column].type]?.(of(column)) ?? of(column)} as ${column}`).join(', ');

/** What a list shows of an order, `o` being the row. */
export const LISTED_COLUMNS = selected(LISTED, (column) => `o.${column}`);

/** What a single order's answer is made of. */
export const DETAIL_COLUMNS = selected(READ, (column) => `o.${column}`);

/** A row as it would be read, had it been written. */
export const asRead = (row: OrderRow): OrderDetail =>
  Object.fromEntries(
    READ.map((column) => {
      const value = row[column];
      return [column, isTime(column) && value !== null ? new Date(value as string) : value];
    }),
  ) as OrderDetail;

const MONEY = MONEY_COLUMNS.filter((column) => column !== 'balance');

/** An order whose money stands as in another reading of it. */
export const withMoneyOf = (other: Pick<OrderDetail, (typeof MONEY)[number]>, order: OrderDetail): OrderDetail =>
  Object.assign({ ...order }, ...MONEY.map((column) => ({ [column]: other[column] }))) as OrderDetail;
