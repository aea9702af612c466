import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect, parseArgs } from 'node:util';
import { ensurePrograms } from '@order-ledger/local/packages';
import { Wrong, whole } from '../arguments.ts';
import { ROOT } from '../private-system.ts';
import type { CellOptions } from './cell.ts';
import { documentOf, lineOf, type Recorded } from './document.ts';
import { ALL, type Cell, cellsOf, chosen, DEPENDENCIES, everyCell, FAULTS, nameOf, PROCESS_NAMES } from './matrix.ts';
import { isInOwnNetwork, ownNetwork, prepareNetwork } from './own-network.ts';
import { runCells } from './run-cells.ts';

const RECORD = join(ROOT, 'docs', 'long-runs', 'fault-matrix.json');
const DOCUMENT = join(ROOT, 'docs', 'fault-matrix.md');

const OPTIONS = {
  dependency: { type: 'string', multiple: true },
  fault: { type: 'string', multiple: true },
  process: { type: 'string' },
  sample: { type: 'string' },
  seed: { type: 'string' },
  seconds: { type: 'string' },
  load: { type: 'string', default: '6' },
  limit: { type: 'string', default: '180' },
  list: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
} as const;

const table = (entries: readonly (readonly [string, string])[]): string =>
  entries.map(([name, text]) => `  ${name.padEnd(14)} ${text}`).join('\n');

export const HELP = `npm run faults [-- --dependency D] [--fault F] [--process P] [OPTIONS]

The matrix of faults: starts a private system, drives orders through it, breaks one dependency for all processes that use
it or for one alone, mends it, and says what each process said of itself meanwhile, how long it took until all was well
by itself, and whether answers, ledger, read model, stream of events and messages agree. Without a choice it runs every
fault of every dependency for all, and for one process that the seed chooses: about three hours.

  --dependency D  only this one (may be given again)
  --fault F       only this one (may be given again)
  --process P     only for this process alone; "${ALL}": only for all at once
  --sample N      N cells of the choice, by the seed
  --seed N        chooses processes, lives and bytes (by the date if absent)
  --seconds S     how long a fault lasts (30 to 90, by the seed)
  --load N        orders under way at the same time (6)
  --limit S       until all must be well, and until the orders under way must have ended (180)
  --list          prints the cells and does nothing else
  --json          prints the results as one JSON object, on the last line of the standard output
  --write         puts the results into docs/fault-matrix.md, in place of older ones of the same cells

Dependencies
${table(Object.entries(DEPENDENCIES).map(([name, { variable }]) => [name, variable]))}

Faults
${table(Object.entries(FAULTS).map(([name, { does }]) => [name, does]))}
${table(Object.entries(DEPENDENCIES).map(([name, dependency]) => [`  ${name}`, `read-only: ${dependency['read-only']}`]))}

Processes
  ${PROCESS_NAMES.join(', ')}

Missing routes, lost packets and read-only folders are made in a network and mounts of the run's own, which Linux gives
to root, and to others where it allows user namespaces; elsewhere the cell says that it was not run. Exit code 0: every
cell that was run agrees. A cell that fails keeps its logs and names where.
`;

const parsed = (args: string[]) => {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    throw new Wrong(`${(error as Error).message}\nnpm run faults -- --help shows what there is.`);
  }
};
type Given = ReturnType<typeof parsed>;

const oneOf = (what: string, given: readonly string[], known: readonly string[]): void => {
  const strange = given.find((each) => !known.includes(each));
  if (strange !== undefined) throw new Wrong(`There is no ${what} "${strange}". There is: ${known.join(', ')}.`);
};

/** The cells that were asked for. */
const chosenCells = ({ dependency, fault, process, sample }: Given, seed: number): Cell[] => {
  oneOf('dependency', dependency ?? [], Object.keys(DEPENDENCIES));
  oneOf('fault', fault ?? [], Object.keys(FAULTS));
  if (process !== undefined) oneOf('process', [process], [ALL, ...PROCESS_NAMES]);
  const cells = (process === undefined ? cellsOf(seed) : everyCell().filter((cell) => cell.process === process)).filter(
    (cell) =>
      (dependency === undefined || dependency.includes(cell.dependency)) &&
      (fault === undefined || fault.includes(cell.fault)),
  );
  if (cells.length === 0) throw new Wrong('There is no such cell: --list shows those that there are.');
  if (sample === undefined) return cells;
  const by = (cell: Cell): number => chosen(seed, `sample ${nameOf(cell)}`, 2 ** 31);
  return cells.sort((a, b) => by(a) - by(b)).slice(0, whole('sample', sample, 1));
};

