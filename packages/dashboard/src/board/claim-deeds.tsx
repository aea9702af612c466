import { Hand, Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { OrderDetail } from '../api/shapes.ts';
import { usePending } from '../commands/pending.ts';
import { useCommands } from '../commands/use-commands.tsx';
import { orderName } from '../order/order-name.ts';
import { useWho } from '../session/session.ts';
import { Button } from '../system/button.tsx';
import { Menu } from '../system/menu.tsx';
import { CLAIM, mayClaim, RELEASE } from './board-deeds.ts';
import { CLAIM_CHANGE_REASONS } from './reasons.ts';

/** Taking an order and giving it back, or why that is not possible now. */
export const ClaimDeeds = ({ order }: { order: OrderDetail }) => {
  const t = useTranslations();
  const { roles, subject } = useWho();
  const run = useCommands();
  const underWay = usePending().has(order.order_id);
  const about = orderName(order);
  if (!mayClaim(roles)) return <p className="quiet">{t('board.claim-not-yours')}</p>;
  const holder = order.claim?.operator;
  if (holder === subject && order.claim?.fence_token !== undefined) {
    const { fence_token } = order.claim;
    return (
      <div className="order-panel-deeds">
        <Menu
          trigger={
            <Button pending={underWay}>
              <Undo2 /> {t('board.release')}
            </Button>
          }
          groups={[
            {
              id: 'reasons',
              title: t('board.why'),
              entries: CLAIM_CHANGE_REASONS.map((reason) => ({
                id: reason,
                name: t(`reason.${reason}`),
                onChoose: () =>
                  void run({
                    ...{ path: RELEASE, orderId: order.order_id, name: t('board.release'), about },
                    body: { fence_token, reason },
                  }),
              })),
            },
          ]}
        />
      </div>
    );
  }
  return (
    <div className="order-panel-deeds">
      <Button
        kind="primary"
        pending={underWay}
        notNow={holder === undefined ? undefined : t('board.held-by', { holder })}
        onClick={() => void run({ path: CLAIM, orderId: order.order_id, body: {}, name: t('board.claim'), about })}
      >
        <Hand /> {t('board.claim')}
      </Button>
      {holder !== undefined && <span className="quiet">{t('board.held-by', { holder })}</span>}
    </div>
  );
};
