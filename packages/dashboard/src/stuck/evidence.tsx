import { useTranslations } from 'use-intl';
import { useValueText, useWord } from '../order/words.ts';
import { Time } from '../system/time.tsx';
import { Sentence } from './sentence.tsx';
import { SourceName } from './source-name.tsx';
import type { StuckOrder } from './verdict-look.ts';
import '../order/panels/panels.css';

/** The verdict's grounds: what each source says, what else was found, who gave no answer. What the sources say is the API's, in English. */
export const Evidence = ({ of, id }: { of: StuckOrder; id: string }) => {
  const t = useTranslations();
  const word = useWord();
  const text = useValueText();
  const { also, away, evidence, help, queue, correlation_id, limit_from, past_since } = of;
  return (
    <div className="stuck-evidence" id={id}>
      <p>
        <Sentence of={of} />
      </p>
      {help !== null && (
        <p>
          <b>{t('orderPage.helps')}:</b> {word('helps', of.cause) ?? <span lang="en">{help}</span>}
        </p>
      )}
      <dl className="facts">
        <div>
          <dt>{t('stuck.past-since')}</dt>
          <dd>
            <Time at={past_since} form="seconds" />
            {limit_from !== null && <span className="quiet"> · {t(`stuck.limit.${limit_from}`)}</span>}
          </dd>
        </div>
        {queue !== null && (
          <div>
            <dt>{t('stuck.queue')}</dt>
            <dd>
              {t('orderPage.queue-place', { place: queue.place ?? 0, lane: text('lane', queue.lane) })},{' '}
              {text('estimate_s', queue.estimate_s)}
            </dd>
          </div>
        )}
        {also.map((found) => (
          <div key={`${found.verdict} ${found.cause}`}>
            <dt>{t('stuck.also')}</dt>
            <dd>
              {word('verdict', found.verdict) ?? found.verdict}: <Sentence of={found} />
            </dd>
          </div>
        ))}
        {correlation_id !== null && (
          <div>
            <dt>{t('orderPage.correlation')}</dt>
            <dd className="mono">{correlation_id}</dd>
          </div>
        )}
      </dl>
      <h3 className="section-title">{t('orderPage.evidence')}</h3>
      <dl className="facts">
        {evidence.map(({ source, says }) => (
          <div key={`${source} ${says}`}>
            <dt>
              <SourceName of={source} />
            </dt>
            <dd lang="en">{says}</dd>
          </div>
        ))}
        {away.map(({ source, says }) => (
          <div key={`${source} ${says}`} data-away>
            <dt>
              <SourceName of={source} />
            </dt>
            <dd lang="en">{says}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
};
