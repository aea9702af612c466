import { type Faces, sixfoldVolume, type Vector } from './body.ts';
import { meetingPairs } from './meeting-pairs.ts';
import { windingAround } from './winding.ts';

const { abs } = Math;

/** A closed surface that hangs together. */
export interface Shell {
  /** Its faces, by their place in `Faces`. */
  faces: Uint32Array;
  /** mm³; negative where it looks inward. */
  volume: number;
  low: number[];
  high: number[];
  /** The numbers of the shells around it, the largest first. */
  within: number[];
}

/** @param shellOf the shell of each face */
const shellsWith = ({ positions }: Faces, count: number, shellOf: (face: number) => number): Shell[] => {
  const faces = positions.length / 9;
  const sizes = new Uint32Array(count);
  for (let face = 0; face < faces; face++) sizes[shellOf(face)] = sizes[shellOf(face)]! + 1;
  const shells = Array.from(
    sizes,
    (size): Shell => ({
      faces: new Uint32Array(size),
      volume: 0,
      low: [Infinity, Infinity, Infinity],
      high: [-Infinity, -Infinity, -Infinity],
      within: [],
    }),
  );
  sizes.fill(0);
  for (let face = 0; face < faces; face++) {
    const number = shellOf(face);
    const shell = shells[number]!;
    shell.faces[sizes[number]!] = face;
    sizes[number] = sizes[number]! + 1;
    shell.volume += sixfoldVolume(positions, face) / 6;
    for (let index = 0; index < 9; index++) {
      const value = positions[9 * face + index]!;
      const axis = index % 3;
      if (value < shell.low[axis]!) shell.low[axis] = value;
      if (value > shell.high[axis]!) shell.high[axis] = value;
    }
  }
  return shells;
};

const boxHolds = (outer: Shell, inner: Shell, tolerance: number): boolean =>
  outer.low.every((value, axis) => value <= inner.low[axis]! + tolerance) &&
  outer.high.every((value, axis) => value >= inner.high[axis]! - tolerance);

/** Faces whose middles are asked, and how many may lie on the surface itself before it is given up. */
const ASKED = 3;
const MOST_TRIES = 64;

const middleOf = ({ positions }: Faces, face: number): Vector => {
  const along = (axis: number): number =>
    (positions[9 * face + axis]! + positions[9 * face + 3 + axis]! + positions[9 * face + 6 + axis]!) / 3;
  return [along(0), along(1), along(2)];
};

/** Whether one shell lies inside the other; true also where all of it lies on the other's surface. */
const holds = (faces: Faces, outer: Shell, inner: Shell, tolerance: number): boolean => {
  if (!boxHolds(outer, inner, tolerance)) return false;
  const stride = Math.max(1, Math.floor(inner.faces.length / MOST_TRIES));
  let asked = 0;
  for (let at = 0; at < inner.faces.length && asked < ASKED; at += stride) {
    const winding = windingAround(faces, outer.faces, middleOf(faces, inner.faces[at]!), tolerance);
    if (winding === null) continue;
    if (winding === 0) return false;
    asked += 1;
  }
  return true;
};

/** The shells of a closed surface, and which lies in which. */
export const nestedShells = (
  faces: Faces,
  count: number,
  shellOf: (face: number) => number,
  tolerance: number,
): Shell[] => {
  const shells = shellsWith(faces, count, shellOf);
  const isLarger = (one: number, other: number): boolean => {
    const difference = abs(shells[one]!.volume) - abs(shells[other]!.volume);
    return difference === 0 ? one < other : difference > 0;
  };
  meetingPairs(shells, tolerance, (one, other) => {
    const [outer, inner] = isLarger(one, other) ? [one, other] : [other, one];
    if (holds(faces, shells[outer]!, shells[inner]!, tolerance)) shells[inner]!.within.push(outer);
  });
  for (const { within } of shells) within.sort((one, other) => (isLarger(one, other) ? -1 : 1));
  return shells;
};
