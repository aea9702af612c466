import { useLocale, useTranslations } from 'use-intl';
import { useFineDurationText } from '../system/duration.tsx';
import { numberText, timeText } from '../system/formats.ts';
import { type Grouping, isOfTime, type Statistics } from './groupings.ts';
import './tables.css';

const PERCENTILES = ['p50', 'p95', 'p99'] as const;
const PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;

/** Names a group as people do. */
export const useGroupName = (grouping: Grouping) => {
  const t = useTranslations();
  const locale = useLocale();
  return (group: string | null | undefined): string => {
    if (group == null) return t(`analysis.without.${grouping}`);
    if (isOfTime(grouping)) return timeText(new Date(group), grouping === 'month' ? 'month' : 'date', locale, 'UTC');
    const priority = PRIORITIES.find((one) => one === group);
    if (grouping === 'priority' && priority !== undefined) return t(`priority.${priority}`);
    // Ids of people say that they are one's.
    return grouping === 'operator' ? group.replace(/^sub:/, '') : group;
  };
};

/** How long the orders of a group took, beside the longest of all groups: the median as a full bar, p95 as a pale one. */
const Bar = ({ of, most }: { of: Statistics; most: number }) => {
  const part = (ms: number | undefined): string => `scaleX(${most > 0 ? (ms ?? 0) / most : 0})`;
  return (
    <span className="statistics-bar" aria-hidden="true">
      <span data-part="p95" style={{ transform: part(of.percentiles_ms.p95) }} />
      <span data-part="p50" style={{ transform: part(of.percentiles_ms.p50) }} />
    </span>
  );
};

interface StatisticsTableProps {
  caption: string;
  grouping: Grouping;
  groups: readonly Statistics[];
}

/** The figures of each group; of times the newest first. */
export const StatisticsTable = ({ caption, grouping, groups }: StatisticsTableProps) => {
  const t = useTranslations('analysis');
  const locale = useLocale();
  const duration = useFineDurationText();
  const name = useGroupName(grouping);
  const shown = isOfTime(grouping)
    ? [...groups].reverse()
    : [...groups].sort((one, other) => other.orders - one.orders);
  const most = Math.max(0, ...groups.map(({ percentiles_ms }) => percentiles_ms.p95 ?? 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="figures-scroll" aria-label={caption} tabIndex={0}>
      <table className="figures">
        <caption className="only-read">{caption}</caption>
        <thead className="section-title">
          <tr>
            <th scope="col">{t(`by.${grouping}`)}</th>
            <td />
            <th scope="col">{t('columns.orders')}</th>
            {PERCENTILES.map((percentile) => (
              <th key={percentile} scope="col">
                {t(`percentiles.${percentile}`)}
              </th>
            ))}
            <th scope="col">{t('columns.mean')}</th>
            <th scope="col">{t('columns.least')}</th>
            <th scope="col">{t('columns.most')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((group) => (
            <tr key={group.group ?? ''}>
              <th scope="row">{name(group.group)}</th>
              <td>
                <Bar of={group} most={most} />
              </td>
              <td>{numberText(group.orders, locale)}</td>
              {PERCENTILES.map((percentile) => (
                <td key={percentile}>{duration(group.percentiles_ms[percentile] ?? 0)}</td>
              ))}
              <td>{duration(group.mean_ms)}</td>
              <td>{duration(group.min_ms)}</td>
              <td>{duration(group.max_ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
