import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOrphans, markOf } from './orphans.ts';
import { type Services, startServices } from './services.ts';
import { offerServices } from './test-services.ts';

interface TestRunOptions {
  root: string;
  /** Passed on to jest: paths, -t and the like. */
  args: readonly string[];
  resultFile: string;
  /** The data of the services and what tests write may lie in memory, where there is room for that of an ordinary run. */
  inMemory: boolean;
  report: (line: string) => void;
}

/**
 * Of jest and its workers, which take them on, but not of the programs that tests start. A young generation of 128 MiB:
 * each suite loads its modules anew, and with 16 a tenth of a worker's time went to collecting them, with 64 a twentieth.
 */
const NODE = [
  '--experimental-vm-modules',
  '--experimental-import-meta-resolve',
  '--no-warnings',
  '--max-semi-space-size=128',
];

const MEMORY = '/dev/shm';
/** The shared services and the tests of a whole run write up to 0.7 GB, and its processes take 5 GB, bytes. */
const DATA_ROOM = 2e9;
const MEMORY_ROOM = 10e9;

/**
 * Where files cost no file system: each database of a test is a thousand files, which PostgreSQL makes and removes, and
 * ext4 spent a twentieth of all processor time on looking for inodes that were not removed just now.
 */
const roomInMemory = (): string | null => {
  if (!existsSync(MEMORY)) return null;
  clearLeftOver();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > DATA_ROOM && freemem() > MEMORY_ROOM ? MEMORY : null;
};

const FOLDER = 'order-ledger-test-';
const LONGEST_RUN_MS = 86_400_000;

/** A run that was killed cannot clear up, and what it leaves there takes memory until the machine is started anew. */
const clearLeftOver = (): void => {
  for (const name of readdirSync(MEMORY).filter((each) => each.startsWith(FOLDER))) {
    const folder = join(MEMORY, name);
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat === undefined || stat.uid !== process.getuid?.()) continue;
    if (stat.mtimeMs < Date.now() - LONGEST_RUN_MS) rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * Runs jest, with private instances of the services that its tests ask for, on their own ports and with data that is gone
 * afterwards. Resolves to the exit code.
 */
export const runTests = async ({ root, args, resultFile, inMemory, report }: TestRunOptions): Promise<number> => {
  const folder = mkdtempSync(join((inMemory ? roomInMemory() : null) ?? tmpdir(), FOLDER));
  // User postgres must be able to pass through to its own folder; what lies beside it is closed to it.
  chmodSync(folder, 0o711);
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  // As /tmp is: services that tests start run as other users.
  chmodSync(temporary, 0o1777);
  let jest: ChildProcess | null = null;
  const interrupt = () => jest?.kill('SIGTERM');
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  const started: Services[] = [];
  const offered = offerServices(join(folder, 'asked'), async (name) => {
    const services = await startServices({
      folder,
      unpacked: join(root, '.data', 'packages'),
      services: [name],
      secured: false,
      keep: false,
      report,
    });
    started.push(services);
    return services.running[name]?.url ?? '';
  });
  try {
    const program = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
    jest = spawn(process.execPath, [...NODE, program, '--json', `--outputFile=${resultFile}`, ...args], {
      cwd: root,
      env: { ...process.env, TMPDIR: temporary, ...offered.env, ...markOf(folder) },
      // jest's JSON goes to the file; its report to people goes to stderr.
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return await exitOf(jest, resultFile, report);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    await offered.close();
    try {
      await Promise.all([endLeft(folder, report), ...started.map((services) => services.stop())]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
};

/** What was interrupted, or killed for hanging, ended none of the systems that its tests had started. */
const endLeft = async (folder: string, report: (line: string) => void): Promise<void> => {
  const left = await endOrphans(folder);
  if (left > 0) report(`Ended ${left} processes that tests left behind.`);
};

/** From the results being written until jest has ended: longer means that a test left something open, in milliseconds. */
const ENDING_LIMIT_MS = 30_000;

/** A run that does not end is a failed one: what keeps it alive is a pool, a channel or a timer that a test leaked. */
const exitOf = (jest: ChildProcess, resultFile: string, report: (line: string) => void): Promise<number> =>
  new Promise((resolve) => {
    let writtenAt: number | null = null;
    let leaked = false;
    const watch = setInterval(() => {
      if (!existsSync(resultFile)) return;
      writtenAt ??= performance.now();
      if (performance.now() - writtenAt < ENDING_LIMIT_MS) return;
      leaked = true;
      report('A test left something open: jest does not end. `npm test -- <path> --detectOpenHandles` says what.');
      jest.kill('SIGKILL');
    }, 500);
    jest.once('exit', (code) => {
      clearInterval(watch);
      resolve(leaked ? 1 : (code ?? 1));
    });
  });

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The totals that jest wrote, with test files that could not even be loaded counted as failed; none if it could not begin. */
export const countsOf = (resultFile: string): Counts => {
  if (!existsSync(resultFile)) return { passed: 0, failed: 0, skipped: 0 };
  const result = JSON.parse(readFileSync(resultFile, 'utf8')) as Record<string, number>;
  const number = (field: string): number => result[field] ?? 0;
  return {
    passed: number('numPassedTests'),
    failed: number('numFailedTests') + number('numRuntimeErrorTestSuites'),
    skipped: number('numPendingTests') + number('numTodoTests'),
  };
};
