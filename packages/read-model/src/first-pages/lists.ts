import { STATUSES, type Status } from '@order-ledger/domain/status';
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

/** How an order stands in lists of which not even the first event can be shown. */
export const OUTLINE = { status: 'INITIATED', is_active: true } as const;

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
          select order_id, sort_key, status, stage, owner, status_entered_at, stage_entered_at, frozen_since, frozen_ms,
            is_active, claim_operator, claim_fence_token, claimed_at, partner_id, customer_ref, external_ref, channel,
            delivery_method, material, process, finishing, quantity, price_amount, currency, paid, refund_due,
            settlement, settlement_amount, needs_person, priority,
            nullif(due_at, 'infinity') as due_at, manufacturing_attempt, price_attempt, planned_finish_at,
            event_version, status_version, last_recorded_at, is_stale, stale_reason
          from ${schema}.order_row where ${condition}
          order by sort_key desc, order_id desc limit ${FIRST_PAGE_LENGTH}
        ) page), '[]')::text as page`,
    values: status === undefined ? [checkpoint, list] : [checkpoint, list, status],
  };
};
