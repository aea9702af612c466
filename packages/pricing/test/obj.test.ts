import { describe, expect, it } from '@jest/globals';
import { measureModel } from '@order-ledger/pricing/measure';
import { inspected, text } from './support/reading.ts';

const CORNERS = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => `v ${n & 1 ? 20 : 0} ${n & 2 ? 20 : 0} ${n & 4 ? 20 : 0}`);
const SIDES = [
  [1, 3, 4, 2],
  [5, 6, 8, 7],
  [1, 2, 6, 5],
  [3, 7, 8, 4],
  [1, 5, 7, 3],
  [2, 4, 8, 6],
];
const cube = (face: (corner: number) => string = String): string =>
  [...CORNERS, ...SIDES.map((side) => `f ${side.map(face).join(' ')}`), ''].join('\n');
const volumeOf = (content: string): number | string => {
  const measured = measureModel(text(content), { unit: 'MM', orientation: 'AS_IS', process: 'FDM' });
  return measured.ok ? measured.measure.measures.volume : measured.detail;
};

/** A prism over an outline of whole numbers, anticlockwise, with one polygon above and one below. */
const prism = (outline: readonly (readonly [number, number])[], height: number): string => {
  const { length } = outline;
  const below = outline.map((_, index) => index + 1);
  const sides = below.map((corner) => [corner, (corner % length) + 1, length + (corner % length) + 1, length + corner]);
  const faces = [[...below].reverse(), below.map((corner) => length + corner), ...sides];
  return [
    ...[0, height].flatMap((z) => outline.map(([x, y]) => `v ${x} ${y} ${z}`)),
    ...faces.map((face) => `f ${face.join(' ')}`),
  ].join('\n');
};

describe('a cube as Wavefront OBJ is read', () => {
  it.each<[string, string]>([
    ['of four corners a face', cube()],
    ['with textures and normals', cube((corner) => `${corner}/1/1`)],
    ['with normals alone', cube((corner) => `${corner}//7`)],
    ['with numbers that count back', cube((corner) => String(corner - 9))],
    [
      'with groups, materials and comments',
      `# by a program\nmtllib a.mtl\no part\ng side\nusemtl red\ns off\n${cube()}# end`,
    ],
    ['with colours at its corners', cube().replaceAll(/(v .*)/g, '$1 0.5 0.5 0.5')],
    ['with lines that go on in the next', cube().replaceAll(/(f \d) /g, '$1 \\\n ')],
    ['with lines that end in both', cube().replaceAll('\n', '\r\n')],
    ['with points and lines beside', `${cube()}p 1\nl 1 2\n`],
    ['with lines that end in a carriage return', cube().replaceAll('\n', '\r')],
    [
      'with lines that go on, ended in both',
      cube()
        .replaceAll(/(f \d) /g, '$1 \\\n ')
        .replaceAll('\n', '\r\n'),
    ],
    ['with names and remarks that end with a backslash', `# C:\\models\\\nmtllib C:\\a\\\ng side\\\n${cube()}`],
    ['with curves beside', `${cube()}vp 0\ncstype bezier\ndeg 3\ncurv 0 1 1 2 3 4\nparm u 0 1\nend\n`],
    ['with a merging group', `mg off\n${cube()}`],
    ['in upper case', cube().toUpperCase()],
    ['with control characters at its end', `${cube().trimEnd()}\n\0\0\u001a`],
    ['with a backslash at its end', `${cube().trimEnd()} \\`],
    ['with a byte-order mark', `\ufeff${cube()}`],
  ])('%s [R2]', async (_, content) => {
    expect(await inspected(text(content))).toMatchObject({
      ok: true,
      model: { format: 'OBJ', triangles: 12, bounding_box: [20, 20, 20] },
    });
    for (const size of [1, 5]) expect(await inspected(text(content), {}, size)).toMatchObject({ ok: true });
    expect(volumeOf(content)).toBe(8000);
  });

  it('and so are faces of many corners, whichever way they turn, with corners in the middle of a side [R2]', () => {
    const corner = [
      [0, 0],
      [15, 0],
      [30, 0],
      [30, 10],
      [10, 10],
      [10, 30],
      [0, 30],
    ] as const;
    expect(volumeOf(prism(corner, 10))).toBe(5000);
    const round = Array.from({ length: 64 }, (_, step): [number, number] => [
      10 * Math.cos((step * Math.PI) / 32),
      10 * Math.sin((step * Math.PI) / 32),
    ]);
    expect(volumeOf(prism(round, 10))).toBeCloseTo(32 * Math.sin(Math.PI / 32) * 1000, 2);
  });
});

describe('an OBJ that cannot be read is refused with the line and the reason', () => {
  it.each<[string, string, string, RegExp]>([
    ['a corner that is not there', `${cube()}f 1 2 99\n`, 'NOT_OBJ', /^Line 15: .*"99"/],
    ['a face of two corners', `${cube()}f 1 2\n`, 'NOT_OBJ', /^Line 15: a face of 2 corners/],
    ['a decimal comma', cube().replace('v 20 0 0', 'v 20,5 0 0'), 'NOT_OBJ', /^Line 2: .*decimal comma/],
    ['a coordinate that is none', cube().replace('v 20 0 0', 'v nan 0 0'), 'NAN_COORDINATES', /^Line 2/],
    ['a surface by formula', `${cube()}cstype bspline\nsurf 0 1 0 1 1 2 3 4\n`, 'NOT_OBJ', /^Line 16: "surf".*formula/],
    ['corners without faces', CORNERS.join('\n'), 'NO_TRIANGLES', /not a single triangle/],
    ['a word of another format', `${cube()}facet normal\n`, 'NOT_OBJ', /"facet"/],
  ])('%s [R2]', async (_, content, code, words) => {
    expect(await inspected(text(content))).toMatchObject({
      ok: false,
      fault: { code, detail: expect.stringMatching(words) },
    });
  });
});
