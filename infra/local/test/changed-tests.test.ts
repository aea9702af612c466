import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';

let root: string;
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
const put = (file: string, text = `${Math.random()}`): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
const commit = (message: string): void => {
  git('add', '.');
  git('commit', '-m', message);
};

/** What jest would be told, and what is said. */
const changed = (since?: string): { files: string[] | null; said: string } => {
  const program = `import('${root}/infra/changed-tests.mjs').then(({ argumentsForChanged }) => {
    let said = '';
    const args = argumentsForChanged(${JSON.stringify(since)}, (line) => { said += line; });
    console.log(JSON.stringify({ files: args === null ? null : args.slice(2).sort(), said }));
  }).catch((error) => console.log(JSON.stringify({ files: null, said: error.message })))`;
  return JSON.parse(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }));
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'order-ledger-changed-'));
  const infra = join(process.cwd(), 'infra');
  for (const name of readdirSync(infra).filter((file) => file.endsWith('.mjs')))
    cpSync(join(infra, name), join(root, 'infra', name));
  put('package.json', '{}');
  for (const name of ['packages/ledger', 'packages/bridge', 'packages/system-tests', 'infra/local']) {
    put(`${name}/src/first.ts`);
    put(`${name}/test/first.test.ts`);
    put(`${name}/test/first.long.ts`);
  }
  git('init', '-b', 'main');
  commit('the first');
});
afterEach(() => rmSync(root, { recursive: true }));

it('names what has changed, committed or not, and every test of its package', () => {
  git('checkout', '-b', 'work');
  put('packages/ledger/src/first.ts');
  commit('the work');
  put('infra/local/src/second.ts');
  const { files, said } = changed();
  expect(files).toEqual([
    'infra/local/src/second.ts',
    'infra/local/test/first.test.ts',
    'packages/ledger/src/first.ts',
    'packages/ledger/test/first.test.ts',
  ]);
  expect(said).toContain('the first: 2 files');
});

it('asks of the tests with the whole system for those alone that import what has changed', () => {
  put('packages/system-tests/src/first.ts');
  expect(changed().files).toEqual(['packages/system-tests/src/first.ts']);
});

it('takes the last commit on main where all is committed, and the commit that is named', () => {
  put('packages/ledger/src/first.ts');
  commit('the second');
  put('packages/bridge/test/second.test.ts');
  commit('the third');
  expect(changed().files).toEqual(['packages/bridge/test/first.test.ts', 'packages/bridge/test/second.test.ts']);
  expect(changed('HEAD~2').files).toContain('packages/ledger/test/first.test.ts');
  expect(changed('HEAD~9').said).toBe('There is no commit "HEAD~9" to compare with.');
});

it('has a package tested whose file is gone, and nothing for a text', () => {
  git('rm', 'packages/ledger/src/first.ts');
  put('README.md');
  expect(changed().files).toEqual(['packages/ledger/test/first.test.ts']);
  git('reset', '--hard');
  put('README.md');
  expect(changed().files).toBeNull();
});

it('says where a change may reach every test', () => {
  put('tsconfig.base.json');
  expect(changed().said).toContain('tsconfig.base.json may reach every test');
});
