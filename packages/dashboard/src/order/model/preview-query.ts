import { queryOptions } from '@tanstack/react-query';
import { ApiProblem } from '../../api/problem.ts';
import { answered, queries } from '../../api/queries.ts';

/** How the model of an order looks, null where nothing can be shown of it. It stays as it is for a model's content. */
export const previewQuery = (orderId: string, sha256: string) =>
  queryOptions({
    queryKey: ['preview', orderId, sha256],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<ArrayBuffer | null> => {
      try {
        const { data } = await queries.GET('/v1/orders/{order_id}/preview', {
          params: { path: { order_id: orderId } },
          parseAs: 'arrayBuffer',
          signal,
        });
        return data ?? null;
      } catch (error) {
        if (error instanceof ApiProblem && error.code === 'no-preview') return null;
        throw error;
      }
    },
  });

/** Where the faces are of what the calculation of the price has found: with the preview of its own where that is whole. */
export const marksQuery = (orderId: string, sha256: string) =>
  queryOptions({
    queryKey: ['marks', orderId, sha256],
    queryFn: async ({ signal }) =>
      (
        await answered(
          queries.GET('/v1/orders/{order_id}/preview/marks', { params: { path: { order_id: orderId } }, signal }),
        )
      ).marks,
  });

export type Marks = Awaited<ReturnType<NonNullable<ReturnType<typeof marksQuery>['queryFn']>>>;
