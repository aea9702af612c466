import { useTranslations } from 'use-intl';
import type { StatusName } from '../../api/shapes.ts';
import type { MenuGroup } from '../../system/menu.tsx';
import { isDanger, type PageCommand } from '../next/commands.ts';
import type { WhatNext } from '../next/what-next.ts';

/** What else may be sent, as a menu lists it. */
export const useDeedGroups = (
  others: WhatNext['others'],
  choose: (command: PageCommand) => void,
): readonly MenuGroup[] => {
  const t = useTranslations();
  return others.map(({ group, offers }) => ({
    id: group,
    title: t(`commandGroup.${group}`),
    entries: offers.map(({ command, to }) => ({
      id: command,
      name: t(`command.${command}`),
      danger: isDanger(command),
      ...(to === null ? {} : { why: t('orderPage.leads-to', { status: t(`status.${to as StatusName}`) }) }),
      onChoose: () => choose(command),
    })),
  }));
};
