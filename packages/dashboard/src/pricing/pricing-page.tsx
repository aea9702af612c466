import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useNow } from '../app/clock.tsx';
import { PageLink } from '../app/page-link.tsx';
import { WithOrderTexts } from '../order/with-order-texts.tsx';
import { Failed } from '../system/failed.tsx';
import { Skeleton, useLate } from '../system/skeleton.tsx';
import { Lanes, Messages, Shares, Slots } from './capacity.tsx';
import { DeadJobs, QueuedJobs, RunningJobs } from './job-tables.tsx';
import { pricingWorkQuery, SHOWN } from './pricing-queries.ts';
import './pricing.css';

const Part = ({ title, none, children }: { title: string; none?: string | undefined; children: ReactNode }) => (
  <section className="pricing-part" aria-label={title}>
    <h2>{title}</h2>
    {none === undefined ? children : <p className="quiet">{none}</p>}
  </section>
);

const Pricing = () => {
  const t = useTranslations('pricing');
  const now = useNow(1_000);
  const { data: work, error, isPending, refetch } = useQuery(pricingWorkQuery);
  const late = useLate(isPending);
  if (work === undefined) {
    if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
    return late ? <Skeleton width="60%" /> : null;
  }
  const known = new Map(work.orders.map((order) => [order.order_id, order]));
  const running = work.jobs.filter(({ state }) => state === 'RUNNING');
  const queued = work.jobs.filter(({ state }) => state === 'QUEUED');
  const table = { known, now };
  return (
    <div className="pricing">
      <header className="pricing-head">
        <h1>{t('title')}</h1>
        <span className="pricing-space" />
        <PageLink page="stuck" search={{ stage: 'PRICE_CALCULATION_STARTED' }}>
          {t('to-stuck')}
        </PageLink>
      </header>
      {error !== null && <Failed error={error} onRetry={() => void refetch()} />}
      <div className="pricing-whole">
        <Part title={t('lanes')}>
          <Lanes lanes={work.lanes} now={now} />
        </Part>
        <Part title={t('slots')}>
          <Slots slots={work.slots} running={work.lanes.reduce((sum, lane) => sum + lane.running, 0)} />
        </Part>
        <Part title={t('shares')}>
          <Shares shares={work.shares} />
        </Part>
        <Part title={t('messages')}>
          <Messages />
        </Part>
      </div>
      <Part title={t('running')} none={running.length === 0 ? t('none-running') : undefined}>
        <RunningJobs jobs={running} {...table} />
      </Part>
      <Part title={t('queued')} none={queued.length === 0 ? t('none-queued') : undefined}>
        <QueuedJobs jobs={queued} {...table} />
      </Part>
      <Part title={t('dead')} none={work.dead.length === 0 ? t('none-dead') : undefined}>
        <p className="quiet">{t('dead-says')}</p>
        <DeadJobs jobs={work.dead} {...table} />
      </Part>
      {work.jobs.length === SHOWN && <p className="quiet">{t('shown', { count: SHOWN })}</p>}
    </div>
  );
};

/** What is calculated, how far it is, what waits for it, and what was given up. */
export default function PricingPage() {
  return (
    <WithOrderTexts>
      <Pricing />
    </WithOrderTexts>
  );
}
