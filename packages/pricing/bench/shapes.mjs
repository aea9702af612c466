// Shapes of about as many triangles as one asks for, as binary STL: each is hard on another part of a measure.

const HEADER = 84;
const RECORD = 50;

/** Triangles as binary STL, written as they come. `most` is as many as there may be. */
const stl = (most, write) => {
  const bytes = Buffer.alloc(HEADER + RECORD * most);
  const floats = new Float32Array(12);
  const record = new Uint8Array(floats.buffer);
  let triangles = 0;
  write((...corners) => {
    for (const [corner, point] of corners.entries()) floats.set(point, 3 + 3 * corner);
    bytes.set(record, HEADER + RECORD * triangles);
    triangles += 1;
  });
  bytes.writeUInt32LE(triangles, 80);
  return bytes.subarray(0, HEADER + RECORD * triangles);
};

const quad = (put, a, b, c, d) => {
  put(a, b, c);
  put(a, c, d);
};

/** A cylinder whose caps are fans: every face of a cap shares one corner, and spans the whole radius. */
const cylinder = (triangles, radius, height) =>
  stl(triangles + 4, (put) => {
    const sides = Math.floor(triangles / 4);
    const at = (side, z) => {
      const angle = (2 * Math.PI * (side % sides)) / sides;
      return [radius * Math.cos(angle), radius * Math.sin(angle), z];
    };
    for (let side = 0; side < sides; side++) {
      const [a, b, c, d] = [at(side, 0), at(side + 1, 0), at(side + 1, height), at(side, height)];
      quad(put, a, b, c, d);
      put([0, 0, 0], b, a);
      put([0, 0, height], d, c);
    }
  });

/** A number from −½ to ½ that follows from three whole ones. */
const noise = (...numbers) => {
  let hash = 0x9e3779b9;
  for (const number of numbers) hash = Math.imul(hash ^ number, 0x85ebca6b) ^ (hash >>> 13);
  return (hash >>> 0) / 2 ** 32 - 0.5;
};

/** Rings of faces from pole to pole. */
const ball = (triangles, change = (point) => point) => {
  const rings = Math.max(3, Math.round(Math.sqrt(triangles / 4)));
  const sides = Math.max(3, Math.round(triangles / (2 * (rings - 1))));
  const at = (ring, side) => {
    if (ring === 0 || ring === rings) return change([0, 0, ring === 0 ? -50 : 50]);
    const [down, round] = [(Math.PI * ring) / rings, (2 * Math.PI * (side % sides)) / sides];
    return change([50 * Math.sin(down) * Math.cos(round), 50 * Math.sin(down) * Math.sin(round), -50 * Math.cos(down)]);
  };
  return stl(2 * sides * rings, (put) => {
    for (let ring = 0; ring < rings; ring++)
      for (let side = 0; side < sides; side++) {
        const [a, b, c, d] = [at(ring, side), at(ring, side + 1), at(ring + 1, side + 1), at(ring + 1, side)];
        if (ring > 0) put(a, b, c);
        if (ring < rings - 1) put(a, c, d);
      }
  });
};

/** A ball as a scanner sees it: rough in its own measure of detail. The same corner is moved the same way in each face. */
const scan = (triangles) =>
  ball(triangles, ([x, y, z]) => {
    const far = 1 + 0.004 * noise(...[x, y, z].map((value) => Math.round(value * 4096)));
    return [x * far, y * far, z * far];
  });

