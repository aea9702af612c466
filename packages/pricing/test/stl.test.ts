import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { inspectModel, parseModel, parsePieces } from '@order-ledger/pricing/model-file';
import {
  asciiStl,
  binaryStl,
  cubeBody,
  cubeStl,
  openCubeStl,
  sphereBody,
  sphereStl,
} from '@order-ledger/testing/models/bodies';
import fc from 'fast-check';

setFlagsFromString('--expose-gc');
const collect: (how: { type: 'minor' }) => void = runInNewContext('gc');

import { realModel } from './support/models.ts';
import { inPieces, inspected, meshOf, text } from './support/reading.ts';

const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const cutUp = (bytes: Uint8Array, size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
const codeOf = async (bytes: Uint8Array) => {
  const inspection = await inspected(bytes);
  return inspection.ok ? 'sound' : inspection.fault.code;
};
const withCoordinate = (value: number): Uint8Array => {
  const bytes = cubeStl(10);
  new DataView(bytes.buffer).setFloat32(84 + 50 * 3 + 12, value, true);
  return bytes;
};

describe('inspecting an STL', () => {
  it('tells the facts of a binary file [R2]', async () => {
    expect(await inspected(cubeStl(10))).toEqual({
      ok: true,
      model: { bytes: 684, format: 'STL_BINARY', triangles: 12, bounding_box: [10, 10, 10] },
      warnings: [],
    });
  });

  it('tells the facts of an ASCII file [R2]', async () => {
    const bytes = asciiStl(cubeBody(2.5));
    expect(await inspected(bytes)).toEqual({
      ok: true,
      model: { bytes: bytes.length, format: 'STL_ASCII', triangles: 12, bounding_box: [2.5, 2.5, 2.5] },
      warnings: [],
    });
  });

  it('takes a binary file whose header begins with "solid" for what it is [R2]', async () => {
    for (const header of ['solid cube', 'solid cube\n  facet normal 0 0 0\n    outer loop', '   SOLID']) {
      expect(await inspected(binaryStl(cubeBody(10), header))).toMatchObject({
        ok: true,
        model: { format: 'STL_BINARY', triangles: 12 },
      });
    }
  });

  it('reads keywords in any case, several solids, tabs, carriage returns and a name of any words [R2]', async () => {
    const facet = (x: number) =>
      `\tFACET NORMAL nan nan nan\r\n Outer Loop vertex ${x} 0 0 vertex +1E1 .5 -0. VERTEX 0 1e-2 5\r\nendloop ENDFACET\r\n`;
    const content = `\n solid facet of a vertex é\r\n${facet(0)}${facet(1)}endsolid\r\nSolid\n${facet(-3)}EndSolid facet`;
    expect(await inspected(text(content))).toMatchObject({
      ok: true,
      model: { format: 'STL_ASCII', triangles: 3, bounding_box: [13, 0.5, 5] },
    });
  });

  it('takes several binary parts in one file, each with a header of its own, as one model [R2]', async () => {
    expect(await inspected(joined(cubeStl(10), openCubeStl(20)))).toMatchObject({
      ok: true,
      model: { triangles: 23, bounding_box: [20, 20, 20] },
    });
    expect(await inspected(realModel('box.stl'))).toMatchObject({ ok: true, model: { triangles: 1656 + 288 } });
  });

  it.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(0), 'NOT_STL'],
    ['a binary file that ends in the last triangle', cubeStl(10).subarray(0, -1), 'TRUNCATED'],
    ['a binary file that ends in its header', cubeStl(10).subarray(0, 83), 'TRUNCATED'],
    ['a binary file with one triangle too few', cubeStl(10).subarray(0, -50), 'TRUNCATED'],
    ['a binary file with bytes behind the last triangle', joined(cubeStl(10), new Uint8Array(7)), 'TRAILING_BYTES'],
    [
      'a binary file without triangles',
      binaryStl({ positions: new Float64Array(0), triangles: 0, volume: 0, area: 0 }),
      'NO_TRIANGLES',
    ],
    ['an ASCII file without triangles', text('solid nothing\nendsolid nothing\n'), 'NO_TRIANGLES'],
    ['a binary NaN', withCoordinate(Number.NaN), 'NAN_COORDINATES'],
    ['a binary infinity', withCoordinate(-Infinity), 'NAN_COORDINATES'],
    ['a binary coordinate of damage', withCoordinate(3e38), 'COORDINATES_TOO_LARGE'],
    ['an ASCII nan', text('solid a\nfacet normal 0 0 1 outer loop vertex -nan(ind) 0 0'), 'NAN_COORDINATES'],
    ['an ASCII infinity', text('solid a\nfacet normal 0 0 1 outer loop vertex inf 0 0'), 'NAN_COORDINATES'],
    ['an ASCII number beyond all', text('solid a\nfacet normal 0 0 1 outer loop vertex 1e999 0 0'), 'NAN_COORDINATES'],
    ['an ASCII hexadecimal number', text('solid a\nfacet normal 0 0 1 outer loop vertex 0x10 0 0'), 'NOT_STL'],
    ['an ASCII decimal comma', text('solid a\nfacet normal 0 0 1 outer loop vertex 1,5 0 0'), 'NOT_STL'],
    ['an ASCII file that ends in a facet', asciiStl(cubeBody(1)).subarray(0, 200), 'TRUNCATED'],
    ['an ASCII file without its end', asciiStl(cubeBody(1)).subarray(0, -22), 'TRUNCATED'],
    ['text that claims to be STL', text('solid ground is what we stand on,\nsaid the customer'), 'NOT_STL'],
    ['a word of endless length', text(`solid a\n${'x'.repeat(100_000)}`), 'NOT_STL'],
    ['other text', text('Dear colleague, please find the model attached.'), 'NOT_STL'],
    ['a zip archive without its end', joined(text('PK\u0003\u0004'), new Uint8Array(200)), 'NOT_3MF'],
  ])('refuses %s with the reason [R2]', async (_, bytes, code) => {
    const inspection = await inspected(bytes);
    expect(inspection).toEqual({ ok: false, fault: { code, detail: expect.stringMatching(/^.{20,}\.$/) } });
    expect(parseModel(bytes)).toEqual(inspection);
  });

  it('names the line of a text that is no STL [R2]', async () => {
    const content = 'solid a\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertx 1 0 0\n';
    expect(await inspected(text(content))).toMatchObject({
      fault: { code: 'NOT_STL', detail: expect.stringContaining('Line 5: expected "vertex", found "vertx"') },
    });
  });

  it('holds files to the limits of its caller [R3]', async () => {
    expect(await codeOf(cubeStl(10))).toBe('sound');
    for (const bytes of [cubeStl(10), asciiStl(cubeBody(10))]) {
      expect(await inspected(bytes, { maxBytes: bytes.length, maxTriangles: 12 })).toMatchObject({ ok: true });
      expect(await inspected(bytes, { maxBytes: bytes.length - 1 })).toMatchObject({
        fault: { code: 'TOO_MANY_BYTES' },
      });
      expect(await inspected(bytes, { maxTriangles: 11 })).toMatchObject({ fault: { code: 'TOO_MANY_TRIANGLES' } });
    }
  });

  it('stops reading a stream once it is too long [R3]', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield new Uint8Array(1000);
      }
    }
    expect(await inspectModel(endless(), { maxBytes: 10_000 })).toMatchObject({ fault: { code: 'TOO_MANY_BYTES' } });
    expect(read).toBe(11);
  });

  const FACET = 'facet normal 0 0 1 outer loop vertex 0 0 0 vertex 1 0 0 vertex 0 1 0 endloop endfacet';
  const MIB = 1_048_576;
  const ENDLESS_MIB = 32;
  const LOOK_EVERY_MIB = 4;

  it.each<[what: string, before: string, repeated: string, after: string, verdict: string]>([
    ['name', 'solid ', 'x', `\n${FACET} endsolid`, 'sound'],
    ['last name', `solid a\n${FACET} endsolid `, 'x', '', 'sound'],
    ['line of blanks', `solid a\n${FACET}`, ' ', 'endsolid', 'sound'],
    ['row of empty lines', `solid a\n${FACET}`, '\n', 'endsolid', 'sound'],
    ['line without a word', '', ' ', '', 'NOT_STL'],
    ['word', 'solid a\n', 'x', '', 'NOT_STL'],
    ['keyword', 'solid a\nfacet', 't', ` ${FACET} endsolid`, 'NOT_STL'],
    ['coordinate', 'solid a\nfacet normal 0 0 1 outer loop vertex ', '9', ' 0 0', 'NOT_STL'],
    ['fraction', 'solid a\nfacet normal 0 0 1 outer loop vertex 0.', '0', ' 0 0', 'NOT_STL'],
    ['normal', 'solid a\nfacet normal ', '1', ' 0 0 outer', 'NOT_STL'],
    ['line of facets', 'solid a\n', `${FACET}${' '.repeat(128 - FACET.length)}`, 'endsolid', 'sound'],
  ])(
    'reads an endless %s in constant memory',
    async (_what, before, repeated, after, verdict) => {
      // What is collected with the young generation was never kept, however much of it there was.
      const used = () => {
        collect({ type: 'minor' });
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        return heapUsed + arrayBuffers;
      };
      const start = used();
      let most = 0;
      async function* endless() {
        const piece = Buffer.alloc(MIB, repeated);
        yield text(before);
        for (let n = 0; n < ENDLESS_MIB; n += 1) {
          yield piece;
          if (n % LOOK_EVERY_MIB === 0) most = Math.max(most, used() - start);
        }
        yield text(after);
      }
      const inspection = await inspectModel(endless());
      expect(inspection.ok ? 'sound' : inspection.fault.code).toBe(verdict);
      if (!inspection.ok) expect(inspection.fault.detail.length).toBeLessThan(200);
      expect(most).toBeLessThan((ENDLESS_MIB / 2) * MIB);
    },
    120_000,
  );

  it('rejects when the stream breaks, and gives no verdict on half a file', async () => {
    async function* broken() {
      yield* inPieces(cubeStl(10), 100);
      throw new Error('connection lost');
    }
    await expect(inspectModel(broken())).rejects.toThrow('connection lost');
  });
});

