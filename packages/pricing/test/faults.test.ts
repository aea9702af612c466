import { describe, expect, it } from '@jest/globals';
import { meshFaults } from '@order-ledger/pricing/faults';
import { surfaceOf } from '@order-ledger/pricing/surface';
import {
  asciiStl,
  type Body,
  cubeBody,
  moved,
  sphereBody,
  together,
  torusBody,
  tubeBody,
  turnedInsideOut,
  withoutFaces,
} from '@order-ledger/testing/models/bodies';
import { realModel } from './support/models.ts';
import { meshOf } from './support/reading.ts';

const faultsOf = (body: Body) => meshFaults(meshOf(asciiStl(body)));
const shellsOf = (body: Body) => surfaceOf(meshOf(asciiStl(body))).shells?.count;

describe('the faults of a mesh', () => {
  it.each<[string, Body]>([
    ['cube', cubeBody(10)],
    ['cube of many triangles', cubeBody(10, 9)],
    ['ball', sphereBody(10, 3000)],
    ['ring', torusBody(20, 5)],
    ['pipe', tubeBody(10, 2, 30)],
  ])('are none for a sound %s [R2]', (_, body) => {
    expect(faultsOf(body)).toEqual([]);
  });

  it('are what will be turned and united before it is measured [R2]', () => {
    expect(faultsOf(turnedInsideOut(cubeBody(10)))).toMatchObject([{ code: 'INSIDE_OUT', count: 12 }]);
    expect(faultsOf(together(cubeBody(10), moved(cubeBody(10), [3, 4, 5])))).toEqual([
      { code: 'UNITED', count: 2, faces: [] },
    ]);
  });

  it('are the open edges around a hole, with the faces along it [R2]', () => {
    expect(faultsOf(withoutFaces(cubeBody(10), new Set([0])))).toEqual([
      { code: 'OPEN_EDGES', count: 3, faces: [0, 5, 8] },
    ]);
  });

  it('are the edges of a face that looks the wrong way, with it and its neighbours [R2]', () => {
    const [fault, ...others] = faultsOf(turnedInsideOut(cubeBody(10, 4), new Set([20])));
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ code: 'FLIPPED', count: 3 });
    expect(fault?.faces).toHaveLength(4);
    expect(fault?.faces).toContain(20);
  });

  it('are the edges where two bodies touch, and those where a fin stands on a surface [R2]', () => {
    const touching = together(cubeBody(10), moved(cubeBody(10), [10, 10, 0]));
    expect(faultsOf(touching)).toEqual([{ code: 'NON_MANIFOLD_EDGES', count: 1, faces: expect.anything() }]);
    const cube = cubeBody(10);
    const fin = Float64Array.from([...cube.positions.subarray(0, 6), 50, 50, 50]);
    const finned = together(cube, { positions: fin, triangles: 1, volume: 0, area: 0 });
    expect(faultsOf(finned).map(({ code, count }) => [code, count])).toEqual([
      ['OPEN_EDGES', 2],
      ['NON_MANIFOLD_EDGES', 1],
    ]);
  });

  it('are the faces without area: two corners in one, or all on a line [R2]', () => {
    const flat = (...corners: number[]) => ({
      positions: Float64Array.from(corners),
      triangles: 1,
      volume: 0,
      area: 0,
    });
    const body = together(cubeBody(10), flat(0, 0, 0, 0, 0, 0, 10, 10, 10), flat(20, 0, 0, 21, 0, 0, 23, 0, 0));
    expect(faultsOf(body)).toEqual([{ code: 'DEGENERATE', count: 2, faces: [12, 13] }]);
  });

  it('list at most 1,000 faces, ascending, and count all [R2]', () => {
    const loose = together(
      ...Array.from({ length: 700 }, (_, index) => moved(withoutFaces(cubeBody(1), new Set([0])), [2 * index, 0, 0])),
    );
    const [fault] = faultsOf(loose);
    expect(fault).toMatchObject({ code: 'OPEN_EDGES', count: 2100 });
    expect(fault?.faces).toHaveLength(1000);
    expect(fault?.faces).toEqual([...(fault?.faces ?? [])].sort((one, other) => one - other));
  });

  it('take −0 and 0 for the same place', () => {
    const body = cubeBody(10);
    body.positions.forEach((value, index) => {
      if (value === 0 && index % 2 === 0) body.positions[index] = -0;
    });
    const bytes = new Uint8Array(84 + 50 * 12);
    const view = new DataView(bytes.buffer);
    view.setUint32(80, 12, true);
    body.positions.forEach((value, index) => {
      view.setFloat32(84 + 50 * Math.floor(index / 9) + 12 + 4 * (index % 9), value, true);
    });
    expect(meshFaults(meshOf(bytes))).toEqual([]);
  });

  it('leave the number of shells to the surface: bodies that touch along an edge are two', () => {
    expect(shellsOf(cubeBody(10))).toBe(1);
    expect(shellsOf(together(cubeBody(10), moved(cubeBody(4), [3, 3, 3])))).toBe(2);
    expect(shellsOf(together(cubeBody(10), moved(cubeBody(10), [10, 10, 0])))).toBe(2);
    expect(shellsOf(together(cubeBody(10), cubeBody(10)))).toBe(2);
  });
});

describe('the faults of real models', () => {
  it('shark has 97 open edges and 100 between faces that look to opposite sides [R2]', () => {
    expect(meshFaults(meshOf(realModel('shark.stl'))).map(({ code, count }) => [code, count])).toEqual([
      ['OPEN_EDGES', 97],
      ['FLIPPED', 100],
    ]);
  });

  it('teapot has 5,020 open edges at its seams, of which 1,000 faces are listed [R2]', () => {
    const [fault, ...others] = meshFaults(meshOf(realModel('teapot.stl')));
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ code: 'OPEN_EDGES', count: 5020 });
    expect(fault?.faces).toHaveLength(1000);
  });

  it('Pterosaur has two faces without area, and is closed without them', () => {
    expect(meshFaults(meshOf(realModel('Pterosaur_FDM.stl')))).toMatchObject([{ code: 'DEGENERATE', count: 2 }]);
  });

  it.each(['box_2x3x4.stl', 'box.stl', '002.STL', 'WALLY_1plate.stl', 'RasPiCaseLight.stl'] as const)(
    '%s has none',
    (name) => {
      expect(meshFaults(meshOf(realModel(name)))).toEqual([]);
    },
  );
});
