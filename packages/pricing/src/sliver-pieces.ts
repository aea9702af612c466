import type { Body } from './body.ts';

const { abs, floor, fround, log2, max, min } = Math;

/** Half a step of a float32, and a little: bounds are kept in half the space, and never inside of the box. */
const SINGLE_STEP = 1.3e-7;
export const below = (value: number): number => fround(value - abs(value) * SINGLE_STEP);
export const above = (value: number): number => fround(value + abs(value) * SINGLE_STEP);

const MOST_PIECES = 8;
/** Of all faces together, 140 MB of boxes: beyond it each is cut into fewer, and rays take longer. */
const MOST_TOGETHER = 5_000_000;
/** A box may be so many times as large as its face before it is cut, in powers of two. */
const TOLERATED = 4;

/** Pieces of long faces, each with the box of its own part of the face: low x, y, z, high x, y, z. */
export interface SliverPieces {
  /** The face of each piece, ascending. */
  faceOf: Uint32Array;
  boxes: Float32Array;
}

/**
 * Cuts the boxes of slivers. The fan of a round cap is made of nothing else: the box of each covers a quarter of the cap,
 * so that a ray would have to be tried with a quarter of all of them.
 */
export const sliverPieces = ({
  faces,
  positions: p,
  areas,
}: Pick<Body, 'faces' | 'positions' | 'areas'>): SliverPieces => {
  const low = new Float64Array(3);
  const high = new Float64Array(3);
  const measure = (face: number) => {
    low.fill(Infinity);
    high.fill(-Infinity);
    for (let index = 0; index < 9; index++) {
      const value = p[9 * face + index]!;
      low[index % 3] = min(low[index % 3]!, value);
      high[index % 3] = max(high[index % 3]!, value);
    }
  };
  const piecesOf = (face: number): number => {
    measure(face);
    const [x, y, z] = [high[0]! - low[0]!, high[1]! - low[1]!, high[2]! - low[2]!];
    const ratio = (x * y + y * z + z * x) / areas[face]!;
    return ratio > 0 ? min(MOST_PIECES, max(1, floor(log2(ratio)) - TOLERATED)) : 1;
  };

  /** How many faces are to be cut into so many. */
  const wanted = new Array<number>(MOST_PIECES + 1).fill(0);
  for (let face = 0; face < faces; face++) {
    const pieces = piecesOf(face);
    wanted[pieces] = wanted[pieces]! + 1;
  }
  const together = (most: number): number =>
    most === 1 ? 0 : wanted.reduce((sum, of, pieces) => sum + (pieces > 1 ? of * min(pieces, most) : 0), 0);
  let most = MOST_PIECES;
  while (together(most) > MOST_TOGETHER) most -= 1;
  const count = together(most);
  const faceOf = new Uint32Array(count);
  const boxes = new Float32Array(6 * count);
  const box = new Float64Array(6);
  const grow = (axis: number, value: number) => {
    box[axis] = min(box[axis]!, value);
    box[3 + axis] = max(box[3 + axis]!, value);
  };
  let piece = 0;
  for (let face = 0; face < faces && piece < count; face++) {
    const pieces = min(most, piecesOf(face));
    if (pieces === 1) continue;
    const along = [0, 1, 2].reduce(
      (best, axis) => (high[axis]! - low[axis]! > high[best]! - low[best]! ? axis : best),
      0,
    );
    const start = low[along]!;
    const step = (high[along]! - start) / pieces;
    for (let number = 0; number < pieces; number++) {
      const from = start + number * step;
      const to = number === pieces - 1 ? Infinity : from + step;
      box.fill(Infinity, 0, 3).fill(-Infinity, 3);
      for (let side = 0; side < 3; side++) {
        const a = 9 * face + 3 * side;
        const b = 9 * face + 3 * ((side + 1) % 3);
        const one = p[a + along]!;
        const other = p[b + along]!;
        if (max(one, other) < from || min(one, other) > to) continue;
        for (const end of [one, other]) {
          const part = one === other ? 0 : (max(from, min(to, end)) - one) / (other - one);
          for (let axis = 0; axis < 3; axis++) grow(axis, p[a + axis]! + part * (p[b + axis]! - p[a + axis]!));
        }
        if (one === other) for (let axis = 0; axis < 3; axis++) grow(axis, p[b + axis]!);
      }
      for (let axis = 0; axis < 3; axis++) {
        boxes[6 * piece + axis] = below(box[axis]!);
        boxes[6 * piece + 3 + axis] = above(box[3 + axis]!);
      }
      faceOf[piece] = face;
      piece += 1;
    }
  }
  return { faceOf, boxes };
};
