import { describe, expect, it } from '@jest/globals';
import { block, ring, stl, tray } from '../src/closed-bodies.ts';
import { MODELS, type ModelName, modelFile } from '../src/models.ts';

type Corner = readonly [number, number, number];
type Mesh = readonly (readonly [Corner, Corner, Corner])[];

/** The triangles of a file as its writer meant them: binary where the length says so, else the vertices of the text. */
const triangles = (bytes: Buffer): Mesh => {
  const count = bytes.length >= 84 ? bytes.readUInt32LE(80) : 0;
  if (bytes.length === 84 + 50 * count) {
    const corner = (triangle: number, k: number): Corner =>
      [0, 1, 2].map((axis) => bytes.readFloatLE(84 + 50 * triangle + 12 + 12 * k + 4 * axis)) as unknown as Corner;
    return Array.from({ length: count }, (_, i) => [corner(i, 0), corner(i, 1), corner(i, 2)] as const);
  }
  const corners = [...bytes.toString('latin1').matchAll(/vertex\s+(\S+)\s+(\S+)\s+(\S+)/g)].map((match) =>
    match.slice(1).map(Number),
  );
  return Array.from({ length: corners.length / 3 }, (_, i) => corners.slice(3 * i, 3 * i + 3)) as unknown as Mesh;
};

/** Edges that have no partner in the other direction. */
const openEdges = (mesh: Mesh): number => {
  const balance = new Map<string, number>();
  for (const corners of mesh) {
    for (const [k, from] of corners.entries()) {
      const [a, b] = [from.join(), (corners[(k + 1) % 3] as Corner).join()];
      if (a === b) continue;
      const [key, step] = a < b ? [`${a}|${b}`, 1] : [`${b}|${a}`, -1];
      balance.set(key, (balance.get(key) ?? 0) + step);
    }
  }
  return [...balance.values()].filter((count) => count !== 0).length;
};

const volume = (mesh: Mesh): number =>
  mesh.reduce((sum, [a, b, c]) => {
    const [[ax, ay, az], [bx, by, bz], [cx, cy, cz]] = [a, b, c];
    return sum + (ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx)) / 6;
  }, 0);

describe('the models of the demonstration', () => {
  it.each(Object.keys(MODELS).filter((name) => name !== 'shark') as ModelName[])(
    '%s is closed and has its inside within',
    async (name) => {
      const mesh = triangles((await modelFile(name, 0.5)).bytes);
      expect(mesh.length).toBeGreaterThan(11);
      expect(openEdges(mesh)).toBe(0);
      expect(volume(mesh)).toBeGreaterThan(1);
    },
  );

  it('the shark is open: it is there to be refused', async () => {
    expect(openEdges(triangles((await modelFile('shark', 0)).bytes))).toBeGreaterThan(50);
  });

  it('a ring of another seed is another file, the shipped ones are always the same', async () => {
    const bytes = async (name: ModelName, seed: number) => (await modelFile(name, seed)).bytes.toString('base64');
    expect(await bytes('new-ring', 0.1)).not.toBe(await bytes('new-ring', 0.2));
    expect(await bytes('wally', 0.1)).toBe(await bytes('wally', 0.2));
  });
});

describe('bodies of our own', () => {
  it.each([
    ['a block', block(4, 5, 6), 120],
    ['a tray', tray(10, 8, 6, 2), 10 * 8 * 6 - 6 * 4 * 4],
    ['a ring', ring(9, 5, 3, 64), 32 * Math.sin((2 * Math.PI) / 64) * (81 - 25) * 3],
  ])('%s has the volume of its formula', (_name, body, expected) => {
    expect(volume(triangles(stl(body)))).toBeCloseTo(expected, 2);
  });
});
