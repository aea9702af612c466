import { useQuery } from '@tanstack/react-query';
import { answered, queries } from '../api/queries.ts';

/** One order as it is now. Events about it make it be asked for again. */
export const useOrder = (orderId: string) =>
  useQuery({
    queryKey: ['order', orderId],
    queryFn: ({ signal }) =>
      answered(queries.GET('/v1/orders/{order_id}', { params: { path: { order_id: orderId } }, signal })),
  });
