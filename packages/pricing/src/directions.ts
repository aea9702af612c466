import type { Body, Vector } from './body.ts';

/** As the model stands in its file. */
export const UPRIGHT: Vector = [0, 0, 1];

/** The neighbours of a cube: towards its 6 sides, 12 edges and 8 corners; upright first, so that it wins ties. */
export const DIRECTIONS: readonly Vector[] = (() => {
  const steps = [-1, 0, 1];
  const all = steps.flatMap((x) => steps.flatMap((y) => steps.map((z): Vector => [x, y, z])));
  const parts = ([x, y, z]: Vector) => Math.abs(x) + Math.abs(y) + Math.abs(z);
  const isUpright = ([x, y, z]: Vector) => x === 0 && y === 0 && z === 1;
  return all
    .filter((direction) => parts(direction) > 0)
    .sort((one, other) => Number(isUpright(other)) - Number(isUpright(one)) || parts(one) - parts(other));
})();

/** A body as it stands on the machine: three axes of length 1, and its extent along them. */
export interface Frame {
  direction: Vector;
  u: Vector;
  v: Vector;
  up: Vector;
  low: Vector;
  high: Vector;
}

const normalised = ([x, y, z]: Vector): Vector => {
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
};

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** The body turned so that `direction` points up; upright it is not turned at all. */
export const frameOf = ({ positions }: Body, direction: Vector): Frame => {
  const up = normalised(direction);
  // y stays y where it can: only for ±y itself another axis is needed.
  const u = normalised(up[0] === 0 && up[2] === 0 ? [1, 0, 0] : cross([0, 1, 0], up));
  const v = cross(up, u);
  const low: Vector = [Infinity, Infinity, Infinity];
  const high: Vector = [-Infinity, -Infinity, -Infinity];
  const axes = [u, v, up];
  for (let at = 0; at < positions.length; at += 3) {
    for (let axis = 0; axis < 3; axis++) {
      const along = axes[axis]!;
      const value = positions[at]! * along[0] + positions[at + 1]! * along[1] + positions[at + 2]! * along[2];
      if (value < low[axis]!) low[axis] = value;
      if (value > high[axis]!) high[axis] = value;
    }
  }
  return { direction, u, v, up, low, high };
};
