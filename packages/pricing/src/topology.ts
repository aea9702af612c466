import type { Mesh } from './stl.ts';

const { ceil, floor, imul, log2, max, min } = Math;

/**
 * How the triangles hang together. Corners are the same when all three coordinates are equal exactly: STL repeats each
 * corner for each triangle, and a closed body repeats it bit by bit.
 */
export interface Topology {
  vertices: number;
  /** Three vertex numbers a face. */
  corners: Uint32Array;
  edges: number;
  /** By edge: how often faces run along it from the lower to the higher vertex number, and back. */
  forward: Uint32Array;
  backward: Uint32Array;
  /** Three edge numbers a face; NO_EDGE where both ends are one vertex, and for all of such a face. */
  faceEdges: Uint32Array;
  /** The shell of each face: 0, 1, 2 … in the order of the file. Faces that share an edge are of one shell. */
  shellOf: Uint32Array;
  shells: number;
}

export const NO_EDGE = 0xffffffff;

/** Twice as many places as entries, so that a search meets a free place soon. */
const tableSize = (entries: number): number => 2 ** ceil(log2(max(8, 2 * entries)));

const mixed = (hash: number, word: number): number => {
  const product = imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
};

const weld = (positions: Float64Array): { corners: Uint32Array; vertices: number } => {
  const count = positions.length / 3;
  const size = tableSize(count / 2);
  let mask = size - 1;
  let table = new Uint32Array(size).fill(NO_EDGE);
  const corners = new Uint32Array(count);
  /** The corner at which each vertex was met first. */
  const firstCorner = new Uint32Array(count);
  let vertices = 0;
  const coordinate = new Float64Array(3);
  const words = new Uint32Array(coordinate.buffer);

  const hashOf = (corner: number): number => {
    for (let axis = 0; axis < 3; axis++) coordinate[axis] = positions[3 * corner + axis]! + 0; // −0 is 0
    let hash = 0x811c9dc5;
    for (let word = 0; word < 6; word++) hash = mixed(hash, words[word]!);
    return hash;
  };
  const grow = () => {
    mask = 2 * mask + 1;
    table = new Uint32Array(mask + 1).fill(NO_EDGE);
    for (let vertex = 0; vertex < vertices; vertex++) {
      let place = hashOf(firstCorner[vertex]!) & mask;
      while (table[place] !== NO_EDGE) place = (place + 1) & mask;
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
    while (vertex !== NO_EDGE && !same(firstCorner[vertex]!, corner)) {
      place = (place + 1) & mask;
      vertex = table[place]!;
    }
    if (vertex === NO_EDGE) {
      vertex = vertices;
      vertices += 1;
      firstCorner[vertex] = corner;
      table[place] = vertex;
      if (2 * vertices > mask) grow();
    }
    corners[corner] = vertex;
  }
  return { corners, vertices };
};

const connect = (corners: Uint32Array) => {
  const faces = corners.length / 3;
  const mask = tableSize(corners.length) - 1;
  const table = new Uint32Array(mask + 1).fill(NO_EDGE);
  const low = new Uint32Array(corners.length);
  const high = new Uint32Array(corners.length);
  const forward = new Uint32Array(corners.length);
  const backward = new Uint32Array(corners.length);
  const faceEdges = new Uint32Array(corners.length).fill(NO_EDGE);
  let edges = 0;

  for (let face = 0; face < faces; face++) {
    const a = corners[3 * face]!;
    const b = corners[3 * face + 1]!;
    const c = corners[3 * face + 2]!;
    if (a === b || b === c || c === a) continue;
    for (let side = 0; side < 3; side++) {
      const from = corners[3 * face + side]!;
      const to = corners[3 * face + ((side + 1) % 3)]!;
      const [lower, higher] = from < to ? [from, to] : [to, from];
      let place = mixed(mixed(0x811c9dc5, lower), higher) & mask;
      let edge = table[place]!;
      while (edge !== NO_EDGE && (low[edge] !== lower || high[edge] !== higher)) {
        place = (place + 1) & mask;
        edge = table[place]!;
      }
      if (edge === NO_EDGE) {
        edge = edges;
        edges += 1;
        low[edge] = lower;
        high[edge] = higher;
        table[place] = edge;
      }
      const uses = from < to ? forward : backward;
      uses[edge] = uses[edge]! + 1;
      faceEdges[3 * face + side] = edge;
    }
  }
  return { edges, forward: forward.subarray(0, edges), backward: backward.subarray(0, edges), faceEdges };
};

/** Union-find over the faces, joined along their edges. */
const findShells = (faceEdges: Uint32Array, edges: number): { shellOf: Uint32Array; shells: number } => {
  const faces = faceEdges.length / 3;
  const parent = new Uint32Array(faces).map((_, face) => face);
  const rootOf = (face: number): number => {
    let root = face;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  const faceOfEdge = new Uint32Array(edges).fill(NO_EDGE);
  for (let index = 0; index < faceEdges.length; index++) {
    const edge = faceEdges[index]!;
    if (edge === NO_EDGE) continue;
    const face = floor(index / 3);
    if (faceOfEdge[edge] === NO_EDGE) faceOfEdge[edge] = face;
    else {
      const one = rootOf(faceOfEdge[edge]!);
      const other = rootOf(face);
      parent[max(one, other)] = min(one, other);
    }
  }
  const shellOf = new Uint32Array(faces);
  const numberOf = new Uint32Array(faces).fill(NO_EDGE);
  let shells = 0;
  for (let face = 0; face < faces; face++) {
    const root = rootOf(face);
    if (numberOf[root] === NO_EDGE) {
      numberOf[root] = shells;
      shells += 1;
    }
    shellOf[face] = numberOf[root]!;
  }
  return { shellOf, shells };
};

export const topologyOf = (mesh: Mesh): Topology => {
  const { corners, vertices } = weld(mesh.positions);
  const { edges, forward, backward, faceEdges } = connect(corners);
  return { vertices, corners, edges, forward, backward, faceEdges, ...findShells(faceEdges, edges) };
};

/**
 * Whether the surface encloses a volume: along every edge as many faces run one way as the other. So an edge of one face is
 * open, two faces the same way are flipped; where two bodies touch along an edge, four faces two ways are sound.
 */
export const isClosed = ({ edges, forward, backward }: Topology): boolean => {
  for (let edge = 0; edge < edges; edge++) if (forward[edge] !== backward[edge]) return false;
  return true;
};
