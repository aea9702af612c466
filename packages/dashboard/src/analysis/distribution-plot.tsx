import { useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useFineDurationText } from '../system/duration.tsx';
import { shareText } from '../system/formats.ts';
import { AXIS, AXIS_HEIGHT, Plot, type PlotOptions, themeColour } from '../system/plot.tsx';
import { distributionOf, niceBetween } from './distribution.ts';
import type { Statistics } from './groupings.ts';
import './plots.css';

/** Which share of the orders took at most how long: steep where most are, flat where few are. */
export const DistributionPlot = ({ of, label }: { of: Statistics; label: string }) => {
  const t = useTranslations('analysis');
  const locale = useLocale();
  const duration = useFineDurationText();
  const points = useMemo(() => distributionOf(of), [of]);
  const [at, setAt] = useState<number | null>(null);
  const data = useMemo(
    (): [number[], number[]] => [points.map(({ ms }) => ms), points.map(({ share }) => share)],
    [points],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of durations change with the language alone
  const options = useMemo((): PlotOptions => {
    const least = points[0]?.ms ?? 1;
    const most = Math.max(points.at(-1)?.ms ?? 1, least * 1.01);
    return {
      legend: { show: false },
      cursor: { drag: { x: false, y: false }, y: false },
      padding: [12, 24, 0, 0],
      scales: {
        x: { time: false, distr: 3, range: [least, most] },
        y: { range: [0, 1] },
      },
      axes: [
        {
          ...AXIS,
          size: AXIS_HEIGHT,
          splits: () => niceBetween(least, most),
          filter: (_plot, splits) => splits,
          values: (_plot, splits) => splits.map((ms) => duration(ms)),
        },
        {
          ...AXIS,
          size: 52,
          splits: () => [0, 0.25, 0.5, 0.75, 1],
          values: (_plot, splits) => splits.map((share) => shareText(share, locale)),
        },
      ],
      series: [
        {},
        {
          stroke: () => themeColour('--accent'),
          fill: () => themeColour('--accent-soft'),
          width: 2,
          points: { show: true, size: 5, fill: () => themeColour('--accent') },
        },
      ],
      hooks: { setCursor: [(plot) => setAt(plot.cursor.idx ?? null)] },
    };
  }, [points, locale]);
  const middle = points.findIndex(({ share }) => share === 0.5);
  const shown = points[at !== null && at < points.length ? at : middle] ?? points[0];
  return (
    <figure className="plot-figure">
      <figcaption className="plot-legend">
        {shown !== undefined && (
          <span className="quiet">
            {t('took-at-most', { share: shareText(shown.share, locale), duration: duration(shown.ms) })}
          </span>
        )}
      </figcaption>
      <Plot options={options} data={data} label={label} height={220} />
    </figure>
  );
};
