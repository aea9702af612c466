import type { FileFaultCode } from './triangle-sink.ts';

/** Of the surface, of the part, and of the file. */
export type FaultCode =
  | FileFaultCode
  | 'PADDING'
  | 'WRONG_COUNT'
  | 'LEFT_OUT'
  | 'SEVERAL_ITEMS'
  | 'OPEN_EDGES'
  | 'NON_MANIFOLD_EDGES'
  | 'FLIPPED'
  | 'INSIDE_OUT'
  | 'MERGED_CORNERS'
  | 'SHEET'
  | 'UNITED'
  | 'NOT_UNITED'
  | 'DEGENERATE'
  | 'NO_VOLUME'
  | 'THIN_WALL'
  | 'EXCEEDS_BUILD_VOLUME';

/** The most faces that a fault lists; its count says how many there are. */
export const MOST_FACES = 1000;

/**
 * What is wrong with a mesh, how often, and where: the numbers of faces at fault, ascending, counted from 0 in the order of
 * the file, at most 1,000. `count` counts edges for faults of edges, the bytes behind the
 * last triangle for PADDING, for WRONG_COUNT the triangles that were read, corners for
 * MERGED_CORNERS, bodies for UNITED and NOT_UNITED, what of a 3MF is not to be made for LEFT_OUT, its items for
 * SEVERAL_ITEMS, and faces otherwise.
 */
export interface Fault {
  code: FaultCode;
  count: number;
  faces: number[];
  /** How far corners may lie apart to be one, µm with three decimals where the file's unit is a millimetre. */
  tolerance?: number;
}

/** The faults of several parts of one file, in which those of each have their numbers in the file already. */
export const mergedFaults = (parts: readonly (readonly Fault[])[]): Fault[] => {
  const merged = new Map<FaultCode, Fault>();
  for (const fault of parts.flat()) {
    const known = merged.get(fault.code);
    if (known === undefined) merged.set(fault.code, { ...fault, faces: [...fault.faces] });
    else {
      known.count += fault.count;
      known.faces = [...known.faces, ...fault.faces].slice(0, MOST_FACES);
      if (fault.tolerance !== undefined) known.tolerance = Math.max(fault.tolerance, known.tolerance ?? 0);
    }
  }
  return [...merged.values()];
};

/** The fault of the faces, given ascending or not, each maybe several times; null where there is none. */
export const faultOf = (code: FaultCode, count: number, faces: readonly number[]): Fault | null =>
  count === 0
    ? null
    : { code, count, faces: [...new Set(faces)].sort((one, other) => one - other).slice(0, MOST_FACES) };
