import type { Node } from './expand.ts';
import type { ObjectMesh } from './mesh-builder.ts';
import type { ModelPart, Placed } from './model-part.ts';
import { nameAt } from './package.ts';
import { componentKey, slicerVolumesOf, type VolumeRange, type VolumeUse } from './slicer-volumes.ts';
import { shown, unreadable } from './unreadable.ts';
import type { Zip } from './zip.ts';

/** The name in the archive of the part that a component or an item of `part` lies in. */
export const partNamed = (zip: Zip, path: string | null, part: string): string =>
  path === null ? part : (nameAt(zip, path, part) ?? path);

/** The mesh without these triangles. */
const without = ({ corners, triangles }: ObjectMesh, ranges: readonly VolumeRange[]): ObjectMesh => {
  const left = ranges.reduce((sum, { first, last }) => sum - (last - first + 1), triangles.length / 3);
  const kept = new Uint32Array(3 * left);
  let from = 0;
  let at = 0;
  for (const { first, last } of [...ranges, { first: triangles.length / 3, last: 0 }]) {
    const stays = triangles.subarray(3 * from, 3 * first);
    kept.set(stays, at);
    at += stays.length;
    from = last + 1;
  }
  return { corners, triangles: kept };
};

/** What a slicer makes of a mesh. Volumes that do not lie one after another in it are not of this mesh, and say nothing of it. */
const madeOf = (
  mesh: ObjectMesh,
  ranges: readonly VolumeRange[],
): Pick<Node, 'mesh' | 'leftOut'> & { cut: boolean } => {
  const ends = [-1, ...ranges.map(({ last }) => last)];
  const fits =
    ranges.every(({ first, last }, at) => first > ends[at]! && first <= last) &&
    ends.at(-1)! < mesh.triangles.length / 3;
  const out = fits ? ranges.filter(({ use }) => use !== 'MADE') : [];
  return {
    mesh: out.length === 0 ? mesh : without(mesh, out),
    leftOut: out.length,
    cut: out.some(({ use }) => use === 'CUT_OUT'),
  };
};

const TYPE_OF: Readonly<Record<VolumeUse, Node['type'] | null>> = {
  MADE: null,
  LEFT_OUT: 'other',
  CUT_OUT: 'negative',
};

/**
 * Objects with their components in the place of numbers, and without what the slicer that wrote them does not make. A part
 * places only what stands before, so nothing holds itself.
 */
export const nodesOf = (zip: Zip, parts: ReadonlyMap<string, ModelPart>, root: string) => {
  const volumes = slicerVolumesOf(zip);
  const nodes = new Map<string, Node>();
  const named = ({ path, id }: Placed, from: string): Node => {
    const key = `${partNamed(zip, path, from)}#${id}`;
    const node = nodes.get(key);
    if (node === undefined)
      throw unreadable(`It names the object ${shown(id)} of "${shown(path ?? from)}", which is not there`);
    return node;
  };
  // The first part comes last: it names the others.
  for (const [name, { objects }] of [...parts].reverse())
    for (const [id, { type, mesh, components = [] }] of objects) {
      const made = mesh === undefined ? null : madeOf(mesh, (name === root && volumes.ranges.get(id)) || []);
      const child = (one: Placed): Node => {
        const node = named(one, name);
        const use = name === root ? volumes.components.get(componentKey(id, one.id)) : undefined;
        return { ...node, type: TYPE_OF[use ?? 'MADE'] ?? node.type };
      };
      nodes.set(`${name}#${id}`, {
        type: made?.cut === true ? 'negative' : type,
        mesh: made?.mesh ?? null,
        leftOut: made?.leftOut ?? 0,
        children: components.map((one) => ({ node: child(one), transform: one.transform })),
      });
    }
  return (item: Placed): Node => named(item, root);
};
