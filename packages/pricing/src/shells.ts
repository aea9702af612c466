import { type Edges, faceOfSide, nextSide, runsForward } from './edges.ts';
import { NONE } from './hashing.ts';

const { max, min } = Math;

interface Folded {
  faces: readonly [number, number];
  /**
   * Somewhere in this shell such a pair ends freely, as a sheet in the air does. Where none does, they are what two bodies
   * that touch have between them.
   */
  ofSheet: boolean;
}

/** Which faces hang together. */
export interface Shells {
  count: number;
  /** The shell of each face: 0, 1, 2 … in the order of the file; NONE for a face that is left out. */
  shellOf: Uint32Array;
  /** Pairs of faces of one shell that have the same corners and look to opposite sides: nothing is between them. */
  folded: Folded[];
}

const listIn = (lists: Map<number, number[]>, key: number): number[] => {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
};

/** The corner of the face that is not on this side of it. */
const apexOf = (vertexOf: Uint32Array, side: number): number => vertexOf[nextSide(nextSide(side))]!;

/**
 * Joins the faces along their edges. Where more than two faces meet, each that runs along the edge one way is joined with
 * one that runs the other way: with one that it hangs together with elsewhere, else in the order of the file, because
 * exporters write body by body. So bodies that touch along an edge or a face, and copies of one body, are told apart.
 */
export const shellsOf = (vertexOf: Uint32Array, edges: Edges): Shells => {
  const { ofSide, forward, backward } = edges;
  const faces = vertexOf.length / 3;
  const parent = new Uint32Array(faces).map((_, face) => face);
  const rootOf = (face: number): number => {
    let root = face;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  const join = (side: number, other: number) => {
    const one = rootOf(faceOfSide(side));
    const two = rootOf(faceOfSide(other));
    parent[max(one, two)] = min(one, two);
  };

  const firstSide = new Uint32Array(edges.count).fill(NONE);
  const crowded = new Map<number, { there: number[]; back: number[] }>();
  const opposite: [number, number][] = [];
  const rims: number[] = [];
  const findOpposite = (there: readonly number[], back: readonly number[]) => {
    const backOf = new Map(back.map((side) => [apexOf(vertexOf, side), side]));
    for (const side of there) {
      const other = backOf.get(apexOf(vertexOf, side));
      if (other !== undefined) opposite.push([faceOfSide(side), faceOfSide(other)]);
    }
  };
  for (let side = 0; side < ofSide.length; side++) {
    const edge = ofSide[side]!;
    if (edge === NONE) continue;
    if (forward[edge]! + backward[edge]! > 2) {
      const sides = crowded.get(edge) ?? { there: [], back: [] };
      (runsForward(vertexOf, side) ? sides.there : sides.back).push(side);
      crowded.set(edge, sides);
    } else if (firstSide[edge] === NONE) firstSide[edge] = side;
    else {
      join(firstSide[edge]!, side);
      const apex = apexOf(vertexOf, side);
      if (apex !== apexOf(vertexOf, firstSide[edge]!)) continue;
      opposite.push([faceOfSide(firstSide[edge]!), faceOfSide(side)]);
      rims.push(faceOfSide(side));
    }
  }
  for (const { there, back } of crowded.values()) {
    findOpposite(there, back);
    const backOf = new Map<number, number[]>();
    for (const side of back) listIn(backOf, rootOf(faceOfSide(side))).push(side);
    const strangers = there.filter((side) => backOf.get(rootOf(faceOfSide(side)))?.shift() === undefined);
    const others = [...backOf.values()].flat().sort((one, other) => one - other);
    for (let index = 0; index < min(strangers.length, others.length); index++) join(strangers[index]!, others[index]!);
  }

  const shellOf = new Uint32Array(faces).fill(NONE);
  const numberOf = new Uint32Array(faces).fill(NONE);
  let count = 0;
  for (let face = 0; face < faces; face++) {
    if (ofSide[3 * face] === NONE) continue;
    const root = rootOf(face);
    if (numberOf[root] === NONE) {
      numberOf[root] = count;
      count += 1;
    }
    shellOf[face] = numberOf[root]!;
  }

  const taken = new Set<number>();
  const withRim = new Set(rims.map((face) => shellOf[face]));
  const folded = opposite.flatMap((pair): Folded[] => {
    const [one, two] = pair;
    if (shellOf[one] !== shellOf[two] || taken.has(one) || taken.has(two)) return [];
    taken.add(one).add(two);
    return [{ faces: pair, ofSheet: withRim.has(shellOf[one]) }];
  });
  return { count, shellOf, folded };
};
