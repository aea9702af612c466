import { crossOfSides, sixfoldVolume } from './body.ts';
import { type Corners, precisionOf, twinsWithin, weld } from './corners.ts';
import { connect, type Edges, nextSide, openness, runsForward, surplus, takeOut } from './edges.ts';
import { type Fault, MOST_FACES } from './fault.ts';
import { NONE } from './hashing.ts';
import type { Mesh } from './model-file.ts';
import { type Shells, shellsOf } from './shells.ts';

const { abs, ceil, max, sqrt } = Math;

/** The surface that a file means: its faces without what has no part in it, and how they hang together. */
export interface Surface {
  /** Nine coordinates a face of the file, in its units; those of the mesh itself unless corners were merged. */
  positions: Float64Array;
  /** The vertex of each corner of the faces of the file. */
  vertexOf: Uint32Array;
  /** The faces that count, ascending, by their numbers in the file. */
  faces: Uint32Array;
  edges: Edges;
  /** Null where the surface is open: what does not enclose anything has no shells to tell apart. */
  shells: Shells | null;
  /** Distances below this, in units of the file, are noise of the file. */
  precision: number;
  /** What was mended or left out. */
  warnings: Fault[];
  /** The area of what was left out because it has no thickness, in square units of the file. */
  sheetArea: number;
}

/** Why a face is left out. */
const LINE = 1;
const SHEET = 2;
/** Between two bodies that touch. */
const CONTACT = 3;

/** Faces with two corners in one place. */
const leaveOutPoints = ({ vertexOf }: Corners, leftOut: Uint8Array): void => {
  for (let face = 0; face < leftOut.length; face++) {
    const a = vertexOf[3 * face]!;
    const b = vertexOf[3 * face + 1]!;
    const c = vertexOf[3 * face + 2]!;
    if (a === b || b === c || c === a) leftOut[face] = LINE;
  }
};

/** The vertices at the edges that are not closed, ascending. */
const looseVertices = ({ vertexOf, vertices }: Corners, edges: Edges): Uint32Array => {
  const loose = new Uint8Array(vertices);
  for (let side = 0; side < vertexOf.length; side++) {
    const edge = edges.ofSide[side]!;
    if (edge === NONE || surplus(edges, edge) === 0) continue;
    loose[vertexOf[side]!] = 1;
    loose[vertexOf[nextSide(side)]!] = 1;
  }
  let count = 0;
  for (const mark of loose) count += mark;
  const found = new Uint32Array(count);
  for (let vertex = 0, at = 0; vertex < vertices; vertex++) if (loose[vertex] === 1) found[at++] = vertex;
  return found;
};

interface Connected {
  positions: Float64Array;
  corners: Corners;
  leftOut: Uint8Array;
  edges: Edges;
}

const connected = (positions: Float64Array, corners: Corners): Connected => {
  const leftOut = new Uint8Array(positions.length / 9);
  leaveOutPoints(corners, leftOut);
  return { positions, corners, leftOut, edges: connect(corners.vertexOf, leftOut) };
};

/**
 * Takes corners along open edges for one where they lie within the file's precision of each other. Only what this closes is
 * kept: elsewhere near corners stay two.
 */
const closeByPrecision = (open: Connected, precision: number): { surface: Connected; merged: number } => {
  const { positions, corners, edges } = open;
  const twins = twinsWithin(positions, corners, looseVertices(corners, edges), precision);
  if (twins === null) return { surface: open, merged: 0 };
  const { takenFor, merged } = twins;
  const vertexOf = corners.vertexOf.map((vertex) => takenFor[vertex]!);
  const moved = positions.slice();
  for (let corner = 0; corner < vertexOf.length; corner++) {
    const vertex = vertexOf[corner]!;
    if (vertex === corners.vertexOf[corner]) continue;
    const from = 3 * corners.firstCorner[vertex]!;
    for (let axis = 0; axis < 3; axis++) moved[3 * corner + axis] = positions[from + axis]!;
  }
  const closer = connected(moved, { ...corners, vertexOf });
  return openness(closer.edges) < openness(edges) ? { surface: closer, merged } : { surface: open, merged: 0 };
};

/** The area of a face in units of the file, and whether its corners lie on a line, as far as the file can say. */
const flatness = (positions: Float64Array, precision: number) => {
  const cross = new Float64Array(3);
  const areaOf = (face: number): number => {
    crossOfSides(positions, face, cross);
    return sqrt(cross[0]! * cross[0]! + cross[1]! * cross[1]! + cross[2]! * cross[2]!) / 2;
  };
  const isLine = (face: number): boolean => {
    let longest = 0;
    for (let side = 0; side < 3; side++) {
      let square = 0;
      for (let axis = 0; axis < 3; axis++) {
        const along = positions[9 * face + 3 * side + axis]! - positions[9 * face + 3 * ((side + 1) % 3) + axis]!;
        square += along * along;
      }
      longest = max(longest, square);
    }
    return 2 * areaOf(face) <= precision * sqrt(longest);
  };
  return { areaOf, isLine };
};

