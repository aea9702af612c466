import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import type { Board, StatusName } from '../api/shapes.ts';
import { useDurationText } from '../system/duration.tsx';
import { numberText } from '../system/formats.ts';
import { Problem } from '../system/problem.tsx';
import { Skeleton, useLate } from '../system/skeleton.tsx';
import { Status } from '../system/status.tsx';
import { pastBoardQuery } from './past-queries.ts';
import '../analysis/tables.css';

interface PastBoardProps {
  at: string;
  other: string | undefined;
  status: StatusName | undefined;
  onStatus: (status: StatusName) => void;
}

const entryOf = (board: Board | undefined, status: string) => board?.statuses.find((one) => one.status === status);

const signed = (value: number, locale: string): string =>
  `${value > 0 ? '+' : '−'}${numberText(Math.abs(value), locale)}`;

/** How many orders stood where, at one moment or at two; what differs is marked. */
export const PastBoard = ({ at, other, status, onStatus }: PastBoardProps) => {
  const t = useTranslations('timeMachine');
  const locale = useLocale();
  const duration = useDurationText();
  const one = useQuery(pastBoardQuery(at));
  const second = useQuery({ ...pastBoardQuery(other ?? at), enabled: other !== undefined });
  const late = useLate(one.isPending);
  const error = one.error ?? second.error;
  const board = one.data;
  const compared = other === undefined ? undefined : second.data;
  if (error !== null)
    return <Problem error={error} onRetry={() => void Promise.all([one.refetch(), second.refetch()])} />;
  if (board === undefined) return late ? <Skeleton width="60%" /> : null;
  const rows = board.statuses.filter(({ count, status: name }) => count + (entryOf(compared, name)?.count ?? 0) > 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="figures-scroll" aria-label={t('board')} tabIndex={0}>
      {(board.as_of_settled === false || compared?.as_of_settled === false) && (
        <p className="quiet">{t('unsettled')}</p>
      )}
      <table className="figures" data-stale={one.isPlaceholderData || second.isPlaceholderData || undefined}>
        <thead className="section-title">
          <tr>
            <th scope="col">{t('columns.status')}</th>
            <th scope="col">{t(compared === undefined ? 'columns.orders' : 'columns.first')}</th>
            {compared !== undefined && <th scope="col">{t('columns.second')}</th>}
            {compared !== undefined && <th scope="col">{t('columns.difference')}</th>}
            <th scope="col" className="time-more">
              {t('columns.oldest')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ status: name, count, oldest_since }) => {
            const later = entryOf(compared, name)?.count;
            const difference = later === undefined ? 0 : later - count;
            return (
              <tr key={name} data-chosen={name === status || undefined} data-differs={difference !== 0 || undefined}>
                <th scope="row">
                  <Status status={name} />
                </th>
                <td>{numberText(count, locale)}</td>
                {later !== undefined && <td>{numberText(later, locale)}</td>}
                {later !== undefined && (
                  <td>{difference === 0 ? <span className="quiet">0</span> : <b>{signed(difference, locale)}</b>}</td>
                )}
                <td className="time-more">
                  {oldest_since === null ? (
                    <span className="quiet">–</span>
                  ) : (
                    duration(Date.parse(at) - Date.parse(oldest_since))
                  )}
                </td>
                <td>
                  <button
                    type="button"
                    className="figures-go"
                    aria-pressed={name === status}
                    onClick={() => onStatus(name)}
                  >
                    {t('which')}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length === 0 && <p className="quiet">{t('no-orders')}</p>}
    </section>
  );
};
