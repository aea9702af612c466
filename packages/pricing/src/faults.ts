import { facesOf } from './body.ts';
import { type Edges, faceOfSide } from './edges.ts';
import { type Fault, type FaultCode, faultOf, MOST_FACES, mergedFaults } from './fault.ts';
import { NONE } from './hashing.ts';
import { eachItem, type Item, shiftedFaults } from './mesh-items.ts';
import type { Mesh } from './model-file.ts';
import { solidOf } from './solids.ts';
import { surfaceOf } from './surface.ts';

export type { Fault, FaultCode } from './fault.ts';

/** What is to be said of an edge by how often faces run along it forward and backward. */
const codeOf = ({ forward, backward }: Edges, edge: number): FaultCode | null => {
  const uses = forward[edge]! + backward[edge]!;
  if (uses === 1) return 'OPEN_EDGES';
  if (uses > 2) return 'NON_MANIFOLD_EDGES';
  return forward[edge] === backward[edge] ? null : 'FLIPPED';
};

const EDGE_CODES = ['OPEN_EDGES', 'NON_MANIFOLD_EDGES', 'FLIPPED'] as const;

/** The faults of edges, worst first, with the faces at them. */
export const edgeFaults = (edges: Edges): Fault[] => {
  const counts = new Map<FaultCode, number>();
  for (let edge = 0; edge < edges.count; edge++) {
    const code = codeOf(edges, edge);
    if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const faces = new Map<FaultCode, Set<number>>(EDGE_CODES.map((code) => [code, new Set()]));
  for (let side = 0; side < edges.ofSide.length; side++) {
    const edge = edges.ofSide[side]!;
    if (edge === NONE) continue;
    const code = codeOf(edges, edge);
    const listed = code === null ? undefined : faces.get(code);
    if (listed !== undefined && listed.size < MOST_FACES) listed.add(faceOfSide(side));
  }
  return EDGE_CODES.map((code) => faultOf(code, counts.get(code) ?? 0, [...faces.get(code)!])).filter(
    (fault) => fault !== null,
  );
};

const itemFaults = ({ mesh }: Pick<Item, 'mesh'>): Fault[] => {
  const surface = surfaceOf(mesh);
  const { edges, shells, precision, warnings } = surface;
  const faults = [...edgeFaults(edges), ...warnings];
  if (shells === null) return faults;
  return [...faults, ...solidOf(facesOf(surface, 1), surface, precision).warnings];
};

/**
 * What is wrong with a mesh, worst first: OPEN_EDGES (used by one face), NON_MANIFOLD_EDGES (by more than two), FLIPPED
 * (by two faces that run the same way, so that one of them looks inward); and what was mended or left out for it:
 * MERGED_CORNERS, SHEET, DEGENERATE, INSIDE_OUT, UNITED. Some of these only warn: `measureModel` decides what a price can
 * be made of. Each item of the mesh is looked at by itself. The mesh's positions are used up.
 */
export const meshFaults = (mesh: Mesh): Fault[] =>
  mergedFaults(eachItem(mesh, itemFaults).map(({ item, result }) => shiftedFaults(result, item)));
