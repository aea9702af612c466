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
