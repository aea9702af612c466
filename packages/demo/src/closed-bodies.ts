/** A corner in millimetres. */
type Point = readonly [number, number, number];
type Triangle = readonly [Point, Point, Point];

/** Four corners, counter-clockwise as seen from outside. */
const quad = (a: Point, b: Point, c: Point, d: Point): Triangle[] => [
  [a, b, c],
  [a, c, d],
];

/** A closed ring with a square section: 8 triangles a segment, volume n/2·sin(2π/n)·(outer² − inner²)·height. */
export const ring = (outer: number, inner: number, height: number, segments: number): Triangle[] => {
  const at = (radius: number, step: number, z: number): Point => {
    const angle = (2 * Math.PI * (step % segments)) / segments;
    return [radius * Math.cos(angle), radius * Math.sin(angle), z];
  };
  return Array.from({ length: segments }, (_, i) => [
    ...quad(at(outer, i, 0), at(outer, i + 1, 0), at(outer, i + 1, height), at(outer, i, height)),
    ...quad(at(inner, i + 1, 0), at(inner, i, 0), at(inner, i, height), at(inner, i + 1, height)),
    ...quad(at(inner, i, height), at(outer, i, height), at(outer, i + 1, height), at(inner, i + 1, height)),
    ...quad(at(inner, i + 1, 0), at(outer, i + 1, 0), at(outer, i, 0), at(inner, i, 0)),
  ]).flat();
};

/** The four side walls of a rectangle between two heights, seen from outside. */
const walls = ([x0, y0, x1, y1]: readonly [number, number, number, number], low: number, high: number): Triangle[] => [
  ...quad([x0, y0, low], [x1, y0, low], [x1, y0, high], [x0, y0, high]),
  ...quad([x1, y0, low], [x1, y1, low], [x1, y1, high], [x1, y0, high]),
  ...quad([x1, y1, low], [x0, y1, low], [x0, y1, high], [x1, y1, high]),
  ...quad([x0, y1, low], [x0, y0, low], [x0, y0, high], [x0, y1, high]),
];

const turned = (triangles: readonly Triangle[]): Triangle[] => triangles.map(([a, b, c]) => [a, c, b]);

/** A solid block from the origin. */
export const block = (x: number, y: number, z: number): Triangle[] => [
  ...quad([0, 0, 0], [0, y, 0], [x, y, 0], [x, 0, 0]),
  ...quad([0, 0, z], [x, 0, z], [x, y, z], [0, y, z]),
  ...walls([0, 0, x, y], 0, z),
];

/** A block with a hollow that is open above: a closed surface whose walls and floor are `wall` thick. */
export const tray = (x: number, y: number, z: number, wall: number): Triangle[] => {
  const [u, v] = [x - wall, y - wall];
  return [
    ...quad([0, 0, 0], [0, y, 0], [x, y, 0], [x, 0, 0]),
    ...walls([0, 0, x, y], 0, z),
    ...turned(walls([wall, wall, u, v], wall, z)),
    ...quad([wall, wall, wall], [u, wall, wall], [u, v, wall], [wall, v, wall]),
    ...quad([0, 0, z], [x, 0, z], [u, wall, z], [wall, wall, z]),
    ...quad([x, 0, z], [x, y, z], [u, v, z], [u, wall, z]),
    ...quad([x, y, z], [0, y, z], [wall, v, z], [u, v, z]),
    ...quad([0, y, z], [0, 0, z], [wall, wall, z], [wall, v, z]),
  ];
};

const normal = ([a, b, c]: Triangle): Point => {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  const [x, y, z] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
};

/** Binary STL: a header of 80 bytes, the number of triangles, 50 bytes each. */
export const stl = (triangles: readonly Triangle[]): Buffer => {
  const file = Buffer.alloc(84 + 50 * triangles.length);
  file.write('order-ledger demonstration', 'ascii');
  file.writeUInt32LE(triangles.length, 80);
  for (const [index, triangle] of triangles.entries()) {
    const numbers = [normal(triangle), ...triangle].flat();
    for (const [i, value] of numbers.entries()) file.writeFloatLE(value, 84 + 50 * index + 4 * i);
  }
  return file;
};
