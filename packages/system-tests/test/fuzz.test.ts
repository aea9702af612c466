import { expect, it } from '@jest/globals';
import { foundBy, runFuzz } from './support/fuzz-program.ts';

const INPUTS = 800;
const SEED = 1;

it(`answers ${INPUTS} inputs of every sort as the documents say, and none leaves what it should not`, async () => {
  const run = await runFuzz('--inputs', String(INPUTS), '--seed', String(SEED));
  expect(foundBy(run)).toEqual([]);
  expect(run.code).toBe(0);
  // So that this run says something: much is taken, and most of what there is was met.
  expect(run.requests).toBeGreaterThanOrEqual(INPUTS);
  for (const percent of Object.values(run.accepted_percent_by_process)) expect(percent).toBeGreaterThan(15);
  expect(run.operations_met).toBeGreaterThan(run.operations * 0.7);
  expect(Object.keys(run.statuses).length).toBeGreaterThan(10);
}, 900_000);
