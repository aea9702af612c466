import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onAbort } from '@order-ledger/platform/aborted';
import { programOf } from '@order-ledger/platform/own-program';
import { type BackingOptions, startBacking } from './backing.ts';
import { requireDiskSpace } from './disk-space.ts';
import { rotateLogs } from './log-rotation.ts';
import { namedServers } from './named-servers.ts';
import { refuseHalfRestored, withOwnData } from './own-data.ts';
import { alsoLogged } from './own-log.ts';
import { requireFreePorts } from './ports.ts';
import { ServiceProblem } from './problem.ts';
import { PROCESSES, type ProcessDefinition, processesIn } from './processes.ts';
import { restartOnChange } from './restart-on-change.ts';
import { noteProcesses, runningProcesses } from './running-processes.ts';
import { type System, type SystemOptions, startSystem } from './system.ts';

export interface StartOptions {
  root: string;
  report: (line: string) => void;
  /** Plays the demonstration when the ledger has no order yet. */
  demonstrate: boolean;
  /** Starts no process of ours: for repairs, backups and restores. */
  servicesOnly?: boolean;
  /** Names of the processes that are started, separated by commas; all if absent. */
  only?: string | undefined;
  /** Names of those that a debugger may attach to. */
  inspect?: string | undefined;
  /** Compiles what changes, and starts the processes that it touches anew. */
  watch?: boolean;
  /** Resolves when the person wants everything stopped. */
  untilStopped: Promise<string>;
  /** The ports that the README names if absent. */
  portOf?: SystemOptions['portOf'];
}

/** Brings up what is missing and the whole system, stays until it is told to stop, and stops all that it started. */
export const start = async (options: StartOptions): Promise<void> => {
  const { root, report } = options;
  const chosen = chosenIn(options);
  const external = await namedServers(report);
  const data = join(root, '.data');
  await withOwnData(data, report, async () => {
    if (!options.servicesOnly) refuseHalfRestored(data);
    const writerOf = (name: string) => runningProcesses(data)?.find((one) => one.name === name)?.pid ?? undefined;
    const logs = join(data, 'logs');
    const logged = { ...options, report: alsoLogged(logs, report) };
    const rotation = await rotateLogs({ folder: logs, writerOf, report: logged.report });
    try {
      if (options.servicesOnly) await runServices(logged, data, external);
      else await runSystem(logged, chosen, data, external);
    } finally {
      await rotation.stop();
    }
  });
};

/** Milliseconds until a process that is not ready is told of. */
const PATIENCE_MS = 90_000;

/** The first process that is to be inspected gets the port that debuggers look at by themselves, others the next ones. */
const FIRST_INSPECT_PORT = 9229;

interface Chosen {
  processes: readonly ProcessDefinition[];
  inspectPorts: ReadonlyMap<string, number>;
}

const chosenIn = ({ only, inspect }: StartOptions): Chosen => {
  const names = only === undefined ? PROCESSES.map(({ name }) => name) : processesIn('--only', only);
  const inspected = inspect === undefined ? [] : processesIn('--inspect', inspect);
  const missing = inspected.find((name) => !names.includes(name));
  if (missing !== undefined)
    throw new ServiceProblem(`--inspect names ${missing}, which --only does not: it is not started`);
  return {
    processes: PROCESSES.filter(({ name }) => names.includes(name)),
    inspectPorts: new Map(inspected.map((name, index) => [name, FIRST_INSPECT_PORT + index])),
  };
};