/** This program again, in a network of its own. */
const again = (prefix: readonly string[], env: Record<string, string>, args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const [command, ...rest] = [
      ...prefix,
      process.execPath,
      fileURLToPath(new URL('main.js', import.meta.url)),
      ...args,
    ];
    const child = spawn(command as string, rest, { stdio: 'inherit', env: { ...process.env, ...env } });
    // The signal of a terminal goes to the child as well; it stops what it started, and is waited for.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 130)));
  });

const machine = (): string => `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;

const write = (results: readonly Recorded[]): void => {
  const before = existsSync(RECORD) ? (JSON.parse(readFileSync(RECORD, 'utf8')) as Recorded[]) : [];
  const all = new Map([...before, ...results].map((result) => [nameOf(result.cell), result]));
  const known = everyCell().map(nameOf);
  const kept = known.flatMap((name) => all.get(name) ?? []);
  writeFileSync(RECORD, `[\n${kept.map((result) => JSON.stringify(result)).join(',\n')}\n]\n`);
  writeFileSync(DOCUMENT, documentOf(kept));
};

const report = (line: string): void => void process.stderr.write(`${line}\n`);

const run = async (args: string[]): Promise<number> => {
  if (args.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const given = parsed(args);
  const seed = given.seed === undefined ? Math.floor(Date.now() / 86_400_000) : whole('seed', given.seed, 0);
  const cells = chosenCells(given, seed);
  if (given.list) {
    process.stdout.write(`${cells.map(nameOf).join('\n')}\n`);
    return 0;
  }
  const options: CellOptions = {
    ...(given.seconds === undefined ? {} : { faultMs: whole('seconds', given.seconds, 1) * 1_000 }),
    inFlight: whole('load', given.load, 1),
    limitMs: whole('limit', given.limit, 1) * 1_000,
  };
  if (!isInOwnNetwork()) {
    // There may be no way to a package's archive from inside.
    ensurePrograms(['postgres', 'redis', 'rabbitmq'], join(ROOT, '.data', 'packages'), report);
    const network = ownNetwork();
    if (network !== null) return again(network.prefix, network.env, args);
    report('Linux gives this account no network of its own: some cells are not run.');
  } else prepareNetwork();
  const told = new Promise<null>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(null));
  });
  const results = await runCells({ cells, options, seed, report, stop: told });
  const failed = results.filter(({ problems }) => problems.length > 0).length;
  const left = results.filter(({ notRun }) => notRun !== null).length;
  const recorded = results.map(
    (result): Recorded => ({
      date: new Date().toISOString(),
      seed,
      machine: machine(),
      ...result,
    }),
  );
  if (given.write) write(recorded);
  const missing = cells.length - results.length;
  const counts = [
    `${results.length - failed - left} cells agree`,
    `${failed} do not`,
    `${left} could not be run here`,
    ...(missing > 0 ? [`${missing} were not reached`] : []),
  ];
  process.stdout.write(
    given.json
      ? `${JSON.stringify({ seed, ...options, machine: machine(), failed, results })}\n`
      : `\n${results.map(lineOf).join('\n')}\n\n${counts.join(', ')}; seed ${seed}\n`,
  );
  return failed + missing > 0 ? 1 : 0;
};

/** Runs the matrix as the command line says; the exit code. */
export const program = async (args: string[]): Promise<number> => {
  // The client of the event store names an IP address to TLS, and Node would warn of it between the lines.
  process.noDeprecation = true;
  try {
    return await run(args);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    report(`\n${error.name === 'ServiceProblem' ? error.message : inspect(error)}`);
    return 1;
  }
};
