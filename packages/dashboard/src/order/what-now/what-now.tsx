import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { StatusName } from '../../api/shapes.ts';
import { useOfferedDeeds } from '../../commands/offered-deeds.ts';
import { Button } from '../../system/button.tsx';
import { Menu } from '../../system/menu.tsx';
import { orderName } from '../order-name.ts';
import { useDeedGroups } from './deed-groups.ts';
import { type DeedsOf, useDeeds } from './use-deeds.tsx';
import './what-now.css';

/** Whose turn it is, and what the reader may do. */
export const WhatNow = (props: DeedsOf) => {
  const { order } = props;
  const t = useTranslations();
  const deeds = useDeeds(props);
  const { primary, others, refused, pending, choose } = deeds;
  const groups = useDeedGroups(others, choose);
  useOfferedDeeds(orderName(order), deeds);
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
      {deeds.refusal}
      {primary === null && groups.length === 0 && refused.length === 0 && (
        <p className="quiet">{t('orderPage.no-commands')}</p>
      )}
      {refused.length > 0 && (
        <details className="what-now-refused">
          <summary>{t('orderPage.not-now', { count: refused.length })}</summary>
          <ul>
            {refused.map(({ command, reason }) => (
              <li key={command}>
                <b>{t(`command.${command}`)}</b> <span>{deeds.reasonText.words(reason)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {deeds.form}
    </section>
  );
};
