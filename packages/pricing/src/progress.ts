/** What a calculation is doing, in this order. */
export type Phase = 'READ' | 'TOPOLOGY' | 'WALLS' | 'ORIENTATION';

export type OnProgress = (phase: Phase, percent: number) => void;

/** Where each phase ends, in percent of the whole; with 26 directions nearly all of the time goes into the last. */
const ENDS = {
  AS_IS: { READ: 10, TOPOLOGY: 25, WALLS: 75, ORIENTATION: 100 },
  BEST: { READ: 2, TOPOLOGY: 5, WALLS: 15, ORIENTATION: 100 },
} as const;
const PHASES = ['READ', 'TOPOLOGY', 'WALLS', 'ORIENTATION'] as const;

/**
 * Passes on the share of a phase as whole percent of all, each only once, so that it may be told as often as one likes. `of`
 * says where in the whole the phases of one item begin, and which part of it they are.
 */
export const progressOf = (orientation: keyof typeof ENDS, onProgress: OnProgress = () => undefined) => {
  const ends = ENDS[orientation];
  let told = '';
  return (phase: Phase, share: number, of: { from: number; part: number } = { from: 0, part: 1 }): void => {
    const before = PHASES[PHASES.indexOf(phase) - 1];
    const start = before === undefined ? 0 : ends[before];
    const percent = Math.floor(100 * of.from + of.part * (start + (ends[phase] - start) * Math.min(1, share)));
    const telling = `${phase} ${percent}`;
    if (telling === told) return;
    told = telling;
    onProgress(phase, percent);
  };
};
