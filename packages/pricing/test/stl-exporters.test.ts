import { describe, expect, it } from '@jest/globals';
import { parseModel } from '@order-ledger/pricing/model-file';
import { asciiStl, binaryStl, cubeBody } from '@order-ledger/testing/models/bodies';
import { zipSync } from 'fflate';
import { inspected, meshOf, text } from './support/reading.ts';

const CUBE = cubeBody(20);
const PLAIN = new TextDecoder().decode(asciiStl(CUBE, 'part'));
const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

/** The header says that there are `count` triangles, whatever follows. */
const announcing = (count: number, bytes: Uint8Array): Uint8Array => {
  const changed = bytes.slice();
  new DataView(changed.buffer).setUint32(80, count, true);
  return changed;
};

describe('a cube as ASCII is read', () => {
  it.each<[string, (plain: string) => string]>([
    ['with lines that end in a carriage return', (plain) => plain.replaceAll('\n', '\r')],
    ['with lines that end in both', (plain) => plain.replaceAll('\n', '\r\n')],
    ['with "end solid" in two words', (plain) => plain.replace('endsolid', 'end solid')],
    ['with "endsolid" glued to the name', (plain) => plain.replace('endsolid part', 'endsolidpart')],
    ['with "end loop" and "end facet" in two words', (plain) => plain.replaceAll(/end(loop|facet)/g, 'end $1')],
    ['with "outer loop" in one word', (plain) => plain.replaceAll('outer loop', 'outerloop')],
    ['with "solid" twice', (plain) => `solid\n${plain}`],
    ['without normals', (plain) => plain.replaceAll('facet normal 0 0 0', 'facet')],
    ['with normals of two numbers', (plain) => plain.replaceAll('facet normal 0 0 0', 'facet normal 0 1')],
    ['with normals that are no numbers', (plain) => plain.replaceAll('normal 0 0 0', 'normal -nan(ind) 1.#QNAN inf')],
    ['with comments', (plain) => `# exported\n; by\n// a program\n${plain.replaceAll('endfacet', 'endfacet\n# face')}`],
    ['with lines of colour', (plain) => plain.replaceAll('endfacet', 'endfacet\n  color 0.5 0.5 0.5')],
    ['with text behind its keywords', (plain) => plain.replaceAll(/(endloop|endfacet)/g, '$1 colour 31')],
    ['with a byte-order mark', (plain) => `\ufeff${plain}`],
    ['with NUL in its name', (plain) => plain.replaceAll('part', 'part\0\0')],
    ['with a control character at its end', (plain) => `${plain}\u001a`],
    ['in upper case', (plain) => plain.toUpperCase()],
  ])('%s [R2]', async (_, change) => {
    const bytes = text(change(PLAIN));
    const whole = await inspected(bytes);
    expect(whole).toMatchObject({
      ok: true,
      model: { format: 'STL_ASCII', triangles: 12, bounding_box: [20, 20, 20] },
    });
    for (const size of [1, 2, 7]) expect(await inspected(bytes, {}, size)).toEqual(whole);
    expect(meshOf(bytes).positions).toEqual(CUBE.positions);
  });

  it('but a decimal comma is refused with the setting that helps [R2]', async () => {
    const bytes = text(PLAIN.replaceAll(/vertex (\d+) /g, 'vertex $1,5 '));
    expect(await inspected(bytes)).toMatchObject({
      fault: { code: 'NOT_STL', detail: expect.stringMatching(/^Line 4: .*decimal comma.*number format/) },
    });
  });
});

