import { useTranslations } from 'use-intl';
import type { SearchChange } from '../app/search.ts';
import { Chip } from '../system/chip.tsx';
import { usePlantTimeZone } from '../system/plant-time-zone.ts';
import { type Period, SPANS, todayIn, USUAL_SPAN } from './period.ts';
import './analysis.css';

interface PeriodChipsProps {
  period: Period;
  onChange: (changed: SearchChange<Period>) => void;
}

/** Which time is looked at: a span back from now, or days of the plant's calendar. */
export const PeriodChips = ({ period, onChange }: PeriodChipsProps) => {
  const t = useTranslations('analysis');
  const today = todayIn(usePlantTimeZone(), Date.now());
  const { last = USUAL_SPAN, since, until } = period;
  const byDays = since !== undefined || until !== undefined;
  return (
    <div className="analysis-chips" role="toolbar" aria-label={t('period')}>
      {SPANS.map((span) => (
        <Chip
          key={span}
          pressed={!byDays && span === last}
          onClick={() => onChange({ last: span, since: undefined, until: undefined })}
        >
          {t(`spans.${span}`)}
        </Chip>
      ))}
      {(['since', 'until'] as const).map((side) => (
        <label key={side} className="analysis-date">
          {t(side)}
          <input
            type="date"
            max={today}
            value={period[side] ?? ''}
            onChange={({ target }) => onChange({ [side]: target.value === '' ? undefined : target.value })}
          />
        </label>
      ))}
    </div>
  );
};
