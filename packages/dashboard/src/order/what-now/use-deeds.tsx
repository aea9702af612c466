import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { StatusName } from '../../api/shapes.ts';
import { Refusal } from '../../commands/refusal.tsx';
import { useSending } from '../../commands/use-sending.ts';
import { tell } from '../../system/toasts.ts';
import { CommandDialog } from '../forms/command-dialog.tsx';
import { commandDocumentQuery, schemaIn } from '../forms/command-schemas.ts';
import { fieldsOf } from '../forms/fields.ts';
import { askedFields, type Presets, presetsFor } from '../forms/presets.ts';
import { isDanger, type PageCommand } from '../next/commands.ts';
import { useReasonText } from '../next/reason-text.ts';
import { type WhatNext, whatNext } from '../next/what-next.ts';
import type { OrderEvent, OrderNow, Prospects } from '../order-queries.ts';

export interface DeedsOf {
  order: OrderNow;
  events: readonly OrderEvent[];
  prospects: Prospects['prospects'];
  /** To whom it may be handed over, as far as it is known. */
  operators?: readonly string[] | undefined;
}

export interface Deeds extends WhatNext {
  /** Does it, or asks first for what it needs. */
  choose: (command: PageCommand) => void;
  /** Which is under way. */
  pending: PageCommand | null;
  reasonText: ReturnType<typeof useReasonText>;
  /** What the last one was refused with; stands where the buttons are. */
  refusal: ReactNode;
  /** The form that is open. */
  form: ReactNode;
}

/** A form, with what it had when it was opened: ids that were made for it belong to it alone. */
interface Open {
  command: PageCommand;
  presets: Presets;
}

/** Fields that are not required, and wanted all the same whenever the schema has them. */
const WANTED: readonly string[] = [
  'accepts_risk',
  'good_quantity',
  'parcels',
  'tracking_number',
  'proof_of_delivery_id',
];

/** They need one field of several, which no schema says. */
const choosesOne = (command: PageCommand, status: string): boolean =>
  command === 'ReviseOrder' || command === 'RecordCorrection' || (command === 'CloseOrder' && status === 'RETURNED');

/** The request that the carrier has not answered yet, of the order's events. */
const openShipment = (events: readonly OrderEvent[]): string | null => {
  const last = events.findLast(({ type }) => ['ShipmentRequested', 'ShipmentDeclined'].includes(type));
  const id = last?.type === 'ShipmentRequested' ? last.data.shipment_request_id : undefined;
  return typeof id === 'string' ? id : null;
};

const newId = (kind: string): string => `${kind}-${crypto.randomUUID()}`;

/** What the reader may do with an order, and the doing of it: the same wherever an order's buttons stand. */
export const useDeeds = ({ order, events, prospects, operators }: DeedsOf): Deeds => {
  const t = useTranslations();
  const locale = useLocale();
  const [open, setOpen] = useState<Open | null>(null);
  const document = useQuery(commandDocumentQuery);
  const reasonText = useReasonText(order);
  const sender = useSending(order.order_id, (command, answer) => {
    setOpen(null);
    tell({
      kind: 'done',
      title: t('orderPage.done', { command: t(`command.${command}`) }),
      says: t('orderPage.done-status', { status: t(`status.${answer.status as StatusName}`) }),
    });
  });
  const next = useMemo(() => whatNext(prospects, order), [prospects, order]);
  const shipment_request_id = useMemo(() => openShipment(events), [events]);
  /** What needs no word more than the press is done by it. */
  const choose = (command: PageCommand): void => {
    sender.forget();
    const made = presetsFor(command, order.status, { ...order, shipment_request_id, operators }, { locale, newId });
    const asks =
      document.data === undefined ||
      isDanger(command) ||
      choosesOne(command, order.status) ||
      askedFields(fieldsOf(schemaIn(document.data, command)), made).some(
        ({ name, required }) => required || WANTED.includes(name),
      );
    if (asks) setOpen({ command, presets: made });
    else sender.press(command, { ...made.silent }, order.event_version);
  };
  const { sending } = sender;
  return {
    ...next,
    choose,
    reasonText,
    pending: sending.state === 'pending' ? sending.command : null,
    refusal: open === null && sending.state === 'failed' && (
      <Refusal
        failed={sending}
        {...{ events, prospects, reasonText }}
        onDecide={() => choose(sending.command)}
        onAgain={sender.again}
      />
    ),
    form: open !== null && (
      <CommandDialog
        key={open.command}
        {...open}
        {...{ order, events, prospects, sender }}
        onClose={() => setOpen(null)}
      />
    ),
  };
};
