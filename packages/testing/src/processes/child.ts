import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface RunningProcess {
  /** Of its port for operators: `/health/ready`, `/metrics`. */
  readonly url: string;
  /** Ends it without any warning. */
  kill(): Promise<void>;
  /** Ends it as told; resolves to its exit code. */
  stop(): Promise<number | null>;
  readiness(): Promise<{ status: string; checks: { name: string; ok: boolean; code?: string }[] }>;
  lines(): readonly Record<string, unknown>[];
}

/** Starts a built process on a free port and waits until it says that it is ready. */
export const startProcess = async (main: string, env: Record<string, string>): Promise<RunningProcess> => {
  const child: ChildProcess = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, SHUTDOWN_WAIT_MS: '0', ADMIN_PORT: '0', ...env },
  });
  const exited = once(child, 'exit');
  const output = child.stdout;
  if (output === null) throw new Error('the process has no standard output');
  const lines: Record<string, unknown>[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    let listening = '';
    createInterface({ input: output }).on('line', (text) => {
      const line = JSON.parse(text) as Record<string, unknown>;
      lines.push(line);
      if (line.message === 'listening for operators') listening = String(line.url);
      if (line.message === 'ready') resolve(listening);
    });
    void exited.then(([code]) => reject(new Error(`ended with ${code}: ${JSON.stringify(lines.slice(-3))}`)));
  });
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    const [code] = (await exited) as [number | null];
    return code;
  };
  return {
    url,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    readiness: async () => (await fetch(`${url}/health/ready`)).json() as ReturnType<RunningProcess['readiness']>,
    lines: () => lines,
  };
};
