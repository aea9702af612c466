import { expect, it } from '@jest/globals';
import { cellsOf } from '../src/faults/matrix.ts';
import { runFaults, troubles } from './support/fault-program.ts';

const HOURS = 3_600_000;

it(
  'comes back by itself from every fault of the matrix, and nothing is lost or doubled [E8]',
  async () => {
    const run = await runFaults('--write');
    expect(troubles(run)).toEqual([]);
    expect(run.results).toHaveLength(cellsOf(run.seed).length);
    expect(run.code).toBe(0);
  },
  6 * HOURS,
);
