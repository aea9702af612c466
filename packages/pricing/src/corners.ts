import { mixed, NONE, SEED, tableSize } from './hashing.ts';

const { abs, floor, max } = Math;

/** Which corners of faces are the same place. */
export interface Corners {
  vertices: number;
  /** Three vertex numbers a face. */
  vertexOf: Uint32Array;
  /** The corner at which each vertex was met first; it has the vertex's coordinates. */
  firstCorner: Uint32Array;
}

/**
 * Corners are the same where all three coordinates are equal exactly: STL repeats each corner for each triangle, and most
 * closed bodies repeat it bit by bit.
 */
export const weld = (positions: Float64Array): Corners => {
  const count = positions.length / 3;
  const size = tableSize(count / 2);
  let mask = size - 1;
  let table = new Uint32Array(size).fill(NONE);
  const vertexOf = new Uint32Array(count);
  const firstCorner = new Uint32Array(count);
  let vertices = 0;
  const coordinate = new Float64Array(3);
  const words = new Uint32Array(coordinate.buffer);

  const hashOf = (corner: number): number => {
    for (let axis = 0; axis < 3; axis++) coordinate[axis] = positions[3 * corner + axis]! + 0; // −0 is 0
    let hash = SEED;
    for (let word = 0; word < 6; word++) hash = mixed(hash, words[word]!);
    return hash;
  };
  const grow = () => {
    mask = 2 * mask + 1;
    table = new Uint32Array(mask + 1).fill(NONE);
    for (let vertex = 0; vertex < vertices; vertex++) {
      let place = hashOf(firstCorner[vertex]!) & mask;
      while (table[place] !== NONE) place = (place + 1) & mask;
      table[place] = vertex;
    }
  };
  const same = (one: number, other: number): boolean =>
    positions[3 * one] === positions[3 * other] &&
    positions[3 * one + 1] === positions[3 * other + 1] &&
    positions[3 * one + 2] === positions[3 * other + 2];

  for (let corner = 0; corner < count; corner++) {
    let place = hashOf(corner) & mask;
    let vertex = table[place]!;
    while (vertex !== NONE && !same(firstCorner[vertex]!, corner)) {
      place = (place + 1) & mask;
      vertex = table[place]!;
    }
    if (vertex === NONE) {
      vertex = vertices;
      vertices += 1;
      firstCorner[vertex] = corner;
      table[place] = vertex;
      if (2 * vertices > mask) grow();
    }
    vertexOf[corner] = vertex;
  }
  return { vertices, vertexOf, firstCorner: firstCorner.slice(0, vertices) };
};

/** Half the steps of a float32 that may lie between two roundings of one place: they end at most this far apart. */
const SINGLE_PRECISION = 2 ** -22;
/** Units of the file below which nobody means a gap, however near to the origin: machines cannot make it. */
const FINEST = 2e-6;

/**
 * How near two places are the same one within what the file can say. Most exporters reckon in single precision, also where
 * they write text, so that it grows with the largest coordinate.
 */
export const precisionOf = (positions: Float64Array): number => {
  let largest = 0;
  for (let at = 0; at < positions.length; at++) largest = max(largest, abs(positions[at]!));
  return max(FINEST, largest * SINGLE_PRECISION);
};

/** How many times the reach a cell is wide: then nearly all places lie in the middle of one. */
const CELL = 16;

/**
 * Of the `candidates`, those that lie within `reach` of an earlier one are taken for it: the result says for each vertex
 * which one it is taken for, itself mostly; null where all stay apart. Each is compared with places that stay, never with
 * such as were taken away, so that a row of places does not run together.
 */
export const twinsWithin = (
  positions: Float64Array,
  { vertices, firstCorner }: Corners,
  candidates: readonly number[] | Uint32Array,
  reach: number,
): { takenFor: Uint32Array; merged: number } | null => {
  const takenFor = new Uint32Array(vertices).map((_, vertex) => vertex);
  const mask = tableSize(candidates.length) - 1;
  const table = new Uint32Array(mask + 1).fill(NONE);
  const cell = CELL * reach;
  const at = (vertex: number, axis: number): number => positions[3 * firstCorner[vertex]! + axis]!;
  const hashOf = (x: number, y: number, z: number) => mixed(mixed(mixed(SEED, x), y), z) & mask;
  const near = (one: number, other: number): boolean =>
    abs(at(one, 0) - at(other, 0)) <= reach &&
    abs(at(one, 1) - at(other, 1)) <= reach &&
    abs(at(one, 2) - at(other, 2)) <= reach;

  let merged = 0;
  const low = [0, 0, 0];
  const high = [0, 0, 0];
  for (const vertex of candidates) {
    for (let axis = 0; axis < 3; axis++) {
      low[axis] = floor((at(vertex, axis) - reach) / cell);
      high[axis] = floor((at(vertex, axis) + reach) / cell);
    }
    let twin = NONE;
    for (let x = low[0]!; x <= high[0]!; x++) {
      for (let y = low[1]!; y <= high[1]!; y++) {
        for (let z = low[2]!; z <= high[2]!; z++) {
          let place = hashOf(x, y, z);
          for (let other = table[place]!; other !== NONE; other = table[place]!) {
            if (other < twin && near(vertex, other)) twin = other;
            place = (place + 1) & mask;
          }
        }
      }
    }
    if (twin !== NONE) {
      takenFor[vertex] = twin;
      merged += 1;
      continue;
    }
    let place = hashOf(floor(at(vertex, 0) / cell), floor(at(vertex, 1) / cell), floor(at(vertex, 2) / cell));
    while (table[place] !== NONE) place = (place + 1) & mask;
    table[place] = vertex;
  }
  return merged === 0 ? null : { takenFor, merged };
};
