import { weld } from '@order-ledger/pricing/corners';
import { MeshoptSimplifier } from 'meshoptimizer/simplifier';

/** As many as a tablet turns without a stutter, and as show what a part looks like: some 80 kB. */
export const MOST_TRIANGLES = 6_000;

/** Above so many triangles corners are gathered on a grid first, so that the memory does not grow with the model. */
const GATHERED_ABOVE = 500_000;
/** Steps of that grid along the longest side: finer than what is left of so large a model by far. */
const GRID = 256;

/** A surface to look at, in the units of the file, about the middle of its box: single precision would blur it far off. */
export interface Drawing {
  positions: Float32Array<ArrayBuffer>;
  /** Three a triangle. */
  indices: Uint32Array<ArrayBuffer>;
  /** True: the triangles are those of the file, in its order. */
  whole: boolean;
  middle: readonly [number, number, number];
}

interface Box {
  middle: [number, number, number];
  longest: number;
}

const boxOf = (positions: Float64Array): Box => {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let at = 0; at < positions.length; at++) {
    const axis = at % 3;
    const value = positions[at]!;
    if (value < low[axis]!) low[axis] = value;
    if (value > high[axis]!) high[axis] = value;
  }
  const middle = low.map((value, axis) => (value + high[axis]!) / 2) as Box['middle'];
  return { middle, longest: Math.max(...high.map((value, axis) => value - low[axis]!)) };
};

interface Indexed {
  positions: Float32Array<ArrayBuffer>;
  indices: Uint32Array<ArrayBuffer>;
}

/** Every triangle of the file, with corners of one place as one. */
const joined = (positions: Float64Array, { middle }: Box): Indexed => {
  const { vertices, vertexOf, firstCorner } = weld(positions);
  const places = new Float32Array(3 * vertices);
  for (let vertex = 0; vertex < vertices; vertex++)
    for (let axis = 0; axis < 3; axis++)
      places[3 * vertex + axis] = positions[3 * firstCorner[vertex]! + axis]! - middle[axis]!;
  return { positions: places, indices: vertexOf as Uint32Array<ArrayBuffer> };
};

/** Corners of one cell of the grid as one, where the first of them is; triangles that shrink to nothing are left out. */
const gathered = (positions: Float64Array, { middle, longest }: Box): Indexed => {
  const perUnit = longest > 0 ? GRID / longest : 0;
  const vertexOf = new Map<number, number>();
  const places: number[] = [];
  const triangle = [0, 0, 0];
  let indices = new Uint32Array(1 << 16);
  let length = 0;
  const vertexAt = (corner: number): number => {
    let cell = 0;
    for (let axis = 0; axis < 3; axis++)
      cell = cell * (2 * GRID) + Math.round((positions[corner + axis]! - middle[axis]!) * perUnit) + GRID;
    let vertex = vertexOf.get(cell);
    if (vertex === undefined) {
      vertex = vertexOf.size;
      vertexOf.set(cell, vertex);
      for (let axis = 0; axis < 3; axis++) places.push(positions[corner + axis]! - middle[axis]!);
    }
    return vertex;
  };
  for (let at = 0; at < positions.length; at += 9) {
    for (let corner = 0; corner < 3; corner++) triangle[corner] = vertexAt(at + 3 * corner);
    const [a = 0, b = 0, c = 0] = triangle;
    if (a === b || b === c || c === a) continue;
    if (length + 3 > indices.length) {
      const larger = new Uint32Array(2 * indices.length);
      larger.set(indices);
      indices = larger;
    }
    indices.set(triangle, length);
    length += 3;
  }
  return { positions: Float32Array.from(places), indices: indices.slice(0, length) };
};

/** As many triangles as may be, one here and one there: what cannot be simplified at all still shows its shape. */
const sampled = (indices: Uint32Array): Uint32Array<ArrayBuffer> => {
  const sample = new Uint32Array(3 * MOST_TRIANGLES);
  const step = indices.length / 3 / MOST_TRIANGLES;
  for (let triangle = 0; triangle < MOST_TRIANGLES; triangle++) {
    const from = 3 * Math.floor(triangle * step);
    sample.set(indices.subarray(from, from + 3), 3 * triangle);
  }
  return sample;
};

const simplified = ({ positions, indices }: Indexed): Indexed => {
  const most = 3 * MOST_TRIANGLES;
  // Any error is allowed: the number of triangles is what counts.
  const [along] = MeshoptSimplifier.simplify(indices, positions, 3, most, 1, ['Prune']);
  // What hangs together only here and there keeps too many: then corners are joined whatever hangs together.
  const few = along.length <= most ? along : MeshoptSimplifier.simplifySloppy(indices, positions, 3, null, most, 1)[0];
  const chosen = few.length > 0 && few.length <= most ? few : indices.length <= most ? indices : sampled(indices);
  const kept = chosen.slice() as Uint32Array<ArrayBuffer>;
  const [newNumber, count] = MeshoptSimplifier.compactMesh(kept);
  const places = new Float32Array(3 * count);
  for (let vertex = 0; 3 * vertex < positions.length; vertex++) {
    const to = newNumber[vertex]!;
    if (to < count) places.set(positions.subarray(3 * vertex, 3 * vertex + 3), 3 * to);
  }
  return { positions: places, indices: kept };
};

/**
 * A model with few enough triangles to be looked at: as it is, or simplified. The same model gives the same drawing on any
 * machine: the simplifier runs in WebAssembly, whose arithmetic is the same everywhere.
 *
 * @param corners nine coordinates a triangle; they are left as they are
 */
export const drawingOf = async (corners: Float64Array, gatheredAbove = GATHERED_ABOVE): Promise<Drawing> => {
  const box = boxOf(corners);
  const triangles = corners.length / 9;
  if (triangles <= MOST_TRIANGLES) return { ...joined(corners, box), whole: true, middle: box.middle };
  await MeshoptSimplifier.ready;
  const all = triangles > gatheredAbove ? gathered(corners, box) : joined(corners, box);
  return { ...simplified(all), whole: false, middle: box.middle };
};
