import { useLocale, useTranslations } from 'use-intl';
import { useWord, whoOf } from '../order/words.ts';
import { useDurationText } from '../system/duration.tsx';
import { moneyText, timeText } from '../system/formats.ts';
import { usePlantTimeZone } from '../system/plant-time-zone.ts';
import type { AnyCause, StuckOrder } from './verdict-look.ts';

export type Told = Pick<StuckOrder, 'text' | 'facts'> & { cause: AnyCause };

interface Sentence {
  words: string;
  /** What the API has found, in its own words, which are English; null: the sentence says all of it. */
  found: string | null;
}

/** What was found, in the page's words. */
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
    const about = String(facts.of ?? cause);
    const key = `says.${about}` as 'says.person-acts';
    const isSaid = Object.keys(facts).some((name) => name !== 'of') && t.has(key);
    if (!isSaid) {
      const why = `why.${about}` as 'why.message-lost';
      return { words: t.has(why) ? t(why) : (word('cause', about) ?? about), found: text };
    }
    const words = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, wordOf(name, value, facts)]));
    const turn = facts.in_status === undefined ? '' : t(`turn.${facts.in_status}` as 'turn.INITIATED');
    return { words: t(key, { ...words, turn } as never), found: null };
  };
};
