import { useLocale, useTranslations } from 'use-intl';
import type { OrderEvent, OrderNow } from '../order/order-queries.ts';
import { useValueText, whoOf } from '../order/words.ts';
import { timeText } from '../system/formats.ts';
import { usePlantTimeZone } from '../system/plant-time-zone.ts';
import { lostClaim } from './lost-claim.ts';

interface FloorNoticesProps {
  order: OrderNow;
  events: readonly OrderEvent[];
  me: string;
}

const Lost = ({ order, events, me }: FloorNoticesProps) => {
  const t = useTranslations('floor');
  const locale = useLocale();
  const zone = usePlantTimeZone();
  const lost = order.is_active && order.claim?.operator !== me ? lostClaim(events, me) : null;
  if (lost === null) return null;
  const time = timeText(new Date(lost.at), 'time', locale, zone);
  return (
    <p className="floor-notice" data-hue="hold" role="alert">
      {lost.is === 'expired'
        ? t('lost.expired', { time })
        : lost.is === 'released'
          ? t('lost.released', { time, by: lost.by === null ? '–' : whoOf(lost.by) })
          : t(`lost.${lost.is}`, { time, to: whoOf(lost.to) })}
    </p>
  );
};

/** What must be known before anything is done with the order. */
export const FloorNotices = (props: FloorNoticesProps) => {
  const t = useTranslations('orderPage');
  const text = useValueText();
  const { order, events } = props;
  const { holds = [], status, stale, event_version } = order;
  const asked = events.findLast(({ type }) => type.startsWith('Cancellation'));
  const error = status === 'ERROR' ? events.findLast(({ type }) => type === 'OrderErrored') : undefined;
  return (
    <>
      <Lost {...props} />
      {status === 'ON_HOLD' && (
        <p className="floor-notice" data-hue="hold">
          {t('held-why', { reason: holds.map(({ reason }) => text('reason', reason)).join(', ') || '–' })}
        </p>
      )}
      {error !== undefined && (
        <p className="floor-notice" data-hue="bad">
          {t('errored-why', { reason: text('code', error.data.code) })}
        </p>
      )}
      {asked?.type === 'CancellationRequested' && order.is_active && (
        <p className="floor-notice" data-hue="hold">
          {t('cancellation-asked', { reason: text('reason', asked.data.reason) })}
        </p>
      )}
      {stale === true && (
        <p className="floor-notice" data-hue="hold" role="status">
          {t('stale', { version: event_version })}
        </p>
      )}
    </>
  );
};
