import { describe, expect, it } from '@jest/globals';
import { cubeBody } from '@order-ledger/testing/models/bodies';
import { assemblyXml, bodyAs3mf, modelXml, objectXml, threeMf } from '@order-ledger/testing/models/three-mf';
import { strToU8, zipSync } from 'fflate';
import { inspected } from './support/reading.ts';

const CUBE = objectXml(1, cubeBody(10));
const refusalOf = async (bytes: Uint8Array): Promise<string> => {
  const result = await inspected(bytes);
  return result.ok ? 'read' : `${result.fault.code}: ${result.fault.detail}`;
};
/** Where a value of the directory stands that belongs to this file; the last place, because the directory is at the end. */
const inDirectory = (bytes: Uint8Array, name: string, offset: number): number =>
  Buffer.from(bytes).lastIndexOf(name) - 46 + offset;
const SIZE = 24;
const MODEL = '3D/3dmodel.model';

describe('a 3MF that is made to take memory or time is refused', () => {
  it('by many objects that name each other twice, before any is unfolded [R2]', async () => {
    const doubled = Array.from({ length: 31 }, (_, n) => assemblyXml(n + 2, [n + 1], [n + 1]));
    expect(await refusalOf(threeMf(modelXml(CUBE + doubled.join(''), '<item objectid="32"/>')))).toContain(
      'TOO_MANY_TRIANGLES',
    );
  });

  it('by objects that stand deep within each other [R2]', async () => {
    const nested = Array.from({ length: 5_000 }, (_, n) => assemblyXml(n + 2, [n + 1]));
    expect(await refusalOf(threeMf(modelXml(CUBE + nested.join(''), '<item objectid="5001"/>')))).toContain(
      'within each other',
    );
  });

  it('by one body that is placed very often [R2]', async () => {
    const hundred = Array.from({ length: 400 }, () => [1] as const);
    const many = Array.from({ length: 400 }, () => [2] as const);
    const model = modelXml(CUBE + assemblyXml(2, ...hundred) + assemblyXml(3, ...many), '<item objectid="3"/>');
    expect(await refusalOf(threeMf(model))).toContain('places 160000 bodies');
  });

  it('by text that goes on and on, packed a thousandfold [R2]', async () => {
    const spaces = new Uint8Array(17_500_000).fill(32);
    const head = strToU8(modelXml(CUBE, '').slice(0, 300));
    const model = new Uint8Array(head.length + spaces.length);
    model.set(head);
    model.set(spaces, head.length);
    const bytes = threeMf(model);
    expect(bytes.length).toBeLessThan(40_000);
    expect(await refusalOf(bytes)).toContain('too long');
  });

  it('by elements deep within each other [R2]', async () => {
    const model = modelXml(CUBE, '').replace('<build>', `${'<m:a>'.repeat(100_000)}<build>`);
    expect(await refusalOf(threeMf(model))).toContain('elements within each other');
  });

  it('by many files [R2]', async () => {
    const files = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`a/${n}`, new Uint8Array()]));
    expect(await refusalOf(threeMf('', files))).toContain('holds 10004 files');
  });

  it('by a size that is beyond all limits, and by one that is less than comes out [R2]', async () => {
    const huge = bodyAs3mf(cubeBody(1)).slice();
    new DataView(huge.buffer).setUint32(inDirectory(huge, MODEL, SIZE), 0xfffffff0, true);
    expect(await refusalOf(huge)).toContain('more than is read');
    const small = bodyAs3mf(cubeBody(1)).slice();
    new DataView(small.buffer).setUint32(inDirectory(small, MODEL, SIZE), 100, true);
    expect(await refusalOf(small)).toContain('is damaged');
  });

  it('by one file named twice, of which each program would read another [R2]', async () => {
    const twice = zipSync({ '3D/3dmodel.model': strToU8('a'), '3d/3dmodel.model': strToU8('b') });
    expect(await refusalOf(twice)).toContain('twice');
  });
});

describe('an archive that is no whole 3MF is refused with what it is', () => {
  const whole = bodyAs3mf(cubeBody(5));

  it.each<[string, string, Uint8Array]>([
    ['cut', 'NOT_3MF: The file is a zip archive, as 3MF is, that ends too early', whole.subarray(0, whole.length - 10)],
    ['with bytes behind it', 'goes on behind its end', new Uint8Array([...whole, 0])],
    ['empty', 'UNSUPPORTED_FORMAT: The file is a zip archive', zipSync({})],
    ['of other files', 'UNSUPPORTED_FORMAT: The file is a zip archive', zipSync({ 'part.stl': strToU8('solid') })],
    [
      'a document',
      'UNSUPPORTED_FORMAT: The file is a document of Office',
      threeMf('', { 'word/document.xml': '<a/>' }),
    ],
  ])('%s [R2]', async (_, words, bytes) => {
    expect(await refusalOf(bytes)).toContain(words);
  });

  it('with one changed byte anywhere it is refused or read as it was, and never fails otherwise [R2]', async () => {
    for (let at = 0; at < whole.length; at += 29) {
      const changed = whole.slice();
      changed[at] = changed[at]! ^ 0x55;
      const result = await inspected(changed);
      if (result.ok) expect(result.model).toMatchObject({ triangles: 12, bounding_box: [5, 5, 5] });
    }
  });
});
