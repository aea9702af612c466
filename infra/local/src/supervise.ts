import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, startChild } from './child.ts';
import { ServiceProblem } from './problem.ts';
import type { ProcessDefinition, Surroundings } from './processes.ts';

export interface Supervised {
  readonly name: string;
  stop(): Promise<void>;
}

export interface SuperviseOptions {
  definition: ProcessDefinition;
  surroundings: Surroundings;
  /** The compiled front door. */
  program: string;
  logFile: string;
  report: (line: string) => void;
}

/** Waiting before a process that died is started again doubles up to this, in milliseconds. */
const LONGEST_WAIT_MS = 15_000;
/** A process that lived this long begins with a short wait again. */
const LIVED_MS = 60_000;
const READY_LIMIT_MS = 90_000;

const isReady = async (port: number): Promise<boolean> => {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    return answer.status === 200;
  } catch {
    // Not listening yet: the caller asks again until its limit.
    return false;
  }
};

/** Starts a process, waits until it is ready, and starts it again whenever it dies. */
export const supervise = async ({
  definition,
  surroundings,
  program,
  logFile,
  report,
}: SuperviseOptions): Promise<Supervised> => {
  const { name, port } = definition;
  const env = { ...process.env, ...definition.env(surroundings) };
  const start = (): Child =>
    startChild({ name, command: process.execPath, args: ['--enable-source-maps', program], env, logFile });
  let child = start();
  let stopping = false;
  try {
    await child.waitUntil(() => isReady(port), READY_LIMIT_MS);
  } catch (error) {
    await child.stop('SIGTERM', 5_000);
    throw error;
  }
  const restart = async (): Promise<void> => {
    let wait = 1_000;
    while (!stopping) {
      const began = Date.now();
      await child.exited;
      if (stopping) return;
      wait = Date.now() - began > LIVED_MS ? 1_000 : Math.min(wait * 2, LONGEST_WAIT_MS);
      report(
        `${name} ended unexpectedly; it starts again in ${wait / 1000} s. Its last lines (${logFile}):\n${child.lastLines()}`,
      );
      await sleep(wait);
      if (stopping) return;
      child = start();
      await child
        .waitUntil(() => isReady(port), READY_LIMIT_MS)
        .then(
          () => report(`${name} is ready again`),
          (error: unknown) => report(error instanceof ServiceProblem ? error.message : String(error)),
        );
    }
  };
  const restarting = restart();
  return {
    name,
    stop: async () => {
      stopping = true;
      await child.stop('SIGTERM', 30_000);
      await restarting;
    },
  };
};
