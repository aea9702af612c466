import type { Body } from './body.ts';
import { above, below, sliverPieces } from './sliver-pieces.ts';

// Taken out of Math once: in a hot loop a global is looked up each time, which some hosts (node:vm) make slow.
const { ceil, floor, max, min } = Math;
const FAR = Infinity;

/** The first face that a ray meets. */
export interface Bvh {
  /**
   * From a point along a direction of length 1 to the nearest face but `except`, at least `nearest` away. The number of
   * the face, or −1; `distance()` is then how far it is.
   */
  cast(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number, except: number, nearest: number): number;
  distance(): number;
}

const LEAF = 4;
const BINS = 16;
/** Beyond this depth nodes are halved by count, which bounds the depth of the whole tree. */
const DEEPEST_BY_AREA = 40;
const STACK = 128;
/** How far outside a triangle a hit still counts, in parts of its sides, so that no ray slips between two of them. */
const EDGE_TOLERANCE = 1e-9;

const wholeAndPieces = (faces: number, faceOfPiece: Uint32Array): Uint32Array => {
  const isCut = new Uint8Array(faces);
  let cut = 0;
  for (const face of faceOfPiece) {
    if (isCut[face] === 0) cut += 1;
    isCut[face] = 1;
  }
  const order = new Uint32Array(faces - cut + faceOfPiece.length);
  let at = 0;
  for (let face = 0; face < faces; face++) if (isCut[face] === 0) order[at++] = face;
  for (let piece = 0; piece < faceOfPiece.length; piece++) order[at++] = faces + piece;
  return order;
};

/**
 * A tree of boxes over the faces, split where the surface area heuristic (binned, after Wald 2007) is least. Nodes lie in
 * flat arrays: six bounds each; and either two children side by side or a run of faces.
 */
