import { Link } from '@tanstack/react-router';
import { GitCompareArrows, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ORDER_PATH, PAGES } from '../app/pages.ts';
import type { SearchChange } from '../app/search.ts';
import { usePageSearch } from '../app/use-page-search.ts';
import { WithTexts } from '../app/with-texts.tsx';
import { OrderView } from '../order/order-view.tsx';
import { Button } from '../system/button.tsx';
import { Chip } from '../system/chip.tsx';
import { Status } from '../system/status.tsx';
import { MomentSlider } from './moment-slider.tsx';
import { OrderDifferences } from './order-differences.tsx';
import { PastBoard } from './past-board.tsx';
import { PastOrders } from './past-orders.tsx';
import { REACHES, readTimeSearch, type TimeSearch, USUAL_REACH } from './time-search.ts';
import { useTimes } from './use-times.ts';
import '../analysis/analysis.css';
import './time-machine.css';

const iso = (at: number): string => new Date(at).toISOString();

interface PartProps {
  search: TimeSearch;
  change: (changed: SearchChange<TimeSearch>) => void;
  at: string;
}

const BoardThen = ({ search, change, at }: PartProps) => {
  const t = useTranslations('timeMachine');
  const { status, other } = search;
  return (
    <div className="time-columns" data-two={status !== undefined || undefined}>
      <section className="analysis-part">
        <PastBoard at={at} other={other} status={status} onStatus={(chosen) => change({ status: chosen })} />
      </section>
      {status !== undefined && (
        <section className="analysis-part">
          <header className="analysis-head">
            <h2>{t('orders-then')}</h2>
            <Status status={status} />
            <span className="analysis-space" />
            <Button kind="plain" iconOnly aria-label={t('close-list')} onClick={() => change({ status: undefined })}>
              <X />
            </Button>
          </header>
          <PastOrders at={at} status={status} onOrder={(order) => change({ order })} />
        </section>
      )}
    </div>
  );
};

const OrderThen = ({ orderId, search, at }: PartProps & { orderId: string }) => {
  const t = useTranslations('timeMachine');
  const [event, setEvent] = useState<number | null>(null);
  const { other } = search;
  return (
    <>
      {other !== undefined && (
        <section className="analysis-part" aria-label={t('differences')}>
          <h2>{t('differences')}</h2>
          <WithTexts of="order">
            <OrderDifferences orderId={orderId} at={at} other={other} />
          </WithTexts>
        </section>
      )}
      <div className="time-order">
        <OrderView orderId={orderId} asOf={at} event={event} onEvent={setEvent} />
      </div>
    </>
  );
};

const TimeMachine = () => {
  const t = useTranslations('timeMachine');
  const { search, change } = usePageSearch(PAGES['time-machine'].path, readTimeSearch);
  const { order, reach = USUAL_REACH } = search;
  const { at, range, marks, step } = useTimes(search);
  const moment = iso(at);
  const other = search.other === undefined ? undefined : Date.parse(search.other);
  return (
    <div className="analysis time">
      <header className="analysis-head">
        <h1>{t('title')}</h1>
        <span className="quiet">{t('says')}</span>
        <span className="analysis-space" />
        {order !== undefined && (
          <>
            <Link to={ORDER_PATH} params={{ orderId: order }}>
              {t('order-now')}
            </Link>
            <Button onClick={() => change({ order: undefined })}>
              <X /> {t('to-board')}
            </Button>
          </>
        )}
      </header>
      <section className="analysis-part time-moments" aria-label={t('moments')}>
        <MomentSlider
          label={t(other === undefined ? 'moment' : 'first')}
          {...{ range, at, marks }}
          step={(direction) => step(at, direction)}
          onMove={(to) => change({ at: iso(to) }, { replace: true })}
        />
        {other !== undefined && (
          <MomentSlider
            label={t('second')}
            {...{ range, marks }}
            at={other}
            step={(direction) => step(other, direction)}
            onMove={(to) => change({ other: iso(to) }, { replace: true })}
          />
        )}
        <div className="analysis-choices">
          {order === undefined && (
            <span className="analysis-chips" role="toolbar" aria-label={t('reach')}>
              {REACHES.map((one) => (
                <Chip key={one} pressed={one === reach} onClick={() => change({ reach: one })}>
                  {t(`reaches.${one}`)}
                </Chip>
              ))}
            </span>
          )}
          <Chip
            pressed={other !== undefined}
            onClick={() => change({ at: moment, other: other === undefined ? iso(range.to) : undefined })}
          >
            <GitCompareArrows aria-hidden="true" /> {t('compare')}
          </Chip>
        </div>
      </section>
      {order === undefined ? (
        <BoardThen {...{ search, change }} at={moment} />
      ) : (
        <OrderThen key={order} orderId={order} {...{ search, change }} at={moment} />
      )}
    </div>
  );
};

/** The board or an order as of a moment, or at two moments with what differs. */
export default function TimeMachinePage() {
  return (
    <WithTexts of="analysis">
      <TimeMachine />
    </WithTexts>
  );
}
