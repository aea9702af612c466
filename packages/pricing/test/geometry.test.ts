import { describe, expect, it } from '@jest/globals';
import { type Body, bodyOf, facesOf } from '@order-ledger/pricing/body';
import { bvhOf } from '@order-ledger/pricing/bvh';
import { DIRECTIONS, frameOf, UPRIGHT } from '@order-ledger/pricing/directions';
import { sliceBody } from '@order-ledger/pricing/layers';
import { samplePoints } from '@order-ledger/pricing/sample-points';
import { sliverPieces } from '@order-ledger/pricing/sliver-pieces';
import { surfaceOf } from '@order-ledger/pricing/surface';
import { measureWalls } from '@order-ledger/pricing/walls';
import {
  asciiStl,
  cubeBody,
  type Body as ExactBody,
  moved,
  sphereBody,
  together,
  torusBody,
  tubeBody,
  turnedBody,
  turnedInsideOut,
} from '@order-ledger/testing/models/bodies';
import fc from 'fast-check';
import { meshOf } from './support/reading.ts';

const bodyFrom = (body: ExactBody): Body => bodyOf(facesOf(surfaceOf(meshOf(asciiStl(body))), 1), 1e-6);
const near = (value: number, expected: number, share: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(Math.abs(expected) * share);

describe('the layers of a body', () => {
  it.each([0.5, 0.005])(
    'of %s mm are cut through their middles: area and outline are those of the body there',
    (layer) => {
      const sides = 64;
      const cone = bodyFrom(
        turnedBody(
          [
            [0, 0],
            [10, 0],
            [0, 10],
          ],
          sides,
        ),
      );
      const { areas, outlines } = sliceBody(cone, frameOf(cone, UPRIGHT), layer);
      expect(areas).toHaveLength(10 / layer);
      for (const [index, area] of areas.entries()) {
        const radius = 10 - layer * (index + 0.5) - cone.tolerance;
        const expected = (sides / 2) * Math.sin((2 * Math.PI) / sides) * radius ** 2;
        expect(Math.abs(area - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, expected));
        near(outlines[index]!, 2 * sides * Math.sin(Math.PI / sides) * radius, 1e-9);
      }
    },
  );

  it('are the same to the last digits that matter whether a face is cut by each or is long and cut by formula', () => {
    for (const exact of [cubeBody(20), sphereBody(10, 60), torusBody(12, 4, 12, 8)])
      for (const direction of DIRECTIONS.slice(0, 13)) {
        const body = bodyFrom(exact);
        const frame = frameOf(body, direction);
        const [fine, coarse] = [sliceBody(body, frame, 0.02), sliceBody(body, frame, 0.18)];
        for (const [index, area] of coarse.areas.entries()) {
          // Nine fine layers are a coarse one, whose plane is that of the fifth of them but for the tolerance.
          near(fine.areas[9 * index + 4] ?? area, area, 1e-9);
          near(fine.outlines[9 * index + 4] ?? coarse.outlines[index]!, coarse.outlines[index]!, 1e-9);
        }
      }
  });

  it('leave cavities out', () => {
    const hollow = bodyFrom(together(cubeBody(20), moved(turnedInsideOut(cubeBody(10)), [5, 5, 5])));
    const { areas, outlines } = sliceBody(hollow, frameOf(hollow, UPRIGHT), 1);
    expect([...areas].map(Math.round)).toEqual([...Array(5).fill(400), ...Array(10).fill(300), ...Array(5).fill(400)]);
    expect([...outlines].map(Math.round)).toEqual([...Array(5).fill(80), ...Array(10).fill(120), ...Array(5).fill(80)]);
  });

  it('add up to the volume in each of the 26 directions', () => {
    expect(new Set(DIRECTIONS.map(String)).size).toBe(26);
    for (const exact of [cubeBody(20), sphereBody(10, 800), torusBody(12, 4, 32, 16)]) {
      const body = bodyFrom(exact);
      for (const direction of DIRECTIONS) {
        const { areas } = sliceBody(body, frameOf(body, direction), 0.1);
        near(0.1 * areas.reduce((sum, area) => sum + area, 0), exact.volume, 0.005);
      }
    }
  });
});

describe('the walls of a body', () => {
  it('are thin only where they are, though a face may be thin in one part and thick in another', () => {
    // A disc of 20 mm, 0.5 mm thick, with a boss of 10 mm that is 5 mm thick: below, each face spans both.
    const stepped = turnedBody(
      [
        [0, 0],
        [20, 0],
        [20, 0.5],
        [10, 0.5],
        [10, 5],
        [0, 5],
      ],
      64,
    );
    const body = bodyFrom(stepped);
    const ring = 32 * Math.sin((2 * Math.PI) / 64) * (20 ** 2 - 10 ** 2);
    near(
      measureWalls(body, bvhOf(body), { thinnest_wall: 0.8, least_wall: 0.5 }, () => undefined).thinArea,
      2 * ring,
      0.03,
    );
    expect(measureWalls(body, bvhOf(body), { thinnest_wall: 0.49, least_wall: 0.2 }, () => undefined)).toEqual({
      thinArea: 0,
      hopelessArea: 0,
      thinFaces: [],
    });
  });

  it('are asked at a limited number of places of a body of many faces, and show the same share', () => {
    const body = bodyFrom(together(tubeBody(20, 0.5, 10, 1500), moved(tubeBody(20, 2, 10, 1500), [50, 0, 0])));
    expect(body.faces).toBe(24_000);
    // Its outer and its inner side.
    const wall = 2 * Math.PI * (20 + 19.5) * 10;
    near(
      measureWalls(body, bvhOf(body), { thinnest_wall: 0.8, least_wall: 0.4 }, () => undefined).thinArea,
      wall,
      0.02,
    );
    const points = samplePoints(body, 4096);
    let asked = 0;
    for (let face = 0; face < body.faces; face++) asked += points.cutsOf(face) ** 2;
    expect(asked).toBeLessThan(20_000);
  });
});

/** A round plate, whose caps are fans of slivers. */
const disc = (sides: number) =>
  turnedBody(
    [
      [0, 0],
      [12, 0],
      [12, 4],
      [0, 4],
    ],
    sides,
  );

describe('the boxes of slivers', () => {
  it('are cut to pieces that together still hold the whole face', () => {
    const body = bodyFrom(disc(600));
    const { faceOf, boxes } = sliverPieces(body);
    expect(new Set(faceOf).size).toBeGreaterThan(600);
    const holds = (piece: number, point: readonly number[]): boolean =>
      point.every((value, axis) => value >= boxes[6 * piece + axis]! && value <= boxes[6 * piece + 3 + axis]!);
    for (let piece = 0; piece < faceOf.length; piece += 1) {
      const face = faceOf[piece]!;
      const own = [...faceOf.keys()].slice(Math.max(0, piece - 8), piece + 9).filter((other) => faceOf[other] === face);
      const corner = (index: number, axis: number) => body.positions[9 * face + 3 * index + axis]!;
      const share = piece / faceOf.length;
      const point = [0, 1, 2].map((axis) => corner(0, axis) + share * (corner(1, axis) - corner(0, axis)));
      expect(own.some((other) => holds(other, point))).toBe(true);
    }
  });
});

describe('a ray', () => {
  it.each([
    [
      'bodies of several kinds',
      together(torusBody(12, 4, 14, 7), moved(sphereBody(3, 80), [0, 0, 1]), moved(cubeBody(4), [5, 5, -9])),
      60,
    ],
    ['a body of slivers', disc(800), 8],
  ] as const)('meets the same face as when all faces are tried one by one: %s', (_, exact, numRuns) => {
    const body = bodyFrom(exact);
    const bvh = bvhOf(body);
    /** The plane of the face, then three sides that the point must lie left of: another way than the tree's own. */
    const distanceTo = (face: number, origin: number[], direction: number[], margin: number): number => {
      const normal = [...body.normals.subarray(3 * face, 3 * face + 3)];
      const corner = (index: number) => [...body.positions.subarray(9 * face + 3 * index, 9 * face + 3 * index + 3)];
      const minus = (a: number[], b: number[]) => a.map((value, axis) => value - b[axis]!);
      const dot = (a: number[], b: number[]) => a.reduce((sum, value, axis) => sum + value * b[axis]!, 0);
      const cross = ([ax, ay, az]: number[], [bx, by, bz]: number[]) => [
        ay! * bz! - az! * by!,
        az! * bx! - ax! * bz!,
        ax! * by! - ay! * bx!,
      ];
      const t = dot(minus(corner(0), origin), normal) / dot(direction, normal);
      const point = origin.map((value, axis) => value + t * direction[axis]!);
      const inside = [0, 1, 2].every((index) => {
        const side = minus(corner((index + 1) % 3), corner(index));
        return dot(cross(side, minus(point, corner(index))), normal) > margin;
      });
      return t > 0 && inside ? t : Number.POSITIVE_INFINITY;
    };
    const part = fc.double({ min: -1, max: 1, noNaN: true });
    const vector = fc.tuple(part, part, part);
    fc.assert(
      fc.property(vector, vector, (from, towards) => {
        const length = Math.hypot(...towards);
        fc.pre(length > 0.01);
        const origin = from.map((value) => 20 * value);
        const direction = towards.map((value) => value / length);
        const nearestWithin = (margin: number) =>
          Math.min(...Array.from({ length: body.faces }, (_, face) => distanceTo(face, origin, direction, margin)));
        const nearest = nearestWithin(0);
        // A ray through an edge may meet either face or, at the rim of the body, none.
        fc.pre(nearest === nearestWithin(1e-6) && nearest === nearestWithin(-1e-6));
        const hit = bvh.cast(origin[0]!, origin[1]!, origin[2]!, direction[0]!, direction[1]!, direction[2]!, -1, 0);
        if (nearest === Number.POSITIVE_INFINITY) expect(hit).toBe(-1);
        else expect(bvh.distance()).toBeCloseTo(nearest, 9);
      }),
      { numRuns },
    );
  });
});
