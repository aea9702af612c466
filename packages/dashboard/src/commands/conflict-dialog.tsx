import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useReasonText } from '../order/next/reason-text.ts';
import { type OrderNow, orderQuery, prospectsQuery, timelineQuery } from '../order/order-queries.ts';
import { WithOrderTexts } from '../order/with-order-texts.tsx';
import { Button } from '../system/button.tsx';
import { Dialog } from '../system/dialog.tsx';
import { Problem } from '../system/problem.tsx';
import { Skeleton } from '../system/skeleton.tsx';
import { closeConflict, closeConflicts } from './conflict.ts';
import { Meanwhile } from './meanwhile.tsx';
import { type Meant, useCommands } from './use-commands.tsx';

/** The same once more with the order as it is now, if it still takes it. */
const Decision = ({ meant, order }: { meant: Meant; order: OrderNow }) => {
  const t = useTranslations();
  const run = useCommands();
  const { data } = useQuery(prospectsQuery(order.order_id));
  const prospect = data?.prospects.find(({ command }) => command === meant.command);
  const obstacle = useReasonText(order);
  const reason = prospect === undefined ? null : obstacle(prospect);
  if (data !== undefined && (prospect === undefined || reason !== null))
    return <span>{reason === null ? t('conflict.no-more') : t('orderPage.not-any-more', { reason })}</span>;
  const again = (): void => {
    closeConflict();
    // A new press with a key of its own: he decides anew, on what he sees now.
    void run({ ...meant, seenVersion: order.event_version });
  };
  return (
    <Button kind="primary" pending={data === undefined} onClick={again}>
      {t('conflict.all-the-same', { name: meant.name })}
    </Button>
  );
};

interface ConflictProps {
  meant: Meant;
  /** How many more there are: several orders were meant at once. */
  rest: number;
}

const Shown = ({ meant, rest }: ConflictProps) => {
  const t = useTranslations();
  const { orderId = '', seenVersion = 0, name, about } = meant;
  const { data: order } = useQuery(orderQuery(orderId, undefined));
  const timeline = useQuery(timelineQuery(orderId, undefined));
  return (
    <Dialog
      open
      onClose={closeConflict}
      width={520}
      title={t('conflict.title', { about })}
      says={t('conflict.says', { name })}
      deeds={
        <>
          {rest > 0 && (
            <span className="dialog-apart">
              <Button kind="plain" onClick={closeConflicts}>
                {t('conflict.leave-all', { count: rest + 1 })}
              </Button>
            </span>
          )}
          <Button onClick={closeConflict}>{t('words.cancel')}</Button>
          {order !== undefined && <Decision meant={meant} order={order} />}
        </>
      }
    >
      {timeline.error !== null && <Problem error={timeline.error} onRetry={() => void timeline.refetch()} />}
      {timeline.isPending && <Skeleton width="60%" />}
      {timeline.data !== undefined && <Meanwhile events={timeline.data} since={seenVersion} />}
      {rest > 0 && <p className="quiet">{t('conflict.rest', { count: rest })}</p>}
    </Dialog>
  );
};

/** What has changed since he looked, and the same command once more if the order still takes it. */
export default function ConflictDialog({ meant, rest }: ConflictProps) {
  return (
    <WithOrderTexts>
      <Shown key={`${meant.orderId} ${meant.seenVersion}`} meant={meant} rest={rest} />
    </WithOrderTexts>
  );
}
