import { Lock } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { EmptyState } from './empty-state.tsx';
import { Problem } from './problem.tsx';

/** What stands in the place of what could not be read: who could see it, or what went wrong. */
export const Failed = ({ error, onRetry }: { error: Error; onRetry: () => void }) => {
  const t = useTranslations('problem');
  if (error instanceof ApiProblem && error.status === 403) {
    return (
      <EmptyState icon={<Lock />} title={t('forbidden')}>
        {t('forbidden-says')}
      </EmptyState>
    );
  }
  return <Problem error={error} onRetry={onRetry} />;
};
