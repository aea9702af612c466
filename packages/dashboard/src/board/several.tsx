import { Flag, Hand, Pause, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { newKey } from '../api/commands.ts';
import type { Order, Priority } from '../api/shapes.ts';
import { useCommands } from '../commands/use-commands.tsx';
import type { PageCommand } from '../order/next/commands.ts';
import { orderName } from '../order/order-name.ts';
import { Button } from '../system/button.tsx';
import { Menu } from '../system/menu.tsx';
import { tell } from '../system/toasts.ts';
import { CLAIM, HOLD, PRIORITY, useOffers } from './board-deeds.ts';
import { PRIORITIES } from './board-search.ts';
import { HOLD_REASONS, SCHEDULE_CHANGE_REASONS } from './reasons.ts';
import './several.css';

type Run = ReturnType<typeof useCommands>;

/** One after the other: each is a command of its own, which is accepted or refused by itself. */
const forEach = async (orders: readonly Order[], send: (order: Order) => ReturnType<Run>): Promise<number> => {
  let done = 0;
  for (const order of orders) done += (await send(order)).is === 'done' ? 1 : 0;
  return done;
};

/** What can be done with several orders at once by whoever looks. */
export const Several = ({ orders, onClear }: { orders: readonly Order[]; onClear: () => void }) => {
  const t = useTranslations();
  const { offered, reasonsFor } = useOffers(orders);
  const run = useCommands();
  const [underWay, setUnderWay] = useState(false);

  const all = async (name: string, send: (order: Order) => ReturnType<Run>): Promise<void> => {
    setUnderWay(true);
    const done = await forEach(orders, send);
    setUnderWay(false);
    if (done > 0) tell({ kind: 'done', title: t('board.done-of', { name, done, count: orders.length }) });
    if (done === orders.length) onClear();
  };
  const aboutOf = (order: Order) => ({ orderId: order.order_id, about: orderName(order), onDone: () => undefined });
  const claim = (): void => {
    const name = t('board.claim');
    void all(name, (order) => run({ ...aboutOf(order), command: 'ClaimOrder', path: CLAIM, body: {}, name }));
  };
  const hold = (reason: (typeof HOLD_REASONS)[number]): void => {
    const name = t('board.hold');
    void all(name, (order) =>
      run({
        ...aboutOf(order),
        command: 'HoldOrder',
        path: HOLD,
        name,
        seenVersion: order.event_version,
        body: { hold_id: newKey(), reason },
      }),
    );
  };
  const prioritise = (priority: Priority, reason: (typeof SCHEDULE_CHANGE_REASONS)[number]): void => {
    const name = `${t('board.priority')}: ${t(`priority.${priority}`)}`;
    void all(name, (order) =>
      run({
        ...aboutOf(order),
        command: 'ChangePriority',
        path: PRIORITY,
        name,
        seenVersion: order.event_version,
        body: { priority, reason },
      }),
    );
  };

  const deed = (command: PageCommand, name: ReactNode, button: ReactNode): ReactNode => {
    const how = offered(command);
    if (how === 'never') return null;
    return how === 'yes' ? button : <Button notNow={t('board.none-takes')}>{name}</Button>;
  };
  const names = {
    claim: (
      <>
        <Hand /> {t('board.claim')}
      </>
    ),
    priority: (
      <>
        <Flag /> {t('board.priority')}
      </>
    ),
    hold: (
      <>
        <Pause /> {t('board.hold')}
      </>
    ),
  };

  return (
    <div className="several" role="toolbar" aria-label={t('board.several', { count: orders.length })}>
      <b>{t('board.several', { count: orders.length })}</b>
      {deed(
        'ClaimOrder',
        names.claim,
        <Button pending={underWay} onClick={claim}>
          {names.claim}
        </Button>,
      )}
      {deed(
        'ChangePriority',
        names.priority,
        <Menu
          trigger={<Button pending={underWay}>{names.priority}</Button>}
          groups={PRIORITIES.map((priority) => ({
            id: priority,
            title: t(`priority.${priority}`),
            entries: reasonsFor('ChangePriority', SCHEDULE_CHANGE_REASONS).map((reason) => ({
              id: reason,
              name: t(`reason.${reason}`),
              onChoose: () => prioritise(priority, reason),
            })),
          }))}
        />,
      )}
      {deed(
        'HoldOrder',
        names.hold,
        <Menu
          trigger={<Button pending={underWay}>{names.hold}</Button>}
          groups={[
            {
              id: 'reasons',
              title: t('board.why'),
              entries: reasonsFor('HoldOrder', HOLD_REASONS).map((reason) => ({
                id: reason,
                name: t(`reason.${reason}`),
                onChoose: () => hold(reason),
              })),
            },
          ]}
        />,
      )}
      <span className="several-space" />
      <Button kind="plain" iconOnly aria-label={t('board.clear-choice')} onClick={onClear}>
        <X />
      </Button>
    </div>
  );
};
