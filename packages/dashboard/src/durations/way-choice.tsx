import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { StatusName } from '../api/shapes.ts';
import type { SearchChange } from '../app/search.ts';
import { Button } from '../system/button.tsx';
import { Chip } from '../system/chip.tsx';
import { Select } from '../system/select.tsx';
import { STATUSES_IN_ORDER } from '../system/status-look.ts';
import { type DurationsSearch, MEASURES, PICKS } from './durations-search.ts';

export interface WayProps {
  search: DurationsSearch;
  change: (changed: SearchChange<DurationsSearch>) => void;
}

/** Any two statuses, which entry of each, and what of the time counts. */
export const WayChoice = ({ search, change }: WayProps) => {
  const t = useTranslations();
  const { from, to, measure = 'net', from_pick = 'first', to_pick = 'first' } = search;
  const statuses = [
    { value: '' as const, name: t('analysis.any-status') },
    ...STATUSES_IN_ORDER.map((status) => ({ value: status, name: t(`status.${status}`) })),
  ];
  const chosen = (value: StatusName | ''): StatusName | undefined => (value === '' ? undefined : value);
  const picks = PICKS.map((pick) => ({ value: pick, name: t(`analysis.picks.${pick}`) }));
  const whole = from !== undefined && to !== undefined;
  return (
    <div className="analysis-choices" role="toolbar" aria-label={t('analysis.way')}>
      <Select
        label={t('analysis.from')}
        value={from ?? ''}
        options={statuses}
        onChoose={(value) => change({ from: chosen(value) })}
      />
      {whole && (
        <Select
          label={t('analysis.which-from')}
          labelHidden
          value={from_pick}
          options={picks}
          onChoose={(value) => change({ from_pick: value })}
        />
      )}
      <Select
        label={t('analysis.to')}
        value={to ?? ''}
        options={statuses}
        onChoose={(value) => change({ to: chosen(value) })}
      />
      {whole && (
        <Select
          label={t('analysis.which-to')}
          labelHidden
          value={to_pick}
          options={picks}
          onChoose={(value) => change({ to_pick: value })}
        />
      )}
      {whole && (
        <span className="analysis-chips" role="toolbar" aria-label={t('analysis.measure')}>
          {MEASURES.map((one) => (
            <Chip
              key={one}
              pressed={one === measure}
              title={t(`analysis.measure-says.${one}`)}
              onClick={() => change({ measure: one })}
            >
              {t(`analysis.measures.${one}`)}
            </Chip>
          ))}
        </span>
      )}
      {(from !== undefined || to !== undefined) && (
        <Button kind="plain" onClick={() => change({ from: undefined, to: undefined })}>
          <X /> {t('analysis.all-steps')}
        </Button>
      )}
    </div>
  );
};
