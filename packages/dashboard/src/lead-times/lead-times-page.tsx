import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type LeadTimes, leadTimesQuery } from '../analysis/analysis-queries.ts';
import { CsvButton } from '../analysis/csv-button.tsx';
import { GROUPINGS, isOfTime } from '../analysis/groupings.ts';
import { Part } from '../analysis/part.tsx';
import { PercentilePlot } from '../analysis/percentile-plot.tsx';
import { PeriodChips } from '../analysis/period-chips.tsx';
import { StatisticsTable } from '../analysis/statistics-table.tsx';
import { PAGES } from '../app/pages.ts';
import { usePageSearch } from '../app/use-page-search.ts';
import { WithTexts } from '../app/with-texts.tsx';
import { usePlantTimeZone } from '../system/plant-time-zone.ts';
import { Select } from '../system/select.tsx';
import { leadTimesAsked, leadTimesGrouping, readLeadTimesSearch } from './lead-times-search.ts';
import { LeadTimesTable } from './lead-times-table.tsx';

/** The one that is looked at: by its name, or the first. */
const chosenOf = ({ lead_times }: LeadTimes, name: string | undefined) =>
  lead_times.find((one) => one.name === name) ?? lead_times[0];

const LeadTimesView = () => {
  const t = useTranslations();
  const zone = usePlantTimeZone();
  const { search, change } = usePageSearch(PAGES['lead-times'].path, readLeadTimesSearch);
  const now = Date.now();
  const asked = leadTimesAsked(search, now, zone);
  const grouping = leadTimesGrouping(search, now, zone);
  const all = useQuery(leadTimesQuery(asked));
  const grouped = useQuery(leadTimesQuery({ ...asked, group_by: grouping }));
  const by = t(`analysis.by.${grouping}`);
  const shown = all.data === undefined ? undefined : chosenOf(all.data, search.name);
  const title = shown === undefined ? t('pages.lead-times') : t(`leadTime.${shown.name}`);
  return (
    <div className="analysis">
      <header className="analysis-head">
        <h1>{t('pages.lead-times')}</h1>
        <span className="analysis-space" />
        <PeriodChips period={search} onChange={change} />
      </header>
      <Part
        title={t('analysis.lead-times-all')}
        aside={<CsvButton path="/v1/lead-times" query={asked} name="lead-times" />}
        asked={all}
        isEmpty={({ lead_times }) => lead_times.every(({ statistics }) => statistics.length === 0)}
      >
        {({ lead_times }) => (
          <LeadTimesTable leadTimes={lead_times} chosen={shown?.name} onChoose={(name) => change({ name })} />
        )}
      </Part>
      <Part
        title={t('analysis.split-of', { what: title, by })}
        aside={
          <>
            <Select
              label={t('analysis.split-by')}
              value={grouping}
              options={GROUPINGS.map((one) => ({ value: one, name: t(`analysis.by.${one}`) }))}
              onChoose={(value) => change({ by: value })}
            />
            <CsvButton path="/v1/lead-times" query={{ ...asked, group_by: grouping }} name={`lead-times-${grouping}`} />
          </>
        }
        asked={grouped}
        isEmpty={(data) => chosenOf(data, search.name)?.statistics.length === 0}
      >
        {(data) => {
          const groups = chosenOf(data, search.name)?.statistics ?? [];
          return (
            <>
              {isOfTime(grouping) && (
                <PercentilePlot groups={groups} grouping={grouping} label={t('analysis.course-of', { way: title })} />
              )}
              <StatisticsTable caption={`${title}: ${by}`} grouping={grouping} groups={groups} />
            </>
          );
        }}
      </Part>
    </div>
  );
};

/** The lead times that the house has names for. */
export default function LeadTimesPage() {
  return (
    <WithTexts of="analysis">
      <LeadTimesView />
    </WithTexts>
  );
}
