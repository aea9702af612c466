import type { StlFaultCode } from './triangle-sink.ts';

/** Of the surface, of the part, and of the file. */
export type FaultCode =
  | StlFaultCode
  | 'PADDING'
  | 'WRONG_COUNT'
  | 'OPEN_EDGES'
  | 'NON_MANIFOLD_EDGES'
  | 'FLIPPED'
  | 'INSIDE_OUT'
  | 'DEGENERATE'
  | 'NO_VOLUME'
  | 'THIN_WALL'
  | 'EXCEEDS_BUILD_VOLUME';

/** The most faces that a fault lists; its count says how many there are. */
export const MOST_FACES = 1000;

/**
 * What is wrong with a mesh, how often, and where: the numbers of faces at fault, ascending, counted from 0 in the order of
 * the file, at most 1,000. `count` counts edges for faults of edges, the bytes behind the
 * last triangle for PADDING, for WRONG_COUNT the triangles that were read, and faces otherwise.
 */
export interface Fault {
  code: FaultCode;
  count: number;
  faces: number[];
}

/** The fault of the faces, given ascending or not, each maybe several times; null where there is none. */
export const faultOf = (code: FaultCode, count: number, faces: readonly number[]): Fault | null =>
  count === 0
    ? null
    : { code, count, faces: [...new Set(faces)].sort((one, other) => one - other).slice(0, MOST_FACES) };
