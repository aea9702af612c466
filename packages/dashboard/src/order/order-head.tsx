import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { StatusName } from '../api/shapes.ts';
import { useNow } from '../app/clock.tsx';
import { Button } from '../system/button.tsx';
import { useDurationText } from '../system/duration.tsx';
import { Status } from '../system/status.tsx';
import { Time } from '../system/time.tsx';
import type { OrderNow } from './order-queries.ts';

/** How often an age is told anew. */
const AGES_EVERY_MS = 5_000;

const CopyId = ({ id }: { id: string }) => {
  const t = useTranslations('orderPage');
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(id);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <span className="order-id">
      <span className="mono cut" title={id}>
        {id}
      </span>
      <Button kind="plain" iconOnly aria-label={t(copied ? 'copied' : 'copy-id')} onClick={() => void copy()}>
        <Copy />
      </Button>
      <span className="only-read" role="status">
        {copied ? t('copied') : ''}
      </span>
    </span>
  );
};

/** Which order it is, where it stands, and since when. */
export const OrderHead = ({ order, past }: { order: OrderNow; past: boolean }) => {
  const t = useTranslations('orderPage');
  const duration = useDurationText();
  const now = useNow(AGES_EVERY_MS);
  const { order_id, external_ref, customer_ref, status, stage, status_entered_at, is_active } = order;
  const frozen = stage !== undefined && stage !== status;
  return (
    <header className="order-head">
      <h1>{external_ref ?? customer_ref ?? t('order')}</h1>
      <Status status={status as StatusName} />
      {frozen && <Status status={stage as StatusName} />}
      <span className="order-since">
        <Time at={status_entered_at} />
        {is_active && !past && ` · ${duration(now - Date.parse(status_entered_at))}`}
      </span>
      <span className="order-grow" />
      <CopyId id={order_id} />
    </header>
  );
};
