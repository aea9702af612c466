import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { answered, queries } from '../api/queries.ts';
import type { ListQuery, StreamedEvent } from '../api/shapes.ts';
import { useEvents } from '../live/use-stream.ts';
import { ordersOf, pageReadNow, type ReadOrder, type ReadPages, readNow, sorted, withOrders } from './list-changes.ts';

const PAGE = 100;
/** More changed at once than this: the list is read again rather than order by order. */
const MOST_ALONE = 12;
/** How long a changed row is tinted. */
const TINT_MS = 1_500;
/** How long changes are gathered before a list is read again. */
const GATHER_MS = 1_000;

interface Options {
  query: ListQuery;
  /** Whether an event could bring an order that is not shown into this list. */
  couldBelong: (event: StreamedEvent) => boolean;
  /** Whether the list may be put in order now: not while somebody points at a row or has scrolled away. */
  mayMove: () => boolean;
}

/** A list of orders, page by page, that changes in place as events come. */
export const useOrders = ({ query, couldBelong, mayMove }: Options) => {
  const client = useQueryClient();
  const question = JSON.stringify(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question says when the list is another one
  const key = useMemo(() => ['orders', query] as const, [question]);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  const gathering = useRef<ReturnType<typeof setTimeout>>(undefined);

  const list = useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const asked = pageParam === undefined ? { ...query, limit: PAGE } : { cursor: pageParam, limit: PAGE };
      return pageReadNow(await answered(queries.GET('/v1/orders', { params: { query: asked }, signal })));
    },
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    // Only the stream and the user put rows elsewhere.
    refetchOnWindowFocus: false,
  });
  const orders = useMemo(() => ordersOf(list.data?.pages ?? []), [list.data]);

  /** Reads the list from its first page, in its order of now. */
  const refresh = useCallback(async (): Promise<void> => {
    setWaiting(new Set());
    client.setQueryData<ReadPages>(key, (read) =>
      read === undefined ? read : { pages: read.pages.slice(0, 1), pageParams: read.pageParams.slice(0, 1) },
    );
    await client.invalidateQueries({ queryKey: key });
  }, [client, key]);

  const newest = useRef({ mayMove, refresh });
  useEffect(() => {
    newest.current = { mayMove, refresh };
  });

  /** As soon as rows may move: as long as somebody points at them they wait. */
  const refreshSoon = (): void => {
    gathering.current ??= setTimeout(() => {
      gathering.current = undefined;
      if (newest.current.mayMove()) void newest.current.refresh();
      else refreshSoon();
    }, GATHER_MS);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has other orders to wait for
  useEffect(() => {
    setWaiting(new Set());
    return () => {
      clearTimeout(gathering.current);
      gathering.current = undefined;
    };
  }, [key]);

  const tint = (ids: readonly string[]): void => {
    setChanged((before) => new Set([...before, ...ids]));
    setTimeout(() => setChanged((before) => new Set([...before].filter((id) => !ids.includes(id)))), TINT_MS);
  };

  const readAlone = async (ids: readonly string[]): Promise<void> => {
    const read = await Promise.allSettled(
      ids.map((order_id) => answered(queries.GET('/v1/orders/{order_id}', { params: { path: { order_id } } }))),
    );
    const newer = new Map<string, ReadOrder>(
      read.flatMap((one) => (one.status === 'fulfilled' ? [[one.value.order_id, readNow(one.value)] as const] : [])),
    );
    client.setQueryData<ReadPages>(key, (known) => (known === undefined ? known : withOrders(known, newer)));
    tint([...newer.keys()]);
  };

  useEvents((events) => {
    const shown = new Set(orders.map(({ order_id }) => order_id));
    const { inList } = sorted(
      events.map(({ order_id }) => order_id),
      shown,
    );
    const { outside } = sorted(
      events.filter(couldBelong).map(({ order_id }) => order_id),
      shown,
    );
    if (inList.length > MOST_ALONE) {
      tint(inList);
      void client.invalidateQueries({ queryKey: key });
    } else if (inList.length > 0) void readAlone(inList);
    if (outside.length > 0) setWaiting((before) => new Set([...before, ...outside]));
    if (outside.length > 0 || inList.length > 0) refreshSoon();
  });

  return { ...list, orders, changed, waiting: waiting.size, refresh };
};
