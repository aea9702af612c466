import { useMessages, useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { Button } from './button.tsx';
import './problem.css';

const copy = (text: string): void => void navigator.clipboard.writeText(text);

/** What went wrong, by what the API said, with what helps whoever is asked about it. */
export const Problem = ({ error, onRetry }: { error: Error; onRetry?: () => void }) => {
  const t = useTranslations('problem');
  const problem = error instanceof ApiProblem ? error : undefined;
  const help: Readonly<Record<string, string | undefined>> = useMessages().problem?.help ?? {};
  const known = problem === undefined ? undefined : help[problem.code];
  return (
    <section className="problem" role="alert">
      <h2>{problem?.title ?? t('unreachable')}</h2>
      <p className="problem-detail">{problem?.detail ?? t('unreachable-says')}</p>
      {known !== undefined && <p>{known}</p>}
      {problem !== undefined && (
        <dl>
          <dt>{t('code')}</dt>
          <dd className="mono">{problem.code}</dd>
          <dt>{t('correlation')}</dt>
          <dd className="mono">{problem.correlationId}</dd>
        </dl>
      )}
      <div className="problem-deeds">
        {onRetry !== undefined && <Button onClick={onRetry}>{t('retry')}</Button>}
        {problem !== undefined && (
          <Button kind="plain" onClick={() => copy(problem.correlationId)}>
            {t('copy')}
          </Button>
        )}
      </div>
    </section>
  );
};
