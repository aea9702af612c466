import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { useEvents } from '../live/use-stream.ts';
import { useWho } from '../session/session.ts';
import { EmptyState } from '../system/empty-state.tsx';
import { Problem } from '../system/problem.tsx';
import { Skeleton, useLate } from '../system/skeleton.tsx';
import { Time } from '../system/time.tsx';
import { EventDetails } from './events/event-details.tsx';
import { EventsPanel } from './events/events-panel.tsx';
import { Lanes } from './lanes/lanes.tsx';
import { LanesEvent } from './lanes/lanes-event.tsx';
import { ModelPart } from './model/model-part.tsx';
import { OrderHead } from './order-head.tsx';
import {
  type OrderNow,
  orderKey,
  orderQuery,
  pricingQuery,
  prospectsQuery,
  stagesQuery,
  timelineQuery,
} from './order-queries.ts';
import { AboutOrder } from './panels/about-order.tsx';
import { DiagnosisPanel } from './panels/diagnosis-panel.tsx';
import { FurtherPanel } from './panels/further-panel.tsx';
import { Panel } from './panels/panel.tsx';
import { ParcelsPanel } from './panels/parcels-panel.tsx';
import { PartsPanel } from './panels/parts-panel.tsx';
import { PaymentsPanel } from './panels/payments-panel.tsx';
import { PricePanel } from './panels/price-panel.tsx';
import { WhatNow } from './what-now/what-now.tsx';
import { WithOrderTexts } from './with-order-texts.tsx';
import { useValueText } from './words.ts';
import './order.css';

export interface OrderViewProps {
  orderId: string;
  /** A moment of the past: nothing can be changed then. */
  asOf?: string | undefined;
  /** The event that is open, and what opens another. */
  event: number | null;
  onEvent: (version: number | null) => void;
  onNow?: (() => void) | undefined;
}

/** Who sees the whole house is told why an order stands, and gets its incident file. */
const SEES_ALL = /^(crm\.|mes\.|ops$|analyst$|admin$|process\.manager$)/;

const Failed = ({ error, onRetry }: { error: Error; onRetry: () => void }) => {
  const t = useTranslations('orderPage');
  const status = error instanceof ApiProblem ? error.status : 0;
  if (status === 404) return <EmptyState title={t('not-found')}>{t('not-found-says')}</EmptyState>;
  if (status === 403) return <EmptyState title={t('forbidden')}>{t('forbidden-says')}</EmptyState>;
  return <Problem error={error} onRetry={onRetry} />;
};

/** Nothing before it is worth showing; then what will stand here, in its place. */
const Loading = () => {
  const t = useTranslations('orderPage');
  return useLate(true) ? (
    <div className="order-loading" role="status">
      <span className="only-read">{t('loading')}</span>
      <Skeleton width="40%" />
      <Skeleton width="100%" />
      <Skeleton width="100%" />
      <Skeleton width="70%" />
    </div>
  ) : null;
};

/** What must be read before anything else of the order. */
const Notices = ({
  order,
  asOf,
  onNow,
  asked,
}: {
  order: OrderNow;
  asOf: string | undefined;
  onNow: (() => void) | undefined;
  asked: string | null;
}) => {
  const t = useTranslations('orderPage');
  const text = useValueText();
  return (
    <>
      {asOf !== undefined && (
        <p className="order-notice" data-hue="pricing">
          {t('past', { time: text('time', new Date(asOf).toISOString()) })}{' '}
          {order.as_of_settled === false && t('unsettled')}{' '}
          {onNow !== undefined && (
            <button type="button" className="order-link" onClick={onNow}>
              {t('to-now')}
            </button>
          )}
        </p>
      )}
      {order.stale === true && (
        <p className="order-notice" data-hue="hold" role="status">
          {order.event_version === 0 ? t('outline') : t('stale', { version: order.event_version })}
        </p>
      )}
      {order.needs_person != null && (
        <p className="order-notice" data-hue="bad">
          <b>{t('needs-person')}.</b> {t('needs-person-says')}
        </p>
      )}
      {asked !== null && (
        <p className="order-notice" data-hue="hold">
          {t('cancellation-asked', { reason: text('reason', asked) })}
        </p>
      )}
    </>
  );
};

