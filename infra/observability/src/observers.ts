import { join } from 'node:path';
import { startChild } from '@order-ledger/local/child';
import { type Kept, keepRunning, type Running } from '@order-ledger/local/keep-running';
import { markOf } from '@order-ledger/local/orphans';
import type { Observer, Program } from '@order-ledger/local/packages';
import { freePort } from '@order-ledger/local/ports';
import { pagesBelow } from '@order-ledger/local/relocate';

export interface RunningObserver extends Kept {
  readonly url: string;
}

interface ObserverOptions {
  name: Observer;
  program: Program;
  /** Of all observers. */
  folder: string;
  args: (port: number) => readonly string[];
  env?: Readonly<Record<string, string>>;
  /** The page that is there once it works. */
  page: string;
  report: (line: string) => void;
}

const READY_LIMIT_MS = 60_000;
const ASK_LIMIT_MS = 2_000;
const END_LIMIT_MS = 20_000;

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(ASK_LIMIT_MS) })).ok;
  } catch {
    // Not yet.
    return false;
  }
};

/** Runs a program of Debian's on a port of its own, and again when it ends by itself. */
export const runObserver = async (options: ObserverOptions): Promise<RunningObserver> => {
  const { name, program, folder, args, env = {}, page, report } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = async (): Promise<Running> => {
    const child = startChild({
      name,
      command: program.path,
      args: args(port),
      env: { ...process.env, ...program.env, ...markOf(folder), ...env },
      ...(name === 'prometheus' || name === 'alertmanager' ? { cwd: pagesBelow(program.root) } : {}),
      logFile: join(folder, `${name}.log`),
    });
    const stop = () => child.stop('SIGTERM', END_LIMIT_MS);
    try {
      await child.waitUntil(() => answers(`${url}${page}`), READY_LIMIT_MS);
    } catch (error) {
      await stop();
      throw error;
    }
    return { name, pid: child.pid, exited: child.exited, lastLines: child.lastLines, stop };
  };
  const kept = await keepRunning(start, report);
  return Object.assign(kept, { url });
};
