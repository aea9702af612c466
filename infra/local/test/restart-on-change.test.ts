import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { restartOnChange } from '@order-ledger/local/restart-on-change';
import { start } from '@order-ledger/local/start';

const reports: string[] = [];
const restarted: string[] = [];
const stop = new AbortController();
let root: string;
let watching: Promise<void>;

const put = (file: string, text: string): void => {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), text);
};
/** A package that uses others, with a constant that its program is made of. */
const putPackage = (name: string, uses: readonly string[]): void => {
  const dependencies = Object.fromEntries(uses.map((each) => [`@order-ledger/${each}`, 'workspace:*']));
  put(`packages/${name}/package.json`, JSON.stringify({ name: `@order-ledger/${name}`, type: 'module', dependencies }));
  put(
    `packages/${name}/tsconfig.json`,
    JSON.stringify({
      compilerOptions: {
        composite: true,
        target: 'es2023',
        module: 'nodenext',
        types: [],
        rootDir: 'src',
        outDir: 'dist',
      },
      include: ['src'],
    }),
  );
  put(`packages/${name}/src/main.ts`, 'export const first: number = 1;\n');
};
const told = async (line: RegExp): Promise<string> => {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const found = reports.findIndex((each) => line.test(each));
    if (found >= 0) return reports.splice(0, found + 1).at(-1) ?? '';
    if (performance.now() > deadline) throw new Error(`not told ${line}, but\n${reports.join('\n')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'order-ledger-watch-'));
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'infra', 'local'), { recursive: true });
  writeFileSync(join(root, 'infra', 'local', 'package.json'), '{}');
  putPackage('domain', []);
  putPackage('ledger', ['domain']);
  putPackage('command-api', ['ledger']);
  putPackage('upload-api', []);
  putPackage('embedded-eventstore', []);
  const names = ['domain', 'ledger', 'command-api', 'upload-api', 'embedded-eventstore'];
  put('tsconfig.json', JSON.stringify({ files: [], references: names.map((name) => ({ path: `packages/${name}` })) }));
  watching = restartOnChange({
    root,
    system: {
      processes: new Map([['upload-api', undefined as never]]),
      away: new Map([['command-api', 'it ended']]),
      services: { running: {} } as never,
      restart: async (name) => void restarted.push(name),
    },
    report: (line) => reports.push(line),
    signal: stop.signal,
  });
  await told(/^Watching/);
  put('packages/upload-api/src/main.ts', 'export const first: number = 2;\n');
  await told(/^Compiled/);
  restarted.length = 0;
}, 120_000);
afterAll(async () => {
  stop.abort();
  await watching;
  rmSync(root, { recursive: true });
});

it('starts those anew that are made of what has changed, near or far, also one that is waited for', async () => {
  put('packages/domain/src/main.ts', 'export const first: number = 2;\n');
  expect(await told(/^Compiled/)).toBe('Compiled domain; starting anew: command-api');
  expect(restarted.splice(0)).toEqual(['command-api']);
});

it('sees a file that an editor puts in the place of another, and one in a new folder', async () => {
  for (const value of [10, 11]) {
    put('packages/ledger/aside.ts', `export const first: number = ${value};\n`);
    renameSync(join(root, 'packages/ledger/aside.ts'), join(root, 'packages/ledger/src/main.ts'));
    expect(await told(/^Compiled ledger/)).toMatch(/command-api$/);
  }
  put('packages/ledger/src/further/more.ts', 'export const more: number = 1;\n');
  await told(/^Compiled ledger/);
  put('packages/ledger/src/further/more.ts', 'export const more: number = 2;\n');
  await told(/^Compiled ledger/);
  restarted.length = 0;
});

it('starts nobody where nothing that runs has changed, and nobody where it does not compile', async () => {
  put('packages/domain/src/main.ts', 'export interface Second {}\nexport const first: number = 2;\n');
  expect(await told(/^Compiled/)).toBe('Compiled: nothing that runs has changed.');
  put('packages/domain/src/main.ts', "export const first: number = 'two';\n");
  await told(/^It does not compile/);
  expect(restarted).toEqual([]);
  put('packages/domain/src/main.ts', 'export const first: number = 3;\n');
  await told(/^Compiled domain/);
  expect(restarted.splice(0)).toEqual(['command-api']);
});

it.each([
  [{ only: 'command-api,nobody' }, /^--only: there is no process "nobody", but command-api, query-api, .*worker$/],
  [{ inspect: '' }, /^--inspect: there is no process "", but command-api, /],
  [{ only: 'projector', inspect: 'bridge' }, /^--inspect names bridge, which --only does not/],
])('starts nothing for %j, and says what is allowed', async (chosen, said) => {
  const options = { root, report: (line: string) => reports.push(line), demonstrate: false };
  await expect(start({ ...options, ...chosen, untilStopped: Promise.resolve('') })).rejects.toThrow(said);
});
