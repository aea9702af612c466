import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RotateCw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { askForRetry } from '../api/retries.ts';
import { useNow } from '../app/clock.tsx';
import { ORDER_PATH } from '../app/pages.ts';
import { useWho } from '../session/session.ts';
import { Button } from '../system/button.tsx';
import { useDurationText } from '../system/duration.tsx';
import { tell } from '../system/toasts.ts';
import { type SystemNow, systemQuery } from '../system-health/system-query.ts';

const AGES_EVERY_MS = 5_000;

/** As the API has it: everybody else gets a 403. */
const MENDERS = ['ops', 'admin'];

/** Asks every process that has parked the order; what came of it the list shows. */
const Retry = ({ orderId }: { orderId: string }) => {
  const t = useTranslations('operations');
  const client = useQueryClient();
  const { roles } = useWho();
  const may = MENDERS.some((role) => roles.includes(role));
  const retrying = useMutation({
    mutationFn: () => askForRetry(orderId),
    onSuccess: ({ asked }) => tell({ kind: 'done', title: t('retry-asked', { processes: asked.join(', ') }) }),
    onError: (error) =>
      tell({
        kind: 'refused',
        title: t('retry-refused'),
        says: error instanceof ApiProblem ? error.detail : error.message,
      }),
    onSettled: () => client.invalidateQueries(systemQuery),
  });
  return (
    <Button
      kind="plain"
      pending={retrying.isPending}
      notNow={may ? undefined : t('retry-for')}
      onClick={() => retrying.mutate()}
    >
      <RotateCw /> {t(retrying.isSuccess ? 'retry-again' : 'retry')}
    </Button>
  );
};

/** Orders that a process leaves aside, why, and how they are taken up again. */
export const Parked = ({ parked }: Pick<SystemNow, 'parked'>) => {
  const t = useTranslations('operations');
  const duration = useDurationText();
  const now = useNow(AGES_EVERY_MS);
  if (parked.length === 0) return <p className="quiet">{t('none-parked')}</p>;
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
                  <Retry orderId={order_id} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
};
