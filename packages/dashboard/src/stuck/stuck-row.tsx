import { Link } from '@tanstack/react-router';
import { ChevronDown, ChevronRight, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Order } from '../api/shapes.ts';
import { Due } from '../board/due.tsx';
import { orderName } from '../order/order-name.ts';
import { useWord } from '../order/words.ts';
import { AgeBar } from '../system/age-bar.tsx';
import { Button } from '../system/button.tsx';
import { Status } from '../system/status.tsx';
import { Evidence } from './evidence.tsx';
import { nextStep } from './next-step.ts';
import { type StuckOrder, VERDICT_LOOK } from './verdict-look.ts';

interface StuckRowProps {
  stuck: StuckOrder;
  /** As lists show it; undefined where the tables lack it. */
  order: Order | undefined;
  rank: number;
  /** Since the answer was made, milliseconds: ages go on. */
  sinceMs: number;
  now: number;
  open: boolean;
  onOpen: (open: boolean) => void;
}

const Next = ({ stuck }: { stuck: StuckOrder }) => {
  const t = useTranslations();
  const word = useWord();
  const locale = useLocale();
  const step = nextStep(stuck);
  if (step === null) {
    const { status, verdict, help } = stuck;
    // Somebody outside the house, or what no page of ours sends: whose turn it is stands for it.
    if (status !== null && verdict === 'waiting-for-person' && help === null) return <span>{t(`turn.${status}`)}</span>;
    return <span className="quiet">{help === null ? t('stuck.by-itself') : t('stuck.helps')}</span>;
  }
  const roles = step.by.map((role) => word('role', role) ?? role);
  return (
    <>
      <b>{t(`command.${step.command}`)}</b>
      <span className="quiet">{new Intl.ListFormat(locale, { type: 'disjunction' }).format(roles)}</span>
    </>
  );
};

/** One order that stands still: which, why, how long, and what leads it on. */
export const StuckRow = ({ stuck, order, rank, sinceMs, now, open, onOpen }: StuckRowProps) => {
  const t = useTranslations();
  const word = useWord();
  const id = useId();
  const { order_id, verdict, cause, status, stage, waits_s, limit_s } = stuck;
  const look = VERDICT_LOOK[verdict];
  const name = orderName(order ?? { order_id });
  return (
    <li className="stuck-row" data-open={open || undefined}>
      <Button
        kind="plain"
        iconOnly
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={t('stuck.open', { order: name })}
        onClick={() => onOpen(!open)}
      >
        {open ? <ChevronDown /> : <ChevronRight />}
      </Button>
      <span className="stuck-rank quiet">{rank}</span>
      <div className="stuck-order">
        <Link to="/orders/$orderId" params={{ orderId: order_id }} className="cut" title={order_id}>
          {name}
        </Link>
        <span className="cut quiet">{order?.customer_ref ?? '–'}</span>
      </div>
      <div className="stuck-status">
        {status !== null && <Status status={status} />}
        {stage !== null && stage !== status && <Status status={stage} />}
      </div>
      <div className="stuck-why">
        <span className="stuck-verdict" data-hue={look.hue}>
          {look.fault && <TriangleAlert aria-hidden="true" />}
          {word('verdict', verdict) ?? verdict}
        </span>
        <span className="quiet">{word('cause', cause) ?? cause}</span>
      </div>
      <div className="stuck-stands">
        {waits_s === null ? (
          <span className="quiet">–</span>
        ) : (
          <AgeBar ageMs={waits_s * 1_000 + sinceMs} limitMs={limit_s === null ? null : limit_s * 1_000} />
        )}
        {order?.due_at != null && (
          <span className="quiet">
            {t('stuck.due')} <Due order={order} now={now} />
          </span>
        )}
      </div>
      <div className="stuck-next">
        <Next stuck={stuck} />
      </div>
      {open && <Evidence of={stuck} id={id} />}
    </li>
  );
};