describe('a cube as binary is read', () => {
  it.each([0, 5, 0xffff_ffff, 0x2020_2020])(
    'by its size when its count says %i, with a warning [R2]',
    async (count) => {
      const bytes = announcing(count, binaryStl(CUBE));
      const expected = {
        ok: true,
        model: { format: 'STL_BINARY', triangles: 12, bounding_box: [20, 20, 20] },
        warnings: [{ code: 'WRONG_COUNT', count: 12, faces: [] }],
      };
      for (const size of [1, 49, 85, bytes.length]) expect(await inspected(bytes, {}, size)).toMatchObject(expected);
      expect(meshOf(bytes)).toMatchObject({ warnings: expected.warnings, positions: CUBE.positions });
    },
  );

  it.each([1, 2])('with %i bytes of padding, with a warning [R2]', async (padding) => {
    for (const [bytes, code] of [
      [binaryStl(CUBE), 'PADDING'],
      [announcing(0, binaryStl(CUBE)), 'WRONG_COUNT'],
    ] as const) {
      const padded = joined(bytes, new Uint8Array(padding));
      expect(await inspected(padded)).toMatchObject({ ok: true, model: { triangles: 12 }, warnings: [{ code }] });
      expect(meshOf(padded).positions).toEqual(CUBE.positions);
    }
  });

  it('but not when bytes are missing [R2]', async () => {
    expect(await inspected(announcing(13, binaryStl(CUBE)))).toMatchObject({ fault: { code: 'TRUNCATED' } });
  });

  it('without the points and lines that stray from it [R2]', async () => {
    const stray = Float64Array.from([...CUBE.positions, ...Array(9).fill(500), 0, 0, 90, 0, 0, 91, 0, 0, 93]);
    const bytes = binaryStl({ ...CUBE, positions: stray, triangles: 14 });
    expect(await inspected(bytes)).toMatchObject({ ok: true, model: { triangles: 14, bounding_box: [20, 20, 20] } });
  });
});

describe('a file that is no STL is named for what it is', () => {
  const noise = (length: number): Uint8Array => {
    let state = 1;
    return Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 16;
    });
  };
  const begun = (...opening: number[]) => joined(Uint8Array.from(opening), noise(5000));
  const utf16 = (content: string, mark: number[]) =>
    joined(Uint8Array.from(mark), Uint8Array.from([...content].flatMap((letter) => [letter.charCodeAt(0), 0])));

  it.each<[string, Uint8Array, string]>([
    ['gzip', begun(0x1f, 0x8b, 8, 0), 'gzip.*Unpack'],
    ['an old SolidWorks part', begun(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'SLDPRT'],
    ['a picture', begun(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'PNG'],
    ['a photograph', begun(0xff, 0xd8, 0xff, 0xe0), 'JPEG'],
    ['a document', joined(text('%PDF-1.7\n'), noise(5000)), 'PDF'],
    ['FBX', joined(text('Kaydara FBX Binary  \0'), noise(5000)), 'FBX'],
    ['UTF-16', utf16(PLAIN, [0xff, 0xfe]), 'UTF-16'],
    ['UTF-16 without its mark', utf16(PLAIN, []), 'UTF-16'],
    ['a page of the web', text('<!DOCTYPE html>\n<html><body>404</body></html>'), 'HTML'],
    ['STEP', text("ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION(('part'),'2;1');"), 'STEP.*CAD'],
    ['SketchUp, which begins as UTF-16 does', utf16('SketchUp Model', [0xff, 0xfe, 0xff, 0x0e]), 'SKP'],
    ['a photograph of a telephone', begun(0, 0, 0, 24, ...text('ftypheic')), 'HEIC'],
    ['a drawing', text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>'), 'SVG'],
    ['COLLADA', text('<?xml version="1.0"?>\n<COLLADA></COLLADA>'), 'COLLADA'],
    ['a page of the web behind a remark', text('<!-- saved from url -->\n<html>'), 'HTML'],
    ['a CATIA part', joined(text('V5_CFV2'), noise(5000)), 'CATIA'],
    ['a script', text('$fn = 50;\ncube([10, 10, 10]);\n'), 'OpenSCAD.*F6'],
    ['a document of FreeCAD', zipSync({ 'Document.xml': noise(50), 'PartShape.brp': noise(500) }), 'FreeCAD.*export'],
    ['a design of Fusion', zipSync({ 'FusionAssetName[Active]/Breps.BlobParts/a.smt': noise(500) }), 'Fusion.*Mesh'],
    ['a zip', zipSync({ 'part.stl': noise(500) }), 'zip'],
    ['G-code', text('; sliced\nG28\nG1 X10 Y10\n'), 'G-code'],
  ])('%s [R2]', async (_, bytes, words) => {
    const inspection = await inspected(bytes);
    expect(inspection).toMatchObject({
      ok: false,
      fault: { code: 'UNSUPPORTED_FORMAT', detail: expect.stringMatching(new RegExp(words)) },
    });
    expect(parseModel(bytes)).toEqual(inspection);
  });

  it('or for what it is not, whatever its bytes would count [R2]', async () => {
    for (const length of [84 + 50 * 40, 5000, 100_001]) {
      const bytes = announcing(0xf000_0000, noise(length));
      for (const limits of [{}, { maxTriangles: 1000 }]) {
        expect(await inspected(bytes, limits)).toMatchObject({ fault: { code: 'NOT_STL' } });
      }
    }
  });
});
