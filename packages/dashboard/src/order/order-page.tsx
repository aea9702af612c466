import { useParams } from '@tanstack/react-router';
import { ORDER_PATH } from '../app/pages.ts';
import { usePageSearch } from '../app/use-page-search.ts';
import { readOrderSearch } from './order-search.ts';
import { OrderView } from './order-view.tsx';

/** The order's own page. Its address says which event is open, and of which moment it is. */
export default function OrderPage() {
  const { orderId } = useParams({ from: `/framed${ORDER_PATH}` });
  const { search, change } = usePageSearch(ORDER_PATH.replace('$orderId', orderId), readOrderSearch);
  const { event, as_of } = search;
  return (
    <OrderView
      orderId={orderId}
      asOf={as_of}
      event={event ?? null}
      onEvent={(version) => change({ event: version ?? undefined }, { replace: true })}
      onNow={() => change({ as_of: undefined }, { replace: true })}
    />
  );
}
