import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { flowQuery } from '../analysis/analysis-queries.ts';
import { Part } from '../analysis/part.tsx';
import { type Period, rangeOf, readPeriod } from '../analysis/period.ts';
import { PeriodChips } from '../analysis/period-chips.tsx';
import { PAGES } from '../app/pages.ts';
import { type RawSearch, said } from '../app/search.ts';
import { usePageSearch } from '../app/use-page-search.ts';
import { WithTexts } from '../app/with-texts.tsx';
import { useBoard } from '../board/use-board.ts';
import { numberText, shareText } from '../system/formats.ts';
import { usePlantTimeZone } from '../system/plant-time-zone.ts';
import { nodesOf, waysOf } from './flow-figures.ts';
import { FlowGraph, Node } from './flow-graph.tsx';
import '../analysis/analysis.css';

const readFlowSearch = (search: RawSearch): Period => said<Period>(readPeriod(search));
/** The rates of the time that is looked at; who stands where now comes by the stream of events. */
const FLOW_EVERY_MS = 60_000;
/** The API looks at 30 days unless it is told from when on. */
const FROM_THE_BEGINNING = '1970-01-01T00:00:00.000Z';

const FlowView = () => {
  const t = useTranslations('flow');
  const locale = useLocale();
  const { search, change } = usePageSearch(PAGES.flow.path, readFlowSearch);
  const range = rangeOf(search, Date.now(), usePlantTimeZone());
  const flow = useQuery({
    ...flowQuery({ since: FROM_THE_BEGINNING, ...range }),
    refetchInterval: FLOW_EVERY_MS,
  });
  const { data: board } = useBoard();
  const ways = useMemo(() => (flow.data === undefined ? [] : waysOf(flow.data)), [flow.data]);
  return (
    <div className="analysis">
      <header className="analysis-head">
        <h1>{t('title')}</h1>
        <span className="analysis-space" />
        <PeriodChips period={search} onChange={change} />
      </header>
      <Part
        title={t('graph')}
        aside={<span className="quiet">{t('says')}</span>}
        asked={flow}
        isEmpty={({ graph }) => graph.length === 0}
      >
        {(data) => {
          const { onWay, stopped } = nodesOf(data, board);
          const { begun, again } = data.rework;
          return (
            <>
              <div className="flow-head">
                <dl className="analysis-figures">
                  <div>
                    <dt>{t('now')}</dt>
                    <dd>{board === undefined ? '…' : numberText(board.active, locale)}</dd>
                  </div>
                  <div title={t('rework-says', { again, begun })}>
                    <dt>{t('rework')}</dt>
                    <dd>{begun === 0 ? '–' : shareText(again / begun, locale)}</dd>
                  </div>
                </dl>
                <section className="flow-stopped" aria-label={t('stopped')}>
                  {stopped.map((node) => (
                    <Node key={node.status} node={node} />
                  ))}
                </section>
              </div>
              <FlowGraph nodes={onWay} ways={ways} period={search} />
            </>
          );
        }}
      </Part>
    </div>
  );
};

/** The graph of statuses with what orders do on it. */
export default function FlowPage() {
  return (
    <WithTexts of="analysis">
      <FlowView />
    </WithTexts>
  );
}