describe('the same bytes', () => {
  const files = [
    binaryStl(sphereBody(5, 60), 'solid sphere'),
    asciiStl(sphereBody(5, 20)),
    cubeStl(3).subarray(0, -20),
    asciiStl(cubeBody(1)).subarray(0, 700),
    joined(cubeStl(3), cubeStl(4)),
    text(`solid word\nfacet ${'normal'.repeat(60)}`),
  ];

  it('give the same triangles whole and in pieces [R1]', () => {
    for (const bytes of [cubeStl(10), asciiStl(cubeBody(10)), cubeStl(10).subarray(0, -1), new Uint8Array(0)])
      for (const size of [1, 50, 1000])
        for (const length of [bytes.length, 0])
          expect(parsePieces(cutUp(bytes, size), length)).toEqual(parseModel(bytes));
  });

  it('get the same verdict however the stream is cut [R1]', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.integer({ min: 1, max: 200 }), async (bytes, size) => {
        expect(await inspected(bytes, {}, size)).toEqual(await inspected(bytes, {}, bytes.length));
      }),
      { numRuns: 60 },
    );
  });

  it('never crash the readers, whatever they are, and inspection and parsing agree [R2]', async () => {
    const garbage = fc.oneof(
      fc.uint8Array({ maxLength: 600 }),
      fc.string({ maxLength: 300 }).map((rest) => text(`solid ${rest}`)),
      fc
        .tuple(
          fc.constantFrom(...files),
          fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 5 }),
          fc.nat(),
        )
        .map(([bytes, changes, length]) => {
          const changed = bytes.slice(0, 1 + (length % bytes.length));
          for (const [at, byte] of changes) changed[at % changed.length] = byte;
          return changed;
        }),
    );
    await fc.assert(
      fc.asyncProperty(garbage, fc.integer({ min: 1, max: 100 }), async (bytes, size) => {
        const inspection = await inspected(bytes, {}, size);
        const parsed = parseModel(bytes);
        expect(parsed.ok).toBe(inspection.ok);
        if (parsed.ok && inspection.ok) {
          expect(parsed.mesh.positions).toHaveLength(9 * inspection.model.triangles);
          expect(parsed.mesh.positions.every(Number.isFinite)).toBe(true);
        } else if (!parsed.ok) expect(inspection).toEqual(parsed);
      }),
      { numRuns: 400 },
    );
  });

  it('hold the same corners as text and as numbers', () => {
    const body = sphereBody(8, 300);
    // Text of −0 is 0.
    expect(meshOf(asciiStl(body)).positions).toEqual(body.positions.map((value) => value + 0));
    expect(meshOf(binaryStl(body)).positions).toEqual(Float64Array.from(Float32Array.from(body.positions)));
    expect(meshOf(sphereStl(8, 300)).triangles).toBe(body.triangles);
  });
});
