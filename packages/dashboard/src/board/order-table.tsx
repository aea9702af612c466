import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { usePending } from '../commands/pending.ts';
import { Skeleton, useLate } from '../system/skeleton.tsx';
import type { CellContext } from './cells.tsx';
import { columnsThatFit, templateOf } from './columns.ts';
import type { ReadOrder } from './list-changes.ts';
import { OrderRow, rowId } from './order-row.tsx';
import { useWidth } from './use-width.ts';
import './order-table.css';

/** Rows that are read ahead of the one that is looked at. */
const AHEAD = 30;
const WAITING_ROWS = 12;

interface OrderTableProps {
  orders: readonly ReadOrder[];
  context: CellContext;
  loading: boolean;
  hasMore: boolean;
  onMore: () => void;
  /** Where the keyboard is, by order. */
  at: string | undefined;
  open: string | undefined;
  onOpen: (order: ReadOrder) => void;
  chosen: ReadonlySet<string>;
  onChoose: (order: ReadOrder, chosen: boolean) => void;
  onChooseAll: (chosen: boolean) => void;
  changed: ReadonlySet<string>;
  belongs: (order: ReadOrder) => boolean;
  body: RefObject<HTMLDivElement | null>;
}

const rowHeight = (): number =>
  Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row'), 10) || 32;

const Waiting = ({ template, count, height }: { template: string; count: number; height: number }) => (
  <div className="order-table-rows" data-late>
    {Array.from({ length: WAITING_ROWS }, (_, index) => (
      <div
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells them apart
        key={index}
        className="order-row"
        style={{ transform: `translateY(${index * height}px)`, gridTemplateColumns: template }}
      >
        <span />
        {Array.from({ length: count }, (__, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells them apart
          <span key={column}>
            <Skeleton width={`${40 + ((index * 7 + column * 13) % 45)}%`} />
          </span>
        ))}
      </div>
    ))}
  </div>
);

/** A grid of divs: a table cannot be virtual. It is one stop of the Tab key; arrows go through its rows. */
export const OrderTable = (props: OrderTableProps) => {
  const { orders, context, loading, hasMore, onMore, at, open, onOpen, body } = props;
  const { chosen, onChoose, onChooseAll, changed, belongs } = props;
  const t = useTranslations('board');
  const [frame, width] = useWidth<HTMLDivElement>();
  const columns = useMemo(() => columnsThatFit(width), [width]);
  const template = useMemo(() => templateOf(columns), [columns]);
  const late = useLate(loading);
  const pending = usePending();
  const height = rowHeight();
  const rows = useVirtualizer({
    count: orders.length,
    getScrollElement: () => body.current,
    estimateSize: () => height,
    overscan: 12,
    getItemKey: (index) => orders[index]?.order_id ?? index,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= orders.length - AHEAD) onMore();
  }, [hasMore, last, orders.length, onMore]);
  const atIndex = orders.findIndex(({ order_id }) => order_id === at);
  useEffect(() => {
    if (atIndex >= 0) rows.scrollToIndex(atIndex, { align: 'auto' });
  }, [atIndex, rows]);
  const all = orders.length > 0 && orders.every(({ order_id }) => chosen.has(order_id));

  return (
    <div
      ref={frame}
      className="order-table"
      role="grid"
      tabIndex={0}
      aria-label={t('rows')}
      aria-activedescendant={at !== undefined && atIndex >= 0 ? rowId(at) : undefined}
      aria-rowcount={hasMore ? -1 : orders.length + 1}
      aria-colcount={columns.length + 1}
      aria-busy={loading}
      aria-multiselectable="true"
    >
      <div role="rowgroup">
        <div
          role="row"
          aria-rowindex={1}
          className="order-table-head section-title"
          style={{ gridTemplateColumns: template }}
        >
          <span role="columnheader" className="order-choose">
            <input
              type="checkbox"
              checked={all}
              disabled={orders.length === 0}
              aria-label={t('choose-all')}
              onChange={(event) => onChooseAll(event.target.checked)}
            />
          </span>
          {columns.map(({ id, number }) => (
            <span key={id} role="columnheader" className={number ? 'number cut' : 'cut'}>
              {t(`columns.${id}`)}
            </span>
          ))}
        </div>
      </div>
      <div ref={body} className="order-table-body" role="rowgroup">
        {late && <Waiting template={template} count={columns.length} height={height} />}
        {!loading && (
          <div className="order-table-rows" style={{ height: rows.getTotalSize() }}>
            {shown.map(({ index, start }) => {
              const order = orders[index];
              if (order === undefined) return null;
              return (
                <OrderRow
                  key={order.order_id}
                  {...{ order, columns, template, context, index, onOpen, onChoose }}
                  top={start}
                  open={order.order_id === open}
                  at={order.order_id === at}
                  chosen={chosen.has(order.order_id)}
                  changed={changed.has(order.order_id)}
                  pending={pending.has(order.order_id)}
                  gone={!belongs(order)}
                />
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
};
