import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { programOf } from '../src/own-program.ts';

let root: string;
const at = (path: string, seconds: number): void => {
  const file = join(root, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, seconds, seconds);
};
const program = () => programOf('bridge', { root }).slice(root.length + 1);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'own-program-'));
  at('packages/bridge/tsconfig.tsbuildinfo', 10);
  at('infra/local/tsconfig.tsbuildinfo', 10);
});
afterEach(() => {
  delete process.env.UNBUNDLED;
  rmSync(root, { recursive: true });
});

it('is what was compiled where nothing was bundled of it', () => {
  expect(program()).toBe('packages/bridge/dist/main.js');
});

it('is the bundle as long as nothing was compiled since, in any package', () => {
  at('bundle/.made', 10);
  at('bundle/bridge.main.js', 10);
  at('bundle/bridge.a.child.js', 10);
  expect(program()).toBe('bundle/bridge.main.js');
  expect(programOf('bridge', { root, file: 'a/child' })).toBe(join(root, 'bundle/bridge.a.child.js'));
  at('infra/local/tsconfig.tsbuildinfo', 11);
  expect(program()).toBe('packages/bridge/dist/main.js');
});

it('is what was compiled where an earlier build bundled no such program', () => {
  at('bundle/.made', 10);
  expect(program()).toBe('packages/bridge/dist/main.js');
});

it('is what was compiled where that is asked for', () => {
  at('bundle/.made', 10);
  at('bundle/bridge.main.js', 10);
  process.env.UNBUNDLED = 'true';
  expect(program()).toBe('packages/bridge/dist/main.js');
});
