import type { Body } from './body.ts';
import type { Frame } from './directions.ts';

const { ceil, floor, max, min, sqrt } = Math;

/** What a body is made of, layer by layer, from the plate up: mm² of each slice, and mm of its outlines. */
export interface Layers {
  areas: Float64Array;
  outlines: Float64Array;
}

/**
 * Cuts the body through the middle of each layer. A cut needs no polygons: every crossed face gives one piece of outline,
 * whose direction follows from its outward normal, and the area is the sum of the pieces' ½ (x₁y₂ − x₂y₁) over the closed
 * outlines. A corner in the plane counts as below it, so that all faces around it agree. The planes lie higher by as much as
 * the file may err: a face meant to lie in one must not lie above it or below by the last bits of where the body stands.
 */
export const sliceBody = (body: Body, frame: Frame, layer: number): Layers => {
  const { positions, normals, faces, tolerance } = body;
  const { u, v, up, low, high } = frame;
  const layers = max(1, ceil((high[2] - low[2] - tolerance) / layer - 1e-6));
  const areas = new Float64Array(layers);
  const outlines = new Float64Array(layers);
  const x = new Float64Array(3);
  const y = new Float64Array(3);
  const z = new Float64Array(3);

  for (let face = 0; face < faces; face++) {
    for (let corner = 0; corner < 3; corner++) {
      const at = 9 * face + 3 * corner;
      const px = positions[at]!;
      const py = positions[at + 1]!;
      const pz = positions[at + 2]!;
      x[corner] = px * u[0] + py * u[1] + pz * u[2];
      y[corner] = px * v[0] + py * v[1] + pz * v[2];
      z[corner] = px * up[0] + py * up[1] + pz * up[2] - low[2];
    }
    const bottom = min(z[0]!, z[1]!, z[2]!);
    const top = max(z[0]!, z[1]!, z[2]!);
    const from = max(0, floor((bottom - tolerance) / layer - 0.5));
    const to = min(layers - 1, ceil((top - tolerance) / layer - 0.5));
    const at = 3 * face;
    const nx = normals[at]!;
    const ny = normals[at + 1]!;
    const nz = normals[at + 2]!;
    // Along up × normal the material is on the left.
    const alongX = -(nx * v[0] + ny * v[1] + nz * v[2]);
    const alongY = nx * u[0] + ny * u[1] + nz * u[2];

    for (let index = from; index <= to; index++) {
      const height = (index + 0.5) * layer + tolerance;
      if (bottom > height || top <= height) continue;
      let x0 = 0;
      let y0 = 0;
      let x1 = 0;
      let y1 = 0;
      let crossings = 0;
      for (let side = 0; side < 3; side++) {
        const next = (side + 1) % 3;
        const below = z[side]! <= height;
        if (below === z[next]! <= height) continue;
        const [lower, upper] = below ? [side, next] : [next, side];
        const part = (height - z[lower]!) / (z[upper]! - z[lower]!);
        x0 = x1;
        y0 = y1;
        x1 = x[lower]! + part * (x[upper]! - x[lower]!);
        y1 = y[lower]! + part * (y[upper]! - y[lower]!);
        crossings += 1;
      }
      if (crossings !== 2) continue;
      const dx = x1 - x0;
      const dy = y1 - y0;
      const signed = (x0 * y1 - x1 * y0) / 2;
      areas[index] = areas[index]! + (dx * alongX + dy * alongY >= 0 ? signed : -signed);
      outlines[index] = outlines[index]! + sqrt(dx * dx + dy * dy);
    }
  }
  // Cancellation may leave −1e-12 where there is nothing.
  return { areas: areas.map((area) => max(0, area)), outlines };
};
