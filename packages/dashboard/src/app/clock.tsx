import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { timeText, zoneText } from '../system/formats.ts';
import { usePlantTimeZone } from '../system/plant-time-zone.ts';

/** Now, again and again: ages and clocks are shown by it. */
export const useNow = (everyMs: number): number => {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
};

/** The plant's own time, with its zone: everything else on the page is told in it. */
export const PlantClock = () => {
  const t = useTranslations('frame');
  const locale = useLocale();
  const zone = usePlantTimeZone();
  const now = new Date(useNow(5_000));
  return (
    <time
      className="top-line-clock"
      dateTime={now.toISOString()}
      title={`${t('plant-time', { zone: zoneText(zone, locale) })} · ${timeText(now, 'time', locale, 'UTC')} UTC`}
    >
      {timeText(now, 'time', locale, zone)} <span className="quiet">{zoneText(zone, locale)}</span>
    </time>
  );
};
