import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceProblem } from './problem.ts';

interface ChildOptions {
  name: string;
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** All that the child prints goes here; its end is shown when the child fails. */
  logFile: string;
}

interface Child {
  readonly name: string;
  readonly pid: number;
  /** Resolves when the process is gone, however it ended. */
  readonly exited: Promise<void>;
  alive(): boolean;
  /** Asks until `check` is true; fails at once when the child exits, and when it is not so after `limitMs`. */
  waitUntil(check: () => Promise<boolean>, limitMs: number): Promise<void>;
  /** Sends the signal and waits until the process is gone; kills it after `limitMs`. */
  stop(signal: NodeJS.Signals, limitMs: number): Promise<void>;
  lastLines(): string;
}

export const startChild = ({ name, command, args, env, cwd, logFile }: ChildOptions): Child => {
  const log = openSync(logFile, 'a', 0o600);
  // An own process group: Ctrl-C at the terminal reaches only us, and we stop the children in order.
  const child: ChildProcess = spawn(command, args, {
    env: env ?? process.env,
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  let failure: string | null = null;
  const exited = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      failure = error.message;
      resolve();
    });
    child.once('exit', (code, signal) => {
      failure = signal === null ? `exit code ${code}` : `signal ${signal}`;
      resolve();
    });
  });
  const lastLines = (): string => readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
  return {
    name,
    pid: child.pid ?? 0,
    exited,
    alive: () => failure === null,
    lastLines,
    async waitUntil(check, limitMs) {
      const deadline = performance.now() + limitMs;
      for (;;) {
        // Of before the question: while this process stood still itself, the child may have become ready.
        const isLast = performance.now() > deadline;
        if (await check()) return;
        if (failure !== null)
          throw new ServiceProblem(
            `${name} ended (${failure}) before it was ready. Its last lines (${logFile}):\n${lastLines()}`,
          );
        if (isLast)
          throw new ServiceProblem(
            `${name} was not ready after ${limitMs / 1000} s. Its last lines (${logFile}):\n${lastLines()}`,
          );
        await Promise.race([sleep(50), exited]);
      }
    },
    async stop(signal, limitMs) {
      if (failure !== null) return;
      child.kill(signal);
      const gone = await Promise.race([exited.then(() => true), sleep(limitMs, false, { ref: false })]);
      if (gone) return;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await exited;
    },
  };
};
