import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeEach, expect, it } from '@jest/globals';
import { buildDashboard } from '../../dashboard-build.mjs';

const root = mkdtempSync(join(tmpdir(), 'order-ledger-build-'));
const page = join(root, 'packages/dashboard');
const SCRIPT = 'the page '.repeat(500);
let built = 0;
let breaks = false;

/** Builds as vite does: into the folder that it is told. */
const run = (_program: string, args: readonly string[]): void => {
  if (breaks) throw new Error('vite says what is wrong');
  built += 1;
  const folder = String(args[args.indexOf('--outDir') + 1]);
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), `build ${built}`);
  writeFileSync(join(folder, 'assets/main-abc.js'), SCRIPT);
};
const build = () => buildDashboard({ root, run, report: () => undefined });

beforeEach(() => {
  rmSync(page, { recursive: true, force: true });
  for (const folder of ['packages/dashboard/src', 'packages/dashboard/node_modules', 'packages/domain/src'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'pnpm-lock.yaml'), 'lock');
  writeFileSync(join(root, 'packages/domain/src/status.ts'), 'statuses');
  writeFileSync(
    join(page, 'package.json'),
    JSON.stringify({ dependencies: { '@order-ledger/domain': 'workspace:*', react: '19.3.1' } }),
  );
  writeFileSync(join(page, 'src/main.tsx'), 'main');
  built = 0;
  breaks = false;
});
afterAll(() => rmSync(root, { recursive: true }));

it.each([
  ['a source', 'packages/dashboard/src/main.tsx'],
  ['a new source', 'packages/dashboard/src/new.tsx'],
  ['a package that it is built with', 'packages/domain/src/status.ts'],
  ['what is installed', 'pnpm-lock.yaml'],
])('the web page is built once, and again when %s has changed', (_what, file) => {
  build();
  build();
  expect(built).toBe(1);
  writeFileSync(join(root, file), 'changed');
  build();
  expect([built, readFileSync(join(page, 'dist/index.html'), 'utf8')]).toEqual([2, 'build 2']);
});

it('the web page lies packed beside itself', () => {
  build();
  expect(String(brotliDecompressSync(readFileSync(join(page, 'dist/assets/main-abc.js.br'))))).toBe(SCRIPT);
  expect(existsSync(join(page, 'dist/assets/main-abc.js.gz'))).toBe(true);
});

it('a build that fails leaves the page that was there, and is tried again', () => {
  build();
  writeFileSync(join(page, 'src/main.tsx'), 'broken');
  breaks = true;
  expect(build).toThrow('vite says what is wrong');
  expect(readFileSync(join(page, 'dist/index.html'), 'utf8')).toBe('build 1');
  breaks = false;
  build();
  expect(built).toBe(2);
});
