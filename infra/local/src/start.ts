import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onAbort } from '@order-ledger/platform/aborted';
import { requireDiskSpace } from './disk-space.ts';
import { namedServers } from './named-servers.ts';
import { endOrphans, markInstance } from './orphans.ts';
import { requireFreePorts } from './ports.ts';
import { ServiceProblem } from './problem.ts';
import { PROCESSES } from './processes.ts';
import { claimInstance, releaseInstance, runningInstance } from './single-instance.ts';
import { startSystem } from './system.ts';

export interface StartOptions {
  root: string;
  report: (line: string) => void;
  /** Plays the demonstration when the ledger has no order yet. */
  demonstrate: boolean;
  /** Resolves when the person wants everything stopped. */
  untilStopped: Promise<string>;
}

/** Brings up what is missing and the whole system, stays until it is told to stop, and stops all that it started. */
export const start = async ({ root, report, demonstrate, untilStopped }: StartOptions): Promise<void> => {
  process.umask(0o077);
  const external = await namedServers(report);
  const data = join(root, '.data');
  mkdirSync(data, { recursive: true });
  // User postgres passes through to its own folder; what lies beside it is closed to others file by file.
  chmodSync(data, 0o711);
  const pidFile = join(data, 'start.pid');
  const other = runningInstance(pidFile);
  if (other !== null)
    throw new ServiceProblem(
      `npm start runs here already (process ${other}). Stop it with Ctrl-C, or with: kill ${other}`,
    );
  claimInstance(pidFile);
  try {
    markInstance(data);
    const orphans = await endOrphans(data);
    if (orphans > 0) report(`Ended ${orphans} processes that an earlier npm start left behind.`);
    await requireFreePorts(
      PROCESSES.flatMap(({ name, port, adminPort }) =>
        [port, adminPort].flatMap((needed) => (needed === undefined ? [] : [{ name, port: needed }])),
      ),
    );
    requireDiskSpace(data);
    const stopEarly = new AbortController();
    void untilStopped.then(() => stopEarly.abort());
    const system = await startSystem({ root, data, report, external, signal: stopEarly.signal });
    try {
      if (!stopEarly.signal.aborted) report(ready());
      if (demonstrate) await playWhenEmpty(root, join(data, 'credentials.json'), stopEarly.signal);
      if (!stopEarly.signal.aborted) report('\norder-ledger keeps running until Ctrl-C.');
      report(`\n${await untilStopped}`);
    } finally {
      await system.stop();
    }
  } finally {
    releaseInstance(pidFile);
  }
};

/** It talks to the terminal itself; how it ends changes nothing for the system. */
const playWhenEmpty = async (root: string, credentials: string, signal: AbortSignal): Promise<void> => {
  if (signal.aborted) return;
  const program = join(root, 'packages/demo/dist/main.js');
  const child = spawn(process.execPath, [program, '--when-empty', '--credentials', credentials], { stdio: 'inherit' });
  const end = () => child.kill('SIGTERM');
  const leave = onAbort(signal, end);
  await once(child, 'exit');
  leave();
};

const ready = (): string =>
  [
    '',
    'order-ledger is ready.',
    ...PROCESSES.flatMap(({ name, port }) =>
      port === undefined ? [] : [`  ${name.padEnd(24)} http://127.0.0.1:${port}`],
    ),
    `  health, metrics          http://127.0.0.1:${PROCESSES[0]?.adminPort} to ${PROCESSES.at(-1)?.adminPort}, a process each`,
    '  tokens, keys, addresses  .data/credentials.json',
    '  logs                     .data/logs/',
    'Ctrl-C stops everything; the data stays in .data (npm run reset removes it).',
  ].join('\n');
