import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { OrderDetail, StatusName } from '../api/shapes.ts';
import { orderQuery } from '../order/order-queries.ts';
import { useValueText, useWord } from '../order/words.ts';
import { Problem } from '../system/problem.tsx';
import { Status } from '../system/status.tsx';
import { type Compared, comparisonOf } from './order-comparison.ts';
import '../analysis/tables.css';

/** Words of their own; the others are called as in the order's events. */
const NAMED = [
  'status',
  'stage',
  'events',
  'claim',
  'price_attempt',
  'manufacturing_attempt',
  'made',
  'shipped',
  'holds',
  'refund_due',
] as const;
type Named = (typeof NAMED)[number];
const isNamed = (name: Compared): name is Named & Compared => (NAMED as readonly string[]).includes(name);

const Value = ({ name, value }: { name: Compared; value: unknown }) => {
  const text = useValueText();
  if ((name === 'status' || name === 'stage') && typeof value === 'string')
    return <Status status={value as StatusName} />;
  return text(name === 'claim' ? 'operator' : name, value);
};

interface OrderDifferencesProps {
  orderId: string;
  at: string;
  other: string;
}

/** What differs of an order between two moments, the earlier one first. */
export const OrderDifferences = ({ orderId, at, other }: OrderDifferencesProps) => {
  const t = useTranslations('timeMachine');
  const word = useWord();
  const [first, second] = at <= other ? [at, other] : [other, at];
  const before = useQuery(orderQuery(orderId, first));
  const later = useQuery(orderQuery(orderId, second));
  const error = before.error ?? later.error;
  if (error !== null)
    return <Problem error={error} onRetry={() => void Promise.all([before.refetch(), later.refetch()])} />;
  if (before.data === undefined || later.data === undefined) return null;
  const differing = comparisonOf(before.data as OrderDetail, later.data as OrderDetail);
  if (differing.length === 0) return <p className="quiet">{t('same')}</p>;
  return (
    <table className="figures time-differences">
      <caption className="only-read">{t('differences')}</caption>
      <thead className="section-title">
        <tr>
          <th scope="col">{t('columns.what')}</th>
          <th scope="col" className="figures-words">
            {t('columns.earlier')}
          </th>
          <th scope="col" className="figures-words">
            {t('columns.later')}
          </th>
        </tr>
      </thead>
      <tbody>
        {differing.map(({ name, before: was, after: is }) => (
          <tr key={name} data-differs>
            <th scope="row">{isNamed(name) ? t(`fields.${name}`) : (word('field', name) ?? name)}</th>
            <td className="figures-words">
              <Value name={name} value={was} />
            </td>
            <td className="figures-words">
              <Value name={name} value={is} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
