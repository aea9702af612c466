import { type Mesh, WebIO } from '@gltf-transform/core';
import { describe, expect, it } from '@jest/globals';
import { meshFaults } from '@order-ledger/pricing/faults';
import { parseModel } from '@order-ledger/pricing/model-file';
import {
  type Body,
  binaryStl,
  boxBody,
  cubeBody,
  moved,
  sphereBody,
  torusBody,
  withoutFaces,
} from '@order-ledger/testing/models/bodies';
import { type Drawing, drawingOf, MOST_TRIANGLES } from '../src/preview/drawing.ts';
import { cornersAbout, marksOf } from '../src/preview/marks.ts';
import { previewFile } from '../src/preview/preview-file.ts';

const trianglesOf = ({ indices }: Drawing): number => indices.length / 3;

const boxOf = ({ positions }: Pick<Drawing, 'positions'>): number[] => {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const [at, value] of positions.entries()) {
    low[at % 3] = Math.min(low[at % 3] ?? 0, value);
    high[at % 3] = Math.max(high[at % 3] ?? 0, value);
  }
  return low.map((value, axis) => (high[axis] ?? 0) - value);
};

/** Triangles that have no corner in common, all over a cube: nothing of them hangs together. */
const confetti = (triangles: number): Float64Array => {
  const corners = new Float64Array(9 * triangles);
  for (let face = 0; face < triangles; face++) {
    const [x, y, z] = [face % 41, (face * 7) % 43, (face * 13) % 47];
    corners.set([x, y, z, x + 0.3, y, z, x, y + 0.2 + face * 1e-7, z], 9 * face);
  }
  return corners;
};

describe('a drawing of a model', () => {
  it('is the model itself where that has few triangles, in the order of its file', async () => {
    const { positions } = moved(cubeBody(20), [1_000, 0, 0]);
    const drawing = await drawingOf(positions);
    expect([drawing.whole, trianglesOf(drawing), drawing.positions.length / 3]).toEqual([true, 12, 8]);
    expect(drawing.middle).toEqual([1_010, 10, 10]);
    const first = [...drawing.indices.subarray(0, 3)].flatMap((vertex) => [
      ...drawing.positions.subarray(3 * vertex, 3 * vertex + 3),
    ]);
    expect(first).toEqual([...positions.subarray(0, 9)].map((value, at) => value - (drawing.middle[at % 3] ?? 0)));
  });

  it.each<[string, () => Body]>([
    ['a ball', () => sphereBody(30, 60_000)],
    ['a ring', () => torusBody(40, 6, 300, 100)],
    ['a plate of many squares', () => boxBody(100, 60, 2, 60)],
    ['a ball with a hole', () => withoutFaces(sphereBody(30, 60_000), new Set([1_000, 1_001]))],
  ])('of %s has few triangles, and its size within a hundredth', async (_what, body) => {
    const { positions } = body();
    const drawing = await drawingOf(positions);
    expect(drawing.whole).toBe(false);
    expect(trianglesOf(drawing)).toBeLessThanOrEqual(MOST_TRIANGLES);
    expect(trianglesOf(drawing)).toBeGreaterThan(10);
    const whole = boxOf({ positions: Float32Array.from(positions) });
    for (const [axis, side] of boxOf(drawing).entries())
      expect(Math.abs(side - (whole[axis] ?? 0))).toBeLessThan(0.01 * Math.max(...whole));
  });

  it('of what hangs together nowhere is bounded too', async () => {
    const drawing = await drawingOf(confetti(20_000));
    expect(trianglesOf(drawing)).toBeGreaterThan(100);
    expect(trianglesOf(drawing)).toBeLessThanOrEqual(MOST_TRIANGLES);
  });

  it('of very many triangles is made of a grid, so that its memory is bounded', async () => {
    const { positions } = sphereBody(30, 60_000);
    const drawing = await drawingOf(positions, 50_000);
    expect(trianglesOf(drawing)).toBeLessThanOrEqual(MOST_TRIANGLES);
    for (const side of boxOf(drawing)) expect(Math.abs(side - 60)).toBeLessThan(0.6);
  });

  it('is the same each time, and leaves the model as it is', async () => {
    const { positions } = torusBody(40, 6, 100, 100);
    const before = positions.slice();
    const [one, other] = [await drawingOf(positions), await drawingOf(positions)];
    const bytesOf = ({ positions: places, indices }: Drawing) => [
      Buffer.from(places.buffer),
      Buffer.from(indices.buffer),
    ];
    for (const [n, bytes] of bytesOf(one).entries()) expect(bytes.equals(bytesOf(other)[n] ?? Buffer.of())).toBe(true);
    expect(Buffer.from(positions.buffer).equals(Buffer.from(before.buffer))).toBe(true);
  });
});

describe('a preview', () => {
  const previewOf = async (body: Body): Promise<Uint8Array> => {
    const parsed = parseModel(binaryStl(body));
    if (!parsed.ok) throw new Error(parsed.fault.detail);
    const drawing = await drawingOf(parsed.mesh.positions);
    const corners = cornersAbout(parsed.mesh.positions, drawing.middle);
    return previewFile(drawing, marksOf(meshFaults(parsed.mesh), corners), parsed.mesh.triangles);
  };

  it('is binary glTF with the faces at fault as they are in the file, however simple the rest is', async () => {
    const body = withoutFaces(sphereBody(30, 60_000), new Set([1_000]));
    const file = await previewOf(body);
    const meshes = (await new WebIO().readBinary(file)).getRoot().listMeshes();
    expect(meshes.map((mesh) => mesh.getName())).toEqual(['model', 'OPEN_EDGES']);
    const [model, open] = meshes as [Mesh, Mesh];
    expect(model.getExtras()).toEqual({
      triangles: body.triangles,
      whole: false,
      middle: [0, 0, 0].map(() => expect.closeTo(0, 1)),
    });
    expect(open.getExtras()).toMatchObject({ code: 'OPEN_EDGES', count: 3 });
    const [primitive] = open.listPrimitives();
    const corners = primitive?.getAttribute('POSITION')?.getArray() ?? [];
    const { faces } = open.getExtras() as { faces: number[] };
    expect(corners).toHaveLength(9 * faces.length);
    // About the middle of the ball, which is where the file has its origin.
    for (const [n, face] of faces.entries())
      for (let at = 0; at < 9; at++) expect(corners[9 * n + at]).toBeCloseTo(body.positions[9 * face + at] ?? 0, 3);
  });

  it('takes some 100 kB of the largest model, and of one whose every face is at fault 600 at most', async () => {
    expect((await previewOf(sphereBody(30, 100_000))).length).toBeLessThan(120_000);
    const { positions } = sphereBody(30, 20_000);
    const torn = await previewOf({
      positions: positions.filter((_, at) => Math.floor(at / 9) % 2 === 0),
      triangles: positions.length / 18,
      volume: 0,
      area: 0,
    });
    expect(torn.length).toBeLessThan(600_000);
  });
});
