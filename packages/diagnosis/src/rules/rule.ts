import type { Case } from '../case.ts';
import type { StageLimits } from '../stage-limits.ts';
import type { Cause, Facts, Verdict } from '../verdict.ts';

/** A sentence with what it names. */
export interface Told {
  readonly text: string;
  readonly facts: Facts;
}

/** A row of the table: what it says of a case, in one sentence; null: it does not fit. */
export interface Rule {
  readonly verdict: Verdict;
  readonly cause: Cause;
  /** What helps; absent: time does, or whoever may act. */
  readonly help?: string;
  /** It says no more than the other rules of its verdict: beside one of them it is not told. */
  readonly isGeneral?: true;
  readonly when: (one: Case, limits: StageLimits) => string | Told | null;
}

/** Times as people read them. */
export const lasting = (seconds: number): string => {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} days`;
};

export const listed = (names: readonly string[]): string => names.join(', ');
