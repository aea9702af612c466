import type {} from 'use-intl';
import type en from './en.ts';

export type English = typeof en;
/** The same names, any text: what another language has to have. */
type Translated<Part> = { readonly [Name in keyof Part]: Part[Name] extends string ? string : Translated<Part[Name]> };
export type Texts = Translated<English>;

export const LANGUAGES = ['en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: English;
  }
}

/** Only the language that is read is loaded. */
const LOADED: Readonly<Record<Language, () => Promise<{ default: Texts }>>> = {
  en: () => import('./en.ts'),
  ru: () => import('./ru.ts'),
};

/** Keys and arguments are checked by the English texts, whichever language is read; a test holds the others to these. */
export const loadTexts = async (language: Language): Promise<English> => (await LOADED[language]()).default as English;
