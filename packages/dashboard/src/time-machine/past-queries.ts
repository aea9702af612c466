import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, queries } from '../api/queries.ts';
import type { Board, OrderList, StatusName } from '../api/shapes.ts';

/** The past does not change any more, but for events that came in late: it is kept for a while. */
const STAYS_MS = 60_000;
const KEPT = { staleTime: STAYS_MS, refetchOnWindowFocus: false, placeholderData: keepPreviousData } as const;

export const pastBoardQuery = (as_of: string) =>
  queryOptions({
    queryKey: ['past', 'board', as_of],
    ...KEPT,
    queryFn: ({ signal }): Promise<Board> =>
      answered(queries.GET('/v1/board', { params: { query: { as_of } }, signal })),
  });

const PAGE = 50;

export const pastOrdersQuery = (as_of: string, status: StatusName) =>
  infiniteQueryOptions({
    queryKey: ['past', 'orders', as_of, status],
    ...KEPT,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }): Promise<OrderList> => {
      const query =
        pageParam === undefined
          ? ({ as_of, status, sort: 'newest', limit: PAGE } as const)
          : { cursor: pageParam, limit: PAGE };
      return answered(queries.GET('/v1/orders', { params: { query }, signal }));
    },
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
