import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { flowQuery } from '../analysis/analysis-queries.ts';
import { Part } from '../analysis/part.tsx';
import { rangeOf } from '../analysis/period.ts';
import { useFineDurationText } from '../system/duration.tsx';
import { numberText, shareText } from '../system/formats.ts';
import { usePlantTimeZone } from '../system/plant-time-zone.ts';
import { Status } from '../system/status.tsx';
import { stepsOf } from './steps.ts';
import type { WayProps } from './way-choice.tsx';
import '../analysis/tables.css';

/** The API looks at 30 days unless it is told from when on. */
const FROM_THE_BEGINNING = '1970-01-01T00:00:00.000Z';

/** How long orders stood in each status before each step: the first look, from which one goes into detail. */
export const StepsTable = ({ search, change }: WayProps) => {
  const t = useTranslations('analysis');
  const status = useTranslations('status');
  const locale = useLocale();
  const duration = useFineDurationText();
  const range = rangeOf(search, Date.now(), usePlantTimeZone());
  const flow = useQuery(flowQuery({ since: FROM_THE_BEGINNING, ...range }));
  const { from, to } = search;
  return (
    <Part
      title={t('steps')}
      aside={<span className="quiet">{t('steps-says')}</span>}
      asked={flow}
      isEmpty={({ edges }) => stepsOf(edges).length === 0}
    >
      {({ edges }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <section className="figures-scroll" aria-label={t('steps')} tabIndex={0}>
          <table className="figures">
            <thead className="section-title">
              <tr>
                <th scope="col">{t('columns.in')}</th>
                <th scope="col" className="figures-words">
                  {t('columns.until')}
                </th>
                <th scope="col">{t('columns.orders')}</th>
                <th scope="col">{t('columns.share')}</th>
                <th scope="col">{t('columns.median')}</th>
                <th scope="col">{t('columns.mean')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {stepsOf(edges)
                .filter((step) => (from ?? step.from) === step.from && (to ?? step.to) === step.to)
                .map((step) => (
                  <tr key={`${step.from} ${step.to}`}>
                    <th scope="row">
                      <Status status={step.from} />
                    </th>
                    <td className="figures-words">
                      <Status status={step.to} />
                    </td>
                    <td>{numberText(step.count, locale)}</td>
                    <td>{shareText(step.rate, locale)}</td>
                    <td>
                      <b>{duration(step.median_dwell_ms)}</b>
                    </td>
                    <td>{duration(step.mean_dwell_ms)}</td>
                    <td>
                      <button
                        type="button"
                        className="figures-go"
                        aria-label={t('look-at-step', { from: status(step.from), to: status(step.to) })}
                        onClick={() => change({ from: step.from, to: step.to })}
                      >
                        {t('in-detail')}
                      </button>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      )}
    </Part>
  );
};
