import { kernel } from './kernel.ts';

const { abs } = Math;

/** The sum of the cross products of an outline's corners (Newell): twice its area long, along its normal. */
const normalOf = (points: Float64Array, corners: number): [number, number, number] => {
  const normal: [number, number, number] = [0, 0, 0];
  for (let corner = 0; corner < corners; corner++) {
    const one = 3 * corner;
    const other = 3 * ((corner + 1) % corners);
    for (let axis = 0; axis < 3; axis++) {
      const u = (axis + 1) % 3;
      const v = (axis + 2) % 3;
      normal[axis] = normal[axis]! + (points[one + u]! - points[other + u]!) * (points[one + v]! + points[other + v]!);
    }
  }
  return normal;
};

/**
 * The triangles of a flat face of any number of corners, in its own sense: three corners each. A face that turns one way
 * all along is a fan about its first corner; any other is cut by the kernel. Each corner stays a corner, also in the
 * middle of a straight side: the neighbours have it too.
 */
export const trianglesOf = (points: Float64Array, corners: number): [number, number, number][] => {
  const normal = normalOf(points, corners);
  const axis = [0, 1, 2].reduce((best, next) => (abs(normal[next]!) > abs(normal[best]!) ? next : best), 0);
  // Seen along the axis that its normal is nearest to, the face is never edge-on.
  const [u, v] = normal[axis]! >= 0 ? [(axis + 1) % 3, (axis + 2) % 3] : [(axis + 2) % 3, (axis + 1) % 3];
  const flat = Array.from({ length: corners }, (_, corner): [number, number] => [
    points[3 * corner + u!]!,
    points[3 * corner + v!]!,
  ]);
  const turn = (a: number, b: number, c: number): number => {
    const [ax, ay] = flat[a]!;
    const [bx, by] = flat[b]!;
    const [cx, cy] = flat[c]!;
    return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  };
  const fan = Array.from({ length: corners - 2 }, (_, index): [number, number, number] => [0, index + 1, index + 2]);
  const turnsOneWay = flat.every((_, corner) => turn(corner, (corner + 1) % corners, (corner + 2) % corners) >= 0);
  if (turnsOneWay && fan.every(([a, b, c]) => turn(a, b, c) >= 0)) return fan;
  return kernel.triangulate([flat]) as [number, number, number][];
};
