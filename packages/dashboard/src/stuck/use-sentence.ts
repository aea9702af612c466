import { useLocale, useTranslations } from 'use-intl';
import { useWord, whoOf } from '../order/words.ts';
import { useDurationText } from '../system/duration.tsx';
import { moneyText, timeText } from '../system/formats.ts';
import { usePlantTimeZone } from '../system/plant-time-zone.ts';
import type { StuckOrder } from './verdict-look.ts';

type Told = Pick<StuckOrder, 'cause' | 'text' | 'facts'>;

/** A sentence, and the language that it is in where that is not the page's. */
interface Sentence {
  words: string;
  lang?: 'en';
}

/** What was found, in the page's words where they have any for it; else in the API's, which are English. */
export const useSentence = (): ((told: Told) => Sentence) => {
  const t = useTranslations();
  const locale = useLocale();
  const zone = usePlantTimeZone();
  const duration = useDurationText();
  const word = useWord();
  const wordOf = (name: string, value: string | number, facts: Told['facts']): string | number => {
    if (name.endsWith('_s')) return Number(value) < 0 ? t('says.unknown-time') : duration(Number(value) * 1_000);
    if (name.endsWith('_at')) return timeText(new Date(value), 'full', locale, zone);
    if (name.endsWith('_status')) return t(`status.${value}` as 'status.CLOSED');
    if (name.endsWith('_amount'))
      return moneyText({ amount: Number(value), currency: String(facts.currency ?? 'RUB') }, locale);
    if (typeof value === 'number') return value;
    return (name === 'code' ? word('code', value) : null) ?? whoOf(value);
  };
  return ({ cause, text, facts }) => {
    // Within its limit the facts say what it waits for.
    const key = `says.${facts.of ?? cause}` as 'says.person-acts';
    if (Object.keys(facts).length === 0 || !t.has(key)) return { words: text, lang: 'en' };
    const words = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, wordOf(name, value, facts)]));
    const turn = facts.in_status === undefined ? '' : t(`turn.${facts.in_status}` as 'turn.INITIATED');
    return { words: t(key, { ...words, turn } as never) };
  };
};
