import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { isDanger, type PageCommand } from '../order/next/commands.ts';
import type { WhatNext } from '../order/next/what-next.ts';

/** What the open order takes now of whoever looks, for the palette. */
export interface OfferedDeeds {
  /** Which order, as people call it. */
  readonly about: string;
  readonly deeds: readonly { readonly id: PageCommand; readonly name: string; readonly danger: boolean }[];
  readonly choose: (command: PageCommand) => void;
}

let offered: OfferedDeeds | null = null;
const listeners = new Set<() => void>();

const become = (next: OfferedDeeds | null): void => {
  offered = next;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useOffered = (): OfferedDeeds | null => useSyncExternalStore(subscribe, () => offered);

interface OrdersDeeds extends Pick<WhatNext, 'primary' | 'others'> {
  choose: (command: PageCommand) => void;
}

/** Offers them for as long as the order is open. */
export const useOfferedDeeds = (about: string, { primary, others, choose }: OrdersDeeds): void => {
  const t = useTranslations('command');
  const newest = useRef(choose);
  useEffect(() => {
    newest.current = choose;
  });
  useEffect(() => {
    const commands = [primary, ...others.flatMap(({ offers }) => offers)].flatMap((offer) =>
      offer === null ? [] : [offer.command],
    );
    const mine: OfferedDeeds = {
      about,
      deeds: commands.map((id) => ({ id, name: t(id), danger: isDanger(id) })),
      choose: (command) => newest.current(command),
    };
    become(mine);
    return () => {
      if (offered === mine) become(null);
    };
  }, [about, primary, others, t]);
};
