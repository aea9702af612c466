import { ChevronsUp, ChevronUp, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Order, StatusName } from '../api/shapes.ts';
import { orderName } from '../order/order-name.ts';
import { AgeBar } from '../system/age-bar.tsx';
import { Money } from '../system/money.tsx';
import { Status } from '../system/status.tsx';
import { ageOf } from './age-of.ts';
import type { Column } from './columns.ts';
import { Due } from './due.tsx';
import type { ReadOrder } from './list-changes.ts';

/** What the cells of a row are reckoned from beside the order. */
export interface CellContext {
  limits: ReadonlyMap<StatusName, number>;
  now: number;
  me: string;
}

const Quiet = ({ children }: { children: ReactNode }) => <span className="quiet">{children}</span>;

export const Age = ({ order, context: { limits, now } }: { order: ReadOrder; context: CellContext }) => {
  const age = ageOf(order, now);
  if (age === null) return <Quiet>–</Quiet>;
  return <AgeBar ageMs={age} limitMs={limits.get(order.status) ?? null} />;
};

const Name = ({ order }: { order: Order }) => {
  const t = useTranslations();
  const { priority, stale } = order;
  return (
    <span className="board-name">
      <b className="cut" title={order.order_id}>
        {orderName(order)}
      </b>
      {(priority === 'URGENT' || priority === 'HIGH') && (
        <span className="board-priority" data-priority={priority} title={t(`priority.${priority}`)}>
          {priority === 'URGENT' ? <ChevronsUp aria-hidden="true" /> : <ChevronUp aria-hidden="true" />}
          <span className="only-read">{t(`priority.${priority}`)}</span>
        </span>
      )}
      {stale && <span className="quiet">{t('board.stale')}</span>}
    </span>
  );
};

export const Holder = ({ order, me }: { order: Order; me: string }) => {
  const t = useTranslations('board');
  const holder = order.claim?.operator;
  if (holder === undefined) return <Quiet>–</Quiet>;
  return (
    <span className="board-holder cut" data-mine={holder === me || undefined}>
      <UserRound aria-hidden="true" />
      <span className="cut">{holder === me ? t('me') : holder}</span>
    </span>
  );
};

/** Material, process: what is made of what. */
export const partOf = ({ material, process }: Order): string => [material, process].filter(Boolean).join(' · ');

/** What stands in each column. */
export const CELLS: Readonly<Record<Column['id'], (order: ReadOrder, context: CellContext) => ReactNode>> = {
  order: (order) => <Name order={order} />,
  status: (order) => <Status status={order.status} />,
  age: (order, context) => <Age order={order} context={context} />,
  customer: (order) => <span title={order.customer_ref}>{order.customer_ref ?? '–'}</span>,
  part: (order) => <Quiet>{partOf(order) || '–'}</Quiet>,
  quantity: (order) => order.quantity ?? <Quiet>–</Quiet>,
  amount: (order) => <Money of={order.price} />,
  due: (order, { now }) => <Due order={order} now={now} />,
  holder: (order, { me }) => <Holder order={order} me={me} />,
};
