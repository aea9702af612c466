import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answered, queries } from '../api/queries.ts';
import type { ListQuery, StatusName } from '../api/shapes.ts';
import { useEvents } from '../live/use-stream.ts';
import { STATUS_LOOK, statusesOf } from '../system/status-look.ts';
import type { Side } from './floor-search.ts';

/** As many as anybody looks through on a tablet. */
const SHOWN = 50;
/** Changes are gathered for so long before the lists are read again. */
const GATHER_MS = 1_000;
/** Where the stream brings nothing the lists are read again all the same. */
const AGAIN_MS = 60_000;

/** What waits for a packer: made and not packed, and packed and still here. */
const PACKING: readonly StatusName[] = statusesOf('pack').filter((status) => STATUS_LOOK[status].end);

const listed = (name: string, query: ListQuery) =>
  queryOptions({
    queryKey: ['floor', name, query],
    refetchInterval: AGAIN_MS,
    queryFn: async ({ signal }) =>
      (await answered(queries.GET('/v1/orders', { params: { query: { ...query, limit: SHOWN } }, signal }))).orders,
  });

export const queueQuery = queryOptions({
  queryKey: ['floor', 'queue'],
  refetchInterval: AGAIN_MS,
  queryFn: ({ signal }) => answered(queries.GET('/v1/shop-floor', { params: { query: { limit: SHOWN } }, signal })),
});

/** What an order of the queue usually is; of one that is something else, such as failed before, it is said. */
export const usualIn = (side: Side): readonly StatusName[] => (side === 'pack' ? PACKING : ['MANUFACTURING_APPROVED']);

export const mineQuery = (me: string) => listed('mine', { claimed_by: me, active: 'true', sort: 'due' });
const packingQuery = listed('packing', { status: PACKING.join(','), active: 'true', sort: 'priority' });

/** The lists of the floor, read again as orders change: not while a finger or the pointer is on them. */
export const useFloor = (side: Side, me: string, mayMove: () => boolean) => {
  const client = useQueryClient();
  const gathering = useRef<ReturnType<typeof setTimeout>>(undefined);
  const newest = useRef(mayMove);
  useEffect(() => {
    newest.current = mayMove;
  });
  const readSoon = (): void => {
    gathering.current ??= setTimeout(() => {
      gathering.current = undefined;
      if (newest.current()) void client.invalidateQueries({ queryKey: ['floor'] });
      else readSoon();
    }, GATHER_MS);
  };
  useEvents(readSoon);
  useEffect(
    () => () => {
      clearTimeout(gathering.current);
      gathering.current = undefined;
    },
    [],
  );
  return {
    queue: useQuery(queueQuery),
    mine: useQuery(mineQuery(me)),
    packing: useQuery({ ...packingQuery, enabled: side === 'pack' }),
  };
};
