import { useLocale, useTranslations } from 'use-intl';
import type { LeadTimes } from '../analysis/analysis-queries.ts';
import { useFineDurationText } from '../system/duration.tsx';
import { numberText } from '../system/formats.ts';
import type { LeadTimeName } from './lead-times-search.ts';
import '../analysis/tables.css';

interface LeadTimesTableProps {
  leadTimes: LeadTimes['lead_times'];
  chosen: LeadTimeName | undefined;
  onChoose: (name: LeadTimeName) => void;
}

/** All of them beside each other; one is chosen to be looked at. */
export const LeadTimesTable = ({ leadTimes, chosen, onChoose }: LeadTimesTableProps) => {
  const t = useTranslations();
  const locale = useLocale();
  const duration = useFineDurationText();
  const told = (ms: number | undefined): string => (ms === undefined ? '–' : duration(ms));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="figures-scroll" aria-label={t('analysis.lead-times-all')} tabIndex={0}>
      <table className="figures">
        <thead className="section-title">
          <tr>
            <th scope="col">{t('analysis.columns.name')}</th>
            <th scope="col" className="figures-words">
              {t('analysis.columns.way')}
            </th>
            <th scope="col" className="figures-words">
              {t('analysis.measure')}
            </th>
            <th scope="col">{t('analysis.columns.orders')}</th>
            {(['p50', 'p95', 'p99'] as const).map((percentile) => (
              <th key={percentile} scope="col">
                {t(`analysis.percentiles.${percentile}`)}
              </th>
            ))}
            <th scope="col">{t('analysis.columns.mean')}</th>
          </tr>
        </thead>
        <tbody>
          {leadTimes.map(({ name, from, to, measure, statistics: [all] }) => (
            <tr key={name} data-chosen={name === chosen || undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="figures-go"
                  aria-pressed={name === chosen}
                  onClick={() => onChoose(name)}
                >
                  {t(`leadTime.${name}`)}
                </button>
              </th>
              <td className="figures-words quiet">
                {t(`status.${from}`)} → {t(`status.${to}`)}
              </td>
              <td className="figures-words quiet">
                {measure === 'wall' ? t('analysis.measures.wall') : t('analysis.measures.net')}
              </td>
              <td>{numberText(all?.orders ?? 0, locale)}</td>
              {(['p50', 'p95', 'p99'] as const).map((percentile) => (
                <td key={percentile}>{told(all?.percentiles_ms[percentile])}</td>
              ))}
              <td>{told(all?.mean_ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
