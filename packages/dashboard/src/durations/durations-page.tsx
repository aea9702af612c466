import { useTranslations } from 'use-intl';
import { PeriodChips } from '../analysis/period-chips.tsx';
import { PAGES } from '../app/pages.ts';
import { usePageSearch } from '../app/use-page-search.ts';
import { WithTexts } from '../app/with-texts.tsx';
import { readDurationsSearch } from './durations-search.ts';
import { StepsTable } from './steps-table.tsx';
import { Way } from './way.tsx';
import { WayChoice } from './way-choice.tsx';

const Durations = () => {
  const t = useTranslations('analysis');
  const { search, change } = usePageSearch(PAGES.durations.path, readDurationsSearch);
  const { from, to } = search;
  return (
    <div className="analysis">
      <header className="analysis-head">
        <h1>{t('durations-title')}</h1>
        <span className="analysis-space" />
        <PeriodChips period={search} onChange={change} />
      </header>
      <WayChoice {...{ search, change }} />
      {from !== undefined && to !== undefined ? (
        <Way {...{ search, change }} />
      ) : (
        <StepsTable {...{ search, change }} />
      )}
    </div>
  );
};

/** How long orders take from one status to another: all steps at a glance, and any two statuses in detail. */
export default function DurationsPage() {
  return (
    <WithTexts of="analysis">
      <Durations />
    </WithTexts>
  );
}
