import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { StatusName } from '../api/shapes.ts';
import { useOfferedDeeds } from '../commands/offered-deeds.ts';
import { COMMANDS, type Group } from '../order/next/commands.ts';
import type { Reason } from '../order/next/what-next.ts';
import { orderName } from '../order/order-name.ts';
import { useDeedGroups } from '../order/what-now/deed-groups.ts';
import { type DeedsOf, useDeeds } from '../order/what-now/use-deeds.tsx';
import { useWho } from '../session/session.ts';
import { Button } from '../system/button.tsx';
import { KeyHint } from '../system/key-hint.tsx';
import { Menu } from '../system/menu.tsx';
import { useFloorKeys } from './use-floor-keys.ts';

/** What is done all day stands as buttons; money, terms and what stops an order are in the menu. */
const AS_BUTTONS: readonly Group[] = ['on', 'claim'];

/** Whose turn it is says this already. */
const SAID_BY_TURN: readonly Reason['why'][] = ['status', 'role'];

/** Whoever has the order knows that; what he does not know is that another role goes on with it. */
const SAID_TO_HOLDER: readonly Reason['why'][] = ['status', 'claimed'];

/** The next thing as one large button, what else there is beside it, and why there is none. */
export const FloorDeeds = (props: DeedsOf) => {
  const t = useTranslations();
  const { order } = props;
  const deeds = useDeeds(props);
  const { primary, others, pending, choose } = deeds;
  useOfferedDeeds(orderName(order), deeds);
  useFloorKeys({ KeyN: primary === null ? undefined : () => choose(primary.command) });
  const buttons = others.filter(({ group }) => AS_BUTTONS.includes(group)).flatMap(({ offers }) => offers);
  const menu = useDeedGroups(
    others.filter(({ group }) => !AS_BUTTONS.includes(group)),
    choose,
  );
  const mine = order.claim?.operator === useWho().subject;
  const nearest = deeds.refused.find(
    ({ command, reason: { why } }) =>
      (why === 'claimed' && !mine) ||
      (COMMANDS[command].group === 'on' && !(mine ? SAID_TO_HOLDER : SAID_BY_TURN).includes(why)),
  );
  const told = nearest !== undefined;
  // Then it is nobody's turn but the holder's.
  const claimed = told && nearest.reason.why === 'claimed';
  return (
    <section className="floor-deeds" aria-label={t('orderPage.what-now')}>
      {primary === null ? (
        <p className="floor-turn">
          {claimed || (mine && told) ? null : `${t(`turn.${order.status as StatusName}`)} `}
          {told && (
            <span className={claimed ? undefined : 'quiet'}>
              {claimed ? '' : `${t(`command.${nearest.command}`)}: `}
              {deeds.reasonText.words(nearest.reason)}
            </span>
          )}
        </p>
      ) : (
        <Button kind="primary" pending={pending === primary.command} onClick={() => choose(primary.command)}>
          {t(`command.${primary.command}`)} <KeyHint keys="N" />
        </Button>
      )}
      {deeds.refusal}
      {(buttons.length > 0 || menu.length > 0) && (
        <div className="floor-others">
          {buttons.map(({ command }) => (
            <Button key={command} pending={pending === command} onClick={() => choose(command)}>
              {t(`command.${command}`)}
            </Button>
          ))}
          {menu.length > 0 && (
            <Menu
              align="end"
              label={t('orderPage.more')}
              groups={menu}
              trigger={
                <Button>
                  {t('orderPage.more')} <ChevronDown />
                </Button>
              }
            />
          )}
        </div>
      )}
      {deeds.form}
    </section>
  );
};
