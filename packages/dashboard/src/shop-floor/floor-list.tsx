import { UserRound } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Order, StatusName } from '../api/shapes.ts';
import { partOf } from '../board/cells.tsx';
import { Due } from '../board/due.tsx';
import { orderName } from '../order/order-name.ts';
import { whoOf } from '../order/words.ts';
import { Status } from '../system/status.tsx';

interface FloorListProps {
  title: string;
  /** What would stand here, where nothing does. */
  none: string;
  orders: readonly Order[] | undefined;
  chosen: string | undefined;
  onChoose: (order: Order) => void;
  now: number;
  /** Statuses that the list's own name tells. */
  usual?: readonly StatusName[];
  /** Whether who has it is worth saying: in a list of one's own it is not. */
  holders?: boolean;
}

type RowProps = Omit<FloorListProps, 'title' | 'none' | 'orders'> & { order: Order };

const Row = ({ order, chosen, onChoose, now, usual = [], holders }: RowProps) => {
  const t = useTranslations();
  const { claim, priority, quantity, status } = order;
  return (
    <li>
      <button
        type="button"
        className="floor-row"
        aria-pressed={order.order_id === chosen}
        onClick={() => onChoose(order)}
      >
        <span className="floor-row-line">
          <b>{orderName(order)}</b>
          {(priority === 'URGENT' || priority === 'HIGH') && (
            <span className="floor-priority" data-priority={priority}>
              {t(`priority.${priority}`)}
            </span>
          )}
        </span>
        <span className="floor-row-line">
          <span className="floor-row-part quiet">
            {quantity != null && `${t('orderPage.pieces', { count: quantity })} · `}
            {partOf(order)}
          </span>
          {order.due_at != null && <Due order={order} now={now} />}
        </span>
        {!usual.includes(status) && (
          <span className="floor-row-line">
            <Status status={status} />
            {holders && claim != null && (
              <span className="floor-holder cut">
                <UserRound aria-hidden="true" />
                <span className="cut">{whoOf(claim.operator)}</span>
              </span>
            )}
          </span>
        )}
      </button>
    </li>
  );
};

/** Orders to choose from, each as large as a finger in a glove needs. */
export const FloorList = ({ title, none, orders, ...rest }: FloorListProps) => (
  <section className="floor-list" aria-label={title}>
    <h2 className="floor-list-title">
      {title} {orders !== undefined && <span className="quiet">{orders.length}</span>}
    </h2>
    {orders?.length === 0 && <p className="quiet">{none}</p>}
    <ul>
      {orders?.map((order) => (
        <Row key={order.order_id} order={order} {...rest} />
      ))}
    </ul>
  </section>
);
