import { useSyncExternalStore } from 'react';
import { LANGUAGES, type Language } from '../texts/texts.ts';

export const THEMES = ['as-system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What somebody likes on this machine. Nothing of it is secret or shared. */
export interface Preferences {
  language: Language;
  theme: Theme;
  railPinned: boolean;
}

const KEY = 'order-ledger.preferences';

const usual = (): Preferences => ({
  language: LANGUAGES.find((language) => navigator.language.startsWith(language)) ?? 'en',
  theme: 'as-system',
  railPinned: false,
});

/** What an older or a foreign page has left there is no reason to fail. */
const parsed = (text: string | null): Partial<Record<keyof Preferences, unknown>> => {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
};

const read = (): Preferences => {
  const { language, theme, railPinned } = parsed(localStorage.getItem(KEY));
  const otherwise = usual();
  return {
    language: LANGUAGES.find((one) => one === language) ?? otherwise.language,
    theme: THEMES.find((one) => one === theme) ?? otherwise.theme,
    railPinned: typeof railPinned === 'boolean' ? railPinned : otherwise.railPinned,
  };
};

let preferences = read();
const listeners = new Set<() => void>();

const DARK = matchMedia('(prefers-color-scheme: dark)');

const show = (): void => {
  const { theme, language } = preferences;
  const dark = theme === 'dark' || (theme === 'as-system' && DARK.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.lang = language;
};

/** Puts theme and language on the document, now and when the system's theme changes. */
export const showPreferences = (): void => {
  show();
  DARK.addEventListener('change', show);
};

export const prefer = (changed: Partial<Preferences>): void => {
  preferences = { ...preferences, ...changed };
  localStorage.setItem(KEY, JSON.stringify(preferences));
  show();
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const preferred = (): Preferences => preferences;
export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferred);
