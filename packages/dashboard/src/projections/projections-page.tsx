import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { Part } from '../analysis/part.tsx';
import { WithTexts } from '../app/with-texts.tsx';
import { useDurationText } from '../system/duration.tsx';
import { numberText } from '../system/formats.ts';
import { Time } from '../system/time.tsx';
import { StateWord } from '../system-health/state-word.tsx';
import { projectionsQuery, type SystemNow, systemQuery } from '../system-health/system-query.ts';
import { Parked } from './parked.tsx';
import '../analysis/analysis.css';
import '../analysis/tables.css';

const Columns = ({ names }: { names: readonly string[] }) => (
  <thead className="section-title">
    <tr>
      {names.map((name) => (
        <th key={name} scope="col" className="figures-words">
          {name}
        </th>
      ))}
    </tr>
  </thead>
);

const Lag = ({ behind, lagMs }: { behind: boolean | null; lagMs: number | null }) => {
  const t = useTranslations('operations');
  const duration = useDurationText();
  if (behind === null) return <StateWord is="warns">{t('not-known')}</StateWord>;
  if (!behind) return <StateWord is="well">{t('has-all')}</StateWord>;
  return (
    <StateWord is="warns">{lagMs === null ? t('behind') : t('behind-by', { duration: duration(lagMs) })}</StateWord>
  );
};

const Followers = ({ followers }: Pick<SystemNow, 'followers'>) => {
  const t = useTranslations('operations');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="figures-scroll" aria-label={t('followers')} tabIndex={0}>
      <table className="figures">
        <Columns
          names={[
            t('columns.process'),
            t('columns.for'),
            t('columns.state'),
            t('columns.moved'),
            t('columns.position'),
          ]}
        />
        <tbody>
          {followers.map(({ process, name, behind, lag_ms, moved_at, position }) => (
            <tr key={`${process} ${name}`}>
              <th scope="row">{process}</th>
              <td className="figures-words">{name ?? '–'}</td>
              <td className="figures-words">
                <Lag behind={behind} lagMs={lag_ms} />
              </td>
              <td className="figures-words">{moved_at === null ? '–' : <Time at={moved_at} form="seconds" />}</td>
              <td className="figures-words mono">{position ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** In the order of how long they take. */
const LANES = ['SHORT', 'MEDIUM', 'LONG'] as const;

const isLane = (lane: string): lane is (typeof LANES)[number] => LANES.some((known) => known === lane);
const placeOf = (lane: string): number => (LANES as readonly string[]).indexOf(lane);
const inOrder = (lanes: NonNullable<SystemNow['lanes']>) =>
  [...lanes].sort((one, other) => placeOf(one.lane) - placeOf(other.lane));

const Waiting = ({ queues, lanes }: Pick<SystemNow, 'queues' | 'lanes'>) => {
  const t = useTranslations('operations');
  const locale = useLocale();
  const told = (value: number | null): string => (value === null ? '–' : numberText(value, locale));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="figures-scroll" aria-label={t('waiting')} tabIndex={0}>
      <table className="figures">
        <thead className="section-title">
          <tr>
            <th scope="col">{t('columns.queue')}</th>
            <th scope="col">{t('columns.waiting')}</th>
            <th scope="col">{t('columns.running')}</th>
            <th scope="col">{t('columns.retrying')}</th>
            <th scope="col">{t('columns.letters')}</th>
          </tr>
        </thead>
        <tbody>
          {inOrder(lanes ?? []).map(({ lane, queued, running }) => (
            <tr key={lane}>
              <th scope="row">{isLane(lane) ? t(`lane.${lane}`) : lane}</th>
              <td>{told(queued)}</td>
              <td>{told(running)}</td>
              <td>–</td>
              <td>–</td>
            </tr>
          ))}
          {(queues ?? []).map(({ queue, messages, retrying, dead_letters }) => (
            <tr key={queue}>
              <th scope="row">{queue}</th>
              <td>{told(messages)}</td>
              <td>–</td>
              <td>{told(retrying)}</td>
              <td>
                {(dead_letters ?? 0) > 0 ? <StateWord is="ill">{told(dead_letters)}</StateWord> : told(dead_letters)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const ProjectionsView = () => {
  const t = useTranslations('operations');
  const duration = useDurationText();
  const system = useQuery(systemQuery);
  const projections = useQuery(projectionsQuery);
  return (
    <div className="analysis">
      <header className="analysis-head">
        <h1>{t('projections-title')}</h1>
        <span className="quiet">{t('projections-says')}</span>
      </header>
      <Part title={t('tables')} asked={projections} isEmpty={({ projections: all }) => all.length === 0}>
        {({ projections: all }) => (
          <table className="figures">
            <Columns
              names={[
                t('columns.tables'),
                t('columns.version'),
                t('columns.current'),
                t('columns.last-event'),
                t('columns.position'),
              ]}
            />
            <tbody>
              {all.map(({ name, version, lag_ms, last_event_recorded_at, position }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="figures-words">{version}</td>
                  <td className="figures-words">
                    {lag_ms === null ? t('not-known') : t('ago', { duration: duration(lag_ms) })}
                  </td>
                  <td className="figures-words">
                    {last_event_recorded_at === null ? '–' : <Time at={last_event_recorded_at} form="seconds" />}
                  </td>
                  <td className="figures-words mono">{position ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Part>
      <Part title={t('followers')} asked={system} isEmpty={({ followers }) => followers.length === 0}>
        {({ followers }) => <Followers followers={followers} />}
      </Part>
      <Part title={t('facts.parked')} asked={system} isEmpty={() => false}>
        {({ parked }) => <Parked parked={parked} />}
      </Part>
      <Part title={t('waiting')} asked={system} isEmpty={() => false}>
        {(data) => (
          <>
            <Waiting queues={data.queues} lanes={data.lanes} />
            {data.away
              .filter(({ source }) => source !== 'objectives')
              .map(({ source, says }) => (
                <p key={`${source} ${says}`} className="quiet">
                  {source}: <span lang="en">{says}</span>
                </p>
              ))}
          </>
        )}
      </Part>
    </div>
  );
};

/** How far everybody is who follows the ledger, what is left aside, and what waits. */
export default function ProjectionsPage() {
  return (
    <WithTexts of="analysis">
      <ProjectionsView />
    </WithTexts>
  );
}
