import type { Surface } from './surface.ts';

const { sqrt } = Math;

/** Faces in mm, about the middle of their box: far from it, volumes would lose their digits. */
export interface Faces {
  /** Nine coordinates a face. */
  positions: Float64Array;
  /** What number each face has in the file. */
  inFile: Uint32Array;
}

/** A body in mm with what every measure needs of its faces. */
export interface Body extends Faces {
  faces: number;
  /** Three a face, of length 1, outward; 0 0 0 for a face without area. */
  normals: Float64Array;
  /** mm² a face. */
  areas: Float64Array;
  area: number;
  low: Vector;
  high: Vector;
  /** Lengths that differ by no more are the same, as far as the file can say. */
  tolerance: number;
}

export type Vector = [number, number, number];

export const extentOf = ({ low, high }: Pick<Body, 'low' | 'high'>): Vector => [
  high[0] - low[0],
  high[1] - low[1],
  high[2] - low[2],
];

/** The cross product of two sides of a face, twice its area long; written to `out`. */
export const crossOfSides = (p: Float64Array, face: number, out: Float64Array): void => {
  const at = 9 * face;
  const ux = p[at + 3]! - p[at]!;
  const uy = p[at + 4]! - p[at + 1]!;
  const uz = p[at + 5]! - p[at + 2]!;
  const vx = p[at + 6]! - p[at]!;
  const vy = p[at + 7]! - p[at + 1]!;
  const vz = p[at + 8]! - p[at + 2]!;
  out[0] = uy * vz - uz * vy;
  out[1] = uz * vx - ux * vz;
  out[2] = ux * vy - uy * vx;
};

const boxOf = (positions: Float64Array): { low: Vector; high: Vector } => {
  const low: Vector = [Infinity, Infinity, Infinity];
  const high: Vector = [-Infinity, -Infinity, -Infinity];
  for (let at = 0; at < positions.length; at += 3) {
    for (let axis = 0; axis < 3; axis++) {
      const value = positions[at + axis]!;
      if (value < low[axis]!) low[axis] = value;
      if (value > high[axis]!) high[axis] = value;
    }
  }
  return { low, high };
};

/** The faces of a surface that count, in its own memory: its positions are used up. `middle` is in units of the file. */
export const facesOf = (
  { positions: source, faces }: Pick<Surface, 'positions' | 'faces'>,
  mmPerUnit: number,
): Faces & { middle: Vector } => {
  const positions = source.subarray(0, 9 * faces.length);
  for (let face = 0; face < faces.length; face++) {
    const from = 9 * faces[face]!;
    if (from !== 9 * face) source.copyWithin(9 * face, from, from + 9);
  }
  const { low, high } = boxOf(positions);
  const middle: Vector = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2];
  for (let at = 0; at < positions.length; at += 3) {
    for (let axis = 0; axis < 3; axis++) positions[at + axis] = (positions[at + axis]! - middle[axis]!) * mmPerUnit;
  }
  return { positions, inFile: faces, middle };
};

export const bodyOf = ({ positions, inFile }: Faces, tolerance: number): Body => {
  const faces = inFile.length;
  const normals = new Float64Array(3 * faces);
  const areas = new Float64Array(faces);
  const cross = new Float64Array(3);
  let area = 0;
  for (let face = 0; face < faces; face++) {
    crossOfSides(positions, face, cross);
    const length = sqrt(cross[0]! * cross[0]! + cross[1]! * cross[1]! + cross[2]! * cross[2]!);
    areas[face] = length / 2;
    area += length / 2;
    if (length > 0) for (let axis = 0; axis < 3; axis++) normals[3 * face + axis] = cross[axis]! / length;
  }
  return { faces, positions, inFile, normals, areas, area, ...boxOf(positions), tolerance };
};

/** Six times the signed volume of the tetrahedron from the origin to a face: v0 · (v1 × v2). */
export const sixfoldVolume = (p: Float64Array, face: number): number => {
  const at = 9 * face;
  const bx = p[at + 3]!;
  const by = p[at + 4]!;
  const bz = p[at + 5]!;
  const cx = p[at + 6]!;
  const cy = p[at + 7]!;
  const cz = p[at + 8]!;
  return p[at]! * (by * cz - bz * cy) + p[at + 1]! * (bz * cx - bx * cz) + p[at + 2]! * (bx * cy - by * cx);
};

/** mm³; negative for faces that look inward. */
export const volumeOf = ({ positions }: Pick<Faces, 'positions'>): number => {
  let sum = 0;
  for (let face = 0; 9 * face < positions.length; face++) sum += sixfoldVolume(positions, face);
  return sum / 6;
};

/** Turns a face round, so that it looks to its other side. */
export const turnFace = (positions: Float64Array, face: number): void => {
  for (let axis = 0; axis < 3; axis++) {
    const second = 9 * face + 3 + axis;
    const third = 9 * face + 6 + axis;
    const kept = positions[second]!;
    positions[second] = positions[third]!;
    positions[third] = kept;
  }
};
