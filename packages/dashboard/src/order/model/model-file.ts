import { type BufferGeometry, Mesh, type Object3D } from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import type { ModelFault } from './model-of-order.ts';
import type { Marks } from './preview-query.ts';

/** A preview as it is drawn: the model, and for each fault that is somewhere the faces that have it. */
export interface Preview {
  /** All of it; what is added to it stands as the model does. */
  upright: Object3D;
  model: Mesh<BufferGeometry>;
  /** By the fault's code: nine coordinates a face. */
  marks: ReadonlyMap<string, Float32Array>;
}

const cornersOf = ({ geometry }: Mesh<BufferGeometry>): Float32Array => {
  const positions = (geometry.index === null ? geometry : geometry.toNonIndexed()).getAttribute('position');
  return Float32Array.from({ length: 3 * positions.count }, (_, at) => positions.array[at] as number);
};

/** The faces of these numbers of a model that has all of its file's, in their order. */
const facesIn = (corners: Float32Array, faces: readonly number[]): Float32Array => {
  const marked = new Float32Array(9 * faces.length);
  for (const [n, face] of faces.entries()) marked.set(corners.subarray(9 * face, 9 * face + 9), 9 * n);
  return marked;
};

/** Those of the file, about the middle of the model as all of it is. */
const aboutMiddle = (corners: readonly number[], middle: readonly number[]): Float32Array =>
  Float32Array.from(corners, (value, at) => value - (middle[at % 3] as number));

/**
 * Faults that were found later, such as thin walls, are marked by the numbers of their faces where the model has these, and
 * elsewhere where the calculation of the price says.
 */
export const readPreview = async (file: ArrayBuffer, faults: readonly ModelFault[], found: Marks): Promise<Preview> => {
  const { scene } = await new GLTFLoader().parseAsync(file, '');
  const meshes: Mesh<BufferGeometry>[] = [];
  scene.traverse((part) => {
    if (part instanceof Mesh) meshes.push(part);
  });
  const codeOf = ({ userData }: Mesh): unknown => userData.code;
  const model = meshes.find((mesh) => codeOf(mesh) === undefined);
  if (model === undefined) throw new Error('the preview has no model');
  const marks = new Map<string, Float32Array>();
  for (const mesh of meshes) {
    if (mesh === model) continue;
    marks.set(String(codeOf(mesh)), cornersOf(mesh));
    mesh.removeFromParent();
  }
  if (model.userData.whole === true) {
    const corners = cornersOf(model);
    for (const { code, faces } of faults) if (faces.length > 0) marks.set(code, facesIn(corners, faces));
  }
  const { middle } = model.userData;
  if (Array.isArray(middle))
    for (const { code, corners } of found) if (!marks.has(code)) marks.set(code, aboutMiddle(corners, middle));
  const upright = model.parent ?? scene;
  return { upright, model, marks };
};
