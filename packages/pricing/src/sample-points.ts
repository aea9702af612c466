import type { Body } from './body.ts';

const { ceil, floor, max, min, sqrt } = Math;

const MOST_CUTS = 32;

/**
 * Points spread evenly over a face: the face is cut into cuts² equal triangles of its own shape, and their middles are
 * the points. A face has as many as its share of the surface has of `wanted`, and at least one: the cost follows the
 * surface where faces are large, and their number where they are many. Each point stands for area / cuts².
 */
export const samplePoints = (body: Body, wanted: number) => {
  const { positions, areas, area } = body;
  return {
    cutsOf: (face: number): number => min(MOST_CUTS, max(1, ceil(sqrt((wanted * areas[face]!) / area)))),

    /** The point with this number, 0 … cuts² − 1, of a face. */
    write(face: number, cuts: number, number: number, out: Float64Array): void {
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
