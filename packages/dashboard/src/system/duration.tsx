import { useTranslations } from 'use-intl';
import { durationParts } from './formats.ts';

/** Writes durations in words: 1 h 12 m. */
export const useDurationText = (): ((ms: number) => string) => {
  const t = useTranslations('duration');
  return (ms) =>
    durationParts(ms)
      .map(({ unit, value }) => t(unit, { value }))
      .join(' ');
};

/** Longer than this parts of a second are nothing. */
const FINE_UP_TO_MS = 10_000;

/** The same where what takes less than a second is looked at too: 284 ms, 1.4 s, 1 h 12 m. */
export const useFineDurationText = (): ((ms: number) => string) => {
  const t = useTranslations('duration');
  const words = useDurationText();
  return (ms) => {
    if (ms >= FINE_UP_TO_MS) return words(ms);
    return ms < 1_000 ? t('ms', { value: Math.round(ms) }) : t('s', { value: Math.round(ms / 100) / 10 });
  };
};
