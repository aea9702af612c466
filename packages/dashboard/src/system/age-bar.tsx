import { useTranslations } from 'use-intl';
import { filled, nearnessOf } from './age.ts';
import { useDurationText } from './duration.tsx';
import './age-bar.css';

/** How long something has lasted beside how long it may, as a bar and in words. */
export const AgeBar = ({ ageMs, limitMs }: { ageMs: number; limitMs: number | null }) => {
  const t = useTranslations('age');
  const words = useDurationText();
  const nearness = nearnessOf(ageMs, limitMs);
  const limit = limitMs === null ? undefined : t('of', { limit: words(limitMs) });
  return (
    <span className="age-bar" data-nearness={nearness} title={t(nearness)}>
      <span className="age-bar-track" aria-hidden="true">
        <span className="age-bar-fill" style={{ transform: `scaleX(${filled(ageMs, limitMs)})` }} />
      </span>
      <span className="cut">
        <span className="age-bar-age">{words(ageMs)}</span> <span className="age-bar-limit">{limit}</span>
      </span>
    </span>
  );
};
