import { ServerCrash, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { numberText } from '../system/formats.ts';
import type { StuckAnswer } from './verdict-look.ts';

/** What holds for every order: who is away, and where messages have died. Nothing where nothing is wrong. */
export const SystemState = ({ system }: { system: StuckAnswer['system'] }) => {
  const t = useTranslations('stuck');
  const locale = useLocale();
  const away = system.processes.filter(({ state }) => state !== 'ready');
  const letters = system.queues.filter(({ dead_letters }) => (dead_letters ?? 0) > 0);
  const ledger = system.ledger.startsWith('away');
  if (away.length === 0 && letters.length === 0 && !ledger) return null;
  return (
    <ul className="stuck-system" aria-label={t('system')}>
      {ledger && (
        <li data-hue="bad">
          <ServerCrash aria-hidden="true" /> {t('ledger-away')} <span lang="en">{system.ledger}</span>
        </li>
      )}
      {away.map(({ name, state, silence, codes }) => (
        <li key={name} data-hue="bad">
          <ServerCrash aria-hidden="true" /> <b>{name}</b> {t(`process.${state as 'silent' | 'not-ready'}`)}{' '}
          <span className="mono" lang="en">
            {[silence, ...codes].filter((each) => each !== null).join(', ')}
          </span>
        </li>
      ))}
      {letters.map(({ queue, dead_letters, retrying }) => (
        <li key={queue} data-hue="hold">
          <TriangleAlert aria-hidden="true" /> <b>{queue}</b>{' '}
          {t('dead-letters', { count: dead_letters ?? 0, retrying: numberText(retrying ?? 0, locale) })}
        </li>
      ))}
    </ul>
  );
};
