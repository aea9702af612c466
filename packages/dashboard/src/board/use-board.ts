import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answered, queries } from '../api/queries.ts';
import type { Board, StatusName } from '../api/shapes.ts';
import { onEvents } from '../live/stream.ts';

/** Counts are read again at most this often while events come. */
const COUNT_EVERY_MS = 3_000;

export const boardQuery = queryOptions({
  queryKey: ['board'],
  queryFn: ({ signal }) => answered(queries.GET('/v1/board', { signal })),
  refetchInterval: 60_000,
});

/** How many orders stand where, and how long they may; kept fresh by the stream. */
export const useBoard = () => {
  const client = useQueryClient();
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const leave = onEvents((events) => {
      if (due.current !== undefined || !events.some(({ to }) => to !== null)) return;
      due.current = setTimeout(() => {
        due.current = undefined;
        void client.invalidateQueries({ queryKey: ['board'] });
      }, COUNT_EVERY_MS);
    });
    return () => {
      leave();
      clearTimeout(due.current);
      due.current = undefined;
    };
  }, [client]);
  return useQuery(boardQuery);
};

/** Milliseconds that an order may stay in each status. */
export const limitsOf = (board: Board | undefined): ReadonlyMap<StatusName, number> =>
  new Map(
    board?.statuses.flatMap(({ status, limit_s }): [StatusName, number][] =>
      limit_s === null ? [] : [[status, limit_s * 1_000]],
    ),
  );

/** How many orders stand in these statuses; undefined where it is not known. */
export const countIn = (board: Board | undefined, statuses: readonly StatusName[]): number | undefined =>
  board?.statuses.filter(({ status }) => statuses.includes(status)).reduce((sum, { count }) => sum + count, 0);
