import type { MeshItem } from '../mesh-items.ts';
import { coordinateFault, isSound, type TriangleSink, tooManyTriangles } from '../triangle-sink.ts';
import { LIMITS } from './limits.ts';
import type { ObjectMesh } from './mesh-builder.ts';
import type { PartObject } from './model-part.ts';
import { composed, determinantOf, type Transform } from './transform.ts';
import { UnreadableError, unreadable } from './unreadable.ts';

/** An object whose components are other objects themselves. */
export interface Node {
  /** A slicer cuts what is `negative` out of what it stands with. */
  type: PartObject['type'] | 'negative';
  mesh: ObjectMesh | null;
  /** Volumes of its mesh that are not made, and not in it any more. */
  leftOut: number;
  children: { node: Node; transform: Transform }[];
}

/** What is there to be made of an object, before any of it is made. */
interface Extent {
  depth: number;
  bodies: number;
  triangles: number;
  corners: number;
  leftOut: number;
}

/** Supports are made anew and priced by what is measured; a surface encloses nothing, and `other` is never made. */
const isMade = ({ type }: Node): boolean => type === 'model';

const NEGATIVE =
  'It holds a negative volume, which the slicer cuts out of the part, so that the meshes alone do not show the part. Cut it out in your program (in the slicer: export the plate or the object as STL, or apply a Boolean difference)';

const extents = () => {
  const known = new Map<Node, Extent>();
  const extentOf = (node: Node, above: number): Extent => {
    const found = known.get(node);
    if (found !== undefined) return found;
    if (above > LIMITS.components) throw unreadable(`More than ${LIMITS.components} objects stand within each other`);
    if (node.type === 'negative') throw unreadable(NEGATIVE);
    const extent: Extent = { depth: 1, bodies: 0, triangles: 0, corners: 0, leftOut: node.leftOut };
    if (!isMade(node)) extent.leftOut += 1;
    else if (node.mesh !== null) {
      extent.bodies = 1;
      extent.triangles = node.mesh.triangles.length / 3;
      extent.corners = node.mesh.corners.length / 3;
    } else
      for (const { node: child } of node.children) {
        const of = extentOf(child, above + 1);
        extent.depth = Math.max(extent.depth, of.depth + 1);
        extent.bodies += of.bodies;
        extent.triangles += of.triangles;
        extent.corners += of.corners;
        extent.leftOut += of.leftOut;
      }
    known.set(node, extent);
    return extent;
  };
  return (node: Node): Extent => extentOf(node, 1);
};

const emit = ({ corners, triangles }: ObjectMesh, transform: Transform, sink: TriangleSink): void => {
  const placed = new Float64Array(corners.length);
  for (let at = 0; at < corners.length; at += 3) {
    for (let column = 0; column < 3; column++) {
      const value =
        corners[at]! * transform[column]! +
        corners[at + 1]! * transform[3 + column]! +
        corners[at + 2]! * transform[6 + column]! +
        transform[9 + column]!;
      if (!isSound(value)) {
        const { code, detail } = coordinateFault(value, 'An object in its place');
        throw new UnreadableError(code, detail);
      }
      placed[at + column] = value;
    }
  }
  // A mirrored body would look inward.
  const [second, third] = determinantOf(transform) < 0 ? [2, 1] : [1, 2];
  for (let at = 0; at < triangles.length; at += 3) {
    const a = 3 * triangles[at]!;
    const b = 3 * triangles[at + second!]!;
    const c = 3 * triangles[at + third!]!;
    sink(
      ...([placed[a]!, placed[a + 1]!, placed[a + 2]!] as const),
      ...([placed[b]!, placed[b + 1]!, placed[b + 2]!] as const),
      ...([placed[c]!, placed[c + 1]!, placed[c + 2]!] as const),
    );
  }
};

/** Tells items that are measured apart from those that are an earlier one in another place. */
const likenesses = () => {
  const known = new Map<Node, Map<string, number>>();
  let different = 0;
  return (node: Node, transform: Transform, number: number): number | null => {
    const turns = known.get(node) ?? new Map<string, number>();
    known.set(node, turns);
    const turn = transform.slice(0, 9).join(' ');
    const like = turns.get(turn);
    if (like !== undefined) return like;
    turns.set(turn, number);
    different += 1;
    if (different > LIMITS.items)
      throw unreadable(
        `It places more than ${LIMITS.items} different items, and each is measured by itself; divide them between several files`,
      );
    return null;
  };
};

/**
 * Hands the bodies of the build to the sink, each in its place. What they come to is counted first, so that a few lines
 * that name each other are not unfolded to millions of bodies.
 *
 * @throws UnreadableError
 */
export const expand = (
  build: readonly { node: Node; transform: Transform }[],
  maxTriangles: number,
  sink: TriangleSink,
): { triangles: number; leftOut: number; items: MeshItem[] } => {
  const extentOf = extents();
  const sum = { bodies: 0, triangles: 0, corners: 0, leftOut: 0 };
  for (const { node } of build) {
    const { depth, bodies, triangles, corners, leftOut } = extentOf(node);
    if (depth > LIMITS.components) throw unreadable(`More than ${LIMITS.components} objects stand within each other`);
    sum.bodies += bodies;
    sum.triangles += triangles;
    sum.corners += corners;
    sum.leftOut += leftOut;
  }
  if (sum.triangles > maxTriangles || sum.corners > 3 * maxTriangles)
    throw new UnreadableError('TOO_MANY_TRIANGLES', tooManyTriangles(maxTriangles).detail);
  if (sum.bodies + sum.leftOut > LIMITS.instances)
    throw unreadable(`It places ${sum.bodies + sum.leftOut} bodies; at most ${LIMITS.instances} are read`);
  const place = (node: Node, transform: Transform): void => {
    if (!isMade(node)) return;
    if (node.mesh !== null) emit(node.mesh, transform, sink);
    for (const child of node.children) place(child.node, composed(child.transform, transform));
  };
  const likeOf = likenesses();
  const items: MeshItem[] = [];
  for (const { node, transform } of build) {
    const { triangles } = extentOf(node);
    if (triangles > 0) items.push({ triangles, like: likeOf(node, transform, items.length) });
    place(node, transform);
  }
  return { ...sum, items };
};