/** Leaves out faces without area that keep the surface open; others of them close the gap between neighbours. */
const leaveOutLines = ({ positions, corners: { vertexOf }, leftOut, edges }: Connected, precision: number): void => {
  const { isLine } = flatness(positions, precision);
  for (let found = true; found; ) {
    found = false;
    for (let face = 0; face < leftOut.length; face++) {
      if (leftOut[face] !== 0) continue;
      let gain = 0;
      for (let side = 3 * face; side < 3 * face + 3; side++) {
        const excess = surplus(edges, edges.ofSide[side]!) * (runsForward(vertexOf, side) ? 1 : -1);
        gain += excess > 0 ? 1 : -1;
      }
      if (gain <= 0 || !isLine(face)) continue;
      takeOut(edges, vertexOf, face);
      leftOut[face] = LINE;
      found = true;
    }
  }
};

/** Volume and area of each shell, in units of the file; its volume about a corner of its own, or digits would be lost. */
const sizesOf = (positions: Float64Array, { count, shellOf }: Shells): { volume: Float64Array; area: Float64Array } => {
  const volume = new Float64Array(count);
  const area = new Float64Array(count);
  const origin = new Float64Array(3 * count).fill(Number.NaN);
  const cross = new Float64Array(3);
  const face9 = new Float64Array(9);
  for (let face = 0; face < shellOf.length; face++) {
    const shell = shellOf[face]!;
    if (shell === NONE) continue;
    for (let index = 0; index < 9; index++) {
      const from = 3 * shell + (index % 3);
      const value = positions[9 * face + index]!;
      if (Number.isNaN(origin[from]!)) origin[from] = value;
      face9[index] = value - origin[from]!;
    }
    volume[shell] = volume[shell]! + sixfoldVolume(face9, 0) / 6;
    crossOfSides(face9, 0, cross);
    area[shell] = area[shell]! + sqrt(cross[0]! * cross[0]! + cross[1]! * cross[1]! + cross[2]! * cross[2]!) / 2;
  }
  return { volume, area };
};

/**
 * Leaves out what encloses nothing: pairs of faces on each other's back, and whole shells that are flatter than the file's
 * precision. Without area they are lines, which nobody misses; with one they are sheets.
 */
const leaveOutFlat = ({ positions, corners: { vertexOf }, edges, leftOut }: Connected, precision: number): Shells => {
  const { isLine } = flatness(positions, precision);
  const leave = (face: number, reason: number) => {
    takeOut(edges, vertexOf, face);
    leftOut[face] = isLine(face) ? LINE : reason;
  };
  let shells = shellsOf(vertexOf, edges);
  if (shells.folded.length > 0) {
    for (const { faces, ofSheet } of shells.folded) for (const face of faces) leave(face, ofSheet ? SHEET : CONTACT);
    shells = shellsOf(vertexOf, edges);
  }
  const { volume, area } = sizesOf(positions, shells);
  // A plate of this thickness has half as much volume as thickness times area.
  const flat = volume.map((value, shell) => (2 * abs(value) <= precision * area[shell]! ? 1 : 0));
  if (!flat.includes(1)) return shells;
  for (let face = 0; face < leftOut.length; face++) {
    const shell = shells.shellOf[face]!;
    if (shell !== NONE && flat[shell] === 1) leave(face, SHEET);
  }
  return shellsOf(vertexOf, edges);
};

/** The faces that were left out for a reason: how many, and the first of them. */
const leftOutFor = (leftOut: Uint8Array, reason: number): { count: number; faces: number[] } => {
  const faces: number[] = [];
  let count = 0;
  for (let face = 0; face < leftOut.length; face++) {
    if (leftOut[face] !== reason) continue;
    count += 1;
    if (faces.length < MOST_FACES) faces.push(face);
  }
  return { count, faces };
};

/** The surface that the triangles of a file mean. Holes stay, and so do faces that look the wrong way. */
export const surfaceOf = (mesh: Mesh): Surface => {
  const precision = precisionOf(mesh.positions);
  let surface = connected(mesh.positions, weld(mesh.positions));
  let merged = 0;
  if (openness(surface.edges) > 0) ({ surface, merged } = closeByPrecision(surface, precision));
  if (openness(surface.edges) > 0) leaveOutLines(surface, precision);
  const shells = openness(surface.edges) > 0 ? null : leaveOutFlat(surface, precision);

  const { leftOut, positions, edges, corners } = surface;
  const faces = new Uint32Array(leftOut.length - leftOut.reduce((sum, reason) => sum + (reason === 0 ? 0 : 1), 0));
  for (let face = 0, at = 0; face < leftOut.length; face++) if (leftOut[face] === 0) faces[at++] = face;
  const { areaOf } = flatness(positions, precision);
  const sheets = leftOutFor(leftOut, SHEET);
  const lines = leftOutFor(leftOut, LINE);
  let sheetArea = 0;
  for (let face = 0; face < leftOut.length; face++) if (leftOut[face] === SHEET) sheetArea += areaOf(face);

  const warnings: Fault[] = [];
  if (merged > 0) {
    warnings.push({ code: 'MERGED_CORNERS', count: merged, faces: [], tolerance: ceil(precision * 1e6) / 1e3 });
  }
  if (sheets.count > 0) warnings.push({ code: 'SHEET', ...sheets });
  if (lines.count > 0) warnings.push({ code: 'DEGENERATE', ...lines });
  return { positions, vertexOf: corners.vertexOf, faces, edges, shells, precision, warnings, sheetArea };
};
