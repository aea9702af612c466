import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CellResult } from '../../src/faults/cell.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/faults/main.js', import.meta.url));

export interface FaultRun {
  code: number | null;
  seed: number;
  results: CellResult[];
}

/** `npm run faults` with these arguments, as it stands; its progress goes to the standard error. */
export const runFaults = async (...args: readonly string[]): Promise<FaultRun> => {
  const child = spawn(process.execPath, [PROGRAM, '--json', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...(JSON.parse(text.trim().split('\n').at(-1) as string) as Omit<FaultRun, 'code'>) };
};

/** What a reader of a failed test must know: which cells, why, and with which seed it can be run again. */
export const troubles = ({ results, seed }: FaultRun): string[] =>
  results.flatMap(({ cell, problems }) =>
    problems.map((problem) => `${cell.dependency} ${cell.fault} ${cell.process} (seed ${seed}): ${problem}`),
  );
