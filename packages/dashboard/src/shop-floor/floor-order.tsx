import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Order, StatusName } from '../api/shapes.ts';
import { ageOf } from '../board/age-of.ts';
import { Due } from '../board/due.tsx';
import { boardQuery, limitsOf } from '../board/use-board.ts';
import { useEvents } from '../live/use-stream.ts';
import { infillOf } from '../order/infill.ts';
import { ModelPart } from '../order/model/model-part.tsx';
import { orderName } from '../order/order-name.ts';
import { type OrderNow, orderKey, orderQuery, prospectsQuery, timelineQuery } from '../order/order-queries.ts';
import type { DeedsOf } from '../order/what-now/use-deeds.tsx';
import { useValueText, useWord, whoOf } from '../order/words.ts';
import { AgeBar } from '../system/age-bar.tsx';
import { Failed } from '../system/failed.tsx';
import { Problem } from '../system/problem.tsx';
import { Skeleton, useLate } from '../system/skeleton.tsx';
import { Status } from '../system/status.tsx';
import { FloorDeeds } from './floor-deeds.tsx';
import { FloorNotices } from './floor-notices.tsx';
import type { Side } from './floor-search.ts';

const Large = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** How many there are to make, and how many are made. */
const Pieces = ({ order: { pieces, quantity } }: { order: OrderNow }) => {
  const t = useTranslations('orderPage');
  const ordered = pieces?.ordered ?? quantity ?? 0;
  const made = (pieces?.made ?? 0) - (pieces?.rejected ?? 0);
  if (made <= 0) return t('pieces', { count: ordered });
  return t('made', { made, ordered });
};

const Facts = ({ order, side, now, readAt, me }: Shown) => {
  const t = useTranslations('floor');
  const word = useWord();
  const text = useValueText();
  const field = (name: string): string => word('field', name) ?? name;
  const { data: board } = useQuery(boardQuery);
  const age = ageOf({ ...(order as Order), read_at: readAt }, now);
  const limit = limitsOf(board).get(order.status as StatusName) ?? null;
  const { claim, work_centre, delivery_method } = order;
  return (
    <dl className="floor-facts">
      <Large name={field('quantity')}>
        <Pieces order={order} />
      </Large>
      <Large name={field('due_at')}>
        <Due order={order as Order} now={now} />
      </Large>
      {age !== null && (
        <Large name={t('stands')}>
          <AgeBar ageMs={age} limitMs={limit} />
        </Large>
      )}
      {claim != null && <Large name={t('held-by')}>{claim.operator === me ? t('by-me') : whoOf(claim.operator)}</Large>}
      {side === 'make' && work_centre != null && <Large name={field('work_centre')}>{work_centre}</Large>}
      {side === 'pack' && delivery_method != null && (
        <Large name={field('delivery')}>{text('delivery_method', delivery_method)}</Large>
      )}
    </dl>
  );
};

interface Shown {
  order: OrderNow;
  side: Side;
  now: number;
  readAt: number;
  me: string;
}

interface FloorOrderProps extends Pick<Shown, 'side' | 'now' | 'me'> {
  orderId: string;
  operators: DeedsOf['operators'];
}

/** One order as large as it can be read from beside a machine, with what comes next. */
export const FloorOrder = ({ orderId, operators, ...rest }: FloorOrderProps) => {
  const t = useTranslations();
  const client = useQueryClient();
  useEvents((told) => {
    if (told.some(({ order_id }) => order_id === orderId))
      void client.invalidateQueries({ queryKey: orderKey(orderId) });
  });
  const detail = useQuery(orderQuery(orderId, undefined));
  const timeline = useQuery(timelineQuery(orderId, undefined));
  const prospects = useQuery(prospectsQuery(orderId));
  const late = useLate(detail.isPending);
  const order = detail.data;
  if (order === undefined) {
    if (detail.error !== null) return <Failed error={detail.error} onRetry={() => void detail.refetch()} />;
    return late ? <Skeleton width="60%" /> : null;
  }
  const events = timeline.data ?? [];
  const infill = infillOf(events);
  const filled = infill === null ? null : t('orderPage.filled-to', { percent: infill });
  const part = [order.material, order.process, order.finishing, filled].filter((each) => each != null).join(' · ');
  const { priority } = order;
  const failed = prospects.error ?? timeline.error;
  return (
    <article className="floor-order" aria-label={orderName(order)}>
      <header>
        <h2 className="floor-order-name cut" title={order.order_id}>
          {orderName(order)}
        </h2>
        {(priority === 'URGENT' || priority === 'HIGH') && (
          <span className="floor-priority" data-priority={priority}>
            {t(`priority.${priority}`)}
          </span>
        )}
        <Status status={order.status as StatusName} />
      </header>
      <p className="floor-part">{part || '–'}</p>
      <FloorNotices order={order} events={events} me={rest.me} />
      <Facts order={order} readAt={detail.dataUpdatedAt} {...rest} />
      {failed !== null && (
        <Problem error={failed} onRetry={() => void Promise.all([prospects.refetch(), timeline.refetch()])} />
      )}
      {prospects.data !== undefined && (
        <FloorDeeds order={order} events={events} prospects={prospects.data.prospects} operators={operators} />
      )}
      {timeline.data !== undefined && <ModelPart orderId={orderId} events={events} brief />}
      <Link className="floor-whole" to="/orders/$orderId" params={{ orderId }}>
        {t('floor.whole')}
      </Link>
    </article>
  );
};
