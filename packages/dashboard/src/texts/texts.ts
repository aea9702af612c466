import type {} from 'use-intl';
import type en from './en.ts';
import type analysis from './en-analysis.ts';
import type order from './en-order.ts';

type EnglishOrder = typeof order;
type EnglishAnalysis = typeof analysis;
export type English = typeof en & EnglishOrder & EnglishAnalysis;
/** The same names, any text: what another language has to have. */
type Translated<Part> = { readonly [Name in keyof Part]: Part[Name] extends string ? string : Translated<Part[Name]> };
export type FirstTexts = Translated<typeof en>;
export type OrderTexts = Translated<EnglishOrder>;
export type AnalysisTexts = Translated<EnglishAnalysis>;
export type Texts = FirstTexts & OrderTexts & AnalysisTexts;

export const LANGUAGES = ['en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: English;
  }
}

/** Only the language that is read is loaded, and of it what the page that is open needs. */
const LOADED: Readonly<Record<Language, () => Promise<{ default: FirstTexts }>>> = {
  en: () => import('./en.ts'),
  ru: () => import('./ru.ts'),
};
const LOADED_LATE = {
  order: { en: () => import('./en-order.ts'), ru: () => import('./ru-order.ts') },
  analysis: { en: () => import('./en-analysis.ts'), ru: () => import('./ru-analysis.ts') },
} as const;
/** What is not of the first page: a page that needs it adds it where it begins. */
export type LateTexts = keyof typeof LOADED_LATE;

/**
 * Keys and arguments are checked by the English texts, whichever language is read; a test holds the others to these.
 * Those that are loaded late are not among them.
 */
export const loadTexts = async (language: Language): Promise<English> => (await LOADED[language]()).default as English;

export const loadLateTexts = async (of: LateTexts, language: Language): Promise<object> =>
  (await LOADED_LATE[of][language]()).default;
