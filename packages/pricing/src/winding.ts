import type { Faces } from './body.ts';

const { abs, max, min } = Math;

/** The line upward leans by these: faces that stand upright, which are many, would be met edge-on. */
const LEAN_X = 0.1371;
const LEAN_Y = 0.0823;

/** Where a leaning line through a corner meets the ground. */
const groundX = (p: ArrayLike<number>, at: number): number => p[at]! - LEAN_X * p[at + 2]!;
const groundY = (p: ArrayLike<number>, at: number): number => p[at + 1]! - LEAN_Y * p[at + 2]!;

/**
 * How often the shell of these faces goes around a point: 1 inside of a shell that looks outward, −1 of one that looks
 * inward, 0 outside; null where the point lies on the shell, within the tolerance. Counts the faces above the point, by
 * which way they run around it seen from there. An edge is judged by its two ends alone, the same for both faces at it,
 * so that no face is counted twice or never where the point lies below an edge.
 */
export const windingAround = (
  { positions }: Pick<Faces, 'positions'>,
  shell: Iterable<number>,
  point: ArrayLike<number>,
  tolerance: number,
): number | null => {
  const px = groundX(point, 0);
  const py = groundY(point, 0);
  let winding = 0;
  for (const face of shell) {
    const at = 9 * face;
    let turns = 0;
    for (let side = 0; side < 3; side++) {
      const from = at + 3 * side;
      const to = at + 3 * ((side + 1) % 3);
      const rises = groundY(positions, from) <= py;
      if (rises === groundY(positions, to) <= py) continue;
      const [low, high] = rises ? [from, to] : [to, from];
      const x = groundX(positions, low);
      const y = groundY(positions, low);
      const left = (groundX(positions, high) - x) * (py - y) - (px - x) * (groundY(positions, high) - y);
      if (left > 0) turns += rises ? 1 : -1;
    }
    if (turns === 0) continue;
    const height = heightAbove(positions, at, px, py) - point[2]!;
    if (abs(height) <= tolerance) return null;
    if (height > 0) winding += turns;
  }
  return winding;
};

/** The height of a face where the leaning line meets it; within the face even where it is met nearly edge-on. */
const heightAbove = (p: Float64Array, at: number, px: number, py: number): number => {
  const x = groundX(p, at);
  const y = groundY(p, at);
  const z = p[at + 2]!;
  const ux = groundX(p, at + 3) - x;
  const uy = groundY(p, at + 3) - y;
  const uz = p[at + 5]! - z;
  const vx = groundX(p, at + 6) - x;
  const vy = groundY(p, at + 6) - y;
  const vz = p[at + 8]! - z;
  const nz = ux * vy - uy * vx;
  const nx = uy * vz - uz * vy;
  const ny = uz * vx - ux * vz;
  const height = z - (nx * (px - x) + ny * (py - y)) / (nz || 1e-300);
  return min(max(height, min(z, z + uz, z + vz)), max(z, z + uz, z + vz));
};
