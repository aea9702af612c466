import { Link } from '@tanstack/react-router';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useWho } from '../session/session.ts';
import mark from './mark.svg';
import { offeredPages } from './pages.ts';
import { prefer, usePreferences } from './preferences.ts';
import './rail.css';

/** Names stand beside the icons where the rail is pinned; otherwise they come when pointed at. */
const Named = ({ name, pinned, children }: { name: string; pinned: boolean; children: ReactNode }) =>
  pinned ? (
    children
  ) : (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="rail-name-floating" side="right" sideOffset={8}>
          {name}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );

export const Rail = () => {
  const t = useTranslations();
  const { roles } = useWho();
  const { railPinned } = usePreferences();
  const pinning = t(railPinned ? 'frame.unpin' : 'frame.pin');
  return (
    <Tooltip.Provider delayDuration={200}>
      <nav className="rail" aria-label={t('frame.navigation')}>
        <Link to="/" className="rail-mark" aria-label="order-ledger" activeProps={{}}>
          <img src={mark} alt="" />
          {railPinned && 'order-ledger'}
        </Link>
        {offeredPages(roles).map(([name, { path, icon: Icon }]) => (
          <Named key={name} name={t(`pages.${name}`)} pinned={railPinned}>
            <Link
              to={path}
              className="rail-entry"
              aria-label={t(`pages.${name}`)}
              activeOptions={{ exact: true, includeSearch: false }}
            >
              <Icon aria-hidden="true" />
              {railPinned && t(`pages.${name}`)}
            </Link>
          </Named>
        ))}
        <div className="rail-foot">
          <Named name={pinning} pinned={railPinned}>
            <button
              type="button"
              className="rail-entry"
              aria-label={pinning}
              aria-pressed={railPinned}
              onClick={() => prefer({ railPinned: !railPinned })}
            >
              {railPinned ? <PanelLeftClose aria-hidden="true" /> : <PanelLeftOpen aria-hidden="true" />}
              {railPinned && pinning}
            </button>
          </Named>
        </div>
      </nav>
    </Tooltip.Provider>
  );
};
