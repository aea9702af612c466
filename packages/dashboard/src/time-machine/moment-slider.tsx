import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { clockTime, momentOf } from '../order/forms/zoned-time.ts';
import { Button } from '../system/button.tsx';
import { timeText } from '../system/formats.ts';
import { usePlantTimeZone } from '../system/plant-time-zone.ts';
import { type Range, within } from './time-search.ts';

interface MomentSliderProps {
  label: string;
  range: Range;
  at: number;
  /** Where something happened: marks under the slider. */
  marks: readonly number[];
  onMove: (at: number) => void;
  /** To what is next in a direction; null: there is nothing. */
  step: (direction: 1 | -1) => number | null;
}

/** While it is dragged the answers follow at most this often. */
const FOLLOWS_MS = 200;
/** The slider has so many places. */
const PLACES = 1_000;

const partOf = ({ from, to }: Range, at: number): number => (to === from ? 1 : (at - from) / (to - from));

/** A moment on a slider, in a field for who knows it exactly, and step by step. */
export const MomentSlider = ({ label, range, at, marks, onMove, step }: MomentSliderProps) => {
  const t = useTranslations('timeMachine');
  const locale = useLocale();
  const zone = usePlantTimeZone();
  const [dragged, setDragged] = useState<number | null>(null);
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Whatever moved it, the address says where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another moment ends the dragging
  useEffect(() => setDragged(null), [at]);
  useEffect(() => () => clearTimeout(due.current), []);
  const shown = dragged ?? at;
  const drag = (place: number): void => {
    const moment = Math.round(range.from + (place / PLACES) * (range.to - range.from));
    setDragged(moment);
    clearTimeout(due.current);
    due.current = setTimeout(() => onMove(moment), FOLLOWS_MS);
  };
  const text = timeText(new Date(shown), 'moment', locale, zone);
  const [back, on] = [step(-1), step(1)];
  return (
    <div className="moment">
      <span className="moment-label">{label}</span>
      <Button
        kind="plain"
        iconOnly
        aria-label={t('step-back')}
        notNow={back === null ? t('no-step-back') : undefined}
        onClick={() => back !== null && onMove(back)}
      >
        <ChevronLeft />
      </Button>
      <span className="moment-slide">
        <input
          type="range"
          min={0}
          max={PLACES}
          value={Math.round(partOf(range, within(range, shown)) * PLACES)}
          aria-label={label}
          aria-valuetext={text}
          onChange={({ target }) => drag(Number(target.value))}
        />
        <span className="moment-marks" aria-hidden="true">
          {marks
            .filter((mark) => mark >= range.from && mark <= range.to)
            .map((mark) => (
              <span key={mark} style={{ left: `${partOf(range, mark) * 100}%` }} />
            ))}
        </span>
      </span>
      <Button
        kind="plain"
        iconOnly
        aria-label={t('step-on')}
        notNow={on === null ? t('no-step-on') : undefined}
        onClick={() => on !== null && onMove(on)}
      >
        <ChevronRight />
      </Button>
      <input
        type="datetime-local"
        className="moment-field"
        aria-label={t('exactly', { label })}
        value={clockTime(shown, zone)}
        max={clockTime(range.to, zone)}
        onChange={({ target }) => {
          const moment = momentOf(target.value, zone);
          if (moment !== null) onMove(Math.min(range.to, Date.parse(moment)));
        }}
      />
      <time
        className="moment-time"
        dateTime={new Date(shown).toISOString()}
        title={`${timeText(new Date(shown), 'moment', locale, 'UTC')} UTC`}
      >
        {text}
      </time>
    </div>
  );
};
