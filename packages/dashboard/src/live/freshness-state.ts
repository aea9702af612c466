import type { Freshness } from './freshness.ts';

export type FreshnessState = 'live' | 'opening' | 'behind' | 'stale' | 'unknown';

/** Less than this nobody sees. */
const BEHIND_FROM_MS = 2_000;

/** What is said of how fresh the page is: the worst that is known. */
export const freshnessState = ({ lagMs, stream, since }: Freshness): FreshnessState => {
  if (since !== null) return 'stale';
  if (lagMs !== null && lagMs >= BEHIND_FROM_MS) return 'behind';
  if (stream === 'opening') return 'opening';
  return lagMs === null ? 'unknown' : 'live';
};
