import type { WellBeing } from './state-word.tsx';
import type { SystemNow } from './system-query.ts';

type Process = NonNullable<SystemNow['processes']>[number];

/** A process may be ready and warn all the same, as of clocks that are apart. */
export const wellBeingOf = ({ state, codes }: Pick<Process, 'state' | 'codes'>): WellBeing => {
  if (state === 'silent') return 'ill';
  return state === 'ready' && codes.length === 0 ? 'well' : 'warns';
};

const URGENCY: Readonly<Record<WellBeing, number>> = { ill: 0, warns: 1, well: 2 };

/** What must be looked at stands on top; the others as they are named. */
export const sortedProcesses = (processes: readonly Process[]): readonly Process[] =>
  [...processes].sort((one, other) => URGENCY[wellBeingOf(one)] - URGENCY[wellBeingOf(other)]);