const Order = ({ orderId, asOf, event, onEvent, onNow }: OrderViewProps) => {
  const t = useTranslations('orderPage');
  const models = useTranslations('model');
  const { roles } = useWho();
  const past = asOf !== undefined;
  const client = useQueryClient();
  useEvents((told) => {
    if (!past && told.some(({ order_id }) => order_id === orderId))
      void client.invalidateQueries({ queryKey: orderKey(orderId) });
  });
  const detail = useQuery(orderQuery(orderId, asOf));
  const timeline = useQuery(timelineQuery(orderId, asOf));
  const stages = useQuery(stagesQuery(orderId, asOf));
  const prospects = useQuery({ ...prospectsQuery(orderId), enabled: !past });
  const pricing = useQuery({ ...pricingQuery(orderId), enabled: !past });
  const [inLanes, setInLanes] = useState(false);
  const order = detail.data;
  if (order === undefined)
    return detail.error === null ? <Loading /> : <Failed error={detail.error} onRetry={() => void detail.refetch()} />;
  const events = timeline.data ?? [];
  const chosen = events.find(({ event_version }) => event_version === event);
  const house = roles.some((role) => SEES_ALL.test(role));
  const select = (version: number | null, where: 'lanes' | 'list'): void => {
    setInLanes(where === 'lanes');
    onEvent(version);
  };
  const last = events.findLast(({ type }) => type.startsWith('Cancellation') || type === 'OrderCancelled');
  const asked = last?.type === 'CancellationRequested' && order.is_active ? String(last.data.reason) : null;
  const part = timeline.error ?? stages.error;
  return (
    <article className="order" data-past={past || undefined}>
      <OrderHead order={order} past={past} />
      <Notices order={order} {...{ asOf, onNow, asked }} />
      <div className="order-columns">
        <section className="order-section order-life" aria-label={t('life')}>
          <h2 className="section-title">{t('life')}</h2>
          {part !== null && (
            <Problem error={part} onRetry={() => void Promise.all([timeline.refetch(), stages.refetch()])} />
          )}
          {stages.data !== undefined && timeline.data !== undefined && (
            <Lanes
              visits={stages.data.stages}
              events={events}
              asOf={asOf}
              selected={event}
              onSelect={(version) => select(version, 'lanes')}
            />
          )}
          {inLanes && chosen !== undefined && (
            <LanesEvent event={chosen} events={events} onSelect={(version) => select(version, 'lanes')}>
              <EventDetails orderId={orderId} event={chosen} events={events} />
            </LanesEvent>
          )}
        </section>
        <div className="order-main">
          {timeline.data !== undefined && (
            <Panel title={models('title')}>
              <ModelPart orderId={orderId} events={events} past={past} />
            </Panel>
          )}
          {timeline.data !== undefined && (
            <EventsPanel
              orderId={orderId}
              events={events}
              selected={inLanes ? null : event}
              marked={event}
              onSelect={(version) => select(version, 'list')}
            />
          )}
        </div>
        <aside className="order-aside">
          {prospects.data !== undefined && (
            <WhatNow order={order} events={events} prospects={prospects.data.prospects} />
          )}
          {prospects.error !== null && <Problem error={prospects.error} onRetry={() => void prospects.refetch()} />}
          {house && !past && order.is_active && (
            <DiagnosisPanel orderId={orderId} statusVersion={order.status_version} />
          )}
          <AboutOrder order={order} events={events} />
          <PricePanel order={order} pricing={pricing.data} />
          <PaymentsPanel order={order} events={events} />
          <PartsPanel order={order} />
          <ParcelsPanel events={events} />
          <FurtherPanel
            orderId={orderId}
            incidents={house && !past}
            whole={() => ({ order, timeline: events, stages: stages.data?.stages, pricing: pricing.data })}
          />
        </aside>
      </div>
      {past && (
        <p className="only-read">
          <Time at={asOf} />
        </p>
      )}
    </article>
  );
};

/** One order whole: as a page of its own, or beside the board. */
export const OrderView = (props: OrderViewProps) => (
  <WithOrderTexts>
    <Order key={props.orderId} {...props} />
  </WithOrderTexts>
);
