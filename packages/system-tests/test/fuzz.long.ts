import { expect, it } from '@jest/globals';
import { recordLongRun } from '@order-ledger/testing/long-run';
import { foundBy, runFuzz } from './support/fuzz-program.ts';

const INPUTS = Number(process.env.FUZZ_INPUTS ?? 20_000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);

it(
  `answers ${INPUTS} inputs of every sort as the documents say, and none leaves what it should not`,
  async () => {
    const run = await runFuzz('--inputs', String(INPUTS), '--seed', String(SEED));
    expect(foundBy(run)).toEqual([]);
    expect(run.code).toBe(0);
    expect(run.operations_met).toBeGreaterThan(run.operations * 0.9);
    const { code: _code, ...figures } = run;
    recordLongRun('fuzz', { inputs: INPUTS, ...figures }, 'system-tests');
  },
  600_000 + INPUTS * 200,
);
