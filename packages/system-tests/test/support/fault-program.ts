import { fileURLToPath } from 'node:url';
import type { CellResult } from '../../src/faults/cell.ts';
import { runProgram } from './program.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/faults/main.js', import.meta.url));

export interface FaultRun {
  code: number | null;
  seed: number;
  results: CellResult[];
}

/** `npm run faults` with these arguments, as it stands; its progress goes to the standard error. */
export const runFaults = async (...args: readonly string[]): Promise<FaultRun> => {
  const { code, result } = await runProgram(PROGRAM, args);
  return { code, ...(result as Omit<FaultRun, 'code'>) };
};

/** What a reader of a failed test must know: which cells, why, and with which seed it can be run again. */
export const troubles = ({ results, seed }: FaultRun): string[] =>
  results.flatMap(({ cell, problems }) =>
    problems.map((problem) => `${cell.dependency} ${cell.fault} ${cell.process} (seed ${seed}): ${problem}`),
  );
