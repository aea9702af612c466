import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createModules } from '../../test-modules.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'order-ledger-modules-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const suite = () => createModules([['^ours/(.+)$', `${folder}/$1.ts`]], { '@jest/globals': { it: 'of this suite' } });

it('loads what is ours anew for each suite, and a library once for all', async () => {
  write('kept.ts', 'export const kept: string[] = [];');
  write('library.mjs', 'export const library = {};');
  const entry = write('entry.ts', `export * from 'ours/kept'; export * from './library.mjs';`);
  const first = suite();
  const one = (await first(entry)).namespace;
  const again = (await first(join(folder, 'kept.ts'))).namespace;
  const other = (await suite()(entry)).namespace;
  expect(again.kept).toBe(one.kept);
  expect(other.kept).not.toBe(one.kept);
  expect(other.library).toBe(one.library);
});

it('gives a suite what stands in the place of a module, such as its own globals of jest', async () => {
  const entry = write('entry.ts', `import { it } from '@jest/globals'; export const given: unknown = it;`);
  expect((await suite()(entry)).namespace).toMatchObject({ given: 'of this suite' });
});

it('loads what is asked for with a query as another module, and what of ours that imports', async () => {
  write('kept.ts', 'export const kept: string[] = [];');
  write('between.ts', `export * from './kept.ts';`);
  const entry = write(
    'entry.ts',
    `export { kept } from './between.ts';
     export const others: string[][] = await Promise.all(
       ['', '?build=next', '?build=next'].map(async (query) => (await import('./between.ts' + query)).kept),
     );`,
  );
  const { kept, others } = (await suite()(entry)).namespace as { kept: string[]; others: string[][] };
  const [same, next, nextAgain] = others;
  expect(same).toBe(kept);
  expect(next).not.toBe(kept);
  expect(nextAgain).toBe(next);
});

it('loads modules that import each other, and several at once that have some in common', async () => {
  write('one.ts', `import { two } from './two.ts'; export const one = 1; export const sum = (): number => one + two;`);
  write('two.ts', `import { one } from './one.ts'; export const two = 2; export const less = (): number => two - one;`);
  const loaded = suite();
  const both = await Promise.all(['one.ts', 'two.ts'].map((name) => loaded(join(folder, name))));
  const { sum, less } = Object.assign({}, ...both.map(({ namespace }) => namespace));
  expect([sum(), less()]).toEqual([3, 1]);
});

it('says who imports what is not there or cannot be read, and goes on with others', async () => {
  const entry = write('entry.ts', `import './nowhere.ts';`);
  const broken = write('broken.ts', 'const a: = 3;');
  const well = write('well.ts', 'export const well: boolean = true;');
  const loaded = suite();
  await expect(loaded(entry)).rejects.toThrow(
    new RegExp(`could not read ${folder}/nowhere.ts, which ${folder}/entry.ts imports: ENOENT`),
  );
  await expect(loaded(broken)).rejects.toThrow(`could not read ${broken}`);
  expect((await loaded(well)).namespace.well).toBe(true);
});
