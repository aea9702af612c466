import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Sentence } from '../../stuck/sentence.tsx';
import { SourceName } from '../../stuck/source-name.tsx';
import { Button } from '../../system/button.tsx';
import { useDurationText } from '../../system/duration.tsx';
import { Problem } from '../../system/problem.tsx';
import { Skeleton, useLate } from '../../system/skeleton.tsx';
import { diagnosisQuery } from '../order-queries.ts';
import { useWord } from '../words.ts';
import { Fact, Panel } from './panel.tsx';

/** Why the order stands where it stands, by what every process and server says. What the sources say is English. */
export const DiagnosisPanel = ({ orderId, statusVersion }: { orderId: string; statusVersion: number }) => {
  const t = useTranslations('orderPage');
  const word = useWord();
  const duration = useDurationText();
  const { data, error, isFetching, isPending, refetch } = useQuery(diagnosisQuery(orderId, statusVersion));
  const late = useLate(isPending);
  return (
    <Panel
      title={t('diagnosis')}
      aside={
        <Button kind="plain" pending={isFetching} onClick={() => void refetch()}>
          {t('ask-why')}
        </Button>
      }
    >
      {late && <Skeleton width="80%" />}
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <>
          <p data-late={data.stuck || undefined}>
            {data.verdict === null ? t('within-limit') : (word('verdict', data.verdict) ?? data.verdict)}
          </p>
          <p className="quiet">
            <Sentence of={data} />
          </p>
          <dl className="facts">
            {data.waits_s !== null && data.limit_s !== null && (
              <Fact name={t('waits')}>
                {t('waits-of', { waits: duration(data.waits_s * 1_000), limit: duration(data.limit_s * 1_000) })}
              </Fact>
            )}
            {data.help !== null && (
              <Fact name={t('helps')}>{word('helps', data.cause) ?? <span lang="en">{data.help}</span>}</Fact>
            )}
          </dl>
          <details className="why-evidence">
            <summary>{t('evidence')}</summary>
            <dl className="facts">
              {[...data.evidence, ...data.away].map(({ source, says }) => (
                <Fact key={`${source} ${says}`} name={<SourceName of={source} />}>
                  <span lang="en">{says}</span>
                </Fact>
              ))}
            </dl>
          </details>
        </>
      )}
    </Panel>
  );
};
