import { useTranslations } from 'use-intl';
import { useDurationText } from '../../system/duration.tsx';
import { Money } from '../../system/money.tsx';
import type { Pricing } from '../order-queries.ts';
import { useValueText, useWord } from '../words.ts';
import { Panel, type PanelProps } from './panel.tsx';

const CalculationFacts = ({ pricing }: { pricing: Pricing }) => {
  const t = useTranslations('orderPage');
  const word = useWord();
  const duration = useDurationText();
  const { job } = pricing;
  if (job === null || job.finished_at !== null) return null;
  const { queue_position, lane, percent, estimate_s, deaths } = job;
  return (
    <p className="price-state">
      {queue_position !== null && `${t('queue-place', { place: queue_position, lane: word('code', lane) ?? lane })} · `}
      {percent !== null && `${t('progress', { percent })} · `}
      {t('expected', { p50: duration(estimate_s.p50 * 1_000), p95: duration(estimate_s.p95 * 1_000) })}
      {deaths !== undefined && deaths > 0 && ` · ${t('deaths', { count: deaths })}`}
    </p>
  );
};

const Parameters = ({ parameters }: { parameters: unknown }) => {
  const t = useTranslations('orderPage');
  const { material, process, quantity, infill } = (parameters ?? {}) as Record<string, unknown>;
  if (typeof material !== 'string' || typeof process !== 'string' || typeof quantity !== 'number') return null;
  return (
    <p className="quiet">
      {t('calculated-for', { material, process, count: quantity })}
      {typeof infill === 'number' && `, ${t('filled-to', { percent: infill })}`}
    </p>
  );
};

/** The price line by line, with what it follows from. */
export const PricePanel = ({ order, pricing }: Pick<PanelProps, 'order'> & { pricing: Pricing | undefined }) => {
  const t = useTranslations('orderPage');
  const text = useValueText();
  const { quote, rejection } = order;
  const tariff = typeof quote?.tariff_version === 'string' ? quote.tariff_version : null;
  const engine = typeof quote?.engine_version === 'string' ? quote.engine_version : null;
  return (
    <Panel
      title={t('priceTitle')}
      aside={
        tariff !== null && (
          <span className="quiet cut" title={t('tariff-engine', { version: tariff, engine: engine ?? '–' })}>
            {t('tariff', { version: tariff })}
          </span>
        )
      }
    >
      {pricing !== undefined && <CalculationFacts pricing={pricing} />}
      {rejection != null && <p data-late="true">{t('rejected', { reason: text('reason', rejection.reason) })}</p>}
      {quote == null && rejection == null && <p className="quiet">{t('no-price')}</p>}
      {quote != null && (
        <>
          <table className="price">
            <tbody>
              {quote.breakdown.map(({ line, amount }) => (
                <tr key={line}>
                  <th scope="row">{text('line', line)}</th>
                  <td className="number">
                    <Money of={amount} />
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('total')}</th>
                <td className="number">
                  <Money of={quote.price} />
                </td>
              </tr>
              <tr className="quiet">
                <th scope="row">{t('of-which-due')}</th>
                <td className="number">
                  <Money of={quote.due_before_production} />
                </td>
              </tr>
            </tfoot>
          </table>
          {quote.risk !== undefined && (
            <p data-late="true">{t('quote-risk', { reason: text('reason', quote.risk.reason) })}</p>
          )}
          <p className="quiet price-state">
            {text('valid_until', quote.valid_until) &&
              t('quote-until', { time: text('valid_until', quote.valid_until) })}
          </p>
          <Parameters parameters={quote.parameters} />
        </>
      )}
    </Panel>
  );
};
