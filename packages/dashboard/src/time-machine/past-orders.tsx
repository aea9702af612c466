import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { StatusName } from '../api/shapes.ts';
import { orderName } from '../order/order-name.ts';
import { Button } from '../system/button.tsx';
import { useDurationText } from '../system/duration.tsx';
import { Problem } from '../system/problem.tsx';
import { Skeleton, useLate } from '../system/skeleton.tsx';
import { Time } from '../system/time.tsx';
import { pastOrdersQuery } from './past-queries.ts';
import '../analysis/tables.css';

interface PastOrdersProps {
  at: string;
  status: StatusName;
  onOrder: (orderId: string) => void;
}

/** Which orders stood in a status at a moment. */
export const PastOrders = ({ at, status, onOrder }: PastOrdersProps) => {
  const t = useTranslations('timeMachine');
  const duration = useDurationText();
  const list = useInfiniteQuery(pastOrdersQuery(at, status));
  const late = useLate(list.isPending);
  if (list.error !== null) return <Problem error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return late ? <Skeleton width="70%" /> : null;
  const orders = list.data.pages.flatMap((page) => page.orders);
  if (orders.length === 0) return <p className="quiet">{t('no-orders')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="figures-scroll" aria-label={t('orders-then')} tabIndex={0}>
      <table className="figures" data-stale={list.isPlaceholderData || undefined}>
        <thead className="section-title">
          <tr>
            <th scope="col">{t('columns.order')}</th>
            <th scope="col" className="figures-words time-more">
              {t('columns.customer')}
            </th>
            <th scope="col">{t('columns.since')}</th>
            <th scope="col">{t('columns.stood')}</th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <tr key={order.order_id}>
              <th scope="row">
                <button type="button" className="figures-go" onClick={() => onOrder(order.order_id)}>
                  {orderName(order)}
                </button>
              </th>
              <td className="figures-words time-more">{order.customer_ref}</td>
              <td>
                <Time at={order.status_entered_at} />
              </td>
              <td>{duration(Date.parse(at) - Date.parse(order.status_entered_at))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {list.hasNextPage && (
        <Button kind="plain" pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
};
