import { mixed, NONE, SEED, tableSize } from './hashing.ts';

const { abs } = Math;

/** The edges between faces, by number. */
export interface Edges {
  count: number;
  /** By edge: how often faces run along it from the lower to the higher vertex number, and back. */
  forward: Uint32Array;
  backward: Uint32Array;
  /** Three edge numbers a face, of its first side to its third; NONE for the sides of a face that is left out. */
  ofSide: Uint32Array;
}

/** The three sides of face `face` are 3 × face and the next two; a side runs from its own corner to the face's next. */
export const faceOfSide = (side: number): number => (side - (side % 3)) / 3;
export const nextSide = (side: number): number => (side % 3 === 2 ? side - 2 : side + 1);

export const runsForward = (vertexOf: Uint32Array, side: number): boolean =>
  vertexOf[side]! < vertexOf[nextSide(side)]!;

/** @param leftOut 1 by face that has no part in the surface */
export const connect = (vertexOf: Uint32Array, leftOut: Uint8Array): Edges => {
  const sides = vertexOf.length;
  const mask = tableSize(sides) - 1;
  const table = new Uint32Array(mask + 1).fill(NONE);
  const low = new Uint32Array(sides);
  const high = new Uint32Array(sides);
  const forward = new Uint32Array(sides);
  const backward = new Uint32Array(sides);
  const ofSide = new Uint32Array(sides).fill(NONE);
  let count = 0;

  for (let side = 0; side < sides; side++) {
    if (leftOut[faceOfSide(side)] !== 0) continue;
    const from = vertexOf[side]!;
    const to = vertexOf[nextSide(side)]!;
    const [lower, higher] = from < to ? [from, to] : [to, from];
    let place = mixed(mixed(SEED, lower), higher) & mask;
    let edge = table[place]!;
    while (edge !== NONE && (low[edge] !== lower || high[edge] !== higher)) {
      place = (place + 1) & mask;
      edge = table[place]!;
    }
    if (edge === NONE) {
      edge = count;
      count += 1;
      low[edge] = lower;
      high[edge] = higher;
      table[place] = edge;
    }
    const uses = from < to ? forward : backward;
    uses[edge] = uses[edge]! + 1;
    ofSide[side] = edge;
  }
  return { count, forward: forward.slice(0, count), backward: backward.slice(0, count), ofSide };
};

/** How many more faces run one way along the edge than the other; 0 where it is closed. */
export const surplus = ({ forward, backward }: Edges, edge: number): number => forward[edge]! - backward[edge]!;

/**
 * How far the surface is from enclosing a volume; 0: along every edge as many faces run one way as the other. So an edge of
 * one face is open, two faces the same way are flipped; where two bodies touch along an edge, four faces two ways are sound.
 */
export const openness = (edges: Edges): number => {
  let sum = 0;
  for (let edge = 0; edge < edges.count; edge++) sum += abs(surplus(edges, edge));
  return sum;
};

/** Takes a face out of the surface. */
export const takeOut = (edges: Edges, vertexOf: Uint32Array, face: number): void => {
  for (let side = 3 * face; side < 3 * face + 3; side++) {
    const edge = edges.ofSide[side]!;
    const uses = runsForward(vertexOf, side) ? edges.forward : edges.backward;
    uses[edge] = uses[edge]! - 1;
    edges.ofSide[side] = NONE;
  }
};