/** A plate with square holes: 24 triangles a hole. */
const sieve = (triangles) =>
  stl(triangles * 1.1 + 1000, (put) => {
    const cells = Math.floor(Math.sqrt(triangles / 24));
    const cell = 280 / cells;
    const thick = 3;
    const [near, far] = [0.3 * cell, 0.7 * cell];
    for (let i = 0; i < cells; i++) {
      for (let j = 0; j < cells; j++) {
        const at = (x, y, z) => [(i + (x === 1)) * cell + (x % 1) * cell, (j + (y === 1)) * cell + (y % 1) * cell, z];
        const outer = (z) => [at(0, 0, z), at(1, 0, z), at(1, 1, z), at(0, 1, z)];
        const inner = (z) =>
          [
            [near, near],
            [far, near],
            [far, far],
            [near, far],
          ].map(([x, y]) => [i * cell + x, j * cell + y, z]);
        const [top, bottom, hole, below] = [outer(thick), outer(0), inner(thick), inner(0)];
        for (let side = 0; side < 4; side++) {
          const next = (side + 1) % 4;
          quad(put, top[side], top[next], hole[next], hole[side]);
          quad(put, bottom[next], bottom[side], below[side], below[next]);
          quad(put, hole[side], hole[next], below[next], below[side]);
        }
        const edges = [j === 0, i === cells - 1, j === cells - 1, i === 0];
        for (const [side, open] of edges.entries())
          if (open) quad(put, bottom[side], bottom[(side + 1) % 4], top[(side + 1) % 4], top[side]);
      }
    }
  });

/** Small cubes that stand apart: 12 triangles each. */
const crowd = (triangles) =>
  stl(triangles + 12, (put) => {
    const cubes = Math.floor(triangles / 12);
    const along = Math.ceil(Math.cbrt(cubes));
    for (let cube = 0; cube < cubes; cube++) {
      const place = [cube % along, Math.floor(cube / along) % along, Math.floor(cube / along ** 2)].map((n) => n * 4);
      const at = (n) => [place[0] + 2 * (n & 1), place[1] + (n & 2), place[2] + (n & 4) / 2];
      const sides = [
        [0, 2, 3, 1],
        [4, 5, 7, 6],
        [0, 1, 5, 4],
        [2, 6, 7, 3],
        [0, 4, 6, 2],
        [1, 3, 7, 5],
      ];
      for (const side of sides) quad(put, ...side.map(at));
    }
  });

/** A lattice of bars, thin and tall: one body with very many ways through it. */
const lattice = (triangles) => {
  const step = 4;
  // Of bars in three directions, a cell of the lattice has about 104 faces of the small cubes that it is made of.
  const cells = triangles / 104;
  const width = Math.max(1, Math.round(Math.cbrt(cells / 8)));
  const height = Math.round(cells / width ** 2);
  const [across, up] = [width * step + 1, height * step + 1];
  const on = (n) => n % step === 0;
  const solid = (x, y, z) =>
    x >= 0 && y >= 0 && z >= 0 && x < across && y < across && z < up && on(x) + on(y) + on(z) >= 2;
  const edge = Math.min(1, 390 / up);
  const NEIGHBOURS = [
    [1, 0, 0],
    [-1, 0, 0],
    [0, 1, 0],
    [0, -1, 0],
    [0, 0, 1],
    [0, 0, -1],
  ];
  return stl(triangles * 1.5 + 1000, (put) => {
    for (let x = 0; x < across; x++)
      for (let y = 0; y < across; y++)
        for (let z = 0; z < up; z++) {
          if (!solid(x, y, z)) continue;
          for (const [dx, dy, dz] of NEIGHBOURS) {
            if (solid(x + dx, y + dy, z + dz)) continue;
            const axis = dx !== 0 ? 0 : dy !== 0 ? 1 : 2;
            const [u, v] = [(axis + 1) % 3, (axis + 2) % 3];
            const ahead = dx + dy + dz > 0;
            const corner = (p, q) => {
              const point = [x, y, z];
              point[axis] += ahead ? 1 : 0;
              point[u] += p;
              point[v] += q;
              return point.map((n) => n * edge);
            };
            const face = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
            quad(put, ...(ahead ? face : face.reverse()));
          }
        }
  });
};

export const SHAPES = {
  fan: (triangles) => cylinder(triangles, 60, 40),
  /** Every side crosses every layer. */
  needle: (triangles) => cylinder(triangles, 30, 390),
  ball,
  scan,
  sieve,
  crowd,
  lattice,
};
