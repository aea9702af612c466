import { useLocale } from 'use-intl';
import { type TimeForm, timeText } from './formats.ts';
import { usePlantTimeZone } from './plant-time-zone.ts';

/** A moment in the plant's time zone; UTC when pointed at. */
export const Time = ({ at, form = 'full' }: { at: string; form?: TimeForm }) => {
  const locale = useLocale();
  const zone = usePlantTimeZone();
  const moment = new Date(at);
  return (
    <time dateTime={at} title={`${timeText(moment, 'seconds', locale, 'UTC')} UTC`}>
      {timeText(moment, form, locale, zone)}
    </time>
  );
};