const buildTree = (body: Body) => {
  const { faces, positions } = body;
  const pieces = sliverPieces(body);
  /** Whole faces by their number, and behind them the pieces of those that are cut. */
  const order = wholeAndPieces(faces, pieces.faceOf);
  /** Three times the middle. */
  const centreOf = (part: number, axis: number): number => {
    if (part >= faces) {
      const at = 6 * (part - faces) + axis;
      return 1.5 * (pieces.boxes[at]! + pieces.boxes[at + 3]!);
    }
    const at = 9 * part + axis;
    return positions[at]! + positions[at + 3]! + positions[at + 6]!;
  };
  let capacity = max(1, ceil(order.length / 2));
  let bounds = new Float32Array(6 * capacity);
  /** Of a leaf its first place in `order`, of a branch its first child. */
  let first = new Uint32Array(capacity);
  /** Faces of a leaf; 0 for a branch. */
  let count = new Uint32Array(capacity);
  let nodes = 1;
  const makeRoom = (more: number) => {
    if (nodes + more <= capacity) return;
    capacity = 2 * (nodes + more);
    const [oldBounds, oldFirst, oldCount] = [bounds, first, count];
    bounds = new Float32Array(6 * capacity);
    first = new Uint32Array(capacity);
    count = new Uint32Array(capacity);
    bounds.set(oldBounds);
    first.set(oldFirst);
    count.set(oldCount);
  };

  const growBox = (box: Float64Array, at: number, part: number) => {
    if (part >= faces) return joinBox(box, at, pieces.boxes, 6 * (part - faces));
    for (let axis = 0; axis < 3; axis++) {
      const from = 9 * part + axis;
      const one = positions[from]!;
      const two = positions[from + 3]!;
      const three = positions[from + 6]!;
      const low = min(one, two, three);
      const high = max(one, two, three);
      if (low < box[at + axis]!) box[at + axis] = low;
      if (high > box[at + 3 + axis]!) box[at + 3 + axis] = high;
    }
  };
  const emptyBox = (box: Float64Array, at: number) => {
    for (let axis = 0; axis < 3; axis++) {
      box[at + axis] = FAR;
      box[at + 3 + axis] = -FAR;
    }
  };
  const joinBox = (box: Float64Array, at: number, from: Float64Array | Float32Array, fromAt: number) => {
    for (let axis = 0; axis < 3; axis++) {
      box[at + axis] = min(box[at + axis]!, from[fromAt + axis]!);
      box[at + 3 + axis] = max(box[at + 3 + axis]!, from[fromAt + 3 + axis]!);
    }
  };
  const halfArea = (box: Float64Array, at: number): number => {
    const x = box[at + 3]! - box[at]!;
    const y = box[at + 4]! - box[at + 1]!;
    const z = box[at + 5]! - box[at + 2]!;
    return x < 0 ? 0 : x * y + y * z + z * x;
  };

  const binBoxes = new Float64Array(6 * BINS);
  const binCounts = new Uint32Array(BINS);
  const rightArea = new Float64Array(BINS);
  const running = new Float64Array(6);

  /** The axis along which the centres of [start, end) spread most, and from where to where. */
  const widestAxis = (start: number, end: number): { axis: number; low: number; high: number } => {
    let widest = { axis: 0, low: 0, high: 0 };
    for (let axis = 0; axis < 3; axis++) {
      let low = FAR;
      let high = -FAR;
      for (let place = start; place < end; place++) {
        const value = centreOf(order[place]!, axis);
        if (value < low) low = value;
        if (value > high) high = value;
      }
      if (high - low > widest.high - widest.low) widest = { axis, low, high };
    }
    return widest;
  };

  /**
   * Where to split [start, end): faces of lower bins go left. Only along the widest axis: trying all three made building
   * twice as long and rays a few percent shorter. Null: all centres are one place.
   */
  const bestSplit = (start: number, end: number): { axis: number; bin: number; low: number; scale: number } | null => {
    const { axis, low, high } = widestAxis(start, end);
    const scale = BINS / (high - low);
    if (!(high > low) || scale === FAR) return null;
    binCounts.fill(0);
    for (let bin = 0; bin < BINS; bin++) emptyBox(binBoxes, 6 * bin);
    for (let place = start; place < end; place++) {
      const face = order[place]!;
      const bin = min(BINS - 1, floor((centreOf(face, axis) - low) * scale));
      binCounts[bin] = binCounts[bin]! + 1;
      growBox(binBoxes, 6 * bin, face);
    }
    emptyBox(running, 0);
    for (let bin = BINS - 1; bin > 0; bin--) {
      joinBox(running, 0, binBoxes, 6 * bin);
      rightArea[bin] = halfArea(running, 0);
    }
    emptyBox(running, 0);
    let best: number | null = null;
    let least = FAR;
    let left = 0;
    for (let bin = 1; bin < BINS; bin++) {
      joinBox(running, 0, binBoxes, 6 * (bin - 1));
      left += binCounts[bin - 1]!;
      const right = end - start - left;
      if (left === 0 || right === 0) continue;
      const cost = left * halfArea(running, 0) + right * rightArea[bin]!;
      if (cost < least) {
        least = cost;
        best = bin;
      }
    }
    return best === null ? null : { axis, bin: best, low, scale };
  };

  const partition = (start: number, end: number, depth: number): number => {
    const split = depth < DEEPEST_BY_AREA ? bestSplit(start, end) : null;
    if (split === null) return (start + end) >>> 1;
    const { axis, bin, low, scale } = split;
    let middle = start;
    for (let place = start; place < end; place++) {
      const face = order[place]!;
      if (min(BINS - 1, floor((centreOf(face, axis) - low) * scale)) >= bin) continue;
      order[place] = order[middle]!;
      order[middle] = face;
      middle += 1;
    }
    return middle;
  };

  const pending: [node: number, start: number, end: number, depth: number][] = [[0, 0, order.length, 0]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, start, end, depth] = next;
    emptyBox(running, 0);
    for (let place = start; place < end; place++) growBox(running, 0, order[place]!);
    for (let axis = 0; axis < 3; axis++) {
      bounds[6 * node + axis] = below(running[axis]!);
      bounds[6 * node + 3 + axis] = above(running[3 + axis]!);
    }
    if (end - start <= LEAF) {
      first[node] = start;
      count[node] = end - start;
      continue;
    }
    const middle = partition(start, end, depth);
    makeRoom(2);
    first[node] = nodes;
    pending.push([nodes, start, middle, depth + 1], [nodes + 1, middle, end, depth + 1]);
    nodes += 2;
  }
  for (let place = 0; place < order.length; place++) {
    if (order[place]! >= faces) order[place] = pieces.faceOf[order[place]! - faces]!;
  }
  return { order, bounds, first, count };
};

