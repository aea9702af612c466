import type { Statistics } from './groupings.ts';

/** What is asked of the API to draw a distribution: it takes ten percentiles at most. */
export const DISTRIBUTION_PERCENTILES = [1, 5, 10, 25, 50, 75, 90, 95, 99] as const;

/** A logarithm has no zero. */
const SHORTEST_MS = 1;

export interface DistributionPoint {
  ms: number;
  /** Share of the orders that took at most so long, from 0 to 1. */
  share: number;
}

/** Which share of the orders took at most how long, from the fastest to the slowest. */
export const distributionOf = ({ min_ms, max_ms, percentiles_ms }: Statistics): readonly DistributionPoint[] => {
  const between = DISTRIBUTION_PERCENTILES.flatMap((percent): DistributionPoint[] => {
    const ms = percentiles_ms[`p${percent}`];
    return ms === undefined ? [] : [{ ms, share: percent / 100 }];
  });
  return [{ ms: min_ms, share: 0 }, ...between, { ms: max_ms, share: 1 }].map(({ ms, share }) => ({
    ms: Math.max(SHORTEST_MS, ms),
    share,
  }));
};

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];

/** Lengths of time that people think in, for the marks of a logarithmic axis. */
const NICE: readonly number[] = [
  ...[1, 10, 100],
  ...[1, 5, 15].map((value) => value * SECOND),
  ...[1, 5, 15].map((value) => value * MINUTE),
  ...[1, 4, 12].map((value) => value * HOUR),
  ...[1, 3, 7, 30, 90, 365, 1_000, 3_650].map((value) => value * DAY),
];

export const niceBetween = (least: number, most: number): number[] =>
  NICE.filter((value) => value >= least && value <= most);

/** Steps of a linear axis of durations, in milliseconds. */
export const DURATION_STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((value) => value * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((value) => value * MINUTE),
  ...[1, 2, 3, 4, 6, 12].map((value) => value * HOUR),
  ...[1, 2, 5, 10, 20, 30, 60, 90, 180, 365, 730, 1_825, 3_650].map((value) => value * DAY),
];
