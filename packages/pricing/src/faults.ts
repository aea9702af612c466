import { crossOfSides } from './body.ts';
import { type Fault, type FaultCode, faultOf, MOST_FACES } from './fault.ts';
import type { Mesh } from './stl.ts';
import { NO_EDGE, type Topology, topologyOf } from './topology.ts';

export type { Fault, FaultCode } from './fault.ts';

/** What is to be said of an edge by how often faces run along it forward and backward. */
const edgeFault = (forward: number, backward: number): FaultCode | null => {
  const uses = forward + backward;
  if (uses === 1) return 'OPEN_EDGES';
  if (uses > 2) return 'NON_MANIFOLD_EDGES';
  return forward === backward ? null : 'FLIPPED';
};

/** Zero area: two corners are one, or all three lie on a line. Exact where the products are, which binary STL's are. */
const isDegenerate = (p: Float64Array, face: number, cross: Float64Array): boolean => {
  crossOfSides(p, face, cross);
  return cross[0] === 0 && cross[1] === 0 && cross[2] === 0;
};

const EDGE_CODES = ['OPEN_EDGES', 'NON_MANIFOLD_EDGES', 'FLIPPED'] as const;

/** The faults of the edges and the degenerate faces, of a topology that is known already. */
export const topologicalFaults = (mesh: Mesh, topology: Topology): Fault[] => {
  const { edges, forward, backward, faceEdges } = topology;
  const counts = new Map<FaultCode, number>();
  for (let edge = 0; edge < edges; edge++) {
    const code = edgeFault(forward[edge]!, backward[edge]!);
    if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const found: (Fault | null)[] = [];
  if (counts.size > 0) {
    const faces = new Map<FaultCode, Set<number>>(EDGE_CODES.map((code) => [code, new Set()]));
    for (let index = 0; index < faceEdges.length; index++) {
      const edge = faceEdges[index]!;
      if (edge === NO_EDGE) continue;
      const code = edgeFault(forward[edge]!, backward[edge]!);
      const listed = code === null ? undefined : faces.get(code);
      if (listed !== undefined && listed.size < MOST_FACES) listed.add(Math.floor(index / 3));
    }
    found.push(...EDGE_CODES.map((code) => faultOf(code, counts.get(code) ?? 0, [...faces.get(code)!])));
  }
  const cross = new Float64Array(3);
  let degenerate = 0;
  const degenerateFaces: number[] = [];
  for (let face = 0; face < mesh.triangles; face++) {
    if (!isDegenerate(mesh.positions, face, cross)) continue;
    degenerate += 1;
    if (degenerateFaces.length < MOST_FACES) degenerateFaces.push(face);
  }
  found.push(faultOf('DEGENERATE', degenerate, degenerateFaces));
  return found.filter((fault) => fault !== null);
};

/**
 * What is wrong with a mesh, worst first: OPEN_EDGES (used by one face), NON_MANIFOLD_EDGES (by more than two), FLIPPED
 * (by two faces that run the same way, so that one of them looks inward), DEGENERATE (faces without area). Some of these
 * only warn: `measureModel` decides what a price can be made of.
 */
export const meshFaults = (mesh: Mesh): Fault[] => topologicalFaults(mesh, topologyOf(mesh));
