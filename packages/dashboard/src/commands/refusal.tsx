import { useTranslations } from 'use-intl';
import type { useReasonText } from '../order/next/reason-text.ts';
import type { Prospect } from '../order/next/what-next.ts';
import type { OrderEvent } from '../order/order-queries.ts';
import { useWord } from '../order/words.ts';
import { Button } from '../system/button.tsx';
import { Meanwhile } from './meanwhile.tsx';
import type { Sending, UseSending } from './use-sending.ts';

interface RefusalProps {
  failed: Extract<Sending, { state: 'failed' }>;
  events: readonly OrderEvent[];
  prospects: readonly Prospect[];
  /** The order as it is now, for the reasons. */
  reasonText: ReturnType<typeof useReasonText>;
  /** Does what was meant with the order as it is now: a new decision. Absent where another button does. */
  onDecide?: () => void;
  onAgain: UseSending['again'];
}

/** What the API said no with, what has changed meanwhile, and what can be done about it. */
export const Refusal = ({ failed, events, prospects, reasonText, onDecide, onAgain }: RefusalProps) => {
  const t = useTranslations('orderPage');
  const word = useWord();
  const { command, attempt, failure } = failed;
  const { problem, is } = failure;
  const prospect = prospects.find((each) => each.command === command);
  const obstacle = prospect === undefined ? null : reasonText(prospect);
  const help = problem === null ? null : word('refusalHelp', problem.code);
  return (
    <div className="refusal" data-is={is} role="alert">
      {is === 'conflict' && (
        <>
          <p>{t('changed-meanwhile')}</p>
          <Meanwhile events={events} since={attempt.seenVersion} />
        </>
      )}
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
        {is === 'conflict' && obstacle === null && onDecide !== undefined && (
          <Button onClick={onDecide}>{t('still-possible')}</Button>
        )}
      </div>
    </div>
  );
};
