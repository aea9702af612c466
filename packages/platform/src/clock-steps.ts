/** Sees when another clock was set, by a clock of this process that nobody sets. */
export interface ClockSteps {
  /**
   * What the other clock showed, milliseconds since 1970, at some moment between two monotonic ones of this process.
   */
  saw(shown: number, asked: number, answered: number): void;
  /** Milliseconds since it was seen to be set; Infinity where it never was. */
  sinceMs(): number;
}

/** What two looks may differ by without anybody having set the clock: it may be slewed, milliseconds. */
const SLEWED_MS = 1_000;

export const watchSteps = (monotonic: () => number = () => performance.now()): ClockSteps => {
  let last: { from: number; to: number } | undefined;
  let at = Number.NEGATIVE_INFINITY;
  return {
    saw: (shown, asked, answered) => {
      const seen = { from: shown - answered, to: shown - asked };
      if (last !== undefined && (seen.from > last.to + SLEWED_MS || seen.to < last.from - SLEWED_MS)) at = monotonic();
      last = seen;
    },
    sinceMs: () => monotonic() - at,
  };
};
