import { useEffect, useRef } from 'react';
import UPlot, { type AlignedData, type Options } from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './plot.css';

export type PlotOptions = Omit<Options, 'width' | 'height'>;

interface PlotProps {
  options: PlotOptions;
  data: AlignedData;
  /** What it shows; its numbers stand in a table for those who do not see it. */
  label: string;
  height?: number;
}

/** A colour of the theme that is shown now: a canvas knows no variables of CSS. */
export const themeColour = (token: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(token).trim();

/** What the axes of all plots have in common. */
export const AXIS = {
  stroke: () => themeColour('--text-2'),
  grid: { stroke: () => themeColour('--line'), width: 1 },
  ticks: { stroke: () => themeColour('--line'), width: 1, size: 4 },
  font: '11px "Inter Variable", system-ui, sans-serif',
} as const;

/** Of an axis below, with one line of labels. */
export const AXIS_HEIGHT = 30;

/** A plot as wide as its place, in the colours of the theme. */
export const Plot = ({ options, data, label, height = 240 }: PlotProps) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const home = place.current;
    if (home === null) return;
    const plot = new UPlot({ ...options, width: home.clientWidth, height }, data, home);
    const sized = new ResizeObserver(() => plot.setSize({ width: home.clientWidth, height }));
    sized.observe(home);
    const themed = new MutationObserver(() => plot.redraw());
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      sized.disconnect();
      themed.disconnect();
      plot.destroy();
    };
  }, [options, data, height]);
  return <div ref={place} className="plot" role="img" aria-label={label} />;
};
