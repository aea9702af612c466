import { Clock } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import type { Order } from '../api/shapes.ts';
import { dayOf, timeText } from '../system/formats.ts';
import { usePlantTimeZone } from '../system/plant-time-zone.ts';
import './due.css';

const DAY_MS = 86_400_000;
const NEAR = [
  { days: -1, name: 'yesterday' },
  { days: 0, name: 'today' },
  { days: 1, name: 'tomorrow' },
] as const;

/** When it is due, as people say it: today with the hour, near days by name, others by date. */
export const Due = ({ order: { due_at, overdue }, now }: { order: Order; now: number }) => {
  const t = useTranslations('board');
  const locale = useLocale();
  const zone = usePlantTimeZone();
  if (due_at == null) return <span className="quiet">–</span>;
  const at = new Date(due_at);
  const near = NEAR.find(({ days }) => dayOf(at, zone) === dayOf(new Date(now + days * DAY_MS), zone));
  const time = timeText(at, 'time', locale, zone);
  const text = near === undefined ? timeText(at, 'day', locale, zone) : t(near.name, { time });
  return (
    <time
      className="board-due cut"
      data-late={overdue || undefined}
      dateTime={due_at}
      title={`${timeText(at, 'full', locale, zone)} ${overdue ? `· ${t('overdue')}` : ''}`}
    >
      {overdue && <Clock aria-label={t('overdue')} />}
      {text}
    </time>
  );
};
