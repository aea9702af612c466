import { describe, expect, it } from '@jest/globals';
import { meshFaults } from '@order-ledger/pricing/faults';
import { measureModel } from '@order-ledger/pricing/measure';
import { asciiStl, type Body, binaryStl, cubeBody, gappedCubeBody, moved } from '@order-ledger/testing/models/bodies';
import { meshOf } from './support/reading.ts';

const SIDE = 20;
const gapped = (gap: number): Body => gappedCubeBody(SIDE, gap);
const codesOf = (bytes: Uint8Array): string[] => meshFaults(meshOf(bytes)).map(({ code }) => code);

describe('corners of one place', () => {
  it.each([1e-30, 2.7e-16, 1e-12, 1e-9, 1e-6])(
    'are one though they lie %d apart, and the tolerance is named',
    (gap) => {
      for (const write of [asciiStl, binaryStl]) {
        const bytes = write(gapped(gap));
        const [warning, ...others] = meshFaults(meshOf(bytes));
        expect(others).toEqual([]);
        expect(warning).toMatchObject({
          code: 'MERGED_CORNERS',
          count: 4,
          tolerance: 0.005,
        });
        expect(measureModel(bytes, { unit: 'MM', orientation: 'AS_IS', process: 'FDM' })).toMatchObject({
          ok: true,
          measure: { measures: { volume: 8000, bounding_box: [20_000, 20_000, 20_000] }, support_volume: 0 },
        });
      }
    },
  );

  it('are as far apart as single precision is at the largest coordinate', () => {
    expect(codesOf(asciiStl(moved(gapped(1e-4), [0, 0, 0])))).toContain('OPEN_EDGES');
    expect(codesOf(asciiStl(moved(gapped(1e-4), [900, 0, 0])))).toEqual(['MERGED_CORNERS']);
  });

  it('are never those at both sides of a hole, however small', () => {
    const verdicts = [1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1].map((gap) =>
      codesOf(asciiStl(gapped(gap))).includes('OPEN_EDGES'),
    );
    expect(verdicts).toEqual([false, false, true, true, true, true, true, true]);
  });

  it('stay two where the surface is closed without them being one', () => {
    // Two tiny steps in a large plate: nearer to each other than the tolerance, and closed.
    const plate = cubeBody(SIDE, 2);
    const fine: Body = { ...plate, positions: plate.positions.map((value) => value * 1e-6) };
    expect(codesOf(asciiStl(fine))).toEqual([]);
  });
});
