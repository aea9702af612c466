import { useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useFineDurationText } from '../system/duration.tsx';
import { timeText } from '../system/formats.ts';
import { AXIS, AXIS_HEIGHT, Plot, type PlotOptions, themeColour } from '../system/plot.tsx';
import { DURATION_STEPS } from './distribution.ts';
import { courseOf, type Statistics, type TimeGrouping } from './groupings.ts';
import './plots.css';

/** Told apart by their strokes too, not by colour alone. */
const LINES = [
  { name: 'p50', token: '--accent', dash: [], width: 2 },
  { name: 'p95', token: '--bar-warn', dash: [7, 4], width: 1.5 },
  { name: 'p99', token: '--bar-late', dash: [2, 3], width: 1.5 },
] as const;

/** A label of the axis below needs so much, pixels. */
const LABEL_WIDTH = 84;

/** As many of the marks as have room, evenly. */
const thinned = (marks: readonly number[], width: number): number[] => {
  const step = Math.max(1, Math.ceil((marks.length * LABEL_WIDTH) / Math.max(1, width)));
  return marks.filter((_, index) => index % step === 0);
};

interface PercentilePlotProps {
  groups: readonly Statistics[];
  grouping: TimeGrouping;
  label: string;
}

/** Percentiles over time. The values of the point that is looked at stand beside their lines' names. */
export const PercentilePlot = ({ groups, grouping, label }: PercentilePlotProps) => {
  const t = useTranslations('analysis');
  const locale = useLocale();
  const duration = useFineDurationText();
  const [at, setAt] = useState<number | null>(null);
  const course = useMemo(() => courseOf(groups, grouping), [groups, grouping]);
  const form = grouping === 'month' ? 'month' : 'day';
  const data = useMemo(
    (): [number[], ...(number | null)[][]] => [
      [...course.at],
      ...LINES.map(({ name }) => course.groups.map((group) => group?.percentiles_ms[name] ?? null)),
    ],
    [course],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of durations change with the language alone
  const options = useMemo((): PlotOptions => {
    const [first = 0, last = 0] = [course.at[0], course.at.at(-1)];
    const room = first === last ? 86_400_000 : 0;
    return {
      legend: { show: false },
      cursor: { drag: { x: false, y: false }, y: false },
      padding: [12, 16, 0, 0],
      scales: {
        x: { time: false, range: [first - room, last + room] },
        y: { range: (_plot, _least, most) => [0, most > 0 ? most * 1.08 : 1_000] },
      },
      axes: [
        {
          ...AXIS,
          size: AXIS_HEIGHT,
          splits: (plot) => thinned(course.at, plot.bbox.width / devicePixelRatio),
          filter: (_plot, splits) => splits,
          values: (_plot, splits) => splits.map((mark) => timeText(new Date(mark), form, locale, 'UTC')),
        },
        {
          ...AXIS,
          size: 84,
          incrs: [...DURATION_STEPS],
          values: (_plot, splits) => splits.map((ms) => duration(ms)),
        },
      ],
      series: [
        {},
        ...LINES.map(({ token, dash, width }) => ({
          stroke: () => themeColour(token),
          width,
          dash: [...dash],
          points: { show: course.at.length <= 62, size: 5, fill: () => themeColour(token) },
        })),
      ],
      hooks: { setCursor: [(plot) => setAt(plot.cursor.idx ?? null)] },
    };
  }, [course, form, locale]);
  const shown = at !== null && at < course.at.length ? at : course.at.length - 1;
  const moment = course.at[shown];
  return (
    <figure className="plot-figure">
      <figcaption className="plot-legend">
        {LINES.map(({ name, token, dash, width }) => (
          <span key={name} className="plot-legend-line">
            <svg width="26" height="8" aria-hidden="true">
              <line
                x1="0"
                x2="26"
                y1="4"
                y2="4"
                stroke={`var(${token})`}
                strokeWidth={width}
                strokeDasharray={dash.join(' ')}
              />
            </svg>
            {t(`percentiles.${name}`)}
            <b>{durationOrNone(course.groups[shown]?.percentiles_ms[name], duration)}</b>
          </span>
        ))}
        {moment !== undefined && (
          <span className="quiet">
            {t(`when.${grouping}`, { time: timeText(new Date(moment), form, locale, 'UTC') })} ·{' '}
            {t('orders', { count: course.groups[shown]?.orders ?? 0 })}
          </span>
        )}
      </figcaption>
      <Plot options={options} data={data} label={label} height={260} />
    </figure>
  );
};

const durationOrNone = (ms: number | undefined, duration: (ms: number) => string): string =>
  ms === undefined ? '–' : duration(ms);
