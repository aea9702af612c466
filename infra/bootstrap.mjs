// What must be there before anything of ours can run. Plain JavaScript without dependencies: nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildDashboard } from './dashboard-build.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, 'node_modules', '.installed-from');
const COMPILED = join(ROOT, 'node_modules', '.compiled-from');
/** Packages, compiled code and the services' packages together need about this much, in bytes. */
const DISK_NEEDED = 1_500_000_000;

/** A problem that the reader can mend: printed without a stack. */
export class Problem extends Error {}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Problem(`Node ${process.versions.node} is too old: order-ledger needs Node ${manifest.engines.node}.`);
  }
};

const checkDisk = () => {
  const { bavail, bsize } = statfsSync(ROOT);
  if (bavail * bsize < DISK_NEEDED && !existsSync(STAMP)) {
    throw new Problem(
      `The disk of ${ROOT} has ${Math.round((bavail * bsize) / 1e6)} MB left; the installation needs about 1,500 MB.`,
    );
  }
};

const run = (command, args, what, cwd = ROOT) => {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 64 << 20 });
  if (result.error?.code === 'ENOENT') throw new Problem(`${command} was not found: ${what} needs it.`);
  if (result.status !== 0) {
    const output = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim().split('\n').slice(-25).join('\n');
    throw new Problem(`${what} failed (${command} ${args.join(' ')}):\n${output}`);
  }
};

/** Everything that decides what an installation holds. */
const wanted = () =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, 'pnpm-lock.yaml')))
    .update(process.version)
    .digest('hex');

const install = (report) => {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted()) return;
  report(`Installing packages (${manifest.packageManager}) …`);
  const [name, version] = manifest.packageManager.split('@');
  run(
    'npx',
    // Without a terminal pnpm asks nobody whether it may replace what was installed from another home's store, and fails.
    ['--yes', `${name}@${version}`, 'install', '--frozen-lockfile', '--config.confirm-modules-purge=false'],
    'Installing the packages',
  );
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted());
};

const settings = join(ROOT, 'tsconfig.json');
const compiledFolders = () => JSON.parse(readFileSync(settings, 'utf8')).references.map(({ path }) => join(ROOT, path));

/** Everything that decides what the compiler makes, by when it last changed. */
const sources = () => {
  const hash = createHash('sha256').update(wanted());
  const note = (file) => {
    const { ctimeMs, size } = statSync(file);
    hash.update(`${relative(ROOT, file)} ${ctimeMs} ${size}\n`);
  };
  for (const file of [settings, join(ROOT, 'tsconfig.base.json')]) note(file);
  for (const folder of compiledFolders()) {
    for (const name of ['tsconfig.json', 'package.json']) note(join(folder, name));
    for (const name of readdirSync(join(folder, 'src'), { recursive: true }).sort()) note(join(folder, 'src', name));
  }
  return hash.digest('hex');
};

/** To find that nothing has changed costs the compiler a second or two, for which each command would wait. */
const isCompiled = (from) =>
  existsSync(COMPILED) &&
  readFileSync(COMPILED, 'utf8') === from &&
  compiledFolders().every((folder) => existsSync(join(folder, 'tsconfig.tsbuildinfo')));

/** Made of what is compiled, by `infra/bundles.mjs`. */
const BUNDLES = join(ROOT, 'bundle', '.made');

const build = (report) => {
  const from = sources();
  if (isCompiled(from) && existsSync(BUNDLES)) return;
  report('Compiling …');
  run(process.execPath, [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-b'], 'Compiling');
  run(process.execPath, [join(ROOT, 'infra', 'bundles.mjs')], 'Bundling the programs');
  writeFileSync(COMPILED, from);
};

/** Installs what package.json and the lock file name, compiles the sources and builds the web page, where that has not been done. */
export const bootstrap = (report = (line) => process.stderr.write(`${line}\n`)) => {
  checkNode();
  checkDisk();
  install(report);
  build(report);
  buildDashboard({ root: ROOT, run, report });
};

/** Runs a command's main function; a Problem is told in one message, anything else with its stack. */
export const main = async (run) => {
  try {
    process.exitCode = (await run()) ?? 0;
  } catch (error) {
    const known =
      error instanceof Problem ||
      error?.name === 'ServiceProblem' ||
      error?.code === 'ENOSPC' ||
      String(error?.code).startsWith('ERR_PARSE_ARGS');
    process.stderr.write(`\n${known ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
};
