import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CommandGroup, CommandInput, CommandItem, CommandList, CommandRoot } from 'cmdk';
import { Keyboard, Moon, Play, Sun, TriangleAlert } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslations } from 'use-intl';
import { answered, queries } from '../api/queries.ts';
import type { Order } from '../api/shapes.ts';
import { useOffered } from '../commands/offered-deeds.ts';
import { orderName } from '../order/order-name.ts';
import { useWho } from '../session/session.ts';
import { Dialog } from '../system/dialog.tsx';
import { Status } from '../system/status.tsx';
import { openOverlay } from './overlay.ts';
import { offeredPages } from './pages.ts';
import { prefer } from './preferences.ts';
import './palette.css';

/** The API finds orders by a whole id or reference, so a letter or two is nothing to ask for. */
const SHORTEST_ASKED = 3;
const SHOWN = 8;

const useFound = (sought: string) =>
  useQuery({
    queryKey: ['palette', sought],
    enabled: sought.length >= SHORTEST_ASKED,
    queryFn: ({ signal }) =>
      answered(queries.GET('/v1/orders', { params: { query: { q: sought, limit: SHOWN } }, signal })),
  });

const Found = ({ sought, onOpen }: { sought: string; onOpen: (order: Order) => void }) => {
  const t = useTranslations('palette');
  const { data, isFetching } = useFound(sought);
  if (sought.length < SHORTEST_ASKED) return <p className="palette-says">{t('type-whole')}</p>;
  if (data === undefined) return isFetching ? <p className="palette-says">{t('searching')}</p> : null;
  if (data.orders.length === 0) return <p className="palette-says">{t('no-order')}</p>;
  return (
    <CommandGroup heading={t('orders')}>
      {data.orders.map((order) => (
        <CommandItem
          key={order.order_id}
          className="palette-entry"
          value={order.order_id}
          keywords={[sought]}
          onSelect={() => onOpen(order)}
        >
          <b>{orderName(order)}</b>
          <span className="palette-entry-name cut quiet">{order.customer_ref}</span>
          <Status status={order.status} />
        </CommandItem>
      ))}
    </CommandGroup>
  );
};

/** What the order takes that is open under the palette. */
const Deeds = ({ onChosen }: { onChosen: (deed: () => void) => () => void }) => {
  const t = useTranslations('palette');
  const offered = useOffered();
  if (offered === null || offered.deeds.length === 0) return null;
  const { about, deeds, choose } = offered;
  return (
    <CommandGroup heading={t('of-order', { order: about })}>
      {deeds.map(({ id, name, danger }) => (
        <CommandItem
          key={id}
          className="palette-entry"
          data-danger={danger || undefined}
          value={`${name} ${about}`}
          onSelect={onChosen(() => choose(id))}
        >
          {danger ? <TriangleAlert aria-hidden="true" /> : <Play aria-hidden="true" />}
          {name}
        </CommandItem>
      ))}
    </CommandGroup>
  );
};

export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const navigate = useNavigate();
  const { roles } = useWho();
  const [typed, setTyped] = useState('');
  const sought = useDeferredValue(typed.trim());
  const then = (deed: () => void) => () => {
    onClose();
    deed();
  };
  return (
    <Dialog open onClose={onClose} title={t('palette.title')} titleHidden width={560}>
      <CommandRoot className="palette" label={t('palette.title')}>
        <CommandInput
          className="palette-field"
          value={typed}
          onValueChange={setTyped}
          placeholder={t('palette.field')}
          aria-label={t('palette.field')}
        />
        <CommandList className="palette-list">
          <Found
            sought={sought}
            onOpen={(order) => {
              onClose();
              void navigate({ to: '/orders/$orderId', params: { orderId: order.order_id } });
            }}
          />
          <Deeds onChosen={then} />
          <CommandGroup heading={t('palette.pages')}>
            {offeredPages(roles).map(([name, { path, icon: Icon }]) => (
              <CommandItem
                key={name}
                className="palette-entry"
                value={t(`pages.${name}`)}
                onSelect={then(() => void navigate({ to: path }))}
              >
                <Icon aria-hidden="true" />
                {t(`pages.${name}`)}
              </CommandItem>
            ))}
          </CommandGroup>
          <CommandGroup heading={t('palette.commands')}>
            <CommandItem
              className="palette-entry"
              value={`${t('frame.theme')} ${t('frame.light')}`}
              onSelect={then(() => prefer({ theme: 'light' }))}
            >
              <Sun aria-hidden="true" /> {t('frame.theme')}: {t('frame.light')}
            </CommandItem>
            <CommandItem
              className="palette-entry"
              value={`${t('frame.theme')} ${t('frame.dark')}`}
              onSelect={then(() => prefer({ theme: 'dark' }))}
            >
              <Moon aria-hidden="true" /> {t('frame.theme')}: {t('frame.dark')}
            </CommandItem>
            <CommandItem
              className="palette-entry"
              value={t('frame.shortcuts')}
              onSelect={then(() => openOverlay('shortcuts'))}
            >
              <Keyboard aria-hidden="true" /> {t('frame.shortcuts')}
            </CommandItem>
          </CommandGroup>
        </CommandList>
      </CommandRoot>
    </Dialog>
  );
}