const runSystem = async (
  { root, report, demonstrate, watch = false, untilStopped, portOf }: StartOptions,
  { processes, inspectPorts }: Chosen,
  data: string,
  external: BackingOptions['external'],
): Promise<void> => {
  if (portOf === undefined)
    await requireFreePorts(
      processes.flatMap(({ name, port, adminPort }) =>
        [port, adminPort, inspectPorts.get(name)].flatMap((needed) =>
          needed === undefined ? [] : [{ name, port: needed }],
        ),
      ),
    );
  requireDiskSpace(data);
  const stopEarly = new AbortController();
  void untilStopped.then(() => stopEarly.abort());
  const { signal } = stopEarly;
  for (const [name, port] of inspectPorts) report(`A debugger may attach to ${name} at 127.0.0.1:${port}`);
  const isWhole = processes.length === PROCESSES.length;
  const system = await startSystem({
    ...{ root, data, report, external, signal, patienceMs: PATIENCE_MS, inspectPorts },
    // Who names a collector has the spans there.
    spansFolder: process.env.OTEL_EXPORTER_OTLP_ENDPOINT ? undefined : join(data, 'traces'),
    ...(portOf === undefined ? {} : { portOf }),
    ...(isWhole ? {} : { only: processes.map(({ name }) => name) }),
  });
  const watching =
    watch &&
    restartOnChange({ root, system, report, signal }).catch((error: unknown) =>
      report(`Nothing is watched, and the system runs on: ${error}`),
    );
  try {
    if (!signal.aborted) report(system.away.size === 0 ? ready(processes, pageOf(system)) : notReady(system.away));
    if (demonstrate && isWhole && system.away.size === 0)
      await playWhenEmpty(root, join(data, 'credentials.json'), signal);
    if (!signal.aborted) report('\norder-ledger keeps running until Ctrl-C.');
    report(`\n${await untilStopped}`);
  } finally {
    await watching;
    await system.stop();
  }
};

const runServices = async (
  { root, report, untilStopped }: StartOptions,
  data: string,
  external: BackingOptions['external'],
): Promise<void> => {
  const note = noteProcesses(data, []);
  const backing = await startBacking({ root, data, report, external });
  try {
    report(servicesAlone());
    report(`\n${await untilStopped}`);
    report('Stopping the backing services …');
  } finally {
    note.remove();
    await backing.stop();
  }
};

/** It talks to the terminal itself; how it ends changes nothing for the system. */
const playWhenEmpty = async (root: string, credentials: string, signal: AbortSignal): Promise<void> => {
  if (signal.aborted) return;
  const program = programOf('demo', { root });
  const child = spawn(process.execPath, [program, '--when-empty', '--credentials', credentials], { stdio: 'inherit' });
  const end = () => child.kill('SIGTERM');
  const leave = onAbort(signal, end);
  await once(child, 'exit');
  leave();
};

const ready = (processes: readonly ProcessDefinition[], page: string | undefined): string =>
  [
    '',
    'order-ledger is ready.',
    ...(page === undefined ? [] : [`  web page                 ${page}`]),
    ...processes.flatMap(({ name, port }) =>
      port === undefined ? [] : [`  ${name.padEnd(24)} http://127.0.0.1:${port}`],
    ),
    `  health, metrics          http://127.0.0.1:${processes.map(({ adminPort }) => adminPort).join(', ')}, a process each`,
    '  tokens, keys, addresses  .data/credentials.json',
    '  logs, traces             npm run logs, npm run trace -- ORDER',
    'Ctrl-C stops everything; the data stays in .data (npm run reset removes it).',
  ].join('\n');

/** Where the web page is. */
const pageOf = ({ dependencies, processes }: System): string | undefined =>
  dependencies.dashboardFolder !== undefined && processes.has('query-api')
    ? `${dependencies.urlOf('query-api')}/`
    : undefined;

const notReady = (away: ReadonlyMap<string, string>): string =>
  [
    '',
    `order-ledger runs without ${[...away.keys()].join(', ')}:`,
    ...[...away].map(([name, reason]) => `  ${name.padEnd(24)} ${reason}; see .data/logs/${name}.log`),
    'You are told when each is ready. docs/operations.md says what each code means; nothing is stopped.',
  ].join('\n');

const servicesAlone = (): string =>
  [
    '',
    'The services run, and no process of order-ledger: repair, back up or restore in a second terminal.',
    '  addresses for administrators  .data/services.json',
    '  PostgreSQL                    psql "$(node -p "require(\'./.data/services.json\').postgres")"',
    'Ctrl-C stops them; npm start then starts everything.',
  ].join('\n');
