import { Document, WebIO } from '@gltf-transform/core';
import type { Drawing } from './drawing.ts';
import type { Marks } from './marks.ts';

/** A quarter turn about x: what a model's file takes for up is z, in glTF it is y. */
const UPRIGHT: [number, number, number, number] = [-Math.SQRT1_2, 0, 0, Math.SQRT1_2];

/** In viewers of others; our page has colours of its own. */
const COLOURS = { model: [0.62, 0.64, 0.68, 1], fault: [0.8, 0.15, 0.1, 1] } as const;

const LARGEST_16_BIT = 65_535;

/**
 * A drawing as binary glTF, which any viewer opens: a mesh `model`, and one for each fault that is named by its code. How
 * long a unit of the file is, nobody knows before the model is an order's: the box of the upload says it in µm. What is
 * drawn lies about the middle of the model, whose place in the file stands with it.
 */
export const previewFile = async (
  { positions, indices, whole, middle }: Drawing,
  marks: readonly Marks[],
  triangles: number,
): Promise<Uint8Array> => {
  const document = new Document();
  const buffer = document.createBuffer();
  const place = (array: Float32Array<ArrayBuffer>) =>
    document.createAccessor().setType('VEC3').setArray(array).setBuffer(buffer);
  const colour = (name: keyof typeof COLOURS) =>
    document
      .createMaterial(name)
      .setBaseColorFactor([...COLOURS[name]])
      .setRoughnessFactor(0.8)
      .setMetallicFactor(0)
      // A hole lets the inside be seen, and so does a face that looks the wrong way.
      .setDoubleSided(true);
  const upright = document.createNode('upright').setRotation(UPRIGHT);
  document.getRoot().setDefaultScene(document.createScene().addChild(upright));

  const short = positions.length / 3 <= LARGEST_16_BIT;
  const order = document
    .createAccessor()
    .setType('SCALAR')
    .setArray(short ? Uint16Array.from(indices) : indices)
    .setBuffer(buffer);
  const surface = document
    .createPrimitive()
    .setAttribute('POSITION', place(positions))
    .setIndices(order)
    .setMaterial(colour('model'));
  const model = document
    .createMesh('model')
    .addPrimitive(surface)
    .setExtras({ triangles, whole, middle: [...middle] });
  upright.addChild(document.createNode('model').setMesh(model));

  const fault = marks.length > 0 ? colour('fault') : null;
  for (const { positions: corners, code, count, faces } of marks) {
    const faulty = document.createPrimitive().setAttribute('POSITION', place(corners)).setMaterial(fault);
    const mesh = document.createMesh(code).addPrimitive(faulty).setExtras({ code, count, faces });
    upright.addChild(document.createNode(code).setMesh(mesh));
  }
  return new WebIO().writeBinary(document);
};
