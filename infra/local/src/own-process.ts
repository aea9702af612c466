import { setTimeout as sleep } from 'node:timers/promises';
import { failing, isSilent, lookAt, type Readiness, type Silence } from '@order-ledger/platform/look';
import { startChild } from './child.ts';
import { createHungWatch, endHung } from './hung.ts';
import type { Running } from './keep-running.ts';
import { ServiceProblem } from './problem.ts';
import { adminUrl, type Ports } from './processes.ts';

interface OwnProcessOptions extends Ports {
  name: string;
  env: Readonly<Record<string, string>>;
  /** The compiled front door. */
  program: string;
  logFile: string;
  /** A debugger may attach there. */
  inspectPort?: number;
  /** Told its pid as soon as it is there, ready or not. */
  onStarted?(pid: number): void;
  /** Waits without a limit instead of ending what is not ready in time, so that its reason can be looked at and mended. */
  patience?: Patience;
}

interface Patience {
  /** Milliseconds until it is told of. */
  limitMs: number;
  /** Told which checks fail, again when others do. */
  onUnready(reason: string): void;
  /** Ends the process that is waited for, and the waiting. */
  signal: AbortSignal;
}

/** Without patience: after this a process counts as failed. */
const READY_LIMIT_MS = 90_000;

/** Why a process is not ready, in its own words where it has any. */
const reasonOf = (answer: Readiness | Silence, adminPort: number): string =>
  isSilent(answer) ? `no answer on port ${adminPort} (${answer.silence})` : failing(answer);

/**
 * MB of each half of what was made lately, twice as much as Node takes by itself. What a request or an event leaves is
 * garbage at once, and the fewer collections there are the less of it is copied: a command takes an eighth less time.
 */
const YOUNG_MB = 32;

/** Between two looks at a process, and two lines about it, once it is told of: it may stay away for hours. */
const LOOK_MS = 500;
const LINE_MS = 10_000;

const tellingOf = ({ limitMs, onUnready }: Patience): ((reason: string) => Promise<void>) => {
  let quietUntil = performance.now() + limitMs;
  // Each reason once: a check that fails turns between its codes for as long as it fails.
  const told = new Set<string>();
  return async (reason) => {
    if (performance.now() > quietUntil && !told.has(reason)) {
      told.add(reason);
      quietUntil = performance.now() + LINE_MS;
      onUnready(reason);
    }
    if (told.size > 0) await sleep(LOOK_MS);
  };
};

/** Starts one of our processes and waits until it is ready. */
export const startOwnProcess = async (options: OwnProcessOptions): Promise<Running> => {
  const { name, port, adminPort, env, program, logFile, inspectPort, patience } = options;
  const ports = { ...(port === undefined ? {} : { PORT: String(port) }), ADMIN_PORT: String(adminPort) };
  const child = startChild({
    name,
    command: process.execPath,
    args: [
      ...(inspectPort === undefined ? [] : [`--inspect=127.0.0.1:${inspectPort}`]),
      '--enable-source-maps',
      `--max-semi-space-size=${YOUNG_MB}`,
      program,
    ],
    env: { ...process.env, ...ports, ...env },
    logFile,
  });
  const stop = () => child.stop('SIGTERM', 30_000);
  const tell = patience && tellingOf(patience);
  const hangs = createHungWatch(child.pid);
  const isReady = async (): Promise<boolean> => {
    if (patience?.signal.aborted === true) throw new ServiceProblem(`${name} was stopped before it was ready.`);
    const answer = await lookAt(adminUrl(adminPort));
    if (patience !== undefined && inspectPort === undefined && hangs(answer)) {
      endHung(child.pid);
      throw new ServiceProblem(`${name} hung before it was ready: it answered nothing. It is started again.`);
    }
    if (!isSilent(answer) && answer.status === 'ready') return true;
    await tell?.(reasonOf(answer, adminPort));
    return false;
  };
  try {
    options.onStarted?.(child.pid);
    await child.waitUntil(isReady, patience === undefined ? READY_LIMIT_MS : Number.POSITIVE_INFINITY);
  } catch (error) {
    await stop();
    throw error;
  }
  return { name, pid: child.pid, exited: child.exited, lastLines: child.lastLines, stop };
};
