import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import { answered, queries } from '../api/queries.ts';
import type { TimelineEvent } from '../api/shapes.ts';
import { orderQuery } from '../order/order-queries.ts';
import { Button } from '../system/button.tsx';
import { Dialog } from '../system/dialog.tsx';
import { Problem } from '../system/problem.tsx';
import { Skeleton } from '../system/skeleton.tsx';
import { Status } from '../system/status.tsx';
import { Time } from '../system/time.tsx';
import { type Conflict, closeConflict, useConflict } from './conflict.ts';
import { useCommands } from './use-commands.tsx';
import './conflict-dialog.css';

const byOf = ({ actor, system }: TimelineEvent): string => actor?.id ?? system;

const Change = ({ event }: { event: TimelineEvent }) => {
  const t = useTranslations('commands');
  return (
    <>
      {event.from !== null && event.to !== null ? (
        <>
          <Status status={event.from} />
          <ArrowRight size={14} aria-hidden="true" />
          <Status status={event.to} />
        </>
      ) : (
        <span>{t('fields-changed', { count: event.changed.length })}</span>
      )}
      <span className="quiet">{byOf(event)}</span>
    </>
  );
};

const Changes = ({ orderId, after }: { orderId: string; after: number }) => {
  const { data, error, refetch } = useQuery({
    queryKey: ['order', orderId, 'changes', after],
    queryFn: ({ signal }) =>
      answered(
        queries.GET('/v1/orders/{order_id}/timeline', {
          params: { path: { order_id: orderId }, query: { after, limit: 20 } },
          signal,
        }),
      ),
  });
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton width="60%" />;
  return (
    <dl className="conflict-changes">
      {data.events.map((event) => (
        <Fragment key={event.event_version}>
          <dt className="quiet">
            <Time at={event.recorded_at} form="time" />
          </dt>
          <dd>
            <Change event={event} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
};

/** What has changed since he looked, and the same command once more if the order still takes it. */
const Shown = ({ conflict: { meant } }: { conflict: Conflict }) => {
  const t = useTranslations();
  const run = useCommands();
  const { orderId = '', seenVersion = 0, name, about, stillAllowed = (order) => order.is_active } = meant;
  const { data: order } = useQuery(orderQuery(orderId, undefined));
  const seesNewer = order !== undefined && order.event_version > seenVersion;
  const allowed = seesNewer && stillAllowed(order);
  const again = (): void => {
    closeConflict();
    // A new press with a key of its own: he decides anew, on what he sees now.
    void run({ ...meant, seenVersion: order?.event_version });
  };
  return (
    <Dialog
      open
      onClose={closeConflict}
      width={520}
      title={t('commands.conflict', { about })}
      says={t('commands.conflict-says', { name })}
      deeds={
        <>
          <Button onClick={closeConflict}>{t('words.cancel')}</Button>
          {seesNewer && !allowed ? (
            <span>{t('commands.no-more')}</span>
          ) : (
            <Button kind="primary" pending={!seesNewer} onClick={again}>
              {t('commands.all-the-same', { name })}
            </Button>
          )}
        </>
      }
    >
      <Changes orderId={orderId} after={seenVersion} />
    </Dialog>
  );
};

export const ConflictDialog = () => {
  const conflict = useConflict();
  return conflict === null ? null : <Shown conflict={conflict} />;
};
