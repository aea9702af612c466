import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { durationsQuery } from '../analysis/analysis-queries.ts';
import { CsvButton } from '../analysis/csv-button.tsx';
import { DISTRIBUTION_PERCENTILES } from '../analysis/distribution.ts';
import { DistributionPlot } from '../analysis/distribution-plot.tsx';
import { GROUPINGS, isOfTime, type Statistics } from '../analysis/groupings.ts';
import { Part } from '../analysis/part.tsx';
import { PercentilePlot } from '../analysis/percentile-plot.tsx';
import { StatisticsTable } from '../analysis/statistics-table.tsx';
import { useFineDurationText } from '../system/duration.tsx';
import { numberText } from '../system/formats.ts';
import { usePlantTimeZone } from '../system/plant-time-zone.ts';
import { Select } from '../system/select.tsx';
import { durationsAsked, groupingOf } from './durations-search.ts';
import type { WayProps } from './way-choice.tsx';

const Figures = ({ of }: { of: Statistics }) => {
  const t = useTranslations('analysis');
  const locale = useLocale();
  const duration = useFineDurationText();
  const shown = [
    ['orders', numberText(of.orders, locale)],
    ['median', duration(of.percentiles_ms.p50 ?? 0)],
    ['mean', duration(of.mean_ms)],
    ['p95', duration(of.percentiles_ms.p95 ?? 0)],
    ['p99', duration(of.percentiles_ms.p99 ?? 0)],
    ['least', duration(of.min_ms)],
    ['most', duration(of.max_ms)],
  ] as const;
  return (
    <dl className="analysis-figures">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`columns.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

/** One way between two statuses: its figures, its distribution, and how it differs by time, partner or material. */
export const Way = ({ search, change }: WayProps) => {
  const t = useTranslations();
  const zone = usePlantTimeZone();
  const now = Date.now();
  const asked = durationsAsked(search, now, zone);
  const grouping = groupingOf(search, now, zone);
  // The address names both statuses: the page puts this up for nothing else.
  if (asked === undefined) throw new Error('No way is chosen.');
  const grouped = { ...asked, group_by: grouping, percentiles: '50,95,99' };
  const all = useQuery(durationsQuery({ ...asked, percentiles: DISTRIBUTION_PERCENTILES.join(',') }));
  const groups = useQuery(durationsQuery(grouped));
  const title = t('analysis.way-of', { from: t(`status.${asked.from}`), to: t(`status.${asked.to}`) });
  const by = t(`analysis.by.${grouping}`);
  return (
    <>
      <Part
        title={title}
        aside={<span className="quiet">{t(`analysis.measure-says.${asked.measure ?? 'net'}`)}</span>}
        asked={all}
        isEmpty={({ groups: [group] }) => group === undefined}
      >
        {({ groups: [group] }) =>
          group !== undefined && (
            <>
              <Figures of={group} />
              <DistributionPlot of={group} label={t('analysis.distribution-of', { way: title })} />
            </>
          )
        }
      </Part>
      <Part
        title={t('analysis.split', { by })}
        aside={
          <>
            <Select
              label={t('analysis.split-by')}
              value={grouping}
              options={GROUPINGS.map((one) => ({ value: one, name: t(`analysis.by.${one}`) }))}
              onChoose={(value) => change({ by: value })}
            />
            <CsvButton path="/v1/durations" query={grouped} name={`durations-${asked.from}-${asked.to}`} />
          </>
        }
        asked={groups}
        isEmpty={({ groups: all }) => all.length === 0}
      >
        {({ groups: all }) => (
          <>
            {isOfTime(grouping) && (
              <PercentilePlot groups={all} grouping={grouping} label={t('analysis.course-of', { way: title })} />
            )}
            <StatisticsTable caption={`${title}: ${by}`} grouping={grouping} groups={all} />
          </>
        )}
      </Part>
    </>
  );
};
