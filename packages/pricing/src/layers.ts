import type { Body } from './body.ts';
import type { Frame } from './directions.ts';

const { ceil, floor, max, min, sqrt } = Math;

/** What a body is made of, layer by layer, from the plate up: mm² of each slice, and mm of its outlines. */
export interface Layers {
  areas: Float64Array;
  outlines: Float64Array;
}

/** Faces that cross more layers than this are not cut one by one: what they give to each follows by formula. */
const LONG = 64;

/**
 * Sums over the layers of what long faces give: between two of its corners a cut moves along a face evenly, so that its length
 * grows evenly with the number of the layer, and its area with the square of it. Kept as where each formula begins and ends.
 */
const formulas = (layers: number) => {
  /** 1, n and n² of areas, 1 and n of outlines: five numbers a layer. n is counted from the middle, which keeps digits. */
  const changes = new Float64Array(5 * (layers + 1));
  const middle = layers / 2;
  let used = false;

  const put = (at: number, sign: number, area: readonly number[], outline: readonly number[]) => {
    for (let power = 0; power < 3; power++) changes[5 * at + power] = changes[5 * at + power]! + sign * area[power]!;
    for (let power = 0; power < 2; power++)
      changes[5 * at + 3 + power] = changes[5 * at + 3 + power]! + sign * outline[power]!;
  };

  return {
    /**
     * A cut whose ends lie at `x + dx n`, `y + dy n`: the one with the index 0 on the one side of the face, 1 on the other.
     * Of the layers from `first` to `last`; `along` is where the material lies to the left of.
     */
    add(first: number, last: number, ends: Float64Array, alongX: number, alongY: number): void {
      const at = (first + last) / 2 - middle;
      const end = (index: number, axis: number): number => ends[4 * index + axis]! + at * ends[4 * index + 2 + axis]!;
      const dx = end(1, 0) - end(0, 0);
      const dy = end(1, 1) - end(0, 1);
      const length = sqrt(dx * dx + dy * dy);
      if (length === 0) return;
      const half = dx * alongX + dy * alongY >= 0 ? 0.5 : -0.5;
      const [x0, y0, u0, v0, x1, y1, u1, v1] = ends as unknown as [
        ...[number, number, number, number],
        ...[number, number, number, number],
      ];
      const area = [
        half * (x0 * y1 - x1 * y0),
        half * (x0 * v1 + u0 * y1 - x1 * v0 - u1 * y0),
        half * (u0 * v1 - u1 * v0),
      ];
      const outline = [((x1 - x0) * dx + (y1 - y0) * dy) / length, ((u1 - u0) * dx + (v1 - v0) * dy) / length];
      put(first, 1, area, outline);
      put(last + 1, -1, area, outline);
      used = true;
    },
    /** The number of a layer as the formulas count it. */
    numberOf: (layer: number): number => layer - middle,
    sumInto({ areas, outlines }: Layers): void {
      if (!used) return;
      const sum = new Float64Array(5);
      for (let layer = 0; layer < layers; layer++) {
        for (let part = 0; part < 5; part++) sum[part] = sum[part]! + changes[5 * layer + part]!;
        const n = layer - middle;
        areas[layer] = areas[layer]! + sum[0]! + n * (sum[1]! + n * sum[2]!);
        outlines[layer] = outlines[layer]! + max(0, sum[3]! + n * sum[4]!);
      }
    },
  };
};

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
  const long = formulas(layers);
  const x = new Float64Array(3);
  const y = new Float64Array(3);
  const z = new Float64Array(3);
  const ends = new Float64Array(8);
  const heightOf = (index: number): number => (index + 0.5) * layer + tolerance;

  /** The first layer whose plane lies at this height or above. */
  const firstFrom = (height: number): number => {
    let index = max(0, floor((height - tolerance) / layer - 0.5));
    while (index < layers && heightOf(index) < height) index += 1;
    return index;
  };

  /** Where a plane crosses the side from one corner to another, as it moves with the number of its layer. */
  const setEnd = (index: number, from: number, to: number) => {
    const step = layer / (z[to]! - z[from]!);
    const part = (heightOf(-long.numberOf(0)) - z[from]!) / (z[to]! - z[from]!);
    for (const [axis, place] of [x, y].entries()) {
      const way = place[to]! - place[from]!;
      ends[4 * index + axis] = place[from]! + part * way;
      ends[4 * index + 2 + axis] = step * way;
    }
  };

  const cutLong = (alongX: number, alongY: number) => {
    const [bottom, between, top] = [0, 1, 2].sort((a, b) => z[a]! - z[b]! || a - b) as [number, number, number];
    setEnd(0, bottom, top);
    const [from, bend, to] = [firstFrom(z[bottom]!), firstFrom(z[between]!), firstFrom(z[top]!)];
    if (bend > from) {
      setEnd(1, bottom, between);
      long.add(from, bend - 1, ends, alongX, alongY);
    }
    if (to > bend) {
      setEnd(1, between, top);
      long.add(bend, to - 1, ends, alongX, alongY);
    }
  };

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
    if (to - from > LONG) {
      cutLong(alongX, alongY);
      continue;
    }

    for (let index = from; index <= to; index++) {
      const height = heightOf(index);
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
  long.sumInto({ areas, outlines });
  // Cancellation may leave −1e-12 where there is nothing.
  return { areas: areas.map((area) => max(0, area)), outlines };
};
