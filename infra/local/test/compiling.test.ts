import { execFileSync } from 'node:child_process';
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
const compiled = (): string => readFileSync(join(folder, 'one', 'dist', 'a.js'), 'utf8');

/** A workspace of one package, installed. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'order-ledger-compiling-'));
  for (const path of ['infra', 'node_modules', 'one/src']) mkdirSync(join(folder, path), { recursive: true });
  for (const name of ['bootstrap.mjs', 'dashboard-build.mjs'])
    cpSync(join(ROOT, 'infra', name), join(folder, 'infra', name));
  symlinkSync(join(ROOT, 'node_modules', 'typescript'), join(folder, 'node_modules', 'typescript'));
  write('package.json', '{"packageManager": "pnpm@0.0.0"}');
  write('pnpm-lock.yaml', LOCK);
  write('node_modules/.installed-from', createHash('sha256').update(LOCK).update(process.version).digest('hex'));
  write('tsconfig.json', '{"files": [], "references": [{"path": "one"}]}');
  write('tsconfig.base.json', '{"compilerOptions": {"composite": true, "module": "nodenext", "types": []}}');
  write('one/package.json', '{"type": "module"}');
  const own = { rootDir: 'src', outDir: 'dist' };
  write('one/tsconfig.json', JSON.stringify({ extends: '../tsconfig.base.json', compilerOptions: own }));
  write('one/src/a.ts', 'export const a = 1;\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

it('a command compiles what has changed since the last one, and asks no compiler where nothing has', () => {
  expect(bootstrapped()).toContain('Compiling');
  expect(compiled()).toContain('a = 1');
  expect(bootstrapped()).toBe('');
  // As long as before.
  write('one/src/a.ts', 'export const a = 2;\n');
  expect(bootstrapped()).toContain('Compiling');
  expect(compiled()).toContain('a = 2');
  expect(bootstrapped()).toBe('');
  write('one/src/b.ts', 'export const b = 1;\n');
  expect(bootstrapped()).toContain('Compiling');
  rmSync(join(folder, 'one', 'src', 'b.ts'));
  expect(bootstrapped()).toContain('Compiling');
  for (const path of ['one/tsconfig.json', 'tsconfig.base.json']) {
    write(path, readFileSync(join(folder, path), 'utf8'));
    expect([path, bootstrapped()]).toEqual([path, expect.stringContaining('Compiling')]);
  }
  expect(bootstrapped()).toBe('');
});

it('a command compiles again where that failed, or where what was compiled is gone', () => {
  write('one/src/a.ts', "export const a: number = 'no number';\n");
  expect(bootstrapped).toThrow(/Compiling failed/);
  expect(bootstrapped).toThrow(/Compiling failed/);
  write('one/src/a.ts', 'export const a = 3;\n');
  expect(bootstrapped()).toContain('Compiling');
  for (const path of ['dist', 'tsconfig.tsbuildinfo']) rmSync(join(folder, 'one', path), { recursive: true });
  expect(bootstrapped()).toContain('Compiling');
  expect(existsSync(join(folder, 'one', 'dist', 'a.js'))).toBe(true);
});
