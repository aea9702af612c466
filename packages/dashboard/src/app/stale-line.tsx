import { useLocale, useTranslations } from 'use-intl';
import { useFreshness } from '../live/freshness.ts';
import { timeText } from '../system/formats.ts';
import { usePlantTimeZone } from '../system/plant-time-zone.ts';

/** Above the page, which stays as it is: since when it is not fresh any more. */
export const StaleLine = () => {
  const t = useTranslations('freshness');
  const locale = useLocale();
  const zone = usePlantTimeZone();
  const { since } = useFreshness();
  if (since === null) return null;
  return (
    <p className="stale-line" role="status">
      {t('stale-line', { time: timeText(new Date(since), 'time', locale, zone) })}
    </p>
  );
};
