import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { orderName } from '../order/order-name.ts';
import { CELLS, type CellContext } from './cells.tsx';
import type { Column } from './columns.ts';
import type { ReadOrder } from './list-changes.ts';

interface OrderRowProps {
  order: ReadOrder;
  columns: readonly Column[];
  template: string;
  context: CellContext;
  top: number;
  index: number;
  /** Open beside the list; under the keyboard; chosen with others. */
  open: boolean;
  at: boolean;
  chosen: boolean;
  changed: boolean;
  pending: boolean;
  /** It does not belong into this list any more, and goes when the list is put in order. */
  gone: boolean;
  onOpen: (order: ReadOrder) => void;
  onChoose: (order: ReadOrder, chosen: boolean) => void;
}

export const rowId = (orderId: string): string => `row-${orderId}`;

export const OrderRow = memo((props: OrderRowProps) => {
  const { order, columns, template, context, top, index, onOpen, onChoose } = props;
  const t = useTranslations('board');
  return (
    <div
      id={rowId(order.order_id)}
      role="row"
      className="order-row"
      aria-rowindex={index + 2}
      aria-selected={props.open}
      aria-busy={props.pending || undefined}
      data-at={props.at || undefined}
      data-changed={props.changed || undefined}
      data-gone={props.gone || undefined}
      style={{ transform: `translateY(${top}px)`, gridTemplateColumns: template }}
      onClick={() => onOpen(order)}
    >
      <span role="gridcell" className="order-choose">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={props.chosen}
          aria-label={t('choose', { order: orderName(order) })}
          onClick={(event) => event.stopPropagation()}
          onChange={(event) => onChoose(order, event.target.checked)}
        />
      </span>
      {columns.map(({ id, number }) => (
        <span key={id} role="gridcell" className={number ? 'number' : undefined}>
          {CELLS[id](order, context)}
        </span>
      ))}
    </div>
  );
});
