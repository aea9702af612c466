import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../system/empty-state.tsx';
import { Problem } from '../system/problem.tsx';
import { Skeleton, useLate } from '../system/skeleton.tsx';
import './analysis.css';

interface Asked<Data> {
  data: Data | undefined;
  error: Error | null;
  isPlaceholderData: boolean;
  refetch: () => unknown;
}

interface PartProps<Data> {
  title: ReactNode;
  aside?: ReactNode;
  asked: Asked<Data>;
  /** Whether there is nothing to show in an answer. */
  isEmpty: (data: Data) => boolean;
  children: (data: Data) => ReactNode;
}

const Waiting = () => {
  const late = useLate(true);
  return late ? (
    <>
      <Skeleton width="60%" />
      <Skeleton width="90%" />
      <Skeleton width="75%" />
    </>
  ) : null;
};

/** A part of an analysis, by what has become of its question: what was shown stays, paler, until the next answer is there. */
export const Part = <Data,>({ title, aside, asked, isEmpty, children }: PartProps<Data>) => {
  const t = useTranslations('analysis');
  const { data, error, isPlaceholderData, refetch } = asked;
  return (
    <section
      className="analysis-part"
      aria-busy={data === undefined && error === null}
      data-stale={isPlaceholderData || undefined}
    >
      <header className="analysis-head">
        <h2>{title}</h2>
        <span className="analysis-space" />
        {aside}
      </header>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Waiting />}
      {error === null &&
        data !== undefined &&
        (isEmpty(data) ? <EmptyState title={t('nothing')}>{t('nothing-says')}</EmptyState> : children(data))}
    </section>
  );
};