export const bvhOf = (body: Body): Bvh => {
  const { order, bounds, first, count } = buildTree(body);
  const { positions } = body;
  const stack = new Uint32Array(STACK);
  let distance = FAR;

  return {
    distance: () => distance,
    cast(ox, oy, oz, dx, dy, dz, except, nearest) {
      // 1e-300 for 0: the product with a distance is then infinite or 0, never NaN.
      const ix = 1 / (dx || 1e-300);
      const iy = 1 / (dy || 1e-300);
      const iz = 1 / (dz || 1e-300);
      let hit = -1;
      let best = FAR;
      let depth = 1;
      stack[0] = 0;

      const entry = (node: number): number => {
        const at = 6 * node;
        const x0 = (bounds[at]! - ox) * ix;
        const x1 = (bounds[at + 3]! - ox) * ix;
        const y0 = (bounds[at + 1]! - oy) * iy;
        const y1 = (bounds[at + 4]! - oy) * iy;
        const z0 = (bounds[at + 2]! - oz) * iz;
        const z1 = (bounds[at + 5]! - oz) * iz;
        const near = max(min(x0, x1), min(y0, y1), min(z0, z1), 0);
        const far = min(max(x0, x1), max(y0, y1), max(z0, z1));
        // The last bits of a flat box are not to lose a hit.
        return near <= far * (1 + 1e-12) + 1e-12 && near <= best ? near : FAR;
      };

      while (depth > 0) {
        depth -= 1;
        const node = stack[depth]!;
        const faces = count[node]!;
        if (faces === 0) {
          const left = first[node]!;
          const toLeft = entry(left);
          const toRight = entry(left + 1);
          const nearer = toLeft <= toRight ? left : left + 1;
          const farther = nearer === left ? left + 1 : left;
          if (max(toLeft, toRight) !== FAR) stack[depth++] = farther;
          if (min(toLeft, toRight) !== FAR) stack[depth++] = nearer;
          continue;
        }
        for (let place = first[node]!; place < first[node]! + faces; place++) {
          const face = order[place]!;
          if (face === except) continue;
          // Möller and Trumbore 1997, both sides.
          const at = 9 * face;
          const ax = positions[at]!;
          const ay = positions[at + 1]!;
          const az = positions[at + 2]!;
          const ux = positions[at + 3]! - ax;
          const uy = positions[at + 4]! - ay;
          const uz = positions[at + 5]! - az;
          const vx = positions[at + 6]! - ax;
          const vy = positions[at + 7]! - ay;
          const vz = positions[at + 8]! - az;
          const px = dy * vz - dz * vy;
          const py = dz * vx - dx * vz;
          const pz = dx * vy - dy * vx;
          const determinant = ux * px + uy * py + uz * pz;
          if (determinant === 0) continue;
          const tx = ox - ax;
          const ty = oy - ay;
          const tz = oz - az;
          const u = (tx * px + ty * py + tz * pz) / determinant;
          if (u < -EDGE_TOLERANCE || u > 1 + EDGE_TOLERANCE) continue;
          const qx = ty * uz - tz * uy;
          const qy = tz * ux - tx * uz;
          const qz = tx * uy - ty * ux;
          const v = (dx * qx + dy * qy + dz * qz) / determinant;
          if (v < -EDGE_TOLERANCE || u + v > 1 + EDGE_TOLERANCE) continue;
          const t = (vx * qx + vy * qy + vz * qz) / determinant;
          if (t >= nearest && t < best) {
            best = t;
            hit = face;
          }
        }
      }
      distance = best;
      return hit;
    },
  };
};
