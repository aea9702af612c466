import { fileURLToPath } from 'node:url';
import type { Finding } from '../../src/fuzz/campaign.ts';
import type { figuresOf } from '../../src/fuzz/summary.ts';
import { runProgram } from './program.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/fuzz/main.js', import.meta.url));

export type FuzzRun = ReturnType<typeof figuresOf> & { code: number | null; seed: number; findings: Finding[] };

/** `npm run fuzz` with these arguments, as it stands; its progress goes to the standard error. */
export const runFuzz = async (...args: readonly string[]): Promise<FuzzRun> => {
  const { code, result } = await runProgram(PROGRAM, args);
  return { code, ...(result as Omit<FuzzRun, 'code'>) };
};

/** What a reader of a failed test must know: what was found, and how it is sent again. */
export const foundBy = ({ findings, seed }: FuzzRun): string[] =>
  findings.map(
    ({ rule, detail, where, input, request }) =>
      `${rule}: ${detail} (${where ?? ''}; seed ${seed}, input ${input}): ${request}`,
  );
