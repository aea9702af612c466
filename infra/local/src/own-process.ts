import { startChild } from './child.ts';
import type { Running } from './keep-running.ts';
import type { Ports } from './processes.ts';

export interface OwnProcessOptions extends Ports {
  name: string;
  env: Readonly<Record<string, string>>;
  /** The compiled front door. */
  program: string;
  logFile: string;
}

const READY_LIMIT_MS = 90_000;

const isReady = async (adminPort: number): Promise<boolean> => {
  try {
    const answer = await fetch(`http://127.0.0.1:${adminPort}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    return answer.status === 200;
  } catch {
    // Not listening yet: the caller asks again until its limit.
    return false;
  }
};

/** Starts one of our processes and waits until it is ready. */
export const startOwnProcess = async (options: OwnProcessOptions): Promise<Running> => {
  const { name, port, adminPort, env, program, logFile } = options;
  const ports = { ...(port === undefined ? {} : { PORT: String(port) }), ADMIN_PORT: String(adminPort) };
  const child = startChild({
    name,
    command: process.execPath,
    args: ['--enable-source-maps', program],
    env: { ...process.env, ...ports, ...env },
    logFile,
  });
  const stop = () => child.stop('SIGTERM', 30_000);
  try {
    await child.waitUntil(() => isReady(adminPort), READY_LIMIT_MS);
  } catch (error) {
    await stop();
    throw error;
  }
  return { name, pid: child.pid, exited: child.exited, lastLines: child.lastLines, stop };
};
