import type { Body } from './body.ts';

const { ceil, floor, max, min, round, sqrt } = Math;

const MOST_CUTS = 32;
/**
 * The points on a body of more faces than this. What they are asked costs as much as a body has faces in the worst case,
 * so that a point for each face would make the whole grow with the square.
 */
const MOST_POINTS = 16_384;

interface SamplePoints {
  /**
   * Into how many rows of points the next face is cut; it has their square of points, none if 0. Faces are asked in
   * ascending order, each at most once.
   */
  cutsOf(face: number): number;
  /** The surface, in mm², that each point of the face asked last stands for. */
  share(): number;
  /** The point with this number, 0 … cuts² − 1, of a face. */
  write(face: number, cuts: number, number: number, out: Float64Array): void;
}

/**
 * Points spread evenly over the faces: a face is cut into cuts² equal triangles of its own shape, and their middles are
 * the points. Of few faces each has as many as its share of the surface has of `wanted`, and at least one. Of many, a
 * face has points where the surface up to it, in the order of the file, reaches the next whole share.
 */
export const samplePoints = (body: Body, wanted: number): SamplePoints => {
  const { faces, positions, areas, area } = body;
  const step = area / MOST_POINTS;
  let passed = 0;
  let share = 0;

  const cutsOfFew = (face: number): number => {
    const cuts = min(MOST_CUTS, max(1, ceil(sqrt((wanted * areas[face]!) / area))));
    share = areas[face]! / (cuts * cuts);
    return cuts;
  };

  const cutsOfMany = (face: number): number => {
    const before = floor(passed / step);
    passed += areas[face]!;
    const points = floor(passed / step) - before;
    const cuts = min(MOST_CUTS, round(sqrt(points)));
    share = cuts === 0 ? 0 : (points * step) / (cuts * cuts);
    return cuts;
  };

  return {
    cutsOf: faces > MOST_POINTS ? cutsOfMany : cutsOfFew,
    share: () => share,
    write(face, cuts, number, out) {
      // Row r holds 2r + 1 triangles; the even ones stand upright, the odd ones on their heads.
      const row = floor(sqrt(number));
      const inRow = number - row * row;
      const column = inRow >> 1;
      const upright = inRow % 2 === 0;
      // Weights of the corners: `third` of the third, `others` of the second and third together.
      const third = (column + (upright ? 1 / 3 : 2 / 3)) / cuts;
      const others = (row + (upright ? 2 / 3 : 1 / 3)) / cuts;
      const second = others - third;
      for (let axis = 0; axis < 3; axis++) {
        const at = 9 * face + axis;
        const a = positions[at]!;
        out[axis] = a + second * (positions[at + 3]! - a) + third * (positions[at + 6]! - a);
      }
    },
  };
};
