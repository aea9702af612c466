import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Order } from '../api/shapes.ts';
import { orderName } from '../order/order-name.ts';

/** The orders that wait for one calculation: the first by name, of the rest how many. */
export const JobOrders = ({ ids, known }: { ids: readonly string[]; known: ReadonlyMap<string, Order> }) => {
  const t = useTranslations('pricing');
  const [first, ...others] = ids;
  if (first === undefined) return <span className="quiet">–</span>;
  return (
    <span className="job-orders">
      <Link to="/orders/$orderId" params={{ orderId: first }} className="cut" title={first}>
        {orderName(known.get(first) ?? { order_id: first })}
      </Link>
      {others.length > 0 && (
        <span className="quiet" title={others.join('\n')}>
          {t('and-more', { count: others.length })}
        </span>
      )}
    </span>
  );
};
