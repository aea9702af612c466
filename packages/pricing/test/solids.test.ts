import { describe, expect, it } from '@jest/globals';
import { type Measure, type Measured, measureModel, type Process } from '@order-ledger/pricing/measure';
import {
  asciiStl,
  type Body,
  binaryStl,
  boxBody,
  cubeBody,
  moved,
  sphereBody,
  together,
  torusBody,
  tubeBody,
  turnedInsideOut,
} from '@order-ledger/testing/models/bodies';
import fc from 'fast-check';

const measured = (body: Body, process: Process = 'FDM', write = binaryStl): Measured =>
  measureModel(write(body), { unit: 'MM', orientation: 'AS_IS', process });
const measureOf = (body: Body, process?: Process): Measure => {
  const result = measured(body, process);
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
  return result.measure;
};
const warned = (body: Body): string[] => measureOf(body).warnings.map(({ code }) => code);
/** A face by itself. */
const face = (...corners: number[]): Body => ({
  positions: Float64Array.from(corners),
  triangles: 1,
  volume: 0,
  area: 0,
});
const cube = cubeBody(20);

describe('several bodies in one file', () => {
  it.each<[string, Body, number, string[]]>([
    ['sunk into each other by a hundredth', together(cube, moved(cube, [0, 0, 19.99])), 15_996, ['UNITED']],
    ['sunk into each other', together(cube, moved(cube, [0, 0, 18])), 15_200, ['UNITED']],
    ['crossed', together(boxBody(60, 10, 10), moved(boxBody(10, 60, 10), [25, -25, 0])), 11_000, ['UNITED']],
    ['one within the other', together(cube, moved(cubeBody(10), [5, 5, 5])), 8000, ['UNITED']],
    ['the same twice', together(cube, cube), 8000, ['NON_MANIFOLD_EDGES', 'UNITED']],
    ['one on the other', together(cube, moved(cube, [0, 0, 20])), 16_000, ['NON_MANIFOLD_EDGES', 'UNITED']],
    ['one on the other, smaller', together(cube, moved(cubeBody(10), [5, 5, 20])), 9000, ['UNITED']],
    ['that touch along an edge', together(cube, moved(cube, [20, 20, 0])), 16_000, ['NON_MANIFOLD_EDGES']],
    ['side by side', together(cube, moved(cube, [30, 0, 0])), 16_000, []],
  ])('count once what they share: %s', (_, body, volume, warnings) => {
    const measure = measureOf(body);
    expect(measure.measures.volume).toBeCloseTo(volume, 1);
    expect(measure).toMatchObject({ support_volume: 0, thin_wall_ppm: 0, shells: 2 });
    expect(measure.warnings.map(({ code }) => code)).toEqual(warnings);
  });

  it('have the machine time and surface of the body that they make', () => {
    const whole = measureOf(boxBody(20, 20, 38));
    const sunk = measureOf(together(cube, moved(cube, [0, 0, 18])));
    expect(sunk.measures.area).toBeCloseTo(whole.measures.area, 1);
    expect(sunk.machine_seconds).toBe(whole.machine_seconds);
  });

  it('are bodies, cavities, and bodies in cavities, whichever way they look', () => {
    const cavity = moved(turnedInsideOut(cubeBody(30)), [5, 5, 5]);
    const island = moved(cubeBody(10), [15, 15, 15]);
    const nested = (inmost: Body) => together(cubeBody(40), cavity, inmost);
    expect(measureOf(nested(island))).toMatchObject({ measures: { volume: 38_000 }, warnings: [] });
    expect(measureOf(nested(turnedInsideOut(island)))).toMatchObject({
      measures: { volume: 38_000 },
      warnings: [{ code: 'INSIDE_OUT', count: 12 }],
    });
    expect(measureOf(turnedInsideOut(nested(island))).measures.volume).toBe(38_000);
  });

  it('are no cavity where only their boxes lie in each other', () => {
    const pipe = tubeBody(20, 3, 10);
    const free = moved(cubeBody(10), [-5, -5, 0]);
    const { volume } = measureOf(together(pipe, free)).measures;
    expect(volume).toBeCloseTo(pipe.volume + 1000, 1);
    const inverted = measureOf(together(pipe, turnedInsideOut(free)));
    expect(inverted.measures.volume).toBe(volume);
    expect(inverted.warnings).toMatchObject([{ code: 'INSIDE_OUT', count: 12 }]);
  });

  it('are all turned where the whole file is inside out, whatever they share', () => {
    const three = together(cube, moved(cube, [5, 5, 5]), moved(cubeBody(4), [8, 8, 8]));
    const { measures } = measureOf(three);
    expect(measures.volume).toBeCloseTo(2 * 8000 - 15 ** 3, 1);
    expect(measureOf(turnedInsideOut(three)).measures).toEqual(measures);
  });

  it('are told apart by what hangs together, in whichever order their faces are written', () => {
    const origin = fc.integer({ min: 0, max: 3 });
    const extent = fc.integer({ min: 1, max: 3 });
    const block = fc.tuple(fc.tuple(origin, origin, origin), fc.tuple(extent, extent, extent));
    fc.assert(
      fc.property(fc.array(block, { minLength: 2, maxLength: 8 }), fc.infiniteStream(fc.nat()), (blocks, random) => {
        const body = together(
          ...blocks.map(([at, size]) => {
            const [width, depth, height] = size.map((length) => 5 * length) as [number, number, number];
            const [x, y, z] = at.map((place) => 5 * place) as [number, number, number];
            return moved(boxBody(width, depth, height), [x, y, z]);
          }),
        );
        const cells = new Set(
          blocks.flatMap(([[x, y, z], [width, depth, height]]) =>
            Array.from({ length: width * depth * height }, (_, cell) =>
              [
                x + (cell % width),
                y + (Math.floor(cell / width) % depth),
                z + Math.floor(cell / (width * depth)),
              ].join(),
            ),
          ),
        );
        const order = [...Array(body.triangles).keys()]
          .map((face) => [random.next().value, face] as const)
          .sort(([one], [other]) => one - other);
        const shuffled = {
          ...body,
          positions: Float64Array.from(
            order.flatMap(([, face]) => [...body.positions.subarray(9 * face, 9 * face + 9)]),
          ),
        };
        for (const written of [body, shuffled]) {
          expect(measureOf(written).measures.volume).toBeCloseTo(125 * cells.size, 1);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are united the same way each time, round ones too', () => {
    const rings = together(
      torusBody(20, 5),
      moved(torusBody(20, 5), [20, 0, 0]),
      moved(sphereBody(8, 900), [0, 20, 0]),
    );
    const once = JSON.stringify(measured(rings));
    expect(JSON.stringify(measured(rings))).toBe(once);
    const { measures } = measureOf(rings);
    expect(measures.volume).toBeLessThan(rings.volume);
    expect(measures.volume).toBeGreaterThan(2 * torusBody(20, 5).volume * 0.9);
  });
});

describe('what is no part of a body counts nowhere', () => {
  const far = moved(cube, [100, 100, 100]);

  it.each<[string, Body]>([
    ['a point', face(0, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['a line there and back', face(0, 0, 0, 50, 0, 0, 0, 0, 0)],
    ['a line over three corners', face(0, 0, 0, 20, 0, 0, 50, 0, 0)],
    ['two lines that close each other', together(face(0, 0, 0, 20, 0, 0, 50, 0, 0), face(0, 0, 0, 50, 0, 0, 20, 0, 0))],
    ['a line at one of its edges', face(100, 100, 100, 120, 100, 100, 300, 100, 100)],
  ])('%s', (_, stray) => {
    const alone = measureOf(far);
    const { warnings, ...measure } = measureOf(together(far, stray));
    const { triangles, shells } = measure;
    expect(measure).toEqual({ ...alone, triangles, shells, warnings: undefined });
    expect(shells).toBe(1);
    expect(warnings).toMatchObject([{ code: 'DEGENERATE' }]);
  });

  it('but a sheet without thickness is a wall too thin, or named where it is small', () => {
    const sheet = (size: number, z: number): Body => {
      const front = moved(boxBody(size, size, 0), [-size / 2, -size / 2, z]);
      return front;
    };
    const refusal = measured(together(moved(cubeBody(10), [-5, -5, 0]), sheet(40, 30)));
    expect(refusal).toMatchObject({ ok: false, reason: 'WALL_TOO_THIN', faults: [{ code: 'SHEET', count: 4 }] });
    expect(warned(together(cube, sheet(3, 30)))).toContain('SHEET');
    expect(measureOf(together(cube, sheet(3, 30))).measures).toEqual(measureOf(cube).measures);
  });
});

describe('a wall', () => {
  it.each<[Process, number]>([
    ['FDM', 0.8],
    ['SLS', 0.7],
    ['SLA', 0.5],
  ])('of exactly the least thickness is thick enough for %s wherever it lies', (process, wall) => {
    for (const height of [0, 0.1, 1.1, 7.3, 90.7]) {
      const plate = moved(boxBody(20, 20, wall), [0, 0, height]);
      for (const write of [asciiStl, binaryStl]) {
        expect(measured(plate, process, write)).toMatchObject({ ok: true, measure: { thin_wall_ppm: 0 } });
      }
      const thinner = moved(boxBody(20, 20, wall - 0.001), [0, 0, height]);
      expect(measured(thinner, process)).toMatchObject({ ok: false, reason: 'WALL_TOO_THIN' });
    }
  });
});
