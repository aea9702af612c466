import type { GeometryFault } from '../inspection-report.ts';

/** The faces that have one fault, each with its own three corners: they are drawn over the model, which may be simplified. */
export interface Marks extends GeometryFault {
  /** Nine coordinates a face, about the middle of the model. */
  positions: Float32Array<ArrayBuffer>;
}

/** All corners of a model about its middle; the measures of a mesh use its own up. */
export const cornersAbout = (
  corners: Float64Array,
  middle: readonly [number, number, number],
): Float32Array<ArrayBuffer> => {
  const about = new Float32Array(corners.length);
  for (let at = 0; at < corners.length; at++) about[at] = corners[at]! - middle[at % 3]!;
  return about;
};

/** Where the faults are that are at faces; a fault lists 1,000 of these at most. */
export const marksOf = (faults: readonly GeometryFault[], corners: Float32Array): Marks[] =>
  faults
    .filter(({ faces }) => faces.length > 0)
    .map((fault) => {
      const positions = new Float32Array(9 * fault.faces.length);
      for (const [n, face] of fault.faces.entries()) positions.set(corners.subarray(9 * face, 9 * face + 9), 9 * n);
      return { ...fault, positions };
    });
