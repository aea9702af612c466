import type { AppendAnswer } from './connection.ts';

/** The event store can be read and acknowledges no append: its disk is full, it may only be read, or it hangs. */
export class AppendsUnacknowledgedError extends Error {
  override readonly name = 'AppendsUnacknowledgedError';
  readonly code = 'appends-unacknowledged';
}

/** For so long none was acknowledged until it is shown, milliseconds: a restart of the server is shorter. */
const SHOWN_AFTER_MS = 5_000;
/** What was tried so long ago says nothing of now, milliseconds; where tries take longer, one and a half of them. */
const FORGOTTEN_AFTER_MS = 4_000;

interface Unacknowledged {
  /** To be called with each answer, and how long it took, milliseconds. */
  answered(answer: AppendAnswer, tookMs: number): void;
  /** Throws AppendsUnacknowledgedError. */
  check(): void;
}

/** Judges by the appends that there are: whether the event store takes one cannot be asked without writing. */
export const watchAppends = (): Unacknowledged => {
  let unacknowledged: { readonly since: number; readonly last: number; readonly tookMs: number } | undefined;
  return {
    answered: ({ kind }, tookMs) => {
      const now = performance.now();
      unacknowledged =
        kind === 'in-doubt' ? { since: unacknowledged?.since ?? now - tookMs, last: now, tookMs } : undefined;
    },
    check: () => {
      if (unacknowledged === undefined) return;
      const { since, last, tookMs } = unacknowledged;
      if (performance.now() - last > Math.max(FORGOTTEN_AFTER_MS, 1.5 * tookMs)) unacknowledged = undefined;
      else if (last - since > SHOWN_AFTER_MS)
        throw new AppendsUnacknowledgedError(
          `the event store has acknowledged no append for ${Math.round(last - since)} ms`,
        );
    },
  };
};
