import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ORDER_PATH } from '../app/pages.ts';
import { OrderView } from './order-view.tsx';

/** The order's own page. Its address says which event is open, and of which moment it is. */
export default function OrderPage() {
  const { orderId } = useParams({ from: `/framed${ORDER_PATH}` });
  const { event, as_of } = useSearch({ from: `/framed${ORDER_PATH}` });
  const navigate = useNavigate();
  const go = (search: { event?: number; as_of?: string }) =>
    void navigate({ to: ORDER_PATH, params: { orderId }, search, replace: true, resetScroll: false });
  const moment = as_of === undefined ? {} : { as_of };
  return (
    <OrderView
      orderId={orderId}
      asOf={as_of}
      event={event ?? null}
      onEvent={(version) => go({ ...moment, ...(version === null ? {} : { event: version }) })}
      onNow={() => go(event === undefined ? {} : { event })}
    />
  );
}
