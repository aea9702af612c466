import { type Faces, volumeOf } from './body.ts';
import { type Fault, faultOf } from './fault.ts';
import { NONE } from './hashing.ts';
import { kernel, type Manifold } from './kernel.ts';
import { meetingPairs } from './meeting-pairs.ts';
import type { Shell } from './nesting.ts';
import type { Role } from './solids.ts';

const { abs, max, min } = Math;

/** Of what nobody can see. */
const SAME_VOLUME = 1e-9;

interface Parts {
  faces: Faces;
  /** The vertex of each corner of the faces of the file. */
  vertexOf: Uint32Array;
  shells: readonly Shell[];
  roles: readonly Role[];
  tolerance: number;
}

/** Groups of shells that have to be united or cut from each other, each ascending. */
const groupsOf = ({ shells, roles, tolerance }: Parts): number[][] => {
  const parent = shells.map((_, number) => number);
  const rootOf = (number: number): number => {
    let root = number;
    while (parent[root] !== root) root = parent[root]!;
    return root;
  };
  const meeting = new Set<number>();
  meetingPairs(shells, tolerance, (one, other) => {
    const [first, second] = [rootOf(one), rootOf(other)];
    parent[max(first, second)] = min(first, second);
    // A cavity lies in its body by right; two of one kind may overlap.
    const isOwn = roles[one]!.cavityOf === other || roles[other]!.cavityOf === one;
    if (!isOwn) meeting.add(one).add(other);
  });
  const groups = new Map<number, number[]>();
  const concerned = new Set([...meeting].map(rootOf));
  for (const number of shells.keys()) {
    const root = rootOf(number);
    if (!concerned.has(root)) continue;
    const group = groups.get(root) ?? [];
    group.push(number);
    groups.set(root, group);
  }
  return [...groups.values()];
};

/** Bodies of the kernel, which hold memory that nobody collects. */
const workshop = ({ faces, vertexOf, shells, roles }: Parts) => {
  const made: Manifold[] = [];
  const kept = (manifold: Manifold): Manifold => {
    made.push(manifold);
    return manifold;
  };
  const placeOf = new Uint32Array(vertexOf.reduce((highest, vertex) => max(highest, vertex), 0) + 1).fill(NONE);

  /** A shell by itself, looking outward: cavities too. */
  const bodyOf = (number: number): Manifold => {
    const { faces: own } = shells[number]!;
    const { turned, cavityOf } = roles[number]!;
    const triVerts = new Uint32Array(3 * own.length);
    const points: number[] = [];
    const vertices: number[] = [];
    for (const [index, face] of own.entries()) {
      for (let corner = 0; corner < 3; corner++) {
        // A turned face has its second corner where the file has the third.
        const inFile = turned && corner > 0 ? 3 - corner : corner;
        const vertex = vertexOf[3 * faces.inFile[face]! + inFile]!;
        if (placeOf[vertex] === NONE) {
          placeOf[vertex] = vertices.length;
          vertices.push(vertex);
          const at = 9 * face + 3 * corner;
          points.push(faces.positions[at]!, faces.positions[at + 1]!, faces.positions[at + 2]!);
        }
        const place = cavityOf === null ? corner : 2 - corner;
        triVerts[3 * index + place] = placeOf[vertex]!;
      }
    }
    for (const vertex of vertices) placeOf[vertex] = NONE;
    const mesh = new kernel.Mesh({
      numProp: 3,
      vertProperties: Float32Array.from(points),
      triVerts,
      // Each face by itself: the kernel leaves those that nothing touches as they are, and says where the others are from.
      faceID: own,
    });
    return kept(new kernel.Manifold(mesh));
  };

  return {
    bodyOf,
    union: (bodies: Manifold[]): Manifold => (bodies.length === 1 ? bodies[0]! : kept(kernel.Manifold.union(bodies))),
    without: (body: Manifold, cavities: Manifold[]): Manifold =>
      cavities.length === 0 ? body : kept(kernel.Manifold.difference([body, ...cavities])),
    close: () => {
      for (const manifold of made) manifold.delete();
    },
  };
};

/** The faces of a body of the kernel, each with the number in `faces` that it comes from. */
const facesOf = (manifold: Manifold): { positions: Float64Array; from: Uint32Array } => {
  const { triVerts, vertProperties, numProp, faceID } = manifold.getMesh();
  if (faceID === undefined) throw new Error('the kernel does not say where its faces come from');
  const positions = new Float64Array(3 * triVerts.length);
  for (const [corner, vertex] of triVerts.entries()) {
    for (let axis = 0; axis < 3; axis++) positions[3 * corner + axis] = vertProperties[numProp * vertex + axis]!;
  }
  return { positions, from: faceID };
};

/** Which of the shells' faces stay as they are, and what comes in place of the others. */
interface Change {
  positions: Float64Array;
  from: Uint32Array;
}

const changed = ({ faces, shells }: Parts, replaced: ReadonlySet<number>, changes: readonly Change[]): Faces => {
  const stays = shells.flatMap(({ faces: own }, number) => (replaced.has(number) ? [] : [own]));
  const count = (lists: readonly { length: number }[]) => lists.reduce((sum, { length }) => sum + length, 0);
  const total = count(stays) + count(changes.map(({ from }) => from));
  const positions = new Float64Array(9 * total);
  const inFile = new Uint32Array(total);
  let at = 0;
  for (const own of stays) {
    for (const face of own) {
      positions.set(faces.positions.subarray(9 * face, 9 * face + 9), 9 * at);
      inFile[at] = faces.inFile[face]!;
      at += 1;
    }
  }
  for (const change of changes) {
    positions.set(change.positions, 9 * at);
    for (const face of change.from) {
      inFile[at] = faces.inFile[face]!;
      at += 1;
    }
  }
  return { positions, inFile };
};

/**
 * Unites the bodies that overlap or touch, so that what they share is measured once and nothing inside is taken for a
 * surface. Where nothing does, all faces stay bit by bit as they are.
 */
export const uniteBodies = (parts: Parts): { faces: Faces; warnings: Fault[] } => {
  const { shells, roles } = parts;
  const replaced = new Set<number>();
  const changes: Change[] = [];
  let bodies = 0;
  for (const group of groupsOf(parts)) {
    const work = workshop(parts);
    try {
      const solids = group
        .filter((number) => roles[number]!.cavityOf === null)
        .map((number) => {
          const cavities = group.filter((other) => roles[other]!.cavityOf === number);
          return work.without(work.bodyOf(number), cavities.map(work.bodyOf));
        });
      const change = facesOf(work.union(solids));
      const before = group.reduce(
        (sum, number) => sum + abs(shells[number]!.volume) * (roles[number]!.cavityOf === null ? 1 : -1),
        0,
      );
      const sameFaces = change.from.length === group.reduce((sum, number) => sum + shells[number]!.faces.length, 0);
      if (sameFaces && abs(volumeOf(change) - before) <= SAME_VOLUME * before) continue;
      for (const number of group) replaced.add(number);
      changes.push(change);
      bodies += solids.length;
    } finally {
      work.close();
    }
  }
  if (replaced.size === 0) return { faces: parts.faces, warnings: [] };
  const united = faultOf('UNITED', bodies, []);
  return { faces: changed(parts, replaced, changes), warnings: united === null ? [] : [united] };
};
