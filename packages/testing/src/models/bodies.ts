/** A closed body made of triangles, with what is known of it in closed form. Lengths in mm. */
export interface Body {
  /** Nine coordinates a triangle, anticlockwise seen from outside. */
  positions: Float64Array;
  triangles: number;
  /** Of the polyhedron itself, not of the round body that it stands for. */
  volume: number;
  area: number;
}

type Point = readonly [number, number, number];

const body = (corners: readonly Point[], volume: number, area: number): Body => {
  const positions = new Float64Array(3 * corners.length);
  for (const [index, corner] of corners.entries()) positions.set(corner, 3 * index);
  return { positions, triangles: corners.length / 3, volume, area };
};

/** A box with one corner in the origin, each side of it cut into `cuts` × `cuts` squares: 12 × cuts² triangles. */
export const boxBody = (width: number, depth: number, height: number, cuts = 1): Body => {
  const size: Point = [width, depth, height];
  const corners: Point[] = [];
  for (const axis of [0, 1, 2]) {
    const [u, v] = [(axis + 1) % 3, (axis + 2) % 3];
    for (const end of [0, 1]) {
      const at = (i: number, j: number): Point => {
        const point: [number, number, number] = [0, 0, 0];
        point[axis] = end * size[axis]!;
        point[u] = (i / cuts) * size[u]!;
        point[v] = (j / cuts) * size[v]!;
        return point;
      };
      for (let i = 0; i < cuts; i++) {
        for (let j = 0; j < cuts; j++) {
          const [a, b, c, d] = [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)];
          corners.push(...(end === 1 ? [a, b, c, a, c, d] : [a, c, b, a, d, c]));
        }
      }
    }
  }
  return body(corners, width * depth * height, 2 * (width * depth + depth * height + height * width));
};

export const cubeBody = (edge: number, cuts = 1): Body => boxBody(edge, edge, edge, cuts);

/** A cube whose sides begin this far above its floor: as exporters write it whose figures about zero differ. */
export const gappedCubeBody = (edge: number, gap: number): Body => {
  const cube = cubeBody(edge);
  const positions = cube.positions.slice();
  for (let face = 0; face < cube.triangles; face++) {
    const heights = [9 * face + 2, 9 * face + 5, 9 * face + 8];
    if (heights.every((at) => positions[at] === 0)) continue;
    for (const at of heights) positions[at] = positions[at] || gap;
  }
  return { ...cube, positions };
};

/** Radius from the z axis, and height. */
type ProfilePoint = readonly [number, number];

/**
 * A profile turned about the z axis in `segments` steps. The profile runs with the material on its left; where it begins
 * and ends on the axis it is open, else it is closed. Every side is a flat trapezoid, so volume and area are exact:
 * n·sin(2π/n) times the moment of the profile, and n trapezoids an edge.
 */
export const turnedBody = (profile: readonly ProfilePoint[], segments: number): Body => {
  const open = profile[0]![0] === 0;
  const edges = open ? profile.length - 1 : profile.length;
  const corners: Point[] = [];
  const at = ([radius, z]: ProfilePoint, step: number): Point => {
    const angle = (2 * Math.PI * (step % segments)) / segments;
    return [radius * Math.cos(angle), radius * Math.sin(angle), z];
  };
  let moment = 0;
  let area = 0;
  for (let edge = 0; edge < edges; edge++) {
    const low = profile[edge]!;
    const high = profile[(edge + 1) % profile.length]!;
    moment += ((high[1] - low[1]) * (low[0] ** 2 + low[0] * high[0] + high[0] ** 2)) / 6;
    const slant = Math.hypot(high[1] - low[1], (high[0] - low[0]) * Math.cos(Math.PI / segments));
    area += segments * (low[0] + high[0]) * Math.sin(Math.PI / segments) * slant;
    for (let step = 0; step < segments; step++) {
      const [a, b, c, d] = [at(low, step), at(low, step + 1), at(high, step + 1), at(high, step)];
      if (low[0] !== 0) corners.push(a, b, c);
      if (high[0] !== 0) corners.push(a, c, d);
    }
  }
  return body(corners, segments * Math.sin((2 * Math.PI) / segments) * moment, area);
};

/** About `triangles` triangles, at least 16. */
export const sphereBody = (radius: number, triangles = 2000): Body => {
  const rings = Math.max(3, Math.round(Math.sqrt(triangles / 4)) + 1);
  const profile = Array.from({ length: rings + 1 }, (_, ring): ProfilePoint => {
    if (ring === 0) return [0, -radius];
    if (ring === rings) return [0, radius];
    const angle = (Math.PI * ring) / rings;
    return [radius * Math.sin(angle), -radius * Math.cos(angle)];
  });
  return turnedBody(profile, 2 * (rings - 1));
};

/** A ring of circle `tube` about a circle of `radius`, lying flat; 2 × segments × sides triangles. */
export const torusBody = (radius: number, tube: number, segments = 64, sides = 32): Body => {
  const profile = Array.from({ length: sides }, (_, side): ProfilePoint => {
    const angle = (2 * Math.PI * side) / sides;
    return [radius + tube * Math.cos(angle), tube * Math.sin(angle)];
  });
  return turnedBody(profile, segments);
};

/** A pipe that stands on the plate, open at both ends. Between its flat sides the wall is `wall` exactly. */
export const tubeBody = (outerRadius: number, wall: number, height: number, segments = 64): Body => {
  const inner = outerRadius - wall / Math.cos(Math.PI / segments);
  const profile: ProfilePoint[] = [
    [outerRadius, 0],
    [outerRadius, height],
    [inner, height],
    [inner, 0],
  ];
  return turnedBody(profile, segments);
};

