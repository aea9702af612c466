import { useTranslations } from 'use-intl';
import { Money } from '../../system/money.tsx';
import { Time } from '../../system/time.tsx';
import { useValueText } from '../words.ts';
import { Fact, Panel, type PanelProps } from './panel.tsx';

/** What was paid, when and how, and what is still open. */
export const PaymentsPanel = ({ order, events }: PanelProps) => {
  const t = useTranslations('orderPage');
  const text = useValueText();
  const moves = events.filter(({ type }) => type === 'PaymentRecorded' || type === 'PaymentRefunded');
  const { paid, price, refund_due } = order;
  const left = price != null && paid !== undefined ? price.amount - paid.amount : 0;
  return (
    <Panel title={t('payments')}>
      {moves.length === 0 && <p className="quiet">{t('no-payments')}</p>}
      {moves.length > 0 && (
        <table className="price">
          <tbody>
            {moves.map(({ event_version, type, occurred_at, data }) => (
              <tr key={event_version}>
                <th scope="row">
                  <Time at={occurred_at} form="day" /> {text('method', data.method ?? data.reason)}
                </th>
                <td className="number">
                  {type === 'PaymentRefunded' && '−'}
                  {text('amount', data.amount)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('paid')}</th>
              <td className="number">
                <Money of={paid} />
              </td>
            </tr>
          </tfoot>
        </table>
      )}
      <dl className="facts">
        {left > 0 && order.is_active && price != null && (
          <Fact name={t('open')}>
            <Money of={{ amount: left, currency: price.currency }} />
          </Fact>
        )}
        {refund_due != null && refund_due.amount > 0 && (
          <Fact name={t('refund-due')}>
            <span data-late="true">
              <Money of={refund_due} />
            </span>
          </Fact>
        )}
      </dl>
    </Panel>
  );
};
