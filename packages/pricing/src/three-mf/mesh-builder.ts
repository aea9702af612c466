import { coordinateFault, isSound, tooManyTriangles } from '../triangle-sink.ts';
import { NUMBER } from './transform.ts';
import { shown, UnreadableError } from './unreadable.ts';
import type { Element } from './xml.ts';

/** The triangles of an object: corners once, three numbers of corners a triangle. */
export interface ObjectMesh {
  corners: Float64Array;
  triangles: Uint32Array;
}

/** What all meshes of a file may hold together. */
export interface MeshBudget {
  maxTriangles: number;
  triangles: number;
  corners: number;
}

const grown = <List extends Float64Array | Uint32Array>(list: List, make: (length: number) => List): List => {
  const larger = make(2 * list.length);
  larger.set(list);
  return larger;
};

const INDEX = /^\d{1,10}$/;

/** Collects the mesh of an object as its elements come. Faults are thrown, by `refuse` where they are of the form. */
export const meshBuilder = (budget: MeshBudget, where: () => string, refuse: (detail: string) => never) => {
  let corners = new Float64Array(3 * 64);
  let numbers = new Uint32Array(3 * 64);
  let cornersLength = 0;
  let numbersLength = 0;

  const count = (what: 'corners' | 'triangles', most: number): void => {
    budget[what] += 1;
    if (budget[what] > most)
      throw new UnreadableError('TOO_MANY_TRIANGLES', tooManyTriangles(budget.maxTriangles).detail);
  };

  return {
    corner({ attributes }: Element): void {
      count('corners', 3 * budget.maxTriangles);
      if (cornersLength === corners.length) corners = grown(corners, (length) => new Float64Array(length));
      for (const axis of ['x', 'y', 'z']) {
        const text = attributes[axis]?.value.trim();
        if (text === undefined) refuse(`a vertex without ${axis}`);
        const value = NUMBER.test(text!) ? Number(text) : Number.NaN;
        if (!isSound(value)) {
          const { code, detail } = coordinateFault(value, where());
          throw new UnreadableError(code, detail);
        }
        corners[cornersLength++] = value;
      }
    },

    triangle({ attributes }: Element): void {
      count('triangles', budget.maxTriangles);
      if (numbersLength === numbers.length) numbers = grown(numbers, (length) => new Uint32Array(length));
      for (const corner of ['v1', 'v2', 'v3']) {
        const text = attributes[corner]?.value.trim() ?? '';
        const number = INDEX.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
        if (3 * number >= cornersLength) refuse(`a triangle names the vertex "${shown(text)}", which is not there`);
        numbers[numbersLength++] = number;
      }
    },

    built(): ObjectMesh {
      if (cornersLength < 9) refuse('a mesh of fewer than three vertices');
      if (numbersLength === 0) refuse('a mesh without triangles');
      return { corners: corners.slice(0, cornersLength), triangles: numbers.slice(0, numbersLength) };
    },
  };
};
export type MeshBuilder = ReturnType<typeof meshBuilder>;
