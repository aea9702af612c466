import { STATUSES, type Status } from '@order-ledger/domain/status';
import type { ListFilters } from '../reading/list-filters.ts';
import type { ListedKey } from '../reading/list-keys.ts';
import { rowVersion } from '../reading/row-version.ts';
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

interface KeptKey {
  readonly order_id: string;
  readonly row_version: string;
  readonly sort_key: string;
}

/** The orders of a page that is kept as JSON text. */
export const keysOf = (page: string): ListedKey[] =>
  (JSON.parse(page) as KeptKey[]).map(({ order_id, row_version, sort_key }) => ({
    order_id,
    row_version,
    list_key: [sort_key, order_id],
  }));

/**
 * The statement of a list's first page: one row, its position, its mark and the page's keys as JSON text, from
 * one snapshot.
 */
export const firstPageStatement = (schema: string, list: FirstPageList, checkpoint: string) => {
  const [kind, status] = list.split(':');
  const condition = status === undefined ? (kind === 'newest' ? 'true' : 'is_active') : 'status = $3';
  return {
    name: `first-page-${schema}-${kind}`,
    text: `select
        (select commit_position::text from read_model.checkpoint where name = $1) as position,
        (select dirtied_at::text from ${schema}.dirty_list where list = $2) as mark,
        coalesce((select json_agg(page) from (
          select o.order_id, ${rowVersion('o')} as row_version, o.sort_key::text as sort_key
          from ${schema}.order_row o where ${condition}
          order by o.sort_key desc, o.order_id desc limit ${FIRST_PAGE_LENGTH}
        ) page), '[]')::text as page`,
    values: status === undefined ? [checkpoint, list] : [checkpoint, list, status],
  };
};
