import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { StatusName } from '../../api/shapes.ts';
import { Button } from '../../system/button.tsx';
import { Menu, type MenuGroup } from '../../system/menu.tsx';
import { tell } from '../../system/toasts.ts';
import { CommandDialog } from '../forms/command-dialog.tsx';
import { commandDocumentQuery, schemaIn } from '../forms/command-schemas.ts';
import { fieldsOf } from '../forms/fields.ts';
import { askedFields, type Presets, presetsFor } from '../forms/presets.ts';
import { isDanger, type PageCommand } from '../next/commands.ts';
import { useReasonText } from '../next/reason-text.ts';
import { whatNext } from '../next/what-next.ts';
import type { OrderEvent, OrderNow, Prospects } from '../order-queries.ts';
import { Refusal } from '../sending/refusal.tsx';
import { useSending } from '../sending/use-sending.ts';
import './what-now.css';

interface WhatNowProps {
  order: OrderNow;
  events: readonly OrderEvent[];
  prospects: Prospects['prospects'];
}

/** A form, with what it had when it was opened: ids that were made for it belong to it alone. */
interface Open {
  command: PageCommand;
  presets: Presets;
}

/** Fields that are not required, and wanted all the same whenever the schema has them. */
const WANTED: readonly string[] = ['good_quantity', 'parcels', 'tracking_number', 'proof_of_delivery_id'];

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

/** Whose turn it is, and what the reader may do. */
export const WhatNow = ({ order, events, prospects }: WhatNowProps) => {
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
  const { primary, others, refused } = useMemo(() => whatNext(prospects, order), [prospects, order]);
  const shipment_request_id = useMemo(() => openShipment(events), [events]);
  /** What needs no word more than the press is done by it. */
  const choose = (command: PageCommand): void => {
    sender.forget();
    const made = presetsFor(command, order.status, { ...order, shipment_request_id }, { locale, newId });
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

  const groups: MenuGroup[] = others.map(({ group, offers }) => ({
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
  const { sending } = sender;
  const pending = sending.state === 'pending' ? sending.command : null;
  return (
    <section className="order-section what-now" aria-label={t('orderPage.what-now')}>
      <h2 className="section-title">{t('orderPage.what-now')}</h2>
      <p className="what-now-turn">{t(`turn.${order.status as StatusName}`)}</p>
      {(primary !== null || groups.length > 0) && (
        <div className="what-now-deeds">
          {primary !== null && (
            <Button kind="primary" pending={pending === primary.command} onClick={() => choose(primary.command)}>
              {t(`command.${primary.command}`)}
            </Button>
          )}
          {groups.length > 0 && (
            <Menu
              align="end"
              label={t('orderPage.more')}
              groups={groups}
              trigger={
                <Button pending={pending !== null && pending !== primary?.command}>
                  {t('orderPage.more')}
                  <ChevronDown />
                </Button>
              }
            />
          )}
        </div>
      )}
      {open === null && sending.state === 'failed' && (
        <Refusal
          failed={sending}
          {...{ events, prospects, reasonText }}
          onDecide={() => choose(sending.meant.command)}
          onAgain={sender.again}
        />
      )}
      {primary === null && groups.length === 0 && refused.length === 0 && (
        <p className="quiet">{t('orderPage.no-commands')}</p>
      )}
      {refused.length > 0 && (
        <details className="what-now-refused">
          <summary>{t('orderPage.not-now', { count: refused.length })}</summary>
          <ul>
            {refused.map(({ command, reason }) => (
              <li key={command}>
                <b>{t(`command.${command}`)}</b> <span>{reasonText.words(reason)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {open !== null && (
        <CommandDialog
          key={open.command}
          {...open}
          {...{ order, events, prospects, sender }}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
};
