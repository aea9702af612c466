import { STATUSES, type Status } from '@order-ledger/domain/status';
import { isTime, LISTED, ORDER_COLUMNS, type OrderColumn } from '../order-columns.ts';
import type { ListFilters } from '../reading/list-filters.ts';
import type { ListedOrder } from '../reading/order-columns.ts';
import type { OrderRow } from '../rows.ts';

/** The lists whose first page is kept in Redis, for callers who may see all orders. A partner's list never is. */
export type FirstPageList = 'newest' | 'active-newest' | `status-newest:${Status}`;

export const FIRST_PAGE_LISTS: readonly FirstPageList[] = [
  'newest',
  'active-newest',
  ...STATUSES.map((status) => `status-newest:${status}` as const),
];

/** Orders on a first page: what a caller asks for is a part of it. */
export const FIRST_PAGE_LENGTH = 100;

/** Lists that show the order before or after a change. */
export const listsShowing = (...rows: readonly Pick<OrderRow, 'status' | 'is_active'>[]): FirstPageList[] => [
  'newest',
  ...(rows.some(({ is_active }) => is_active) ? (['active-newest'] as const) : []),
  ...new Set(rows.map(({ status }) => `status-newest:${status}` as const)),
];

/** The list that these filters narrow to; of any other filter no page is kept. */
export const firstPageOf = ({ status, active, ...others }: ListFilters): FirstPageList | undefined => {
  if (Object.values(others).some((wanted) => wanted !== undefined)) return undefined;
  const [only, ...more] = status;
  if (more.length > 0 || (only !== undefined && active !== undefined) || active === false) return undefined;
  return only !== undefined ? `status-newest:${only}` : active ? 'active-newest' : 'newest';
};

/** How an order stands in lists of which not even the first event can be shown. */
export const OUTLINE = { status: 'INITIATED', is_active: true } as const;

/** JSON has numbers of any size and no infinity. */
const inJson = (column: OrderColumn): string =>
  ORDER_COLUMNS[column].type === 'open timestamptz' ? `nullif(${column}, 'infinity') as ${column}` : column;

const TIMES: ReadonlySet<string> = new Set(LISTED.filter(isTime));

/** The orders of a page that is kept as JSON text. */
export const ordersOf = (page: string): ListedOrder[] =>
  JSON.parse(page, (name, value: unknown) =>
    typeof value === 'string' && TIMES.has(name) ? new Date(value) : value,
  ) as ListedOrder[];

/** The statement of a list's first page: one row, its position, its mark and the page as JSON text, from one snapshot. */
export const firstPageStatement = (schema: string, list: FirstPageList, checkpoint: string) => {
  const [kind, status] = list.split(':');
  const condition = status === undefined ? (kind === 'newest' ? 'true' : 'is_active') : 'status = $3';
  return {
    name: `first-page-${schema}-${kind}`,
    text: `select
        (select commit_position::text from read_model.checkpoint where name = $1) as position,
        (select dirtied_at::text from ${schema}.dirty_list where list = $2) as mark,
        coalesce((select json_agg(page) from (
          select ${LISTED.map(inJson).join(', ')}
          from ${schema}.order_row where ${condition}
          order by sort_key desc, order_id desc limit ${FIRST_PAGE_LENGTH}
        ) page), '[]')::text as page`,
    values: status === undefined ? [checkpoint, list] : [checkpoint, list, status],
  };
};
