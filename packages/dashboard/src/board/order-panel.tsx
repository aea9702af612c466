import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Maximize2, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { orderName } from '../order/order-name.ts';
import { orderQuery } from '../order/order-queries.ts';
import { Button } from '../system/button.tsx';
import { late, ShownLate } from '../system/late.tsx';
import './order-panel.css';

interface OrderPanelProps {
  orderId: string;
  onClose: () => void;
}

/** Loaded when the first order is opened: the list does not wait for it. */
const ORDER_VIEW = late(async () => (await import('../order/order-view.tsx')).OrderView);

const Head = ({ orderId, onClose }: OrderPanelProps) => {
  const t = useTranslations('board');
  const { data: order } = useQuery(orderQuery(orderId, undefined));
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
export const OrderPanel = ({ orderId, onClose }: OrderPanelProps) => {
  const t = useTranslations('board');
  const [event, setEvent] = useState<number | null>(null);
  return (
    <aside className="order-panel" aria-label={t('open-order')}>
      <Head orderId={orderId} onClose={onClose} />
      <div className="order-panel-body">
        <ShownLate of={ORDER_VIEW} with={{ orderId, event, onEvent: setEvent }} />
      </div>
    </aside>
  );
};
