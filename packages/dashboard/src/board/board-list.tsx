import { useNavigate } from '@tanstack/react-router';
import { ArrowUp, Inbox } from 'lucide-react';
import { type RefObject, useCallback, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Order } from '../api/shapes.ts';
import { Button } from '../system/button.tsx';
import { Chip } from '../system/chip.tsx';
import { EmptyState } from '../system/empty-state.tsx';
import { Failed } from '../system/failed.tsx';
import { type BoardChange, type BoardSearch, listQueryOf, stillMatches } from './board-search.ts';
import type { CellContext } from './cells.tsx';
import { OrderTable } from './order-table.tsx';
import { Several } from './several.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useOrders } from './use-orders.ts';
import { narrowing } from './views.ts';

interface BoardListProps {
  search: BoardSearch;
  change: (changed: BoardChange) => void;
  show: (view: BoardSearch) => void;
  context: CellContext;
  field: RefObject<HTMLInputElement | null>;
  pointed: RefObject<boolean>;
}

const Nothing = ({ search, show }: Pick<BoardListProps, 'search' | 'show'>) => {
  const t = useTranslations('board');
  const narrowed = Object.keys(narrowing(search)).length > 0;
  return (
    <div className="board-none">
      <EmptyState
        icon={<Inbox />}
        title={t(narrowed ? 'none-found' : 'none-yet')}
        deeds={narrowed ? <Button onClick={() => show({})}>{t('show-active')}</Button> : undefined}
      >
        {t(search.q !== undefined ? 'none-found-q' : narrowed ? 'none-found-says' : 'none-yet-says')}
      </EmptyState>
    </div>
  );
};

/** How far down somebody may have scrolled while rows still may come in above. */
const AT_TOP_PX = 8;

/** The board as a table. */
export const BoardList = ({ search, change, show, context, field, pointed }: BoardListProps) => {
  const t = useTranslations('board');
  const navigate = useNavigate();
  const body = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const asked = listQueryOf(search, context.me);
  const { orders, changed, waiting, refresh, ...list } = useOrders({
    query: asked,
    couldBelong: ({ status, to, from }) =>
      (to !== null || from === null) &&
      (asked.status === undefined || String(asked.status).split(',').includes(status)),
    mayMove: () => !pointed.current && (body.current?.scrollTop ?? 0) <= AT_TOP_PX,
  });
  const open = useCallback((order: Order) => change({ order: order.order_id }), [change]);
  const at = useListKeys({
    orders,
    opened: search.order,
    onOpen: open,
    onOpenWhole: ({ order_id }) => void navigate({ to: '/orders/$orderId', params: { orderId: order_id } }),
    onClose: () => change({ order: undefined }),
    field,
  });
  const choose = useCallback(
    (order: Order, on: boolean) =>
      setChosen(
        (before) => new Set(on ? [...before, order.order_id] : [...before].filter((id) => id !== order.order_id)),
      ),
    [],
  );
  const chosenOrders = orders.filter(({ order_id }) => chosen.has(order_id));
  const more = useCallback(() => {
    if (!list.isFetchingNextPage) void list.fetchNextPage();
  }, [list.isFetchingNextPage, list.fetchNextPage]);

  if (list.error !== null && orders.length === 0) {
    return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  }
  return (
    <div className="board-rows" style={{ height: '100%' }} data-several={chosenOrders.length > 0 || undefined}>
      {chosenOrders.length > 0 && <Several orders={chosenOrders} onClear={() => setChosen(new Set())} />}
      <OrderTable
        {...{ orders, changed, chosen, body, at, context }}
        loading={list.isPending}
        hasMore={list.hasNextPage}
        onMore={more}
        open={search.order}
        onOpen={open}
        onChoose={choose}
        onChooseAll={(on) => setChosen(new Set(on ? orders.map(({ order_id }) => order_id) : []))}
        belongs={(order) => stillMatches(order, search, context.me)}
      />
      {list.isSuccess && orders.length === 0 && <Nothing search={search} show={show} />}
      {waiting > 0 && (
        <Chip
          className="board-new"
          onClick={() => {
            body.current?.scrollTo({ top: 0 });
            void refresh();
          }}
        >
          {t('new', { count: waiting })} <ArrowUp aria-hidden="true" />
        </Chip>
      )}
    </div>
  );
};
