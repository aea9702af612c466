const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/**
 * How long to wait before the next attempt, longer with each failure and spread, so that all pages do not come back to a
 * server at once. A stream that has ended by itself is opened again soon.
 *
 * @param chance from 0 to 1
 */
export const nextWait = (failures: number, chance: number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1)) * (0.5 + chance / 2);
