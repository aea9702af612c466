/** How near a time is to its limit: neutral until 70 %, a warning until 100 %, late beyond. */
export type Nearness = 'calm' | 'warn' | 'late';

const WARN_FROM = 0.7;

export const nearnessOf = (ageMs: number, limitMs: number | null): Nearness => {
  if (limitMs === null) return 'calm';
  if (ageMs > limitMs) return 'late';
  return ageMs >= WARN_FROM * limitMs ? 'warn' : 'calm';
};

/** How much of the bar is filled, from 0 to 1. */
export const filled = (ageMs: number, limitMs: number | null): number =>
  limitMs === null || limitMs <= 0 ? 0 : Math.min(1, Math.max(0, ageMs / limitMs));
