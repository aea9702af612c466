import { useTranslations } from 'use-intl';
import { Button } from '../../system/button.tsx';
import { Time } from '../../system/time.tsx';
import type { useReasonText } from '../next/reason-text.ts';
import type { Prospect } from '../next/what-next.ts';
import type { OrderEvent } from '../order-queries.ts';
import { useWord, whoOf } from '../words.ts';
import type { Sending, UseSending } from './use-sending.ts';

interface RefusalProps {
  failed: Extract<Sending, { state: 'failed' }>;
  events: readonly OrderEvent[];
  prospects: readonly Prospect[];
  /** The order as it is now, for the reasons. */
  reasonText: ReturnType<typeof useReasonText>;
  /** Does what was meant with the order as it is now: a new decision. */
  onDecide: () => void;
  onAgain: UseSending['again'];
}

/** What has happened since the version that the user saw. */
const Meanwhile = ({ events, since }: { events: readonly OrderEvent[]; since: number }) => {
  const t = useTranslations('orderPage');
  const systems = useTranslations('systemName');
  const word = useWord();
  const later = events.filter(({ event_version }) => event_version > since);
  if (later.length === 0) return null;
  return (
    <>
      <p>{t('changed-meanwhile')}</p>
      <ul>
        {later.map(({ event_version, type, actor, system, recorded_at }) => (
          <li key={event_version}>
            {t('changed-by', {
              event: word('event', type) ?? type,
              whom: actor === undefined ? systems(system) : whoOf(actor.id),
            })}{' '}
            · <Time at={recorded_at} form="seconds" />
          </li>
        ))}
      </ul>
    </>
  );
};

/** What the API said no with, what has changed meanwhile, and what can be done about it. */
export const Refusal = ({ failed, events, prospects, reasonText, onDecide, onAgain }: RefusalProps) => {
  const t = useTranslations('orderPage');
  const word = useWord();
  const { meant, outcome } = failed;
  const { problem, is } = outcome;
  const prospect = prospects.find(({ command }) => command === meant.command);
  const obstacle = prospect === undefined ? null : reasonText(prospect);
  const help = problem === null ? null : word('refusalHelp', problem.code);
  return (
    <div className="refusal" data-is={is} role="alert">
      {is === 'conflict' && <Meanwhile events={events} since={meant.seenVersion} />}
      {is === 'in-doubt' && problem === null ? <p>{t('no-answer')}</p> : is !== 'conflict' && <p>{problem?.detail}</p>}
      {is === 'conflict' ? (
        <p>{obstacle === null ? t('decide-again') : t('not-any-more', { reason: obstacle })}</p>
      ) : (
        help !== null && <p>{help}</p>
      )}
      {problem !== null && is !== 'conflict' && (
        <p className="mono">
          {problem.code} · {problem.correlationId}
        </p>
      )}
      <div className="refusal-deeds">
        {is === 'in-doubt' && <Button onClick={onAgain}>{t('retry-same')}</Button>}
        {is === 'conflict' && obstacle === null && <Button onClick={onDecide}>{t('still-possible')}</Button>}
      </div>
    </div>
  );
};
