import { Link } from '@tanstack/react-router';
import { Maximize2, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { OrderDetail } from '../api/shapes.ts';
import { orderName } from '../order/order-name.ts';
import { useOrder } from '../order/use-order.ts';
import { Button } from '../system/button.tsx';
import { Problem } from '../system/problem.tsx';
import { Skeleton, useLate } from '../system/skeleton.tsx';
import type { CellContext } from './cells.tsx';
import { ClaimDeeds } from './claim-deeds.tsx';
import { OrderSummary } from './order-summary.tsx';
import './order-panel.css';

interface OrderPanelProps {
  orderId: string;
  context: CellContext;
  onClose: () => void;
}

const Head = ({
  orderId,
  order,
  onClose,
}: {
  orderId: string;
  order: OrderDetail | undefined;
  onClose: () => void;
}) => {
  const t = useTranslations('board');
  return (
    <header className="order-panel-head">
      <h2 className="cut" title={orderId}>
        {order === undefined ? orderId.slice(0, 8) : orderName(order)}
      </h2>
      <Link
        className="button"
        data-kind="plain"
        data-icon="only"
        to="/orders/$orderId"
        params={{ orderId }}
        aria-label={t('open-whole')}
        title={t('open-whole')}
      >
        <Maximize2 />
      </Link>
      <Button kind="plain" iconOnly aria-label={t('close-panel')} title={t('close-panel')} onClick={onClose}>
        <X />
      </Button>
    </header>
  );
};

/** The order that is chosen in the list, beside it. */
export const OrderPanel = ({ orderId, context, onClose }: OrderPanelProps) => {
  const t = useTranslations('board');
  const { data: order, error, isPending, refetch, dataUpdatedAt } = useOrder(orderId);
  const late = useLate(isPending);
  return (
    <aside className="order-panel" aria-label={t('open-order')}>
      <Head orderId={orderId} order={order} onClose={onClose} />
      <div className="order-panel-body">
        {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
        {late && <Skeleton width="70%" />}
        {order !== undefined && (
          <>
            <section>
              <ClaimDeeds order={order} />
            </section>
            <OrderSummary order={{ ...order, read_at: dataUpdatedAt }} context={context} />
          </>
        )}
      </div>
    </aside>
  );
};
