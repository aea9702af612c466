import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePrograms } from '@order-ledger/local/packages';
import { type RunningProcess, runningProcesses } from '@order-ledger/local/running-processes';
import { until } from '@order-ledger/testing/waiting';
import { ROOT } from '../../src/private-system.ts';

export interface Ran {
  readonly code: number | null;
  /** Both outputs, in the order in which they came. */
  readonly said: string;
}

/** The repository in another folder, with data of its own: a reader's place, in which commands run as they stand. */
export interface Clone {
  readonly folder: string;
  run(script: string, env?: Readonly<Record<string, string>>): Promise<Ran>;
  /** Resolves when every process is ready. */
  start(env?: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
  /** What the start has said. */
  told(): string;
  process(name: string): RunningProcess;
  remove(): void;
}

const START = fileURLToPath(new URL('start-clone.mjs', import.meta.url));
const SCRIPT_LIMIT_MS = 400_000;
const START_LIMIT_MS = 400_000;

/** A program's root follows from the folder it lies in, so the programs are copied; what they work with is shared. */
const prepare = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'order-ledger-clone-'));
  // User postgres passes through to its own folder.
  chmodSync(folder, 0o711);
  mkdirSync(join(folder, 'infra'));
  mkdirSync(join(folder, '.data'), { mode: 0o711 });
  for (const name of readdirSync(join(ROOT, 'infra')))
    if (name.endsWith('.mjs')) cpSync(join(ROOT, 'infra', name), join(folder, 'infra', name));
  for (const entry of readdirSync(join(ROOT, 'infra'), { withFileTypes: true }))
    if (entry.isDirectory()) symlinkSync(join(ROOT, 'infra', entry.name), join(folder, 'infra', entry.name));
  for (const name of readdirSync(ROOT)) {
    if (name.startsWith('.') || name === 'infra') continue;
    symlinkSync(join(ROOT, name), join(folder, name));
  }
  const unpacked = join(ROOT, '.data', 'packages');
  if (existsSync(unpacked)) symlinkSync(unpacked, join(folder, '.data', 'packages'));
  return folder;
};

const output = (child: ChildProcess): (() => string) => {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  return () => said;
};

export const makeClone = (): Clone => {
  const folder = prepare();
  // psql is asked for by the manual; where Debian's packages are unpacked it lies beside the server.
  const { path, env: ofPrograms } = ensurePrograms(
    ['postgres'],
    join(ROOT, '.data', 'packages'),
    () => undefined,
  ).postgres;
  // What an npm that runs this test tells its own scripts is not for those of the clone.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
  const dependencies = {
    ...Object.fromEntries(own),
    ...ofPrograms,
    NO_UPDATE_NOTIFIER: '1',
    PATH: `${process.env.PATH}:${dirname(path)}`,
  };
  let started: ChildProcess | null = null;
  let told = (): string => '';
  return {
    folder,
    run: async (script, env = {}) => {
      const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
        cwd: folder,
        env: { ...dependencies, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: SCRIPT_LIMIT_MS,
      });
      const said = output(child);
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, said: said() };
    },
    start: async (env = {}) => {
      const child = spawn(process.execPath, [START, folder], { env: { ...dependencies, ...env }, stdio: 'pipe' });
      started = child;
      told = output(child);
      await until(
        'the clone is ready',
        async () => {
          if (child.exitCode !== null) throw new Error(`the clone did not start:\n${told()}`);
          return told().includes('order-ledger is ready.');
        },
        START_LIMIT_MS,
      );
    },
    stop: async () => {
      if (started === null || started.exitCode !== null) return;
      const gone = once(started, 'exit');
      started.kill('SIGTERM');
      await gone;
      started = null;
    },
    told: () => told(),
    process: (name) => {
      const found = runningProcesses(join(folder, '.data'))?.find((one) => one.name === name);
      if (found === undefined) throw new Error(`${name} does not run in the clone`);
      return found;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** An address for an administrator of a service that the clone runs. */
export const serviceOf = ({ folder }: Clone, name: string): string =>
  JSON.parse(readFileSync(join(folder, '.data', 'services.json'), 'utf8'))[name];