/** The bodies side by side in one file, unwelded unless they touch. */
export const together = (...bodies: readonly Body[]): Body => {
  const positions = new Float64Array(bodies.reduce((sum, { positions }) => sum + positions.length, 0));
  let at = 0;
  for (const part of bodies) {
    positions.set(part.positions, at);
    at += part.positions.length;
  }
  const sum = (of: (part: Body) => number) => bodies.reduce((total, part) => total + of(part), 0);
  return { positions, triangles: at / 9, volume: sum((part) => part.volume), area: sum((part) => part.area) };
};

export const moved = (of: Body, by: Point): Body => ({
  ...of,
  positions: of.positions.map((value, index) => value + by[index % 3]!),
});

/** A quarter turn that takes x to y. */
export const quarterTurned = (of: Body): Body => {
  const positions = of.positions.slice();
  for (let at = 0; at < positions.length; at += 3) {
    positions[at] = -of.positions[at + 1]!;
    positions[at + 1] = of.positions[at]!;
  }
  return { ...of, positions };
};

export const scaled = (of: Body, factor: number): Body => ({
  positions: of.positions.map((value) => value * factor),
  triangles: of.triangles,
  volume: of.volume * factor ** 3,
  area: of.area * factor ** 2,
});

/** The faces with these numbers turned round (all, unless told). */
export const turnedInsideOut = (of: Body, faces?: ReadonlySet<number>): Body => {
  const positions = of.positions.slice();
  for (let face = 0; face < of.triangles; face++) {
    if (faces !== undefined && !faces.has(face)) continue;
    positions.copyWithin(9 * face + 3, 9 * face + 6, 9 * face + 9);
    positions.set(of.positions.subarray(9 * face + 3, 9 * face + 6), 9 * face + 6);
  }
  return { ...of, positions, volume: faces === undefined ? -of.volume : Number.NaN };
};

/** Without the faces with these numbers; its volume is no longer known. */
export const withoutFaces = (of: Body, faces: ReadonlySet<number>): Body => {
  const kept = [...Array(of.triangles).keys()].filter((face) => !faces.has(face));
  const positions = new Float64Array(9 * kept.length);
  for (const [index, face] of kept.entries()) {
    positions.set(of.positions.subarray(9 * face, 9 * face + 9), 9 * index);
  }
  return { positions, triangles: kept.length, volume: Number.NaN, area: Number.NaN };
};

/** A binary STL; normals are left zero, which the format allows. */
export const binaryStl = (of: Body, header = 'exact body'): Uint8Array => {
  const bytes = new Uint8Array(84 + 50 * of.triangles);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(header).subarray(0, 80));
  view.setUint32(80, of.triangles, true);
  for (let face = 0; face < of.triangles; face++) {
    for (let index = 0; index < 9; index++) {
      view.setFloat32(84 + 50 * face + 12 + 4 * index, of.positions[9 * face + index]!, true);
    }
  }
  return bytes;
};

export const asciiStl = (of: Body, name = 'exact body'): Uint8Array => {
  const lines = [`solid ${name}`];
  for (let face = 0; face < of.triangles; face++) {
    const corner = (index: number) =>
      `      vertex ${[...of.positions.subarray(9 * face + 3 * index, 9 * face + 3 * index + 3)].join(' ')}`;
    lines.push('  facet normal 0 0 0', '    outer loop', corner(0), corner(1), corner(2), '    endloop', '  endfacet');
  }
  lines.push(`endsolid ${name}`, '');
  return new TextEncoder().encode(lines.join('\n'));
};

/** Binary STL of a cube: volume edge³, 12 triangles, prices well. */
export const cubeStl = (edgeMm: number): Uint8Array => binaryStl(cubeBody(edgeMm));

/** Binary STL of a ball of about as many triangles as asked for: 20,000 make a file of 1 MB. */
export const sphereStl = (radiusMm: number, triangles = 2000): Uint8Array => binaryStl(sphereBody(radiusMm, triangles));

/**
 * Binary STL of a round plate whose caps are fans of slivers, 4 × `sides` triangles: what costs the most time a triangle.
 * In its best orientation 100,000 sides take some 30 seconds.
 */
export const discStl = (radiusMm: number, heightMm: number, sides: number): Uint8Array => {
  const profile: ProfilePoint[] = [
    [0, 0],
    [radiusMm, 0],
    [radiusMm, heightMm],
    [0, heightMm],
  ];
  return binaryStl(turnedBody(profile, sides));
};

/** Binary STL of a cube without one of its twelve triangles: three open edges, refused as NOT_WATERTIGHT. */
export const openCubeStl = (edgeMm: number): Uint8Array => binaryStl(withoutFaces(cubeBody(edgeMm), new Set([0])));

/** Binary STL of a pipe whose wall is `wallMm` everywhere; below what the process can make it is WALL_TOO_THIN. */
export const tubeStl = (outerRadiusMm: number, wallMm: number, heightMm: number): Uint8Array =>
  binaryStl(tubeBody(outerRadiusMm, wallMm, heightMm));

/** Binary STL of a ring lying flat. */
export const torusStl = (radiusMm: number, tubeMm: number, segments = 64, sides = 32): Uint8Array =>
  binaryStl(torusBody(radiusMm, tubeMm, segments, sides));
