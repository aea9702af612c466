import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const LOCK = 'lockfileVersion: none\n';
let folder: string;

const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
/** What a command says before it begins. */
const bootstrapped = (): string => {
  const program = `import(${JSON.stringify(join(folder, 'infra', 'bootstrap.mjs'))}).then(({ bootstrap }) => bootstrap(console.log))`;
  return execFileSync(process.execPath, ['-e', program], { encoding: 'utf8', stdio: 'pipe' });
};
const compiled = (): string => readFileSync(join(folder, 'packages', 'one', 'dist', 'main.js'), 'utf8');

/** A workspace of one package, installed. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'order-ledger-compiling-'));
  for (const path of ['infra', 'node_modules', 'packages/one/src']) mkdirSync(join(folder, path), { recursive: true });
  for (const name of ['bootstrap.mjs', 'bundles.mjs', 'dashboard-build.mjs'])
    cpSync(join(ROOT, 'infra', name), join(folder, 'infra', name));
  for (const name of ['typescript', 'rolldown'])
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  write('package.json', '{"packageManager": "pnpm@0.0.0"}');
  write('pnpm-lock.yaml', LOCK);
  write('node_modules/.installed-from', createHash('sha256').update(LOCK).update(process.version).digest('hex'));
  write('tsconfig.json', '{"files": [], "references": [{"path": "packages/one"}]}');
  write(
    'tsconfig.base.json',
    '{"compilerOptions": {"composite": true, "module": "nodenext", "types": [], "sourceMap": true}}',
  );
  write('packages/one/package.json', '{"type": "module"}');
  const own = { rootDir: 'src', outDir: 'dist' };
  write('packages/one/tsconfig.json', JSON.stringify({ extends: '../../tsconfig.base.json', compilerOptions: own }));
  write('packages/one/src/main.ts', 'export const a = 1;\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

it('a command compiles what has changed since the last one, and asks no compiler where nothing has', () => {
  expect(bootstrapped()).toContain('Compiling');
  expect(compiled()).toContain('a = 1');
  expect(bootstrapped()).toBe('');
  // As long as before.
  write('packages/one/src/main.ts', 'export const a = 2;\n');
  expect(bootstrapped()).toContain('Compiling');
  expect(compiled()).toContain('a = 2');
  expect(bootstrapped()).toBe('');
  write('packages/one/src/b.ts', 'export const b = 1;\n');
  expect(bootstrapped()).toContain('Compiling');
  rmSync(join(folder, 'packages', 'one', 'src', 'b.ts'));
  expect(bootstrapped()).toContain('Compiling');
  for (const path of ['packages/one/tsconfig.json', 'tsconfig.base.json']) {
    write(path, readFileSync(join(folder, path), 'utf8'));
    expect([path, bootstrapped()]).toEqual([path, expect.stringContaining('Compiling')]);
  }
  expect(bootstrapped()).toBe('');
});

it('a command compiles again where that failed, or where what was compiled is gone', () => {
  write('packages/one/src/main.ts', "export const a: number = 'no number';\n");
  expect(bootstrapped).toThrow(/Compiling failed/);
  expect(bootstrapped).toThrow(/Compiling failed/);
  write('packages/one/src/main.ts', 'export const a = 3;\n');
  expect(bootstrapped()).toContain('Compiling');
  for (const path of ['dist', 'tsconfig.tsbuildinfo'])
    rmSync(join(folder, 'packages', 'one', path), { recursive: true });
  expect(bootstrapped()).toContain('Compiling');
  expect(existsSync(join(folder, 'packages', 'one', 'dist', 'main.js'))).toBe(true);
});

it('a bundle is made of what was compiled, and its stacks show the source', () => {
  write('packages/one/src/b.ts', "export const fail = (): never => {\n  throw new Error('here');\n};\n");
  write('packages/one/src/main.ts', "import { fail } from './b.js';\nfail();\n");
  expect(bootstrapped()).toContain('Compiling');
  const { stderr, status } = spawnSync(process.execPath, ['--enable-source-maps', join(folder, 'bundle/one.main.js')], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/Error: here\n.*packages\/one\/src\/b\.ts:2/);
  rmSync(join(folder, 'bundle'), { recursive: true });
  expect(bootstrapped()).toContain('Compiling');
  expect(existsSync(join(folder, 'bundle/one.main.js'))).toBe(true);
});
