import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { Part } from '../analysis/part.tsx';
import { useNow } from '../app/clock.tsx';
import { PageLink } from '../app/page-link.tsx';
import { useSite } from '../app/site.ts';
import { WithTexts } from '../app/with-texts.tsx';
import { useDurationText } from '../system/duration.tsx';
import { shareText } from '../system/formats.ts';
import { Time } from '../system/time.tsx';
import { StateWord, type WellBeing } from './state-word.tsx';
import { type SystemNow, systemQuery } from './system-query.ts';
import { sortedProcesses, wellBeingOf } from './well-being.ts';
import '../analysis/analysis.css';
import '../analysis/tables.css';

type Process = NonNullable<SystemNow['processes']>[number];

const AGES_EVERY_MS = 5_000;
/** Those that the house has words for. */
const OBJECTIVES = ['commands', 'lists', 'prices', 'events'] as const;

const State = ({ process }: { process: Process }) => {
  const t = useTranslations('operations');
  const is = wellBeingOf(process);
  return (
    <StateWord is={is}>
      {t(`states.${is === 'warns' && process.state === 'ready' ? 'warns' : process.state}`)}
    </StateWord>
  );
};

const Processes = ({ processes }: { processes: readonly Process[] }) => {
  const t = useTranslations('operations');
  const duration = useDurationText();
  const now = useNow(AGES_EVERY_MS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="figures-scroll" aria-label={t('processes')} tabIndex={0}>
      <table className="figures">
        <thead className="section-title">
          <tr>
            <th scope="col">{t('columns.process')}</th>
            {(['state', 'says', 'version', 'node', 'since'] as const).map((column) => (
              <th key={column} scope="col" className="figures-words">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sortedProcesses(processes).map((process, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: instances of one process have nothing else
            <tr key={`${process.name} ${index}`}>
              <th scope="row">{process.name}</th>
              <td className="figures-words">
                <State process={process} />
              </td>
              <td className="figures-words figures-long mono">{process.silence ?? process.codes.join(', ')}</td>
              <td className="figures-words mono">{process.version ?? '–'}</td>
              <td className="figures-words mono">{process.node_version ?? '–'}</td>
              <td className="figures-words">
                {process.started_at === null ? (
                  '–'
                ) : (
                  <>
                    <Time at={process.started_at} />{' '}
                    <span className="quiet">· {duration(now - Date.parse(process.started_at))}</span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Summary = ({ system }: { system: SystemNow }) => {
  const t = useTranslations('operations');
  const processes = system.processes ?? [];
  const ill = processes.filter((process) => wellBeingOf(process) !== 'well').length;
  const letters = (system.queues ?? []).reduce((sum, { dead_letters }) => sum + (dead_letters ?? 0), 0);
  const behind = system.followers.filter((follower) => follower.behind === true).length;
  const facts: readonly [
    name: 'processes' | 'ledger' | 'behind' | 'parked' | 'letters',
    is: WellBeing,
    says: string,
  ][] = [
    [
      'processes',
      system.processes === null ? 'warns' : ill === 0 ? 'well' : 'ill',
      system.processes === null
        ? t('not-asked')
        : t('all-ready', { ready: processes.length - ill, count: processes.length }),
    ],
    [
      'ledger',
      system.ledger.startsWith('away') ? 'ill' : 'well',
      t(`ledger.${system.ledger === 'answers' ? 'answers' : system.ledger === 'not asked' ? 'not-asked' : 'away'}`),
    ],
    ['behind', behind === 0 ? 'well' : 'warns', t('behind-count', { count: behind })],
    ['parked', system.parked.length === 0 ? 'well' : 'ill', t('parked-count', { count: system.parked.length })],
    ['letters', letters === 0 ? 'well' : 'ill', t('letters-count', { count: letters })],
  ];
  return (
    <dl className="system-facts">
      {facts.map(([name, is, says]) => (
        <div key={name}>
          <dt>{t(`facts.${name}`)}</dt>
          <dd>
            <StateWord is={is}>{says}</StateWord>
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** Below this an objective is near its end. */
const LITTLE_LEFT = 0.25;

const Objectives = ({ objectives }: { objectives: NonNullable<SystemNow['objectives']> }) => {
  const t = useTranslations('operations');
  const locale = useLocale();
  const told = (value: number | null): string => (value === null ? '–' : shareText(value, locale));
  const isOf = (left: number | null): WellBeing =>
    left === null || left > LITTLE_LEFT ? 'well' : left > 0 ? 'warns' : 'ill';
  const name = (of: string): string => {
    const known = OBJECTIVES.find((one) => one === of);
    return known === undefined ? of : t(`objective.${known}`);
  };
  return (
    <table className="figures">
      <thead className="section-title">
        <tr>
          <th scope="col">{t('columns.objective')}</th>
          <th scope="col" className="figures-words">
            {t('columns.budget')}
          </th>
          <th scope="col">{t('columns.bad')}</th>
        </tr>
      </thead>
      <tbody>
        {objectives.map(({ name: of, budget_left, bad_ratio_1h }) => (
          <tr key={of}>
            <th scope="row">{name(of)}</th>
            <td className="figures-words">
              <StateWord is={isOf(budget_left)}>{told(budget_left)}</StateWord>
            </td>
            <td>{told(bad_ratio_1h)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const SystemView = () => {
  const t = useTranslations('operations');
  const { version, environment } = useSite();
  const system = useQuery(systemQuery);
  return (
    <div className="analysis">
      <header className="analysis-head">
        <h1>{t('system-title')}</h1>
        <span className="quiet">{t('this-page', { version, environment: t(`environments.${environment}`) })}</span>
      </header>
      <Part
        title={t('at-a-glance')}
        aside={<PageLink page="projections">{t('to-projections')}</PageLink>}
        asked={system}
        isEmpty={() => false}
      >
        {(data) => (
          <>
            <Summary system={data} />
            {data.processes !== null && <Processes processes={data.processes} />}
            {data.away.map(({ source, says }) => (
              <p key={`${source} ${says}`} className="quiet">
                {source === 'objectives' ? t('no-objectives') : `${source}:`} <span lang="en">{says}</span>
              </p>
            ))}
          </>
        )}
      </Part>
      {system.data !== undefined && system.data.objectives !== null && (
        <Part title={t('objectives')} asked={system} isEmpty={() => false}>
          {({ objectives }) => <Objectives objectives={objectives ?? []} />}
        </Part>
      )}
    </div>
  );
};

/** Whether the system is well: every process, the ledger, who is behind. */
export default function SystemPage() {
  return (
    <WithTexts of="analysis">
      <SystemView />
    </WithTexts>
  );
}
