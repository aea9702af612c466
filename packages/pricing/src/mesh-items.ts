import type { Vector } from './body.ts';
import type { Fault } from './fault.ts';
import type { Mesh } from './model-file.ts';

/** What of a file is made by itself: each item of a 3MF's build, or the whole file. */
export interface MeshItem {
  triangles: number;
  /** The earlier item that it is too, in another place. */
  like: number | null;
}

/** An item as a mesh of its own, and where it is in its file. */
export interface Item {
  mesh: Mesh;
  /** The number of its first triangle in the file. */
  first: number;
  /** Its first corner. */
  corner: Vector;
}

const itemsOf = (mesh: Mesh): Item[] => {
  let first = 0;
  return mesh.items.map(({ triangles }): Item => {
    const from = first;
    first += triangles;
    const positions = mesh.positions.subarray(9 * from, 9 * first);
    return {
      mesh: { ...mesh, triangles, positions, warnings: [], items: [{ triangles, like: null }] },
      first: from,
      corner: [positions[0]!, positions[1]!, positions[2]!],
    };
  });
};

export interface OfItem<Result> {
  item: Item;
  /** Of this item, or of the one that it is like. */
  result: Result;
  /** Where it is as against the one that it is like, in units of the file. */
  moved: Vector;
}

/** Does something with each item that is not like an earlier one. Whether `take` uses their positions up does not matter. */
export const eachItem = <Result>(mesh: Mesh, take: (item: Item, number: number) => Result): OfItem<Result>[] => {
  const items = itemsOf(mesh);
  const done: OfItem<Result>[] = [];
  for (const [number, item] of items.entries()) {
    const like = mesh.items[number]!.like;
    const of = items[like ?? number]!.corner;
    const moved: Vector = [item.corner[0] - of[0], item.corner[1] - of[1], item.corner[2] - of[2]];
    done.push({ item, result: like === null ? take(item, number) : done[like]!.result, moved });
  }
  return done;
};

/** With the numbers that the faces have in the file. */
export const shiftedFaults = (faults: readonly Fault[], { first }: Pick<Item, 'first'>): Fault[] =>
  first === 0 ? [...faults] : faults.map((fault) => ({ ...fault, faces: fault.faces.map((face) => face + first) }));
