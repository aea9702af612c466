import { describe, expect, it } from '@jest/globals';
import { type Measure, type Measured, type MeasureOptions, measureModel } from '@order-ledger/pricing/measure';
import { parseModel } from '@order-ledger/pricing/model-file';
import {
  asciiStl,
  type Body,
  binaryStl,
  boxBody,
  cubeBody,
  cubeStl,
  moved,
  openCubeStl,
  quarterTurned,
  scaled,
  sphereBody,
  together,
  torusBody,
  tubeBody,
  tubeStl,
  turnedBody,
  turnedInsideOut,
} from '@order-ledger/testing/models/bodies';
import fc from 'fast-check';
import { text } from './support/reading.ts';

const OPTIONS: MeasureOptions = { unit: 'MM', orientation: 'AS_IS', process: 'FDM' };
const measured = (bytes: Uint8Array, options: Partial<MeasureOptions> = {}): Measured =>
  measureModel(bytes, { ...OPTIONS, ...options });
const measureOf = (body: Body, options: Partial<MeasureOptions> = {}): Measure => {
  const result = measured(asciiStl(body), options);
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
  return result.measure;
};
const near = (value: number, expected: number, share: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(Math.abs(expected) * share);

describe('the measures of exact bodies', () => {
  it.each<[string, Body, [number, number, number]]>([
    ['cube', cubeBody(20), [20, 20, 20]],
    ['box of many triangles', boxBody(10, 20, 30, 12), [10, 20, 30]],
    ['pipe', tubeBody(10, 2, 30), [20, 20, 30]],
    ['ring', torusBody(20, 5), [50, 50, 10]],
    ['two bodies side by side', together(cubeBody(10), moved(cubeBody(5), [20, 0, 0])), [25, 10, 10]],
    ['hollow cube', together(cubeBody(20), moved(turnedInsideOut(cubeBody(10)), [5, 5, 5])), [20, 20, 20]],
  ])('are those of a %s in closed form', (_, body, box) => {
    const { measures } = measureOf(body);
    expect(measures.volume).toBeCloseTo(body.volume, 2);
    expect(measures.area).toBeCloseTo(body.area, 2);
    expect(measures.bounding_box).toEqual(box.map((length) => 1000 * length));
  });

  it('come near the round body that many triangles stand for', () => {
    const { measures } = measureOf(sphereBody(15, 5000));
    near(measures.volume, (4 / 3) * Math.PI * 15 ** 3, 0.005);
    near(measures.area, 4 * Math.PI * 15 ** 2, 0.005);
  });

  it('count in the unit that the customer named', () => {
    const body = cubeBody(2);
    expect(measureOf(body, { unit: 'MM' }).measures).toMatchObject({ volume: 8, bounding_box: [2000, 2000, 2000] });
    expect(measureOf(body, { unit: 'CM' }).measures).toMatchObject({
      volume: 8000,
      bounding_box: [20000, 20000, 20000],
    });
    expect(measureOf(body, { unit: 'INCH' }).measures).toMatchObject({
      volume: 131_096.512,
      area: 15_483.84,
      bounding_box: [50800, 50800, 50800],
    });
  });

  const length = fc.integer({ min: 2, max: 60 });
  const box = fc.tuple(length, length, length).map(([x, y, z]) => boxBody(x, y, z));
  // Four times as large, which it becomes below, the largest still fits into the machine.
  const ring = fc
    .tuple(fc.integer({ min: 10, max: 29 }), fc.integer({ min: 2, max: 8 }))
    .map(([radius, tube]) => torusBody(radius, tube, 24, 12));
  const anyBody = fc.oneof(box, ring);

  it('stay the same wherever the body lies and however it is turned by quarters', () => {
    const place = fc.tuple(
      fc.integer({ min: -500, max: 500 }),
      fc.integer({ min: -500, max: 500 }),
      fc.integer({ min: -500, max: 500 }),
    );
    fc.assert(
      fc.property(anyBody, place, (body, by) => {
        const { volume, area } = measureOf(body).measures;
        for (const other of [moved(body, by), quarterTurned(body), moved(quarterTurned(body), by)]) {
          near(measureOf(other).measures.volume, volume, 1e-6);
          near(measureOf(other).measures.area, area, 1e-6);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('grow with the cube and the square of the scale', () => {
    fc.assert(
      fc.property(anyBody, fc.integer({ min: 2, max: 4 }), (body, factor) => {
        const small = measureOf(body).measures;
        const large = measureOf(scaled(body, factor)).measures;
        near(large.volume, small.volume * factor ** 3, 1e-5);
        near(large.area, small.area * factor ** 2, 1e-5);
      }),
      { numRuns: 8 },
    );
  });

  it('are plain JSON, the same bytes each time', () => {
    const bytes = binaryStl(torusBody(20, 5));
    const once = JSON.stringify(measured(bytes, { orientation: 'BEST' }));
    expect(JSON.stringify(measured(bytes, { orientation: 'BEST' }))).toBe(once);
    expect(JSON.parse(once)).toEqual(measured(bytes, { orientation: 'BEST' }));
  });
});

describe('a refusal tells the customer what to change [A9]', () => {
  const refusal = (bytes: Uint8Array, options: Partial<MeasureOptions> = {}) => {
    const result = measured(bytes, options);
    if (result.ok) throw new Error('was measured');
    expect(result.detail).toMatch(/^.{20,}\.$/);
    return result;
  };

  it('a hole is NOT_WATERTIGHT, with the faces around it', () => {
    expect(refusal(openCubeStl(20))).toMatchObject({
      reason: 'NOT_WATERTIGHT',
      faults: [{ code: 'OPEN_EDGES', count: 3, faces: [0, 5, 8] }],
    });
  });

  it('a face that looks the wrong way is NOT_WATERTIGHT', () => {
    const flipped = turnedInsideOut(cubeBody(20, 3), new Set([7]));
    expect(refusal(asciiStl(flipped))).toMatchObject({
      reason: 'NOT_WATERTIGHT',
      faults: [{ code: 'FLIPPED', count: 3 }],
    });
  });

  it('an edge of four faces of which three run one way is NOT_WATERTIGHT', () => {
    const twice = together(cubeBody(20), turnedInsideOut(cubeBody(20), new Set([0])));
    expect(refusal(asciiStl(twice))).toMatchObject({
      reason: 'NOT_WATERTIGHT',
      faults: [{ code: 'NON_MANIFOLD_EDGES', count: 18 }],
    });
  });

  it('a surface without a volume is NOT_WATERTIGHT', () => {
    const sheet = boxBody(20, 20, 0);
    expect(refusal(asciiStl(sheet))).toMatchObject({ reason: 'NOT_WATERTIGHT' });
    const folded = together(cubeBody(20), turnedInsideOut(cubeBody(20)));
    expect(refusal(asciiStl(folded))).toMatchObject({ reason: 'NOT_WATERTIGHT', faults: [{ code: 'NO_VOLUME' }] });
  });

  it('what does not fit into the machine is TOO_LARGE, by process and unit', () => {
    expect(measured(cubeStl(300)).ok).toBe(true);
    expect(refusal(cubeStl(301))).toMatchObject({ reason: 'TOO_LARGE', faults: [{ code: 'EXCEEDS_BUILD_VOLUME' }] });
    expect(measured(cubeStl(301), { process: 'SLS' }).ok).toBe(true);
    expect(refusal(cubeStl(121), { process: 'SLA' }).reason).toBe('TOO_LARGE');
    expect(refusal(cubeStl(31), { unit: 'CM' }).detail).toContain('310 × 310 × 310 mm in CM');
  });

  it('what fits when it is turned on the plate by a quarter is not TOO_LARGE', () => {
    const board = asciiStl(boxBody(110, 190, 10));
    expect(measured(board, { process: 'SLA' }).ok).toBe(true);
    expect(refusal(asciiStl(boxBody(125, 190, 10)), { process: 'SLA' }).reason).toBe('TOO_LARGE');
  });

  it('what fits only standing up is TOO_LARGE as it lies, and priced in its best orientation', () => {
    const beam = asciiStl(boxBody(390, 100, 100));
    expect(refusal(beam).reason).toBe('TOO_LARGE');
    expect(measured(beam, { orientation: 'BEST' })).toMatchObject({
      ok: true,
      measure: { build_box: [100_000, 100_000, 390_000], measures: { bounding_box: [390_000, 100_000, 100_000] } },
    });
  });

  it.each([
    ['FDM', 0.79, 0.46, 0.44],
    ['SLS', 0.69, 0.36, 0.34],
    ['SLA', 0.49, 0.26, 0.24],
  ] as const)(
    'of %s a wall that comes out, but maybe not whole, is measured with its risk where that is asked for',
    (process, thin, least, hopeless) => {
      for (const wall of [thin, least]) {
        const result = measured(tubeStl(20, wall, 30), { process, thinWalls: 'risk' });
        expect(result).toMatchObject({
          ok: true,
          measure: { risk: { reason: 'WALL_TOO_THIN', faults: [{ code: 'THIN_WALL' }] } },
        });
      }
      expect(measured(tubeStl(20, hopeless, 30), { process, thinWalls: 'risk' })).toMatchObject({
        ok: false,
        reason: 'WALL_TOO_THIN',
      });
      const whole = measured(tubeStl(20, 2, 30), { process, thinWalls: 'risk' });
      expect(whole.ok && whole.measure.risk).toBeUndefined();
    },
  );

  it('a wall below what the process can make is WALL_TOO_THIN, with the faces before it', () => {
    const thin = refusal(tubeStl(20, 0.79, 30));
    expect(thin).toMatchObject({ reason: 'WALL_TOO_THIN', faults: [{ code: 'THIN_WALL', count: 256 }] });
    expect(measured(tubeStl(20, 0.81, 30))).toMatchObject({ ok: true, measure: { thin_wall_ppm: 0 } });
    expect(measured(tubeStl(20, 0.79, 30), { process: 'SLS' }).ok).toBe(true);
    expect(refusal(tubeStl(20, 0.69, 30), { process: 'SLS' }).reason).toBe('WALL_TOO_THIN');
    expect(measured(tubeStl(20, 0.51, 30), { process: 'SLA' }).ok).toBe(true);
    expect(refusal(tubeStl(20, 0.49, 30), { process: 'SLA' }).reason).toBe('WALL_TOO_THIN');
  });

  it('a wall too thin says where its faces are in the file, in whichever unit and wherever that is', () => {
    const tube = moved(tubeBody(2, 0.02, 3, 16), [100, -50, 7]);
    const parsed = parseModel(binaryStl(tube));
    if (!parsed.ok) throw new Error(parsed.fault.detail);
    const corners = parsed.mesh.positions.slice();
    const { faults, marks } = refusal(binaryStl(tube), { unit: 'INCH' });
    expect(marks).toHaveLength(1);
    expect([marks?.[0]?.code, marks?.[0]?.faces]).toEqual([faults[0]?.code, faults[0]?.faces]);
    for (const [n, face] of (marks?.[0]?.faces ?? []).entries())
      for (let at = 0; at < 9; at++)
        expect(marks?.[0]?.corners[9 * n + at]).toBeCloseTo(corners[9 * face + at] ?? 0, 3);
  });

  it('a small thin place is tolerated, and said', () => {
    const finned = together(cubeBody(30), moved(boxBody(3, 0.5, 3), [40, 0, 0]));
    const { warnings, thin_wall_ppm } = measureOf(finned);
    expect(warnings).toMatchObject([{ code: 'THIN_WALL', count: 4 }]);
    near(thin_wall_ppm, (1e6 * 18) / finned.area, 0.001);
  });

  it('what is no STL is UNSUPPORTED_FORMAT, with the reason', () => {
    expect(refusal(text('ISO-10303-21;\nHEADER;\n'))).toMatchObject({
      reason: 'UNSUPPORTED_FORMAT',
      detail: expect.stringContaining('STEP'),
      faults: [{ code: 'UNSUPPORTED_FORMAT', count: 1, faces: [] }],
    });
    expect(refusal(cubeStl(10).subarray(0, 300))).toMatchObject({
      reason: 'UNSUPPORTED_FORMAT',
      faults: [{ code: 'TRUNCATED' }],
    });
  });
});

describe('repairs that need no guess', () => {
  it('turn a body that is inside out as a whole, and say so', () => {
    expect(measureOf(turnedInsideOut(cubeBody(20)))).toMatchObject({
      measures: { volume: 8000 },
      warnings: [{ code: 'INSIDE_OUT', count: 12 }],
    });
    const hollow = together(cubeBody(20), moved(turnedInsideOut(cubeBody(10)), [5, 5, 5]));
    expect(measureOf(turnedInsideOut(hollow))).toMatchObject({
      measures: { volume: 7000 },
      warnings: [{ code: 'INSIDE_OUT', count: 24 }],
    });
  });

  it('turn one body of several that is inside out beside the others, but not a cavity', () => {
    const beside = together(cubeBody(20), moved(turnedInsideOut(cubeBody(10)), [30, 0, 0]));
    expect(measureOf(beside)).toMatchObject({
      measures: { volume: 9000 },
      shells: 2,
      warnings: [{ code: 'INSIDE_OUT', count: 12 }],
    });
    const within = together(cubeBody(20), moved(turnedInsideOut(cubeBody(10)), [5, 5, 5]));
    expect(measureOf(within)).toMatchObject({ measures: { volume: 7000 }, warnings: [] });
  });

  it('take bodies that touch along an edge, and say so', () => {
    const touching = together(cubeBody(10), moved(cubeBody(10), [10, 10, 0]));
    expect(measureOf(touching)).toMatchObject({
      measures: { volume: 2000 },
      warnings: [{ code: 'NON_MANIFOLD_EDGES', count: 1 }],
    });
  });
});

/** A cap on a stem: what hangs over is the ring around the stem. */
const mushroom = turnedBody(
  [
    [0, 0],
    [5, 0],
    [5, 20],
    [15, 20],
    [15, 24],
    [0, 24],
  ],
  64,
);
/** The ring of a 64-sided polygon of radius 15 without the one of radius 5. */
const RING = 32 * Math.sin((2 * Math.PI) / 64) * (15 ** 2 - 5 ** 2);

describe('supports and machine time', () => {
  it('are reckoned from what hangs over and how high, and are none where powder carries the part', () => {
    const { overhang_area, support_volume } = measureOf(mushroom);
    near(overhang_area, RING, 1e-6);
    near(support_volume, 0.15 * 20 * RING, 1e-6);
    expect(measureOf(mushroom, { process: 'SLS' })).toMatchObject({ overhang_area: 0, support_volume: 0 });
  });

  it('let supports stand on the part itself where it is below', () => {
    const spool = turnedBody(
      [
        [0, 0],
        [15, 0],
        [15, 4],
        [5, 4],
        [5, 20],
        [15, 20],
        [15, 24],
        [0, 24],
      ],
      64,
    );
    near(measureOf(spool).support_volume, 0.15 * 16 * RING, 1e-6);
    const stacked = together(cubeBody(20), moved(cubeBody(20), [0, 0, 20]));
    expect(measureOf(stacked).support_volume).toBe(0);
  });

  it('need none for slopes of 45° and steeper', () => {
    const cone = (radius: number) =>
      turnedBody(
        [
          [0, 0],
          [10, 0],
          [radius, 10],
          [0, 10],
        ],
        256,
      );
    expect(measureOf(cone(19.9)).overhang_area).toBe(0);
    expect(measureOf(cone(20.2)).overhang_area).toBeGreaterThan(0);
  });

  it('follow the layers: as many as the height has, more time for more material', () => {
    const low = measureOf(boxBody(20, 20, 10));
    const high = measureOf(boxBody(20, 20, 20));
    const wide = measureOf(boxBody(40, 20, 10));
    expect([low.layers, high.layers, wide.layers]).toEqual([50, 100, 50]);
    near(high.machine_seconds, 2 * low.machine_seconds, 0.01);
    expect(wide.machine_seconds).toBeGreaterThan(low.machine_seconds);
    // 50 layers of 3 s, each with 2 rounds of 80 mm at 50 mm/s and the rest of 400 / 0.45 mm of line at 100 mm/s.
    expect(low.machine_seconds).toBe(Math.ceil(50 * (3 + 160 / 50 + (400 / 0.45 - 160) / 100)));
  });

  it.each([0.5, 0.7, 0.9, 20, 20.1])('are the same wherever a part lies that is %s mm high [R3]', (height) => {
    const lying = (z: number, write: (body: Body) => Uint8Array) => {
      const result = measured(write(moved(boxBody(20, 20, height), [0, 0, z])), { thinWalls: 'risk' });
      if (!result.ok) throw new Error(result.detail);
      const { layers, machine_seconds } = result.measure;
      return { layers, machine_seconds };
    };
    const alike = [0, 0.1, 1.1, 33.33, 100.1].flatMap((z) => [asciiStl, binaryStl].map((write) => lying(z, write)));
    expect(alike).toEqual(alike.map(() => alike[0]));
    expect(alike[0]!.layers).toBe(Math.ceil(height / 0.2 - 1e-9));
  });

  it('tell the inside that an infill may leave hollow: within two lines, and four layers from above and below', () => {
    const insideOf = (...asked: Parameters<typeof measureOf>) =>
      measureOf(...asked).inside ?? { volume: NaN, seconds: NaN };
    const inside = insideOf(cubeBody(20));
    // 100 layers, of which 92 have an inside of 400 mm² less 2 rounds of 80 mm in a line of 0.45 mm.
    const area = 92 * (400 - 160 * 0.45);
    near(inside.volume, area * 0.2, 1e-6);
    near(inside.seconds, area / 0.45 / 100, 1e-5);
    expect(insideOf(boxBody(20, 20, 1.6))).toEqual({ volume: 0, seconds: 0 });
    // A step: its lower half has a skin where the upper one does not stand on it.
    const step = insideOf(together(boxBody(20, 20, 10), moved(boxBody(20, 10, 10), [0, 0, 10]))).volume;
    near(step, 0.2 * (42 * (400 - 72) + 50 * (200 - 54)), 0.01);
    for (const process of ['SLS', 'SLA'] as const)
      expect(insideOf(cubeBody(20), { process })).toEqual({ volume: 0, seconds: 0 });
  });

  it('share the layers of a plate among the pieces that it takes, where the process builds them together', () => {
    // 340 mm hold 23 pieces of 10 mm that are 5 mm apart; a layer is coated in 12 s.
    expect(measureOf(boxBody(10, 10, 100), { process: 'SLS' })).toMatchObject({
      layers: 1000,
      machine_seconds: Math.ceil(1000 * (12 / 529 + 40 / 1500 + (100 / 0.25 - 40) / 5000)),
    });
    expect(measureOf(cubeBody(20), { process: 'SLA' })).toMatchObject({
      layers: 400,
      machine_seconds: Math.ceil((400 * 8) / (8 * 5)),
    });
  });

  it('are the least in the best orientation of 26', () => {
    const asIs = measureOf(mushroom);
    const best = measureOf(mushroom, { orientation: 'BEST' });
    expect(asIs.up).toEqual([0, 0, 1]);
    expect(best).toMatchObject({ up: [0, 0, -1], support_volume: 0 });
    expect(best.machine_seconds).toBeLessThan(asIs.machine_seconds);
    expect(best.measures).toEqual(asIs.measures);
  });

  it('stand the body on its plate where all directions cost the same', () => {
    expect(measureOf(cubeBody(20), { orientation: 'BEST' })).toEqual({
      ...measureOf(cubeBody(20)),
      orientation: 'BEST',
    });
  });
});

describe('progress', () => {
  it.each(['AS_IS', 'BEST'] as const)('names the phases in order and never falls, to 100 (%s)', (orientation) => {
    const told: [string, number][] = [];
    measured(binaryStl(sphereBody(20, 2000)), {
      orientation,
      onProgress: (phase, percent) => told.push([phase, percent]),
    });
    expect([...new Set(told.map(([phase]) => phase))]).toEqual(['READ', 'TOPOLOGY', 'WALLS', 'ORIENTATION']);
    const percents = told.map(([, percent]) => percent);
    expect(percents).toEqual([...percents].sort((one, other) => one - other));
    expect(percents.at(0)).toBe(0);
    expect(percents.at(-1)).toBe(100);
    expect(new Set(percents).size).toBeGreaterThan(10);
  });
});
