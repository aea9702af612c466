import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { BookOpen, CircleUser, Keyboard, Languages, LogOut, Monitor, Moon, Search, Sun } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { leave, useWho } from '../session/session.ts';
import { Button } from '../system/button.tsx';
import { KeyHint } from '../system/key-hint.tsx';
import { Menu } from '../system/menu.tsx';
import { LANGUAGES, type Language } from '../texts/texts.ts';
import { PlantClock } from './clock.tsx';
import { FreshnessWords } from './freshness-words.tsx';
import { openOverlay } from './overlay.ts';
import { prefer, THEMES, type Theme, usePreferences } from './preferences.ts';
import { useSite } from './site.ts';
import './top-line.css';

/** Each language by its own name: who cannot read the present one finds his. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский' };
const THEME_ICONS: Readonly<Record<Theme, React.ReactNode>> = {
  'as-system': <Monitor />,
  light: <Sun />,
  dark: <Moon />,
};

/** Of the APIs at this origin; what is tried there is sent as whoever is signed in here. */
const REFERENCE = '/docs';

const LanguageMenu = () => {
  const t = useTranslations('frame');
  const { language } = usePreferences();
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="plain" aria-label={`${t('language')}: ${language.toUpperCase()}`}>
          <Languages /> {language.toUpperCase()}
        </Button>
      }
      groups={[
        {
          id: 'languages',
          entries: LANGUAGES.map((one) => ({
            id: one,
            name: LANGUAGE_NAMES[one],
            chosen: one === language,
            onChoose: () => prefer({ language: one }),
          })),
        },
      ]}
    />
  );
};

const ThemeMenu = () => {
  const t = useTranslations('frame');
  const { theme } = usePreferences();
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="plain" iconOnly aria-label={t('theme')}>
          {THEME_ICONS[theme]}
        </Button>
      }
      groups={[
        {
          id: 'themes',
          entries: THEMES.map((one) => ({
            id: one,
            name: t(one),
            icon: THEME_ICONS[one],
            chosen: one === theme,
            onChoose: () => prefer({ theme: one }),
          })),
        },
      ]}
    />
  );
};

const WhoMenu = () => {
  const t = useTranslations('frame');
  const navigate = useNavigate();
  const client = useQueryClient();
  const { name, roles } = useWho();
  const { sign_in } = useSite();
  /** The pages go first: they are somebody's. What they have read is not for the next one. */
  const signOut = async (): Promise<void> => {
    await navigate({ to: '/sign-in' });
    leave();
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'site' });
    if (sign_in.kind === 'oidc') await (await import('../session/oidc.ts')).leaveProvider(sign_in);
  };
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="plain" title={roles.join(', ')}>
          <CircleUser /> <span className="cut top-line-who">{name}</span>
        </Button>
      }
      groups={[
        {
          id: 'who',
          title: roles.join(', '),
          entries: [
            {
              id: 'shortcuts',
              name: t('shortcuts'),
              icon: <Keyboard />,
              keys: <KeyHint keys="?" />,
              onChoose: () => openOverlay('shortcuts'),
            },
            {
              id: 'reference',
              name: t('reference'),
              icon: <BookOpen />,
              onChoose: () => window.open(REFERENCE),
            },
            {
              id: 'leave',
              name: t('sign-out'),
              icon: <LogOut />,
              onChoose: () => void signOut(),
            },
          ],
        },
      ]}
    />
  );
};

export const TopLine = () => {
  const t = useTranslations('frame');
  return (
    <header className="top-line">
      <button type="button" className="top-line-search" onClick={() => openOverlay('palette')}>
        <Search aria-hidden="true" />
        <span className="cut">{t('search')}</span>
        <KeyHint keys="Ctrl K" />
      </button>
      <span className="top-line-space" />
      <FreshnessWords />
      <PlantClock />
      <LanguageMenu />
      <ThemeMenu />
      <WhoMenu />
    </header>
  );
};
