import { useLocale, useTranslations } from 'use-intl';
import { useFreshness } from '../live/freshness.ts';
import { freshnessState } from '../live/freshness-state.ts';
import { useDurationText } from '../system/duration.tsx';
import { timeText } from '../system/formats.ts';
import { usePlantTimeZone } from '../system/plant-time-zone.ts';
import './freshness-words.css';

export const FreshnessWords = () => {
  const t = useTranslations('freshness');
  const words = useDurationText();
  const locale = useLocale();
  const zone = usePlantTimeZone();
  const freshness = useFreshness();
  const state = freshnessState(freshness);
  const age = words(freshness.lagMs ?? 0);
  const time = freshness.since === null ? '' : timeText(new Date(freshness.since), 'time', locale, zone);
  const says = state === 'live' || state === 'behind' || state === 'stale' ? t(`${state}-says`, { age }) : undefined;
  return (
    <span className="freshness" data-state={state} role="status" title={says}>
      <span className="freshness-dot" aria-hidden="true" />
      {t(state, { age, time })}
    </span>
  );
};
