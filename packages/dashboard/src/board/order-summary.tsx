import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OrderDetail } from '../api/shapes.ts';
import { Money } from '../system/money.tsx';
import { Status } from '../system/status.tsx';
import { Time } from '../system/time.tsx';
import { Age, type CellContext, Holder, partOf } from './cells.tsx';
import { Due } from './due.tsx';
import type { ReadOrder } from './list-changes.ts';

const Facts = ({ of }: { of: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="order-facts">
    {of.map(([name, value]) => (
      <div key={name} style={{ display: 'contents' }}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

const made = ({ pieces, quantity }: OrderDetail): ReactNode =>
  pieces?.made === undefined ? (quantity ?? '–') : `${pieces.made} / ${pieces.ordered}`;

/** What is asked first about an order: where it stands, whose it is, what it is, what is paid. */
export const OrderSummary = ({ order, context }: { order: OrderDetail & ReadOrder; context: CellContext }) => {
  const t = useTranslations();
  const holds = order.holds ?? [];
  return (
    <>
      <section>
        <h3 className="section-title">{t('board.stands')}</h3>
        <Facts
          of={[
            [t('board.columns.status'), <Status key="status" status={order.status} />],
            [t('board.columns.age'), <Age key="age" order={order} context={context} />],
            [t('board.since'), <Time key="since" at={order.status_entered_at} />],
            ...(order.owner === undefined ? [] : [[t('board.owner'), t(`owner.${order.owner}`)] as const]),
            ...(holds.length === 0
              ? []
              : [[t('board.holds'), holds.map(({ reason }) => t(`reason.${reason as 'OTHER'}`)).join(', ')] as const]),
            [t('board.columns.holder'), <Holder key="holder" order={order} me={context.me} />],
          ]}
        />
      </section>
      <section>
        <h3 className="section-title">{t('pages.order')}</h3>
        <Facts
          of={[
            [t('board.columns.customer'), order.customer_ref ?? '–'],
            ...(order.partner_id == null ? [] : [[t('owner.partner'), order.partner_id] as const]),
            [t('board.columns.part'), partOf(order) || '–'],
            [t('board.made'), made(order)],
            [t('board.priority'), order.priority === undefined ? '–' : t(`priority.${order.priority}`)],
            [t('board.columns.due'), <Due key="due" order={order} now={context.now} />],
            [t('board.columns.amount'), <Money key="price" of={order.price} />],
            [t('board.paid'), <Money key="paid" of={order.paid} />],
            [t('board.created'), <Time key="created" at={order.created_at} />],
            [
              t('board.id'),
              <span key="id" className="mono">
                {order.order_id}
              </span>,
            ],
          ]}
        />
      </section>
    </>
  );
};
