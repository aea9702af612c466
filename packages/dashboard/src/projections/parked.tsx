import { Link } from '@tanstack/react-router';
import { Copy } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useNow } from '../app/clock.tsx';
import { ORDER_PATH } from '../app/pages.ts';
import { Button } from '../system/button.tsx';
import { useDurationText } from '../system/duration.tsx';
import { tell } from '../system/toasts.ts';
import type { SystemNow } from '../system-health/system-query.ts';

const AGES_EVERY_MS = 5_000;

/** What retries an order: whoever may reach the database of the processes runs it. */
const retryOf = (orderId: string): string => `npm run parked -- retry ${orderId}`;

/** Orders that a process leaves aside, why, and how they are taken up again. */
export const Parked = ({ parked }: Pick<SystemNow, 'parked'>) => {
  const t = useTranslations('operations');
  const duration = useDurationText();
  const now = useNow(AGES_EVERY_MS);
  if (parked.length === 0) return <p className="quiet">{t('none-parked')}</p>;
  const copy = async (orderId: string): Promise<void> => {
    await navigator.clipboard.writeText(retryOf(orderId));
    tell({ kind: 'done', title: t('retry-copied'), says: retryOf(orderId) });
  };
  return (
    <>
      <p className="quiet">{t('retry-says')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="figures-scroll" aria-label={t('facts.parked')} tabIndex={0}>
        <table className="figures">
          <thead className="section-title">
            <tr>
              <th scope="col">{t('columns.order')}</th>
              {(['process', 'what', 'reason', 'parked-for'] as const).map((column) => (
                <th key={column} scope="col" className="figures-words">
                  {t(`columns.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {parked.map(({ order_id, process, what, reason, parked_at }) => (
              <tr key={`${order_id} ${process} ${what}`}>
                <th scope="row" className="mono">
                  <Link to={ORDER_PATH} params={{ orderId: order_id }}>
                    {order_id}
                  </Link>
                </th>
                <td className="figures-words">{process}</td>
                <td className="figures-words">{what ?? '–'}</td>
                <td className="figures-words mono">{reason}</td>
                <td className="figures-words">{duration(now - Date.parse(parked_at))}</td>
                <td>
                  <Button kind="plain" onClick={() => void copy(order_id)}>
                    <Copy /> {t('retry')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
};
