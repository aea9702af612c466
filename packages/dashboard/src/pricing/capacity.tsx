import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { useDurationText } from '../system/duration.tsx';
import { Failed } from '../system/failed.tsx';
import { numberText } from '../system/formats.ts';
import { Skeleton, useLate } from '../system/skeleton.tsx';
import { useLaneName } from './job-tables.tsx';
import { messagesQuery, type PricingWork } from './pricing-queries.ts';

export const Lanes = ({ lanes, now }: { lanes: PricingWork['lanes']; now: number }) => {
  const t = useTranslations('pricing');
  const locale = useLocale();
  const duration = useDurationText();
  const name = useLaneName();
  return (
    <table className="jobs">
      <thead className="section-title">
        <tr>
          <th scope="col">{t('columns.lane')}</th>
          <th scope="col" className="number">
            {t('columns.running')}
          </th>
          <th scope="col" className="number">
            {t('columns.queued')}
          </th>
          <th scope="col" className="number" title={t('work-says')}>
            {t('columns.work')}
          </th>
          <th scope="col" className="number">
            {t('columns.oldest')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lanes.map(({ lane, running, queued, queued_s, oldest_queued_at }) => (
          <tr key={lane}>
            <td>{name(lane)}</td>
            <td className="number">{numberText(running, locale)}</td>
            <td className="number">{numberText(queued, locale)}</td>
            <td className="number">{queued === 0 ? '–' : duration(queued_s * 1_000)}</td>
            <td className="number">
              {oldest_queued_at === null ? '–' : duration(Math.max(0, now - Date.parse(oldest_queued_at)))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** More slots than these are counted, not drawn. */
const MOST_DRAWN = 24;

export const Slots = ({ slots, running }: { slots: PricingWork['slots']; running: number }) => {
  const t = useTranslations('pricing');
  const { workers, max_running } = slots;
  if (workers === 0) return <p className="job-late">{t('no-workers')}</p>;
  const drawn = slots.slots <= MOST_DRAWN ? slots.slots : 0;
  return (
    <>
      {drawn > 0 && (
        <span className="slots" aria-hidden="true">
          {Array.from({ length: drawn }, (_, slot) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a slot is nothing but its place
            <span key={slot} data-busy={slot < running || undefined} />
          ))}
        </span>
      )}
      <p>{t('slots-busy', { running, slots: slots.slots })}</p>
      <p className="quiet">
        {[t('workers', { count: workers }), max_running === null ? null : t('slots-limited', { most: max_running })]
          .filter((each) => each !== null)
          .join(', ')}
      </p>
    </>
  );
};

/** For how many orders nothing had to be calculated. */
export const Shares = ({ shares: { orders, known, shared } }: { shares: PricingWork['shares'] }) => {
  const t = useTranslations('pricing');
  if (orders === 0) return <p className="quiet">{t('no-shares')}</p>;
  return (
    <>
      <p className="pricing-figure">{t('saved', { share: (known + shared) / orders })}</p>
      <p className="quiet">{t('shares-says', { orders, known, shared })}</p>
    </>
  );
};

/** What has not reached the worker yet, and what never will by itself. */
export const Messages = () => {
  const t = useTranslations('pricing');
  const { data, error, isPending, refetch } = useQuery(messagesQuery);
  const late = useLate(isPending);
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return late ? <Skeleton width="70%" /> : null;
  if (data.length === 0) return <p className="quiet">{t('no-messages')}</p>;
  return data.map(({ queue, messages, retrying, dead_letters }) => (
    <p key={queue} className={(dead_letters ?? 0) > 0 ? 'job-late' : undefined} title={queue}>
      {t('messages-of', { waiting: messages ?? 0, retrying: retrying ?? 0, dead: dead_letters ?? 0 })}
    </p>
  ));
};
