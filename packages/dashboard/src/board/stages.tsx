import { useLocale, useTranslations } from 'use-intl';
import type { Board } from '../api/shapes.ts';
import { orderName } from '../order/order-name.ts';
import { Button } from '../system/button.tsx';
import { numberText } from '../system/formats.ts';
import { Problem } from '../system/problem.tsx';
import { Skeleton, useLate } from '../system/skeleton.tsx';
import { Status } from '../system/status.tsx';
import { GROUPS, type Group, STATUS_LOOK, statusesOf } from '../system/status-look.ts';
import { type BoardSearch, listQueryOf } from './board-search.ts';
import { Age, type CellContext, Holder, partOf } from './cells.tsx';
import type { ReadOrder } from './list-changes.ts';
import { countIn } from './use-board.ts';
import { useOrders } from './use-orders.ts';
import './stages.css';

interface StagesProps {
  search: BoardSearch;
  board: Board | undefined;
  context: CellContext;
  onOpen: (order: ReadOrder) => void;
  mayMove: () => boolean;
}

interface OneProps {
  order: ReadOrder;
  context: CellContext;
  open: boolean;
  changed: boolean;
  onOpen: (order: ReadOrder) => void;
}

const One = ({ order, context, open, changed, onOpen }: OneProps) => (
  <button
    type="button"
    className="stage-order"
    aria-pressed={open}
    data-changed={changed || undefined}
    onClick={() => onOpen(order)}
  >
    <span className="stage-order-line">
      <b>{orderName(order)}</b>
    </span>
    <span className="stage-order-line">
      <Status status={order.status} />
    </span>
    <Age order={order} context={context} />
    <span className="stage-order-line stage-order-small">
      <span>{[order.customer_ref, partOf(order)].filter(Boolean).join(' · ')}</span>
      {order.claim != null && <Holder order={order} me={context.me} />}
    </span>
  </button>
);

const Stage = ({ group, search, board, context, onOpen, mayMove }: StagesProps & { group: Group }) => {
  const t = useTranslations('board');
  const locale = useLocale();
  const { order: open, layout: _layout, ...rest } = search;
  const query = listQueryOf({ ...rest, group, sort: 'stage_age' }, context.me);
  const statuses = statusesOf(group);
  const list = useOrders({
    query,
    mayMove,
    couldBelong: ({ to }) => to !== null && STATUS_LOOK[to].group === group,
  });
  const late = useLate(list.isPending);
  const count = countIn(board, statuses);
  return (
    <section className="stage" aria-label={t(`views.${group}`)}>
      <header className="stage-head">
        <h2 className="cut">{t(`views.${group}`)}</h2>
        {count !== undefined && <span className="quiet">{numberText(count, locale)}</span>}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div className="stage-orders" tabIndex={0}>
        {list.error !== null && <Problem error={list.error} onRetry={() => void list.refetch()} />}
        {late && <Skeleton width="80%" />}
        {list.isSuccess && list.orders.length === 0 && <p className="stage-none">{t('none-here')}</p>}
        {list.orders.map((order) => (
          <One
            key={order.order_id}
            order={order}
            context={context}
            open={order.order_id === open}
            changed={list.changed.has(order.order_id)}
            onOpen={onOpen}
          />
        ))}
        {list.hasNextPage && (
          <Button kind="plain" pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </div>
    </section>
  );
};

/** The board by stage: what has been longest where it is stands on top. */
export const Stages = (props: StagesProps) => (
  <div className="stages">
    {GROUPS.map((group) => (
      <Stage key={group} group={group} {...props} />
    ))}
  </div>
);
