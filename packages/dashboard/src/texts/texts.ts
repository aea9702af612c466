import type {} from 'use-intl';
import type en from './en.ts';
import type order from './en-order.ts';

type EnglishOrder = typeof order;
export type English = typeof en & EnglishOrder;
/** The same names, any text: what another language has to have. */
type Translated<Part> = { readonly [Name in keyof Part]: Part[Name] extends string ? string : Translated<Part[Name]> };
export type FirstTexts = Translated<typeof en>;
export type OrderTexts = Translated<EnglishOrder>;
export type Texts = FirstTexts & OrderTexts;

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
const LOADED_WITH_ORDER: Readonly<Record<Language, () => Promise<{ default: OrderTexts }>>> = {
  en: () => import('./en-order.ts'),
  ru: () => import('./ru-order.ts'),
};

/**
 * Keys and arguments are checked by the English texts, whichever language is read; a test holds the others to these.
 * Those of what is in an order are not among them: pages that show it add them where they begin.
 */
export const loadTexts = async (language: Language): Promise<English> => (await LOADED[language]()).default as English;

export const loadOrderTexts = async (language: Language): Promise<EnglishOrder> =>
  (await LOADED_WITH_ORDER[language]()).default as EnglishOrder;
